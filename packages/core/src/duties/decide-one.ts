import { type Day, microsPerDay } from '../calendar/index.ts';
import { type Register, tableOf } from '../facts/index.ts';
import type { Frame, Places } from '../feel/index.ts';
import type { Rule, Status } from '../law/index.ts';
import type { Found } from './evidence.ts';
import { nextChangeOf } from './next-change.ts';
import { decidedOf, waiversOf } from './overrides.ts';
import type { Question } from './question.ts';
import type { ReadyRule, ReadyVariant } from './ready-rule.ts';
import { type Traced, unknownIn } from './traced.ts';

/** What is the same for every subject of a rule. */
export type Around = {
  readonly rule: Rule;
  readonly ready: ReadyRule;
  readonly register: Register;
  readonly question: Question;
  readonly places: Places;
};

/** Which duty is asked for: its trigger day, its period where it recurs, the day its record ended where that ends it. */
type Which = {
  readonly subject: number;
  readonly chosen: ReadyVariant;
  readonly on: Day;
  readonly period: Day | null;
  readonly next: Day | null;
  readonly ended: Day | null;
};

type More = Partial<Pick<Traced, 'missing' | 'waiver' | 'review'>>;

const nothing: readonly never[] = [];
const plain: More = {};

/** Decides one duty, whose trigger has come: void, unclear, or by its evidence and moments. Null where the rule does not apply. */
export function decideOne(around: Around, frame: Frame, which: Which): Traced | null {
  const { rule, ready, register, question, places } = around;
  const { subject, chosen, on, period, next, ended } = which;
  const applies = ready.applies ? ready.applies(frame) : true;
  if (applies === false) return null;
  const due = (chosen.due?.(frame) ?? null) as number | null;
  const closes = (chosen.closes?.(frame) ?? null) as number | null;
  const { asOf, endOfDay } = question;
  const now = rule.clock === 'instant' ? endOfDay : asOf;
  const trace = places.trace(frame.seen);
  const duty = (
    status: Status,
    found: Found | null,
    { missing = nothing, waiver = null, review = null }: More = plain,
  ): Traced => ({
    rule,
    subject,
    period,
    status,
    due,
    closes,
    on,
    variant: chosen.variant,
    taken: rule.variants.indexOf(chosen.variant),
    metOn: found?.metOn ?? null,
    evidence: found?.rows ?? nothing,
    bearer: chosen.bearer(frame) as number | null,
    assignee: ready.assignee ? (ready.assignee(frame) as number | null) : null,
    begins: period !== null && period > asOf ? period : null,
    missing,
    waiver,
    review,
    trace,
    nextChange: nextChangeOf(
      status,
      { due, closes, begins: period, proven: found?.ends ?? null, waived: waiver?.until ?? null },
      question,
      rule.clock,
    ),
  });
  if (ended !== null || chosen.variant.ends) return duty('void', null);
  if (applies === null)
    return duty('unclear', null, { missing: ready.condition ? unknownIn(ready.condition, trace) : [] });
  const record = (): string => tableOf(register, rule.subject).ids[subject] ?? '';
  if (rule.forbids) {
    // A forbidden fact asks for a person's look; what that person decided is the status (PEOPLE.md, no verdict by machine).
    const there = ready.forbids?.(frame);
    // Nothing forbidden is on record; that counts, so that a share has its denominator.
    if (there === false) return duty('met', { metOn: on, rows: [], ends: null });
    if (there === null) return duty('unclear', null, { missing: unknownIn(rule.forbids, trace) });
    const review = decidedOf(register, record(), rule.id, asOf);
    if (review && !review.confirmed) return duty('met', { metOn: review.on, rows: [], ends: null }, { review });
    return duty(review ? 'breached' : 'review', null, { review });
  }
  // A day as a moment means its end.
  const begun = rule.clock === 'instant' ? endOfDay - (asOf - on) * microsPerDay : on;
  const found = chosen.find?.(frame, { from: period, until: next, closes }, asOf, begun) ?? null;
  if (found) return duty(due === null || found.metOn <= due ? 'met' : 'late', found);
  const waiver = rule.waiver === 'never' ? null : waiversOf(register, record(), rule.id, period, asOf);
  if (waiver) return duty('waived', null, { waiver });
  if (closes !== null && now > closes) return duty('missed', null);
  if (due === null)
    return duty('unclear', null, { missing: chosen.variant.due ? unknownIn(chosen.variant.due, trace) : [] });
  return duty(now > due ? 'overdue' : 'pending', null);
}
