import { createHash } from 'node:crypto';
import type { Day, Instant, WorkingDays } from '@sallyport/core/calendar';
import { settingOn } from '@sallyport/core/duties';
import { type Correction, type Law, settingNumber } from '@sallyport/core/law';
import type { Room } from '../../platform/actions/implement.ts';
import type { DutiesPort } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RoomActs } from '../identity/index.ts';
import { implementAsOf } from './as-of.ts';
import { type AskedOf, dutiesOfSubjects, type SubjectDuty, type SubjectsAsked } from './at-gate.ts';
import { implementBulk } from './bulk.ts';
import { implementConflict, implementConflicts, implementWithdrawConflict } from './conflict.ts';
import { createConflictActs } from './conflict-acts.ts';
import { correctionImpact } from './correction-impact.ts';
import { countDiffering } from './differing.ts';
import { createEngine } from './engine.ts';
import { implementExplain } from './explain.ts';
import { type Held, holdsOf } from './gate.ts';
import { implementAssignees, implementGroups } from './groups.ts';
import { implementList } from './list.ts';
import { implementOne } from './one.ts';
import { type OwnDuty, openOwnDuties } from './own-duties.ts';
import { implementPutOff, type PutOffParts } from './put-off.ts';
import { createPutOffActs } from './put-off-acts.ts';
import { implementReview } from './review.ts';
import { countsOfRules } from './rule-counts.ts';
import { settingImpact } from './setting-impact.ts';
import { createDutiesPort, recomputeJob, type SettleParts } from './settle.ts';
import { startImpact } from './start-impact.ts';
import { putOffEverything, readPolicy } from './store.ts';
import { implementFigures, implementSummary } from './summary.ts';
import { recompute, type TickParts, tick } from './ticker.ts';
import { implementToday } from './today.ts';
import { trendQuery } from './trend.ts';
import { implementViews, viewsQuery } from './views.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { giveDuties } from './assign.ts';
export type { AskedOf, SubjectDuty, SubjectsAsked } from './at-gate.ts';
export { assignmentsToMove, readersOf } from './bulk-store.ts';
export { checkDays } from './check-days.ts';
export { dutyTables } from './columns.ts';
export { wordsOfDay } from './day-words.ts';
export { type DutyRow, dutyColumns, itemOf } from './duty-row.ts';
export { openDutiesOf } from './of-person.ts';
export type { OwnDuty } from './own-duties.ts';
export { putOffsOfSubject } from './put-off-store.ts';
export { type DutyToTell, dueDaysOf, dutiesToTell, dutiesUnder } from './to-tell.ts';

export type DutiesParts = Omit<SettleParts, 'engine'> &
  Omit<TickParts, 'engine' | 'lawState'> &
  Omit<PutOffParts, 'engine'> & {
    readonly law: Law;
    readonly calendars: ReadonlyMap<string, WorkingDays>;
  };

export type Duties = {
  readonly port: DutiesPort;
  readonly room: Room;
  /** Acts of two persons that this room asks for. */
  readonly acts: RoomActs;
  /** Carries time into an organisation's duties, closes days that are over, computes again what waits: a job a minute, and once before serving. */
  tick(this: void, org: string, now: Instant): Promise<void>;
  /** What an act has to wait for, evaluated afresh in its own transaction. */
  holds(
    this: void,
    tx: Transaction,
    gate: string,
    subject: { readonly kind: string; readonly id: string },
    now: Instant,
  ): Promise<Held[]>;
  /** What some rules ask of subjects: evaluated afresh for whoever acts on it, as stored for whoever shows it. */
  ofSubjects(
    this: void,
    tx: Transaction,
    of: SubjectsAsked,
    asked: readonly AskedOf[],
    now: Instant,
    afresh: boolean,
  ): Promise<SubjectDuty[][]>;
  /** The number of a setting that is in force on a day, in the setting's own unit. */
  settingOn(this: void, tx: Transaction, name: string, day: Day): Promise<number | null>;
  /** What a value of a setting would do to the organisation's duties, counted from a day on. */
  impactOf(
    this: void,
    tx: Transaction,
    chosen: { readonly name: string; readonly value: number; readonly from: Day; readonly on: Day },
  ): ReturnType<typeof settingImpact>;
  /** What another first day of the programme would do to them; null where no organisation is recorded. */
  startImpactOf(this: void, tx: Transaction, today: Day, start: Day): ReturnType<typeof startImpact>;
  /** What other corrected clauses than those that hold would do to them. */
  correctionImpactOf(
    this: void,
    tx: Transaction,
    today: Day,
    corrections: readonly Correction[],
  ): ReturnType<typeof correctionImpact>;
  /** How many duties of each rule are open, of all. */
  countsOf(this: void, tx: Transaction, today: Day, rules: readonly string[]): ReturnType<typeof countsOfRules>;
  /** Leaves every duty to the job: the organisation reads a figure of the law otherwise from now on. */
  reread(this: void, tx: Transaction, now: Instant): Promise<void>;
  /** Computes again what waits: the job `duties.recompute`. */
  recompute(this: void, org: string, now: Instant): Promise<void>;
  /** Duties of some rules that somebody has to act on and that are open. */
  openOf(
    this: void,
    tx: Transaction,
    person: string,
    rules: readonly string[],
    today: Day,
  ): Promise<readonly OwnDuty[]>;
  /** How many stored duties a full evaluation contradicts, once time is carried to the moment. */
  countDiffering(this: void, org: string, now: Instant): Promise<number>;
};

export function createDuties({ law, calendars, ...rest }: DutiesParts): Duties {
  const engine = createEngine(law, calendars);
  const parts = { ...rest, engine, lawState: stateOf(law) };
  return {
    port: createDutiesPort(parts),
    acts: { ...createPutOffActs(parts), ...createConflictActs(parts) },
    tick: (org, now) => tick(parts, org, now),
    holds: (tx, gate, subject, now) => holdsOf(tx, parts, gate, subject, now),
    ofSubjects: (tx, of, asked, now, afresh) => dutiesOfSubjects(tx, parts, of, asked, now, afresh),
    settingOn: async (tx, name, day) => {
      const type = law.settings.get(name)?.type;
      const value = settingOn(engine.own(await readPolicy(tx)).settings.get(name), day);
      return type === undefined || value === null ? null : settingNumber(type, value);
    },
    impactOf: (tx, chosen) => settingImpact(tx, parts, chosen),
    startImpactOf: (tx, today, start) => startImpact(tx, parts, today, start),
    correctionImpactOf: (tx, today, corrections) => correctionImpact(tx, parts, today, corrections),
    countsOf: countsOfRules,
    async reread(tx, now) {
      await putOffEverything(tx, 'revision', now);
      await parts.jobs.send(tx, recomputeJob, { org: tx.org });
    },
    recompute: (org, now) => recompute(parts, org, now),
    openOf: (tx, person, rules, today) => openOwnDuties(tx, engine, person, rules, today),
    countDiffering: (org, now) => countDiffering(parts, org, now),
    room: {
      actions: [
        ...implementPutOff(parts),
        ...implementReview(parts),
        implementConflict(parts),
        implementWithdrawConflict(),
        ...implementBulk(parts),
        ...implementViews(parts),
      ],
      queries: [
        implementList(engine),
        implementGroups(engine),
        implementAssignees(engine),
        viewsQuery,
        implementSummary(engine, parts.offset),
        implementFigures(engine),
        implementToday(engine),
        implementOne(parts),
        implementExplain(parts),
        implementConflicts(engine),
        implementAsOf(engine, parts.offset),
        trendQuery,
      ],
      words: { zh, en },
    },
  };
}

/** Names the state of all packs: another revision, or another edition, is another state. */
const stateOf = (law: Law): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        law.editions.map(({ id, revisions }) => [id, revisions.map(({ number, texts }) => [number, ...texts])]),
      ),
    )
    .digest('base64url');
