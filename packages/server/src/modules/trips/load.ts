import { createHash } from 'node:crypto';
import { type Day, type Instant, parseDay } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import { type Act, isApprovalRole, type Plan, type StepKey, type TrailEntry, type Trip } from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import type { AskedOf, SubjectDuty, SubjectsAsked } from '../duties/index.ts';
import type { FilesRoom } from '../files/index.ts';
import { type Fields, factsOf, factsThere, kindNamed, type StoredFact } from '../register/index.ts';
import type { PlanGiven } from './contract/shapes.ts';
import type { DeclaredTrip } from './declared.ts';
import { type AskedStep, carriedRules, debriefRules, departure, gateRules, stepsOf } from './steps-of-rules.ts';
import * as store from './store.ts';

/** What the room needs of the duties. */
export type TripParts = {
  readonly ids: { readonly uuid: () => string };
  readonly law: Law;
  readonly post: Pick<PostPort, 'write'>;
  readonly accountsOf: (tx: Transaction, person: string) => Promise<readonly string[]>;
  readonly papers: Pick<FilesRoom, 'keep' | 'give'>;
  /** Accounts of those who answer for security over each of these units; null stands for the organisation itself. */
  readonly officersOver: (tx: Transaction, units: readonly (string | null)[], now: Date) => Promise<readonly string[]>;
  readonly dutiesOf: (
    tx: Transaction,
    of: SubjectsAsked,
    asked: readonly AskedOf[],
    now: Instant,
    afresh: boolean,
  ) => Promise<SubjectDuty[][]>;
  /** The value of a setting of days on a day. */
  readonly daysOf: (tx: Transaction, setting: string, day: Day) => Promise<number | null>;
  /** Told after a plan has changed: what other rooms hold of the journey may be about another one. */
  readonly planChanged?: (context: Context, trip: string) => Promise<void>;
  /** Told of every act: what is lent for a trip follows what is listed and who travels, or refuses; the devices that are free again. */
  readonly followed?: (context: Context, trip: DeclaredTrip, act: Act | 'draft') => Promise<readonly string[]>;
};

/** A trip with everything that is known of it. */
export type Loaded = {
  readonly id: string;
  readonly version: number;
  readonly fields: Fields;
  readonly trip: Trip;
  readonly steps: readonly AskedStep[];
  readonly gate: readonly SubjectDuty[];
  readonly travellers: readonly StoredFact[];
  readonly legs: readonly StoredFact[];
  readonly plan: store.PlanRow | null;
  readonly trail: readonly store.TrailRow[];
};

export const dayIn = (value: unknown): Day | null => (typeof value === 'string' ? parseDay(value) : null);
const digest = (seen: string): string => createHash('sha256').update(seen).digest('base64url');

/** How an item reads in what was seen of a plan; what was decided before items said more reads as it did then. */
export function lineOf({ kind, number, about, device, classified, copy }: PlanGiven['items'][number]): string {
  const more = { ...(device ? { device } : {}), ...(classified ? { classified } : {}), ...(copy ? { copy } : {}) };
  return JSON.stringify([kind, number, about, ...(Object.keys(more).length === 0 ? [] : [more])]);
}

export async function loadTrips(
  tx: Transaction,
  parts: TripParts,
  ids: readonly string[],
  at: { readonly now: Instant; readonly today: Day; readonly afresh: boolean },
): Promise<Loaded[]> {
  // Sent one behind the other, without waiting for each answer.
  const [facts, goers, stages, plans, trail, items, held, answerWithin] = await Promise.all([
    factsThere(tx, kindNamed('trip'), ids),
    factsOf(tx, kindNamed('traveller'), 'trip', ids),
    factsOf(tx, kindNamed('leg'), 'trip', ids),
    store.plansOf(tx, ids),
    store.trailOf(tx, ids),
    store.carriedItems(tx, ids),
    store.debriefed(tx, ids),
    parts.daysOf(tx, 'stepAnswerWithin', at.today),
  ]);
  if (facts.length === 0) return [];
  const travellers = goers.filter(({ fields }) => (fields['withdrawnOn'] ?? null) === null);
  const legs = stages.toSorted((a, b) => Number(a.fields['order']) - Number(b.fields['order']));
  const subjects = travellers.map(({ id }) => id);
  const asked = [{ rules: gateRules(parts.law), gate: departure }, { rules: debriefRules(parts.law) }];
  const of = { kind: 'traveller', subjects };
  const [gate = [], debriefs = []] = await parts.dutiesOf(tx, of, asked, at.now, at.afresh);
  const carried = await carriedOf(tx, parts, { trips: ids, items }, at);
  return facts.map((fact) => {
    const its = <T extends { readonly fields: Fields }>(of: readonly T[]): T[] =>
      of.filter(({ fields }) => fields['trip'] === fact.id);
    const mine = its(travellers).map(({ id }) => id);
    // What is carried holds everybody; it is shown with whoever leads.
    const lead = its(travellers).find(({ fields }) => fields['leader'] === true)?.id ?? mine[0];
    const atGate = [
      ...gate.filter(({ subject }) => mine.includes(subject)),
      ...(lead === undefined ? [] : (carried.get(fact.id) ?? []).map((duty) => ({ ...duty, subject: lead }))),
    ];
    const own = {
      fact,
      travellers: its(travellers),
      legs: its(legs),
      plan: plans.find(({ trip }) => trip === fact.id) ?? null,
      trail: trail.filter(({ trip }) => trip === fact.id),
      gate: atGate,
      steps: stepsOf(parts.law, atGate),
    };
    const due = new Set(debriefs.filter(({ settled }) => !settled).map(({ subject }) => subject));
    return loaded(own, { today: at.today, answerWithin: answerWithin ?? 0, due, held });
  });
}

/** What the departure waits for because of what is carried, by trip. */
async function carriedOf(
  tx: Transaction,
  parts: TripParts,
  { trips, items }: { readonly trips: readonly string[]; readonly items: readonly store.CarriedItem[] },
  { now, afresh }: { readonly now: Instant; readonly afresh: boolean },
): Promise<ReadonlyMap<string, readonly SubjectDuty[]>> {
  const of = { kind: 'carriedItem', subjects: items.map(({ id }) => id) };
  const asked = [{ rules: carriedRules(parts.law), gate: departure }];
  const [duties = []] = items.length === 0 ? [] : await parts.dutiesOf(tx, of, asked, now, afresh);
  return new Map(
    trips.map((trip) => {
      const ids = items.flatMap((item) => (item.trip === trip ? [item.id] : []));
      return [trip, duties.filter(({ subject }) => ids.includes(subject))];
    }),
  );
}

type Own = Pick<Loaded, 'travellers' | 'legs' | 'plan' | 'trail' | 'gate' | 'steps'> & { readonly fact: StoredFact };
type Around = {
  readonly today: Day;
  readonly answerWithin: number;
  readonly due: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
};

function loaded({ fact, ...own }: Own, { today, answerWithin, due, held }: Around): Loaded {
  const { fields } = fact;
  const day = (name: string): Day | null => dayIn(fields[name]);
  const trip: Trip = {
    emergency: fields['emergency'] === true,
    today,
    days: {
      submittedOn: day('submittedOn'),
      approvedOn: day('approvedOn'),
      departedOn: day('departedOn'),
      returnedOn: day('returnedOn'),
      oralNoticeOn: day('oralNoticeOn'),
      closedOn: day('closedOn'),
      cancelledOn: day('cancelledOn'),
    },
    plan: planOf(fields, own.legs, own.plan),
    filedBy: own.plan?.filedBy ?? null,
    travellers: own.travellers.map(({ id, fields: of }) => ({
      id,
      person: String(of['person']),
      missing: own.gate
        .filter(({ subject, settled, overridden }) => subject === id && !settled && !overridden)
        .map(({ rule }) => rule.id),
      debrief: due.has(id) ? 'due' : held.has(id) ? 'held' : 'not-asked',
    })),
    steps: own.steps,
    trail: entriesOf(own.trail, day('submittedOn')),
    answerWithin,
    digest,
  };
  return { id: fact.id, version: own.trail.length + 1, fields, trip, ...own };
}

const planOf = (fields: Fields, legs: readonly StoredFact[], plan: store.PlanRow | null): Plan => ({
  departsOn: dayIn(fields['departsOn']),
  returnsOn: dayIn(fields['returnsOn']),
  legs: legs.map(({ fields: of }) => ({
    place: String(of['place'] ?? ''),
    host: typeof of['host'] === 'string' ? of['host'] : null,
    arrivesOn: dayIn(of['arrivesOn']),
    leavesOn: dayIn(of['leavesOn']),
  })),
  items: (plan?.items ?? []).map(lineOf),
});

const keysOf = (steps: readonly store.DecidedStep[]): StepKey[] =>
  steps.flatMap(({ role, traveller }) => (isApprovalRole(role) ? [{ role, traveller }] : []));

/** A trip that came from elsewhere has no trail; that it was handed in stands in the register. */
function entriesOf(rows: readonly store.TrailRow[], submittedOn: Day | null): TrailEntry[] {
  const entries = rows.flatMap(({ act, person, on, steps, verdict, seen }): TrailEntry[] =>
    act === 'draft' ? [] : [{ act, by: person, on: dayIn(on) ?? 0, steps: keysOf(steps), verdict, seen }],
  );
  if (submittedOn === null || rows.some(({ act }) => act === 'draft' || act === 'submit')) return entries;
  return [{ act: 'submit', by: null, on: submittedOn, steps: [], verdict: null, seen: null }, ...entries];
}
