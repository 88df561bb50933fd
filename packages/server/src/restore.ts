import { rmSync } from 'node:fs';
import { inspectBackup, type RestoreSource, refuseUsedFolder, restoreFiles, restoreRows } from './backup/restore.ts';
import { databaseFolder } from './database-folder.ts';
import { readCalendars } from './modules/law/index.ts';
import type { Config } from './platform/config/config.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { readMigrations } from './platform/database/migrate.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { Counts } from './platform/dump/write-tables.ts';
import { createIds } from './platform/ids/ids.ts';
import { openSecrets } from './platform/secrets/secrets.ts';

export type Restored = { readonly madeAt: string; readonly counts: Counts };

/**
 * Makes an installation of a backup in an empty data folder: secrets and files, the schema as the backup had it, then its rows, held to the
 * numbers the backup names. What came later in the old installation is lost; the caller says so and begins a new epoch of the journal.
 */
export async function restore(config: Config, source: RestoreSource): Promise<Restored> {
  refuseUsedFolder(config.data);
  const { header } = await inspectBackup(source);
  try {
    await restoreFiles(config.data, source);
    const ids = createIds({ now: Date.now });
    const secrets = await openSecrets({ data: config.data, backupRecipient: config.backupRecipient, ids });
    const server = config.database === null ? await startEmbedded({ folder: databaseFolder(config.data) }) : null;
    try {
      const owner = server?.connection ?? config.database?.url ?? '';
      await prepareDatabase({
        owner,
        password: secrets.databasePassword,
        calendars: readCalendars(),
        app: config.database?.appUrl ?? undefined,
        migrations: readMigrations().filter(({ number }) => number <= header.migration),
      });
      return { madeAt: header.madeAt, counts: await restoreRows(owner, source) };
    } finally {
      await server?.stop();
    }
  } catch (error) {
    // Half a restored installation would start as if it were a whole one.
    rmSync(config.data, { recursive: true, force: true });
    throw error;
  }
}
