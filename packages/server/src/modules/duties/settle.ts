import type { Day, Instant } from '@sallyport/core/calendar';
import type { DutiesPort, JobsPort, Subjects } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Engine } from './engine.ts';
import type { Cause } from './settle-statement.ts';
import { lockSubjects, putOff, putOffEverything, settleSubjects, touchedSubjects } from './store.ts';

/** More subjects than this are left to a job (DECISIONS 7). */
const mostSubjects = 500;

const recomputeJob = 'duties.recompute';

export type SettleParts = {
  readonly engine: Engine;
  readonly jobs: JobsPort;
  readonly dayOf: (instant: Instant) => Day;
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
};

/** Rules to evaluate and subjects to evaluate them for. */
export type Work = { readonly kind: string; readonly rules: readonly string[]; readonly subjects: readonly string[] };

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
    async settle(tx, subjects, now) {
      const work = workOf(parts.engine, subjects);
      if (subjects.has(groupKey('setting', 'setting'))) {
        await putOffEverything(tx, 'setting', now);
        await parts.jobs.send(tx, recomputeJob, { org: tx.org });
      }
      const many = work.reduce((sum, one) => sum + one.subjects.length, 0);
      if (many > mostSubjects) return leaveToJob(tx, parts.jobs, work, now);
      await settleWork(tx, parts, work, now, 'fact');
    },
  };
}

/** A key of `Subjects`: the changed kind says which rules are to be evaluated, the other whose subjects they are. */
const groupKey = (changed: string, of: string): string => `${changed} ${of}`;

function workOf(engine: Engine, subjects: Subjects): Work[] {
  const byKind = new Map<string, { rules: Set<string>; subjects: Set<string> }>();
  for (const [key, ids] of subjects) {
    const [changed = '', kind = ''] = key.split(' ');
    const rules = engine.reach(changed).rules.get(kind);
    if (rules === undefined || ids.size === 0) continue;
    const known = byKind.get(kind) ?? { rules: new Set(), subjects: new Set() };
    byKind.set(kind, known);
    for (const rule of rules) known.rules.add(rule);
    for (const id of ids) known.subjects.add(id);
  }
  return [...byKind].map(([kind, one]) => ({
    kind,
    rules: [...one.rules].toSorted(),
    subjects: [...one.subjects].toSorted(),
  }));
}

async function leaveToJob(tx: Transaction, jobs: JobsPort, work: readonly Work[], now: Instant): Promise<void> {
  for (const { kind, subjects } of work) await putOff(tx, kind, subjects, 'fact', now);
  await jobs.send(tx, recomputeJob, { org: tx.org });
}

/** Locks first; what is evaluated then is read by a new statement, so that it sees what whoever held the locks has written. */
export async function settleWork(
  tx: Transaction,
  { engine, dayOf, offset }: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>,
  work: readonly Work[],
  now: Instant,
  cause: Cause,
): Promise<number> {
  if (work.length === 0) return 0;
  const kinds = work.flatMap(({ kind, subjects }) => subjects.map(() => kind));
  const rows = await lockSubjects(
    tx,
    kinds,
    work.flatMap(({ subjects }) => subjects),
  );
  const settings = engine.settings(rows);
  let changed = 0;
  for (const { kind, rules, subjects } of work) {
    const settling = { org: tx.org, subjects, day: dayOf(now), now, cause, offset };
    changed += await settleSubjects(tx, engine.settle(kind, rules, settings), settling);
  }
  return changed;
}
