import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder } from '../../packages/server/src/platform/database/account.ts';
import { describe } from '../../packages/server/src/platform/database/binaries.ts';
import { type PrivateServer, startPrivateServer } from '../../packages/server/src/platform/database/private-server.ts';

const programs = '/usr/lib/postgresql/15/bin';

/** Starts Debian's PostgreSQL 15 on a temporary folder, as the embedded server is started; `null` when not installed. */
export async function startDebian(settings: Record<string, string> = {}): Promise<PrivateServer | null> {
  if (!existsSync(join(programs, 'postgres'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-'));
  const account = claimFolder(folder);
  const binaries = describe(programs, 'machine');
  return startPrivateServer({ folder, account, binaries, durable: false, temporary: true, settings });
}
