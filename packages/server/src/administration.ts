import { Hono } from 'hono';
import { dropOldBackups, nextBackupFile } from './backup/keep.ts';
import { backUp } from './backup/write.ts';
import { listTenants } from './modules/organisation/index.ts';
import type { Opened } from './open.ts';
import type { Config } from './platform/config/config.ts';

export type BackedUp = {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
};

/** Writes a backup into the data folder, takes old ones away, and says so in the journal of every organisation. */
export async function makeBackup(opened: Opened, data: string): Promise<BackedUp> {
  const { owner, secrets, journal, database, clock } = opened;
  const file = nextBackupFile(data, Date.now());
  const made = await backUp({
    data,
    owner,
    recipient: secrets.backupRecipient,
    installation: secrets.installationId,
    file,
    now: Date.now,
  });
  dropOldBackups(data, Date.now());
  for (const { org } of await database.inInstallation(listTenants)) {
    const fields = { bytes: made.bytes, rows: made.rows, sha256: made.sha256 };
    const entry = { action: 'installation.back-up', subject: null, account: null, at: clock.now(), dayOnly: false };
    await database.inOrganisation(org, (tx) =>
      journal.port.append(tx, [{ ...entry, fields, person: null, network: null }]),
    );
  }
  return { file, ...made };
}

/** What the command line asks of the running program besides actions: only through its socket. */
export const administration = (opened: Opened, { data }: Pick<Config, 'data'>): Hono =>
  new Hono().post('/administration/back-up', async (c) => c.json(await makeBackup(opened, data)));
