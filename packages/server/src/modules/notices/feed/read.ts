import { type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import type { ClockPort } from '../../../platform/actions/ports.ts';
import type { Database } from '../../../platform/database/database.ts';
import { uidOf, writeCalendar } from '../../../platform/icalendar/write.ts';
import { dueDaysOf } from '../../duties/index.ts';
import { listTenants } from '../../organisation/index.ts';
import { endOfHandover } from '../../privacy/index.ts';
import { hashOf, readAddress } from './address.ts';
import { feedByHash, noteFeedUse } from './store.ts';

export type FeedParts = {
  readonly database: Pick<Database, 'inOrganisation' | 'inInstallation'>;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
};

/** All that a calendar in somebody else's cloud is told (PEOPLE.md, row 22): no person, no place, not what, and not how much. */
const titles = {
  zh: { name: '平安门', due: '平安门：有一项待办到期' },
  en: { name: 'Sallyport', due: 'Sallyport: a task is due' },
} as const;

/** What was missed stays a month; nobody plans further than a year. */
const [daysBack, daysAhead] = [31, 366];

/** What a calendar program reads under an address; null for one that never was, was ended, or whose handover is over: nobody can tell which. */
export const createReadFeed =
  ({ database, clock, dayOf }: FeedParts) =>
  async (text: string): Promise<string | null> => {
    const address = readAddress(text);
    if (address === null) return null;
    const tenants = await database.inInstallation(listTenants);
    const tenant = tenants.find(({ routing }) => routing === address.routing);
    if (tenant === undefined) return null;
    const today = dayOf(clock.now());
    return database.inOrganisation(tenant.org, async (tx) => {
      const feed = await feedByHash(tx, hashOf(address.token));
      if (feed === null || (await endOfHandover(tx, feed.handover, formatDay(today))) === null) return null;
      if (feed.usedOn !== formatDay(today)) await noteFeedUse(tx, feed.id, formatDay(today));
      const days = await dueDaysOf(tx, feed.person, formatDay(today - daysBack), formatDay(today + daysAhead));
      const { name, due } = titles[feed.language];
      return writeCalendar({
        name,
        stampedOn: feed.madeOn,
        days: days.map((day) => ({ uid: uidOf(feed.id, day), day, title: due })),
      });
    });
  };
