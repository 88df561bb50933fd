import { formatDay } from '@sallyport/core/calendar';
import { z } from 'zod';
import { dropOldBackups, nextBackupFile } from '../backup/keep.ts';
import { backUp } from '../backup/write.ts';
import { listTenants } from '../modules/organisation/index.ts';
import { handoverFor } from '../modules/privacy/index.ts';
import type { Opened } from '../open.ts';
import { machine } from '../platform/actions/machine.ts';
import { refused } from './refused.ts';

export type BackedUp = {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
};

export const toLeaveAsked = z.strictObject({ handovers: z.array(z.string().max(100)).max(100) });

/** A backup that is to leave the house: every organisation in it has a handover of this way, or none is made (PEOPLE.md). */
export async function makeBackupToLeave(
  opened: Opened,
  data: string,
  { handovers }: z.output<typeof toLeaveAsked>,
): Promise<BackedUp> {
  const { database, clock, dayOf, runNamed } = opened;
  const orgs = (await database.inInstallation(listTenants)).map(({ org }) => org);
  const day = formatDay(dayOf(clock.now()));
  // All of them first: no journal is to say that something left when another organisation kept it back.
  for (const org of orgs) {
    const found = await database.inOrganisation(org, (tx) => handoverFor(tx, 'backup', handovers, day));
    if (found === null) throw refused('backup-handover-first', { organisation: org });
  }
  for (const org of orgs) await runNamed('privacy.backUpToLeave', [{ handovers }], machine(org));
  return makeBackup(opened, data);
}

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
