import { dropOldBackups, nextBackupFile } from '../backup/keep.ts';
import { backUp } from '../backup/write.ts';
import { listTenants } from '../modules/organisation/index.ts';
import type { Opened } from '../open.ts';

export type BackedUp = {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
};

/** Writes a backup into the data folder, takes old ones away, and says so in the journal of every organisation. */
export async function makeBackup(opened: Opened, data: string): Promise<BackedUp> {
  const { owner, secrets, journal, database, clock, reached } = opened;
  // What waits to be sealed would be sealed anew after a restore, under another log's name.
  for (const org of await journal.logs()) await journal.sealer.sealAll(org);
  const file = nextBackupFile(data, Date.now());
  const made = await backUp({
    data,
    owner,
    recipient: secrets.backupRecipient,
    installation: secrets.installationId,
    file,
    now: Date.now,
    reached,
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
