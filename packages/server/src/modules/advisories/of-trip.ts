import { reaches } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import {
  type Context,
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
  type QueryContext,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { factsThere, kindNamed, writeFact } from '../register/index.ts';
import { type DeclaredTrip, declaredTrips } from '../trips/index.ts';
import { namedBy } from './concern.ts';
import * as contract from './contract.ts';
import * as notices from './notice-store.ts';
import { stateOf } from './shown.ts';
import * as store from './store.ts';

export type OfTripParts = {
  readonly ids: { readonly uuid: () => string };
  /** Whether there is such a trip for whoever asks. */
  readonly seesTrip: (context: QueryContext, trip: string) => Promise<boolean>;
};

export function implementOfTrip({ ids, seesTrip }: OfTripParts): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const shown = implementQuery(contract.advisoriesOfTrip, {
    async answer(context, { trip: id }) {
      const { tx, actor, today } = context;
      const day = formatDay(today);
      const [trip] = (await seesTrip(context, id)) ? await declaredTrips(tx, [id]) : [];
      if (trip === undefined) return refuse('request.not-found');
      const read = await notices.noticesOf(
        tx,
        trip.travellers.map((goer) => goer.id),
      );
      const there = namedBy(await store.inForceOn(tx, day), trip.places);
      const over = (await endedSince(context, read, trip.places)).filter(
        ({ here }) => !here.every((place) => there.some((now) => now.here.includes(place))),
      );
      const now = there.map(({ one }) => one.id);
      const has = (traveller: string, done: 'openedOn' | 'acknowledgedOn') =>
        now.every((one) =>
          read.some((notice) => notice.traveller === traveller && notice.advisory === one && notice[done] !== null),
        );
      const confirmed = await notices.acknowledgementsOf(
        tx,
        trip.travellers.map((goer) => goer.id),
      );
      const facts = await factsThere(
        tx,
        kindNamed('briefing'),
        confirmed.map((one) => one.id),
      );
      const travellers = trip.travellers.map(({ id: traveller, person }) => ({
        traveller,
        person,
        opened: now.length > 0 && has(traveller, 'openedOn'),
        // Where the list names none of the places, that this was looked at is on record as a fact.
        acknowledged:
          now.length > 0
            ? has(traveller, 'acknowledgedOn')
            : facts.some(({ fields }) => fields['traveller'] === traveller),
      }));
      // Abroad, with nothing to read, there is nothing left to acknowledge either.
      const nothingLeft = trip.over || (trip.departedOn !== null && now.length === 0);
      const mine = nothingLeft
        ? undefined
        : travellers.find(({ person, acknowledged }) => person === actor.person && !acknowledged);
      const theirs = await withinReach(context, trip);
      return {
        output: {
          items: [...there, ...over].map(({ one, here }) => ({
            advisory: one.id,
            number: one.number,
            places: [...one.places],
            levels: { ...one.levels },
            said: one.said,
            source: one.source,
            from: one.from,
            lastDay: one.lastDay,
            here,
            state: stateOf(one, day),
            change: read.find((notice) => notice.advisory === one.id)?.change ?? null,
          })),
          travellers: travellers.filter(({ person }) => theirs.has(person)),
          mine: mine?.traveller ?? null,
        },
        persons: trip.travellers.map(({ person }) => person),
      };
    },
  });

  return {
    actions: [
      implementAction(contract.openAdvisories, {
        async handle(context, { traveller }) {
          const { person, there } = await ownJourney(context, traveller);
          const opened = there.map(({ one }) => one.id);
          await notices.noteOpened(context.tx, opened, { traveller, person }, formatDay(context.today));
          return done(traveller, person, { advisories: opened });
        },
      }),
      implementAction(contract.acknowledgeAdvisories, {
        async handle(context, { traveller, advisories }) {
          const { tx, today } = context;
          await store.inTurn(tx);
          const { person, there, trip } = await ownJourney(context, traveller);
          if (trip.over) refuse('advisories.over');
          const now = there.map(({ one }) => one.id);
          // What somebody has not seen they do not acknowledge.
          if (now.toSorted().join() !== [...new Set(advisories)].toSorted().join()) refuse('advisories.changed');
          const day = formatDay(today);
          if ((await notices.noteAcknowledged(tx, now, traveller, day)) < now.length) refuse('advisories.open-first');
          const fact = await acknowledged(context, ids, traveller, trip.departedOn !== null, day);
          return done(traveller, person, { advisories: now, ...fact });
        },
      }),
    ],
    queries: [
      shown,
      implementQuery(contract.myNotices, {
        async answer({ tx, actor, today }) {
          const found = actor.person === null ? [] : await notices.noticesTo(tx, actor.person, formatDay(today));
          return { output: { items: found.map((one) => ({ ...one, places: [...one.places] })) } };
        },
      }),
    ],
  };
}

/** A rule reads that it was acknowledged, and when; before the departure, and once. */
async function acknowledged(
  context: Context,
  ids: OfTripParts['ids'],
  traveller: string,
  departed: boolean,
  day: string,
) {
  if (departed || (await notices.acknowledgementsOf(context.tx, [traveller])).length > 0) return {};
  const id = ids.uuid();
  const given = { traveller, topic: 'advisories', heldOn: day, acknowledgedOn: day };
  const { fields } = await writeFact(context, kindNamed('briefing'), id, given);
  return { fact: { id, ...fields } };
}

/** What somebody has read is seen by themselves and by whoever is over them; those who go along, and those who decide, are neither. */
async function withinReach({ tx, scope }: Pick<QueryContext, 'tx' | 'scope'>, { travellers }: DeclaredTrip) {
  const people = await factsThere(
    tx,
    kindNamed('person'),
    travellers.map(({ person }) => person),
  );
  const placed = people.map(({ id, fields }) => ({ person: id, unit: String(fields['unit'] ?? '') || null }));
  return new Set(placed.filter((place) => reaches(scope, place)).map(({ person }) => person));
}

const done = (traveller: string, person: string, fields: Readonly<Record<string, unknown>>) => ({
  output: { traveller },
  entry: { subject: `traveller/${traveller}`, fields, person },
});

/** One's own journey; for anybody else, whatever their role, there is none to acknowledge anything of. */
async function ownJourney({ tx, actor, today }: Context, traveller: string) {
  const [goer] = await factsThere(tx, kindNamed('traveller'), [traveller]);
  const [trip] = goer === undefined ? [] : await declaredTrips(tx, [String(goer.fields['trip'])]);
  const mine = trip?.travellers.find(({ id }) => id === traveller);
  if (trip === undefined || mine === undefined || actor.person === null || mine.person !== actor.person)
    return refuse('request.not-found');
  const there = namedBy(await store.inForceOn(tx, formatDay(today)), trip.places);
  return { person: mine.person, trip, there };
}

/** What has ended since they were told of it, and is not followed by another about the same places. */
async function endedSince(
  { tx }: Pick<QueryContext, 'tx'>,
  read: readonly notices.Notice[],
  places: readonly string[],
): Promise<{ one: store.Stored; here: string[] }[]> {
  const ids = [
    ...new Set(read.flatMap((one) => (one.change === 'ended' || one.change === 'lapsed' ? [one.advisory] : []))),
  ];
  const found: store.Stored[] = [];
  for (const id of ids) {
    const one = await store.advisoryOf(tx, id);
    if (one !== null) found.push(one);
  }
  return namedBy(found, places);
}
