import { type Day, formatDay } from '@sallyport/core/calendar';
import { isPlace } from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { kindNamed, takeAway } from '../register/index.ts';
import { type DeclaredTrip, declaredTrips } from '../trips/index.ts';
import * as notices from './notice-store.ts';
import * as store from './store.ts';

export type TellParts = {
  readonly post: Pick<PostPort, 'write'>;
  readonly accountsOf: (tx: Transaction, person: string) => Promise<readonly string[]>;
  /** Accounts of officers over these units; null stands for the organisation itself. */
  readonly officersOver: (tx: Transaction, units: readonly (string | null)[], now: Date) => Promise<readonly string[]>;
};

/** Those of the list that a place of these is named by. */
export const namedBy = <T extends { readonly places: readonly string[] }>(
  list: readonly T[],
  places: readonly string[],
) =>
  list.flatMap((one) => {
    const here = places.filter((place) => one.places.some((listed) => isPlace(listed, place)));
    return here.length === 0 ? [] : [{ one, here: [...new Set(here)] }];
  });

/** What the list says of some places on a day. */
export const advisedOn = async (tx: Transaction, places: readonly string[], day: Day) =>
  namedBy(await store.inForceOn(tx, formatDay(day)), places).flatMap(({ one, here }) =>
    Object.entries(one.levels).flatMap(([risk, level]) =>
      here.map((place) => ({ place, risk: risk as keyof store.Levels, level })),
    ),
  );

type Concerned = { readonly trip: DeclaredTrip; readonly departed: boolean; readonly here: readonly string[] };

/** Journeys handed in and not back that go to a place of these. */
export async function concernedBy(tx: Transaction, listed: readonly string[]): Promise<Concerned[]> {
  const legs = (await notices.openJourneys(tx)).filter(({ place }) => listed.some((name) => isPlace(name, place)));
  const trips = await declaredTrips(tx, [...new Set(legs.map(({ trip }) => trip))]);
  return trips.map((trip) => {
    const own = legs.filter((leg) => leg.trip === trip.trip);
    return { trip, departed: own.some(({ departed }) => departed), here: own.map(({ place }) => place) };
  });
}

/** Less to know than was acknowledged takes nothing back. */
const takesBack: ReadonlySet<notices.Change> = new Set(['published', 'raised', 'changed']);

/**
 * A change after a journey was handed in is told to those who travel and to the officer: noted where they look, and a letter that says
 * that there is something to do and nothing of what.
 */
export async function tellOfChange(
  context: Context,
  parts: TellParts,
  { id, places, before = [] }: Pick<store.Stored, 'id' | 'places'> & { readonly before?: readonly string[] },
  change: notices.Change,
  /** A journey that these name as well is told of the advisory that names it, and not of this. */
  but: readonly string[] = [],
): Promise<number> {
  const { tx, today, now } = context;
  const all = await concernedBy(tx, [...places, ...before]);
  const concerned = all.filter(({ here }) => !here.every((place) => but.some((name) => isPlace(name, place))));
  for (const { trip, departed } of concerned) {
    for (const { id: traveller, person } of trip.travellers) {
      await notices.noteChange(tx, id, { traveller, person }, change, formatDay(today));
      for (const account of await parts.accountsOf(tx, person))
        await parts.post.write(context, { account, template: 'to-do', page: `/trips/${trip.trip}` });
    }
    // Who is abroad reads it all the same; what they had acknowledged before they left stays on record.
    if (!departed && takesBack.has(change)) await takeBack(context, trip, id);
  }
  if (concerned.length > 0)
    for (const account of await parts.officersOver(tx, [null], new Date(now / 1000)))
      await parts.post.write(context, { account, template: 'to-do', page: `/advisories/${id}` });
  return concerned.length;
}

/** What was acknowledged is no longer all there is: the fact is taken back until it is acknowledged anew. */
async function takeBack(context: Context, { travellers }: Pick<DeclaredTrip, 'travellers'>, id: string): Promise<void> {
  const facts = await notices.acknowledgementsOf(
    context.tx,
    travellers.map((one) => one.id),
  );
  for (const fact of facts) await takeAway(context, kindNamed('briefing'), fact.id, `advisory/${id}`);
}

/** A plan that goes elsewhere may meet advisories that nobody of the journey has seen. */
export async function realign(context: Context, id: string): Promise<void> {
  const { tx, today } = context;
  const [trip] = await declaredTrips(tx, [id]);
  if (trip === undefined || trip.departedOn !== null) return;
  const there = namedBy(await store.inForceOn(tx, formatDay(today)), trip.places);
  const read = await notices.noticesOf(
    tx,
    trip.travellers.map((one) => one.id),
  );
  for (const goer of trip.travellers) {
    const unread = there.find(
      ({ one }) =>
        !read.some(
          ({ traveller, advisory, acknowledgedOn }) =>
            traveller === goer.id && advisory === one.id && acknowledgedOn !== null,
        ),
    );
    if (unread !== undefined) await takeBack(context, { travellers: [goer] }, unread.one.id);
  }
}
