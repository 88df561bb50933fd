import { rmSync } from 'node:fs';
import { epochReasons } from '@sallyport/core/journal';
import { inspectBackup, type RestoreSource, refuseUsedFolder, restoreFiles, restoreRows } from './backup/restore.ts';
import { databaseFolder } from './database-folder.ts';
import type { EpochStart } from './modules/journal/index.ts';
import { readCalendars } from './modules/law/index.ts';
import { open } from './open.ts';
import { machineAccount } from './platform/actions/machine.ts';
import type { Config } from './platform/config/config.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { readMigrations } from './platform/database/migrate.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { Counts } from './platform/dump/write-tables.ts';
import { createIds } from './platform/ids/ids.ts';
import { openSecrets } from './platform/secrets/secrets.ts';

export type Restored = { readonly madeAt: string; readonly counts: Counts };

export type RestoreReason = EpochStart['reason'];
export const restoreReasons: readonly RestoreReason[] = epochReasons;

export type RestoreOptions = RestoreSource & {
  readonly reason: RestoreReason;
  /** In the words of whoever decided it; kept with the first entry of the new log. */
  readonly words: string;
};

/**
 * Makes an installation of a backup in an empty data folder: secrets and files, the schema as the backup had it, then its rows, held to the
 * numbers the backup names; and a new epoch of every log, whose first entry says from where it goes on, why, and that the rest is lost.
 */
export async function restore(config: Config, source: RestoreOptions): Promise<Restored> {
  refuseUsedFolder(config.data);
  const { header } = await inspectBackup(source);
  try {
    await restoreFiles(config.data, source);
    const ids = createIds({ now: Date.now });
    const secrets = await openSecrets({ data: config.data, backupRecipient: config.backupRecipient, ids });
    const server = config.database === null ? await startEmbedded({ folder: databaseFolder(config.data) }) : null;
    let counts: Counts;
    try {
      const owner = server?.connection ?? config.database?.url ?? '';
      await prepareDatabase({
        owner,
        password: secrets.databasePassword,
        calendars: readCalendars(),
        app: config.database?.appUrl ?? undefined,
        migrations: readMigrations().filter(({ number }) => number <= header.migration),
      });
      counts = await restoreRows(owner, source);
    } finally {
      await server?.stop();
    }
    await beginEpochs(config, source);
    return { madeAt: header.madeAt, counts };
  } catch (error) {
    // Half a restored installation would start as if it were a whole one.
    rmSync(config.data, { recursive: true, force: true });
    throw error;
  }
}

/** What was journaled after the backup is gone, and nobody here can say how much it was. */
async function beginEpochs(config: Config, { reason, words }: RestoreOptions): Promise<void> {
  const opened = await open(config);
  try {
    for (const org of await opened.journal.logs())
      await opened.database.inOrganisation(org, (tx) =>
        opened.journal.beginEpoch(tx, { last: null, reason, lost: null, account: machineAccount, words }),
      );
  } finally {
    await opened.close();
  }
}
