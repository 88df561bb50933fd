import { type Day, endOfDay, type Instant } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import type { Database } from '../../platform/database/database.ts';
import { retrying } from '../../platform/database/retrying.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Reached } from '../../platform/steps/steps.ts';
import {
  carryClock,
  comingTrue,
  crossedDuties,
  differingDuties,
  readClock,
  setLaw,
  startClock,
} from './clock-store.ts';
import { type CloseParts, closeDayInJournal } from './close-day.ts';
import type { Engine } from './engine.ts';
import { recomputeSome } from './recompute.ts';
import { type SettleParts, settleWork, type Work } from './settle.ts';
import { putOffEverything, readPolicy, touchedSubjects } from './store.ts';

export type TickParts = Pick<SettleParts, 'engine' | 'dayOf' | 'offset'> &
  CloseParts & {
    readonly database: Database;
    /** Names the state of all packs. */
    readonly lawState: string;
    readonly reached?: Reached | undefined;
  };

const chunk = 500;

/**
 * Carries time into the duties of an organisation: day by day up to now, whatever it missed, so that a catch-up over n days leaves what n
 * ticks would have (DECISIONS 3). A day that is over is closed in the journal. Ends with what waits to be computed again.
 */
export async function tick(parts: TickParts, org: string, now: Instant): Promise<void> {
  const { database, dayOf, offset, lawState, reached } = parts;
  const state = await database.inOrganisation(org, async (tx) => {
    if ((await startClock(tx, now, lawState)) === 1) await putOffEverything(tx, 'revision', now);
    else if ((await setLaw(tx, lawState)) === 1) await putOffEverything(tx, 'revision', now);
    return readClock(tx);
  });
  const from = dayOf(state?.carried_to ?? now);
  for (let day = from + 1; day <= dayOf(now); day++) {
    await carry(parts, org, endOfDay(day - 1, offset) + 1, day);
    await database.inOrganisation(org, async (tx) => {
      await closeDayInJournal(tx, parts, day - 1, now);
      reached?.('tick');
    });
  }
  await carry(parts, org, now, null);
  await recompute(parts, org, now);
}

/** What was too much for an action, in chunks that each commit for themselves. */
export async function recompute(parts: TickParts, org: string, now: Instant): Promise<void> {
  while ((await inTurn(parts, org, (tx) => recomputeSome(tx, parts, now))) > 0);
}

/** Ticks and actions meet at the same subjects: what the database undid for another's sake is done again. */
const inTurn = <T>({ database }: TickParts, org: string, body: (tx: Transaction) => Promise<T>): Promise<T> =>
  retrying(() => database.inOrganisation(org, body));

async function carry(parts: TickParts, org: string, moment: Instant, begun: Day | null): Promise<void> {
  await cross(parts, org, moment);
  if (begun !== null) {
    await comeTrue(parts, org, moment, begun);
    await begin(parts, org, moment, begun);
  }
  parts.reached?.('tick');
  await parts.database.inOrganisation(org, (tx) => carryClock(tx, moment));
}

/** Duties whose own dates, evidence, waiver or period say that they change. */
async function cross(parts: TickParts, org: string, moment: Instant): Promise<void> {
  const { engine, dayOf } = parts;
  const ids = (clock: Rule['clock']): string[] => [
    ...new Set(engine.law.rules.filter((rule) => rule.clock === clock).map(({ id }) => id)),
  ];
  const [daily, hourly] = [ids('day'), ids('instant')];
  for (let last = ''; ; ) {
    const left = await inTurn(parts, org, async (tx) => {
      const crossed = await crossedDuties(tx, daily, dayOf(moment), hourly, moment, chunk);
      for (const id of new Set(crossed.map(({ rule }) => rule))) {
        const subjects = crossed.filter(({ rule }) => rule === id).map(({ subject }) => subject);
        const work = { kind: engine.rule(id)?.subject ?? '', rules: withFollowers(engine.law.rules, id), subjects };
        await settleWork(tx, parts, [work], moment, 'clock');
        parts.reached?.('tick');
      }
      return crossed.map(({ rule, subject }) => `${rule} ${subject}`).join();
    });
    if (left === '') return;
    // What was evaluated at a moment has its next change not before it: otherwise this would never end.
    if (left === last) throw new Error(`time does not move the duties of ${org}`);
    last = left;
  }
}

/** A duty that another goes before changes with that one. */
function withFollowers(rules: readonly Rule[], id: string): string[] {
  const followers = [...new Set(rules.filter(({ after }) => after === id).map((rule) => rule.id))];
  return [id, ...followers.flatMap((follower) => withFollowers(rules, follower))];
}

/** Facts recorded ahead that come to be on this day. */
async function comeTrue(parts: TickParts, org: string, moment: Instant, day: Day): Promise<void> {
  const { engine, offset } = parts;
  const kinds = [...vocabulary.kinds.keys()].filter((kind) => engine.reach(kind).touched !== null);
  await inTurn(parts, org, async (tx) => {
    const eve = [endOfDay(day - 2, offset) + 1, endOfDay(day - 1, offset)] as const;
    for (const { kind, ids } of await comingTrue(tx, kinds, day, ...eve)) {
      const reached = engine.reach(kind);
      const touched = await touchedSubjects(tx, reached, ids);
      for (const [of, rules] of reached.rules) {
        const subjects = new Set(touched.filter((one) => one.kind === of).map(({ subject }) => subject));
        await settleInChunks(tx, parts, { kind: of, rules, subjects: [...subjects].toSorted() }, moment);
      }
    }
  });
}

/**
 * Rules whose trigger day is planned: nothing was stored of them before it came; and rules of which another revision applies from this day
 * on, which reads what is still open. One statement for a kind of subject.
 */
async function begin(parts: TickParts, org: string, moment: Instant, day: Day): Promise<void> {
  const { engine } = parts;
  const starting = new Set(engine.law.rules.filter((rule) => startsAgain(engine, rule, day)).map(({ id }) => id));
  const ahead = new Set(engine.law.rules.filter(mayLieAhead).map((rule) => rule.id));
  await inTurn(parts, org, async (tx) => {
    const own = engine.own(await readPolicy(tx));
    for (const [kind, all] of engine.kinds) {
      const rules = all.filter((id) => ahead.has(id) || starting.has(id));
      if (rules.length === 0) continue;
      const differing = await differingDuties(tx, rules, own.engine.evaluate(rules, own.settings, true), day, moment);
      for (const id of new Set(differing.map(({ rule }) => rule))) {
        const subjects = differing.filter(({ rule }) => rule === id).map(({ subject }) => subject);
        const work = { kind, rules: withFollowers(engine.law.rules, id), subjects };
        await settleInChunks(tx, parts, starting.has(id) ? { ...work, cause: 'revision' } : work, moment);
      }
    }
  });
}

async function settleInChunks(tx: Transaction, parts: TickParts, work: Work, moment: Instant): Promise<void> {
  for (let at = 0; at < work.subjects.length; at += chunk)
    await settleWork(tx, parts, [{ ...work, subjects: work.subjects.slice(at, at + chunk) }], moment, 'clock');
}

/** Whether a later revision of the rule applies from the day on. */
const startsAgain = (engine: Engine, rule: Rule, day: Day): boolean =>
  rule.appliesFrom === day && engine.revised.has(rule.id);

/** A milestone, and the day a fact came to be, are hidden until they come; any other day may be known before. */
function mayLieAhead(rule: Rule): boolean {
  return rule.variants.some(({ on }) => {
    if (on.form !== 'field') return true;
    const kind = vocabulary.kinds.get(on.kind);
    return on.field !== kind?.happened && kind?.fields[on.field]?.timing !== 'milestone';
  });
}
