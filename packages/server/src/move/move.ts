import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { databaseFolder } from '../database-folder.ts';
import { jobNames } from '../job-names.ts';
import { readCalendars } from '../modules/law/index.ts';
import { openDatabase } from '../open-database.ts';
import type { Config } from '../platform/config/config.ts';
import { startEmbedded } from '../platform/database/embedded.ts';
import { prepareDatabase } from '../platform/database/prepare.ts';
import type { Connection } from '../platform/database/private-server.ts';
import type { Counts } from '../platform/dump/write-tables.ts';
import { answers } from '../platform/http/listen.ts';
import { socketPath } from '../platform/http/socket-path.ts';
import { createIds } from '../platform/ids/ids.ts';
import { installJobs } from '../platform/jobs/install.ts';
import { openSecrets } from '../platform/secrets/secrets.ts';
import { type Checked, checkInstallation } from './check.ts';
import { compareTables, copyAll, type Progress } from './copy.ts';
import { letLeave, staysHere } from './let-leave.ts';
import { refused } from './refused.ts';
import { claimTarget, connect, refuseOthers, releaseTarget } from './target.ts';

export type Moved = Checked & { readonly counts: Counts; readonly resumed: boolean };

export type MoveOptions = {
  /** An address, or `embedded`. */
  readonly to: string;
  /** Where the target's owner may make no role. */
  readonly appUrl: string | null;
  readonly progress: Progress;
  /** Under which it leaves this machine: one of each organisation. */
  readonly handovers?: readonly string[];
};

/**
 * Moves an installation from its database into an empty one and holds the two against each other: every table's number and content, the
 * journal computed anew, the duties evaluated in full. Only then can the target be started; the source is read and stays as it is, but for
 * the entry that says that everything leaves this machine.
 */
export async function move(config: Config, { to, appUrl, progress, handovers = [] }: MoveOptions): Promise<Moved> {
  const target = targetOf(config, to, appUrl);
  if (await answers(socketPath(config.data))) throw refused('running');
  if (!existsSync(join(config.data, 'secrets'))) throw refused('nothing', { data: config.data });
  if (target.database !== null && !staysHere(target.database.url)) {
    await (await connect(target.database.url)).end();
    await letLeave(config, handovers);
  }
  const ids = createIds({ now: Date.now });
  const secrets = await openSecrets({ data: config.data, backupRecipient: config.backupRecipient, ids });
  const { databasePassword: password } = secrets;
  const calendars = readCalendars();
  const source = await openDatabase({ config, password, calendars, jobs: jobNames });
  try {
    return await onBoth(source.owner, target, async (from, into, owner) => {
      await refuseOthers(from);
      const { resumed } = await claimTarget(into, secrets.installationId);
      const { app } = await prepareDatabase({
        owner,
        password,
        calendars,
        app: target.database?.appUrl ?? undefined,
        moving: true,
      });
      await installJobs(owner, jobNames);
      const counts = await copyAll(from, into, progress);
      await compareTables(from, into);
      const checked = await checkInstallation({ app, secrets, ids, calendars });
      await releaseTarget(into);
      return { counts, resumed, ...checked };
    });
  } finally {
    await source.close();
  }
}

/** The settings under which the program will run on the target. */
function targetOf(config: Config, to: string, appUrl: string | null): Config {
  if (to === 'embedded' && config.database !== null) return { ...config, database: null };
  const known = URL.canParse(to) ? new URL(to) : null;
  if (known === null || !['postgres:', 'postgresql:'].includes(known.protocol) || known.pathname.length < 2)
    throw refused('bad-target', { to: known === null ? to.slice(0, 40) : known.protocol });
  return { ...config, database: { url: to, appUrl } };
}

async function onBoth<T>(
  sourceOwner: Connection | string,
  { data, database }: Config,
  work: (from: pg.Client, into: pg.Client, owner: Connection | string) => Promise<T>,
): Promise<T> {
  const server = database === null ? await startEmbedded({ folder: databaseFolder(data) }) : null;
  const clients: pg.Client[] = [];
  try {
    const owner = server?.connection ?? database?.url ?? '';
    for (const one of [sourceOwner, owner]) clients.push(await connect(one));
    const [from, into] = clients;
    if (from === undefined || into === undefined) throw new Error('both are open');
    return await work(from, into, owner);
  } finally {
    for (const client of clients) await client.end();
    await server?.stop();
  }
}
