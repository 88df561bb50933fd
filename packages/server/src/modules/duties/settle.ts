import type { Day, Instant } from '@sallyport/core/calendar';
import type { DutiesPort, FactCause, JobsPort, Subjects } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { apart } from './apart.ts';
import type { Engine } from './engine.ts';
import { forgetEvaluated, markEvaluated, notEvaluated } from './evaluated.ts';
import type { Cause } from './settle-statement.ts';
import { lockSubjects, putOff, putOffEverything, settleSubjects, spokenNow, touchedSubjects } from './store.ts';

/** More subjects than this are left to a job (DECISIONS 7). */
const mostSubjects = 500;

/** Rules in one statement: PostgreSQL 15 takes twice as long to plan a hundred at once as in parts; 18 does not mind. */
const mostRules = 33;

export const recomputeJob = 'duties.recompute';

export type SettleParts = {
  readonly engine: Engine;
  readonly jobs: JobsPort;
  readonly dayOf: (instant: Instant) => Day;
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
};

/** Rules to evaluate and subjects to evaluate them for. */
export type Work = {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly subjects: readonly string[];
  /** Where it is not that of all work settled with it. */
  readonly cause?: Cause;
};

/** What an action may ask of the duties: which subjects facts touch, and to settle them in its own transaction. */
export function createDutiesPort(parts: SettleParts): DutiesPort {
  return {
    async touched(tx, kind, ids) {
      const rows = await touchedSubjects(tx, parts.engine.reach(kind), ids);
      const all = new Map<string, Set<string>>();
      for (const { kind: of, subject } of rows) {
        const key = groupKey(kind, of);
        all.set(key, (all.get(key) ?? new Set()).add(subject));
      }
      // A setting reaches every duty of the rules that read it: no path leads there.
      if (kind === 'setting') all.set(groupKey(kind, kind), new Set(ids));
      return all;
    },
    changing: forgetEvaluated,
    async settle(tx, subjects, now, cause) {
      const work = workOf(parts.engine, subjects, cause);
      if (subjects.has(groupKey('setting', 'setting'))) {
        await putOffEverything(tx, 'setting', now);
        await parts.jobs.send(tx, recomputeJob, { org: tx.org });
      }
      const { atOnce, later } = apart(work, mostSubjects);
      await settleWork(tx, parts, atOnce, now, cause);
      markEvaluated(tx, atOnce);
      if (later.length > 0) await leaveToJob(tx, parts.jobs, later, now);
    },
  };
}

/** A key of `Subjects`: the changed kind says which rules are to be evaluated, the other whose subjects they are. */
const groupKey = (changed: string, of: string): string => `${changed} ${of}`;

function workOf(engine: Engine, subjects: Subjects, why: FactCause): Work[] {
  const groups = new Map<string, { kind: string; cause: Cause; rules: Set<string>; subjects: Set<string> }>();
  for (const [key, ids] of subjects) {
    const [changed = '', kind = ''] = key.split(' ');
    const rules = engine.reach(changed).rules.get(kind);
    if (rules === undefined || ids.size === 0) continue;
    // The history of a duty tells what two persons put off from what the work itself changed.
    const cause: Cause = why === 'fact' && changed === 'waiver' ? 'waiver' : why;
    const known = groups.get(`${kind} ${cause}`) ?? { kind, cause, rules: new Set(), subjects: new Set() };
    groups.set(`${kind} ${cause}`, known);
    for (const rule of rules) known.rules.add(rule);
    for (const id of ids) known.subjects.add(id);
  }
  return [...groups.values()].map(({ kind, cause, ...one }) => ({
    kind,
    cause,
    rules: [...one.rules].toSorted(),
    subjects: [...one.subjects].toSorted(),
  }));
}

async function leaveToJob(tx: Transaction, jobs: JobsPort, work: readonly Work[], now: Instant): Promise<void> {
  for (const { kind, subjects, cause = 'fact' } of work) await putOff(tx, kind, subjects, cause, now);
  await jobs.send(tx, recomputeJob, { org: tx.org });
}

/** Duties as an act goes by them: evaluated under the locks of their subjects, if they were not yet since the last change of a fact. */
export async function settleAfresh(
  tx: Transaction,
  parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  asked: Work,
  now: Instant,
): Promise<void> {
  const work = notEvaluated(tx, asked);
  if (work.subjects.length === 0) return;
  await settleWork(tx, parts, [work], now, 'fact');
  markEvaluated(tx, [work]);
}

/** Subjects times rules. */
const many = 50;
/** Milliseconds. */
const bulkTimeout = 600_000;

/** Locks first; what is evaluated then is read by a new statement, so that it sees what whoever held the locks has written. */
export async function settleWork(
  tx: Transaction,
  { engine: base, dayOf, offset }: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  work: readonly Work[],
  now: Instant,
  cause: Cause,
): Promise<number> {
  if (work.length === 0) return 0;
  const locks = new Map(work.flatMap(({ kind, subjects }) => subjects.map((id) => [`${kind} ${id}`, { kind, id }])));
  const [policy, spoken] = await Promise.all([
    lockSubjects(
      tx,
      [...locks.values()].map(({ kind }) => kind),
      [...locks.values()].map(({ id }) => id),
    ),
    spokenNow(tx),
  ]);
  // An import settles hundreds of subjects in one statement, an organisation is read by a hundred rules: a busy machine may take longer over
  // them than over anybody's single act.
  const size = work.reduce((sum, { subjects, rules }) => sum + subjects.length * rules.length, 0);
  if (size > many) await tx.once(`SET LOCAL statement_timeout = ${bulkTimeout}`);
  const { engine, settings } = base.own(policy);
  const settle = ({ kind, rules, subjects, ...own }: Work): Promise<number> => {
    const settling = { org: tx.org, subjects, day: dayOf(now), now, cause: own.cause ?? cause, offset };
    return settleSubjects(tx, engine.settle(kind, rules, settings, spoken), settling);
  };
  const parts = work.flatMap((one) => inParts(one, engine));
  const isRevised = ({ rules }: Work): boolean => rules.some((id) => engine.revised.has(id));
  // Duties of other rules and other subjects: none waits for another's answer.
  const counts = await Promise.all(parts.filter((one) => !isRevised(one)).map(settle));
  for (const one of parts.filter(isRevised)) {
    const first = await settle(one);
    // A duty that is new, or was settled and is open again, is from now on read by the newest revision that applies.
    counts.push(first, first > 0 ? await settle(one) : 0);
  }
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Rules of which several revisions read are settled together: what one of them is read by, one that follows it asks of what is stored. */
function inParts(work: Work, engine: Engine): Work[] {
  const { rules } = work;
  if (rules.length <= mostRules || rules.some((id) => engine.revised.has(id))) return [work];
  const parts = Array.from({ length: Math.ceil(rules.length / mostRules) }, (_, part) => part * mostRules);
  return parts.map((from) => ({ ...work, rules: rules.slice(from, from + mostRules) }));
}
