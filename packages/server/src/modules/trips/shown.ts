import { formatDay } from '@sallyport/core/calendar';
import { clauseName, type Law } from '@sallyport/core/law';
import {
  acts,
  askedSteps,
  createTripMachine,
  isLetBySilence,
  promisedBy,
  settlementOf,
  stateOf,
  waitsSince,
} from '@sallyport/core/trips';
import { type ImplementedQuery, implementQuery, type QueryContext } from '../../platform/actions/implement.ts';
import type { SubjectDuty } from '../duties/index.ts';
import { filesOf } from '../files/index.ts';
import { unitsUnder } from '../register/index.ts';
import * as contract from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { holdersOn } from './holder-store.ts';
import { type HeldSteps, listTripIds } from './list-store.ts';
import { type Loaded, loadTrips, type TripParts } from './load.ts';
import { requireSeen } from './perform.ts';
import { type Wait, waitsOf } from './wait-store.ts';
import { waitingOf } from './waiting.ts';
import { type Met, meet } from './who.ts';

const machine = createTripMachine();

export function implementTripQueries(parts: TripParts): ImplementedQuery[] {
  return [
    implementQuery(contract.listTrips, {
      async answer(context, { cursor, limit, ...filter }) {
        const { tx, scope, actor, now, today } = context;
        const held = await heldSteps(context);
        const found = await listTripIds(tx, scope, actor.person, held, filter, {
          behind: cursor === undefined ? null : readCursor(cursor),
          limit: limit + 1,
        });
        const page = found.slice(0, limit);
        const last = page.at(-1);
        const ids = page.map(({ id }) => id);
        const loaded = new Map(
          (await loadTrips(tx, parts, ids, { now, today, afresh: false })).map((one) => [one.id, one]),
        );
        const there = ids.flatMap((id) => loaded.get(id) ?? []);
        // Who holds a step sees the trips that ask for it, and no others: what is listed is what can be opened.
        const trips: Loaded[] = [];
        const items: ReturnType<typeof listed>[] = [];
        for (const one of there) {
          const met = scope.whole ? null : await meet(context, one);
          if (met?.sees === false) continue;
          trips.push(one);
          items.push(listed(one, met?.shows));
        }
        return {
          output: {
            items,
            next: found.length > limit && last !== undefined ? writeCursor(last.happenedOn, last.id) : null,
          },
          persons: [...new Set(trips.flatMap(personsOf))],
        };
      },
    }),
    implementQuery(contract.oneTrip, {
      async answer(context, { trip: id }) {
        const { loaded, met } = await requireSeen(context, parts, id);
        const waits = await waitsOf(context.tx, id);
        const papers = (await filesOf(context.tx, 'trip', id)).map(({ file, name, type, size }) => ({
          file,
          name,
          type,
          size,
        }));
        return {
          output: { ...listed(loaded, met.shows), ...whole(parts.law, loaded, met, waits), papers },
          persons: personsOf(loaded),
        };
      },
    }),
  ];
}

async function heldSteps({ tx, actor, today }: QueryContext): Promise<HeldSteps> {
  const mine = (await holdersOn(tx, formatDay(today))).filter(({ person }) => person === actor.person);
  const units = new Set<string>();
  for (const { unit } of mine) if (unit !== null) for (const one of await unitsUnder(tx, unit)) units.add(one);
  return { whole: mine.some(({ unit }) => unit === null), units: [...units] };
}

const personsOf = ({ trip }: Loaded): string[] => trip.travellers.map(({ person }) => person);
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const dayText = (day: number | null): string | null => (day === null ? null : formatDay(day));

function listed({ id, fields, trip, travellers }: Loaded, shows: Met['shows'] = () => true) {
  const waiting = askedSteps(trip).filter(({ traveller }) => shows(traveller));
  return {
    trip: id,
    kind: fields['kind'] as 'official',
    state: stateOf(trip),
    departsOn: textIn(fields['departsOn']),
    returnsOn: textIn(fields['returnsOn']),
    travellers: travellers.map(({ id: traveller, fields: of }) => ({
      traveller,
      person: String(of['person']),
      leader: of['leader'] === true,
    })),
    waiting: [...new Set(waiting.map(({ role }) => role))],
    late: waiting.some((step) => trip.today > promisedBy(trip, step)),
  };
}

function whole(law: Law, loaded: Loaded, { who, holders, shows }: Met, waits: readonly Wait[]) {
  const { fields, trip, legs, plan, gate } = loaded;
  const shut = gate.filter(
    ({ settled, overridden, subject, rule }) => !settled && !overridden && !isLetBySilence(trip, subject, rule.id),
  );
  // What was said to somebody else alone is between them.
  const trail = loaded.trail.filter(
    ({ steps }) => steps.length === 0 || steps.some(({ traveller }) => shows(traveller)),
  );
  const waiting = askedSteps(trip);
  const inTurn = waitingOf(trip);
  // Of another wait of the same step nothing is said.
  const escalatedOn = (asked: string): string | null =>
    waits.find(({ role, since }) =>
      inTurn.some((one) => one.role === asked && role === asked && formatDay(one.since) === since),
    )?.escalatedOn ?? null;
  const { submittedOn, approvedOn, departedOn, returnedOn, oralNoticeOn, closedOn, cancelledOn } = trip.days;
  const days = { submittedOn, approvedOn, departedOn, returnedOn, oralNoticeOn, closedOn, cancelledOn };
  return {
    version: loaded.version,
    emergency: trip.emergency,
    purpose: textIn(fields['purposeText']),
    filedBy: trip.filedBy,
    copiedFrom: plan?.copiedFrom ?? null,
    days: Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayText(day)])) as Record<
      keyof typeof days,
      string | null
    >,
    legs: legs.map(({ fields: of }, at) => ({
      place: String(of['place'] ?? '—'),
      host: textIn(of['host']),
      arrivesOn: textIn(of['arrivesOn']),
      leavesOn: textIn(of['leavesOn']),
      zone: plan?.legs?.[at]?.zone ?? null,
      hostKind: plan?.legs?.[at]?.hostKind ?? null,
      meetings: plan?.legs?.[at]?.meetings ?? null,
    })),
    items: [...(plan?.items ?? [])],
    communications: plan?.communications ?? null,
    steps: loaded.steps
      .filter(({ traveller }) => shows(traveller))
      .map((step) => {
        const asked = waiting.some(({ role, traveller }) => role === step.role && traveller === step.traveller);
        const since = formatDay(waitsSince(trip, step));
        const promised = promisedBy(trip, step);
        return {
          role: step.role,
          traveller: step.traveller,
          rules: step.duties.map((duty) => told(law, duty)).map(({ due: _due, ...one }) => one),
          policy: step.policy,
          settled: settlementOf(trip, step),
          since: asked ? since : null,
          promisedBy: asked ? formatDay(promised) : null,
          late: asked && trip.today > promised,
          escalatedOn: asked ? escalatedOn(step.role) : null,
          holders: holders
            .filter(({ role, person }) => role === step.role && !trip.travellers.some((one) => one.person === person))
            .map(({ person, deputy }) => ({ person, deputy })),
        };
      }),
    missing: shut
      .filter(({ subject }) => shows(subject))
      .map((duty) => ({ traveller: duty.subject, ...told(law, duty) })),
    othersMissing: shut.some(({ subject }) => !shows(subject)),
    trail: trail.map(({ act, person, on, steps, verdict, reason, until, said }) => ({
      act,
      person,
      on,
      steps: steps.flatMap(({ role, traveller }) => (shows(traveller) ? [{ role: role as 'leader', traveller }] : [])),
      verdict,
      reason: reason as 'no-need' | null,
      until,
      said,
    })),
    ...possible(loaded, who),
  };
}

const told = (law: Law, { rule, bearer, due }: SubjectDuty) => ({
  rule: rule.id,
  title: rule.title,
  clauses: rule.clauses.map((id) => ({ id, name: clauseName(law, id) })),
  bearer,
  due,
});

/** What is left to somebody, asked of the machine itself: what a page offers is what would be done. */
function possible({ trip }: Loaded, who: Met['who']) {
  const { returnsOn } = trip.plan;
  const later = { ...trip.plan, returnsOn: returnsOn === null ? null : returnsOn + 1 };
  const refused = trip.steps.filter((step) => settlementOf(trip, step) === 'refused').slice(0, 1);
  const of = { appeal: { steps: refused }, extend: { plan: later } } as const;
  const may = acts.filter(
    (act) => act !== 'decide' && act !== 'return' && machine.may(trip, { act, ...of[act as keyof typeof of] }, who).ok,
  );
  const waiting = askedSteps(trip);
  const decides = [...new Set(waiting.map(({ role }) => role))].filter((role) => {
    const steps = waiting.filter((step) => step.role === role);
    return machine.may(trip, { act: 'decide', steps, verdict: 'agreed' }, who).ok;
  });
  return { may, decides };
}
