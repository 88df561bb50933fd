import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimFolder } from './platform/database/account.ts';
import { DatabaseStartError } from './platform/database/start-error.ts';

/** Where root keeps databases whose data folder PostgreSQL's own account cannot reach. */
const outside = '/var/lib/sallyport';

/**
 * The folder of the embedded database: within the data folder, or, where root runs the program below a closed folder such as /root, under
 * /var/lib, with a note in the data folder that says where. A database that was begun in one place stays there.
 */
export function databaseFolder(data: string): string {
  const note = join(data, 'database-is-at');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const within = join(data, 'database');
  const begun = existsSync(join(within, 'cluster'));
  try {
    claimFolder(within);
    return within;
  } catch (error) {
    if (begun || !(error instanceof DatabaseStartError) || error.code !== 'database.folder-closed') throw error;
  }
  rmdirSync(within);
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  const elsewhere = join(outside, createHash('sha256').update(data).digest('hex').slice(0, 16));
  writeFileSync(note, `${elsewhere}\n`, { mode: 0o600, flag: 'wx' });
  return elsewhere;
}
