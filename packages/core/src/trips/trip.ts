import type { Day } from '../calendar/index.ts';
import type { Plan } from './plan.ts';
import type { RefusalReason } from './reasons.ts';
import type { ApprovalRole } from './roles.ts';

/** What has happened to a trip, by the day; the same milestones as the fact has. */
export type Milestones = {
  readonly submittedOn: Day | null;
  readonly approvedOn: Day | null;
  readonly departedOn: Day | null;
  readonly returnedOn: Day | null;
  readonly oralNoticeOn: Day | null;
  readonly closedOn: Day | null;
  readonly cancelledOn: Day | null;
};

/** An approval that a rule asks for. */
export type Step = {
  readonly role: ApprovalRole;
  readonly traveller: string;
  /** Only policy of the house asks for it: silence past the promised day is no objection (PEOPLE.md, abuse 16). */
  readonly policy: boolean;
  /** The duty is settled without it: waived, overridden, or met in another way its clause allows. */
  readonly otherwise: boolean;
  /** The rules that ask for it. */
  readonly rules: readonly string[];
};

export type Traveller = {
  readonly id: string;
  readonly person: string;
  /** Rules of gating duties that are neither settled nor overridden. */
  readonly missing: readonly string[];
  readonly debrief: 'not-asked' | 'due' | 'held';
};

export type Verdict = 'agreed' | 'conditions' | 'refused';

/** Whose step an entry of the trail is about. */
export type StepKey = Pick<Step, 'role' | 'traveller'>;

export type TrailEntry = {
  readonly act: Act;
  /** The person; null for the machine. */
  readonly by: string | null;
  readonly on: Day;
  readonly steps: readonly StepKey[];
  readonly verdict: Verdict | null;
  /** The digest of what was seen of the plan. */
  readonly seen: string | null;
};

export type Trip = {
  readonly emergency: boolean;
  readonly today: Day;
  readonly days: Milestones;
  readonly plan: Plan;
  /** Who filed it: themselves a traveller, or a delegate. */
  readonly filedBy: string | null;
  readonly travellers: readonly Traveller[];
  readonly steps: readonly Step[];
  readonly trail: readonly TrailEntry[];
  /** Within how many days each step is promised to be answered. */
  readonly answerWithin: number;
  /** What is kept of a text that was seen: its hash, where it is stored. */
  digest(this: void, seen: string): string;
};

export const states = [
  'draft',
  'emergency',
  'submitted',
  'returned',
  'under-review',
  'refused',
  'approved',
  'approved-with-conditions',
  'preparing',
  'cleared',
  'abroad',
  'extended',
  'not-returned',
  'back',
  'debrief-due',
  'debriefed',
  'closed',
  'cancelled',
] as const;
export type State = (typeof states)[number];

/** Everything that is done to a trip after it was drafted. */
export const acts = [
  'add-traveller',
  'drop-traveller',
  'give-notice',
  'submit',
  'withdraw',
  'return',
  'decide',
  'appeal',
  'change',
  'cancel',
  'revive',
  'clear',
  'depart',
  'extend',
  'come-back',
  'close',
] as const;
export type Act = (typeof acts)[number];

/** One act with what it needs. */
export type Move = {
  readonly act: Act;
  readonly on?: Day | undefined;
  readonly steps?: readonly StepKey[] | undefined;
  readonly verdict?: Verdict | undefined;
  readonly reason?: RefusalReason | null | undefined;
  /** The last day an approval holds for. */
  readonly until?: Day | null | undefined;
  readonly plan?: Plan | undefined;
};

/** Somebody as the trip meets them. */
export type Who = {
  readonly person: string | null;
  /** As themselves or as a deputy, on this day. */
  readonly holds: ReadonlySet<ApprovalRole>;
  readonly officer: boolean;
  /** Whether somebody who travels leads them. */
  readonly led: boolean;
};
