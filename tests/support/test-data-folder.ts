import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { openSecrets } from '../../packages/server/src/platform/secrets/secrets.ts';
import type { TestInstallation } from './installations.ts';
import { testInstallation, testKey } from './journals.ts';

export type TestDataFolder = {
  readonly data: string;
  /** What the command needs to work on the test's database, with the installation's id and key that `testJournal` has. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
};

export async function testDataFolder({ owner, app }: Pick<TestInstallation, 'owner' | 'app'>): Promise<TestDataFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-data-'));
  const data = join(folder, 'data');
  await openSecrets({ data, backupRecipient: null, ids: createIds({ now: Date.now }) });
  writeFileSync(join(data, 'secrets', 'installation-id'), `${testInstallation}\n`);
  writeFileSync(join(data, 'secrets', 'journal-key.pem'), testKey().export({ format: 'pem', type: 'pkcs8' }));
  return {
    data,
    environment: { SALLYPORT_DATA: data, DATABASE_URL: urlOf(owner), DATABASE_APP_URL: urlOf(app), LOG_LEVEL: 'error' },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A server that is reached through a socket's folder, as an address. */
export function urlOf({ host, port, user, password, database }: TestInstallation['owner']): string {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgres://${credentials}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
