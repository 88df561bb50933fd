import { dayAt, type Instant, type WorkingDays } from '@sallyport/core/calendar';
import { seatOffset } from '@sallyport/core/facts';
import { isBroken, nothingOutside } from '../modules/journal/index.ts';
import { readInstalledLaw } from '../modules/law/index.ts';
import { listTenants } from '../modules/organisation/index.ts';
import { createClock } from '../platform/clock/clock.ts';
import { createDatabase } from '../platform/database/database.ts';
import type { Connection } from '../platform/database/private-server.ts';
import type { Ids } from '../platform/ids/ids.ts';
import { createPress } from '../platform/paper/press.ts';
import type { Secrets } from '../platform/secrets/secrets.ts';
import { createRooms } from '../rooms.ts';
import { refused } from './refused.ts';

export type Checked = {
  /** What each log came to, computed anew from its entries. */
  readonly logs: readonly { readonly origin: string; readonly entries: number }[];
  /** Organisations whose duties a full evaluation gave again. */
  readonly organisations: number;
};

type Parts = {
  readonly app: Connection | string;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
};

/** They stay where they are: only the database moves. */
const noFiles = async (): Promise<never> => {
  throw new Error('no file is opened here');
};

const noQuery = async (): Promise<never> => {
  throw new Error('nothing is asked here');
};

/** Works on a database as the program will, and says whether what it finds there is what it should be. */
export async function checkInstallation({ app, secrets, ids, calendars }: Parts): Promise<Checked> {
  const database = createDatabase(app);
  const clock = createClock();
  const offset = seatOffset('cn');
  const { journal, duties } = createRooms({
    press: createPress(),
    database,
    clock,
    ids,
    dayOf: (instant: Instant) => dayAt(instant, offset),
    offset,
    law: readInstalledLaw(),
    calendars,
    jobs: { send: async () => undefined },
    files: { keep: noFiles, read: noFiles, remove: noFiles },
    askNamed: noQuery,
    secrets,
    origins: () => [],
    oidc: null,
    mailServer: false,
    knows: () => true,
    showsPerson: () => true,
    recordFault: (error) => {
      throw error;
    },
  });
  try {
    const logs: { origin: string; entries: number }[] = [];
    for (const org of await journal.logs())
      for (const report of await journal.verify(org, nothingOutside)) {
        if (isBroken(report)) throw refused('journal-broken', { origin: report.origin });
        logs.push({ origin: report.origin, entries: report.entries });
      }
    const tenants = await database.inInstallation(listTenants);
    for (const { org } of tenants) {
      // As a start does, so that both sides of the comparison stand at one moment.
      const now = clock.now();
      await duties.tick(org, now);
      const count = await duties.countDiffering(org, now);
      if (count > 0) throw refused('duties-differ', { count });
    }
    return { logs, organisations: tenants.length };
  } finally {
    await database.end();
  }
}
