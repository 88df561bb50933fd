import { addDays, addMonths, type Day, microsPerDay } from '../calendar/index.ts';
import { type Register, tableOf } from '../facts/index.ts';
import {
  type Evaluator,
  evaluator,
  type Frame,
  type Node,
  Places,
  type Trace,
  type Value,
  type World,
} from '../feel/index.ts';
import { periodDays, type Rule, type Status, triggerDays, type Variant } from '../law/index.ts';
import { mostPeriods } from './duty.ts';
import { type Finder, type Found, finder } from './evidence.ts';
import { nextChangeOf } from './next-change.ts';
import { decidedOf, waiversOf } from './overrides.ts';
import { type Question, settingOn } from './question.ts';
import { seatTest } from './reach.ts';
import type { Note, Silence } from './silence.ts';
import { type Traced, unknownIn } from './traced.ts';
import { happenedIn } from './world.ts';

type Ready = {
  readonly variant: Variant;
  readonly when: Evaluator | null;
  readonly on: Evaluator;
  readonly bearer: Evaluator;
  readonly due: Evaluator | null;
  readonly closes: Evaluator | null;
  readonly find: Finder | null;
};

type More = Partial<Pick<Traced, 'missing' | 'waiver' | 'review'>>;
type Decide = (status: Status, found: Found | null, more?: More) => Traced[];

const nothing: readonly never[] = [];
const plain: More = {};

/** Decides the duties of one rule. One frame serves every subject; no rule comes after itself. */
export class RuleExplainer {
  readonly #rule: Rule;
  readonly #register: Register;
  readonly #question: Question;
  /** Every reading of the rule that this one follows. */
  readonly #firsts: readonly RuleExplainer[];
  readonly #triggers: ReturnType<typeof triggerDays>;
  readonly #read: ReturnType<typeof periodDays>;
  readonly #variants: readonly Ready[];
  readonly #seat: Evaluator | null;
  readonly #applies: Evaluator | null;
  readonly #ends: readonly Evaluator[];
  readonly #every: Evaluator | null;
  readonly #assignee: Evaluator | null;
  readonly #forbids: Evaluator | null;
  readonly #constants: Readonly<Record<string, Value>>;
  readonly #steady: boolean;
  readonly #born: (subject: number) => Day;
  readonly #places = new Places();
  readonly #subject: number;
  readonly #frame: Frame;
  readonly #unseen: Frame['seen'];
  #lasting: Readonly<Record<string, Value>> | null = null;

  constructor(rule: Rule, register: Register, question: Question, world: World, firsts: readonly RuleExplainer[]) {
    this.#rule = rule;
    this.#register = register;
    this.#question = question;
    this.#firsts = firsts;
    this.#triggers = triggerDays(rule);
    this.#read = periodDays(rule);
    const places = this.#places;
    const ready = (node: Node): Evaluator => evaluator(node, world, places);
    this.#variants = rule.variants.map((variant) => ({
      variant,
      when: variant.when && ready(variant.when),
      on: ready(variant.on),
      bearer: ready(variant.bearer),
      due: variant.due && ready(variant.due),
      closes: variant.closes && ready(variant.closes),
      find: variant.met && finder(variant.met, { register, world, places }),
    }));
    this.#steady = rule.settings.every((name) => (question.settings.get(name)?.length ?? 0) <= 1);
    const seat = seatTest(rule, question);
    this.#seat = seat && ready(seat);
    this.#applies = rule.applies && ready(rule.applies);
    this.#ends = rule.ends.map(ready);
    this.#every = rule.every && ready(rule.every);
    this.#assignee = rule.assignee && ready(rule.assignee);
    this.#forbids = rule.forbids && ready(rule.forbids);
    this.#constants = Object.fromEntries(rule.constants.map((constant) => [constant.name, constant.value]));
    this.#born = happenedIn(register, rule.subject);
    this.#subject = places.variable(rule.subject);
    this.#frame = places.frame(this.#constants);
    this.#unseen = places.unseen();
  }

  decide(subject: number, note?: Note): Traced[] {
    const rule = this.#rule;
    const frame = this.#frame;
    frame.variables[this.#subject] = subject;
    // A copy: whoever explains the duty later reads its values from it.
    frame.seen = this.#unseen.slice();
    const born = this.#born(subject);
    if (born > this.#question.asOf) return this.#silent(note, 'unborn', null, born);
    if (this.#seat?.(frame) === false) return this.#silent(note, 'elsewhere', null, null);
    frame.slots = this.#slots(born);
    const chosen = this.#choose(frame);
    const on = chosen.on(frame) as Day | null;
    if (on === null) return this.#silent(note, 'untriggered', chosen, on);
    const { from, to } = this.#triggers;
    if (on < from || (to !== null && on >= to)) return this.#silent(note, 'outside', chosen, on);
    if (on > this.#question.asOf) return this.#silent(note, 'ahead', chosen, on);
    frame.slots = this.#slots(on);
    if (rule.after !== null) {
      const before = this.#before(subject);
      if (!before || (before.status !== 'met' && before.status !== 'late'))
        return this.#silent(note, 'waiting', chosen, on, before?.status ?? null);
      frame.slots = { ...frame.slots, 'after.metOn': before.metOn };
    }
    const ended = this.#endedOn(frame);
    const duties = this.#every
      ? this.#periods(frame, chosen, subject, on, ended)
      : this.#one(frame, chosen, subject, on, null, null, ended);
    return duties.length > 0 ? duties : this.#silent(note, 'excluded', chosen, on);
  }

  /** The duty this one follows, by whichever reading of its rule gives it. */
  #before(subject: number): Traced | undefined {
    for (const first of this.#firsts) {
      const [duty] = first.decide(subject);
      if (duty) return duty;
    }
    return undefined;
  }

  #silent(
    note: Note | undefined,
    reason: Silence['reason'],
    chosen: Ready | null,
    on: Day | null,
    before: Status | null = null,
  ): Traced[] {
    note?.({ reason, variant: chosen && chosen.variant, on, before, trace: this.#places.trace(this.#frame.seen) });
    return [];
  }

  /** The first exception whose condition is true, else the rule itself. Null is not taken. */
  #choose(frame: Frame): Ready {
    const [base] = this.#variants;
    if (!base) throw new Error('a rule has at least itself');
    for (const variant of this.#variants) if (variant.when?.(frame) === true) return variant;
    return base;
  }

  /** Where no setting ever changed, every day has the same values; nobody writes into them. */
  #slots(day: Day): Readonly<Record<string, Value>> {
    if (!this.#steady) return this.#slotsOn(day);
    this.#lasting ??= this.#slotsOn(day);
    return this.#lasting;
  }

  #slotsOn(day: Day): Record<string, Value> {
    const slots: Record<string, Value> = { ...this.#constants };
    for (const name of this.#rule.settings)
      slots[`setting.${name}`] = settingOn(this.#question.settings.get(name), day);
    return slots;
  }

  #endedOn(frame: Frame): Day | null {
    let first: Day | null = null;
    for (const end of this.#ends) {
      const day = end(frame) as Day | null;
      if (day !== null && (first === null || day < first)) first = day;
    }
    return first;
  }

  /** Every period begun, and the next one; none that begins after the record has ended. */
  #periods(frame: Frame, chosen: Ready, subject: number, on: Day, ended: Day | null): Traced[] {
    const length = this.#every?.(frame) as number | null;
    if (length === null || length <= 0) return [];
    const start = (index: number): Day | null =>
      this.#rule.every?.type === 'months'
        ? addMonths(on, index * length)
        : addDays(on, Math.floor((index * length) / 86_400_000_000));
    const duties: Traced[] = [];
    const { slots, seen } = frame;
    const before = seen.slice();
    for (let index = 0; index < mostPeriods; index++) {
      const from = start(index);
      const next = start(index + 1);
      if (from === null || next === null || next <= from || (ended !== null && from > ended)) break;
      frame.slots = { ...slots, 'period.start': from, 'period.end': next - 1 };
      const over = ended !== null && ended < next ? ended : null;
      // A trace of its own: periods share trees, and each explanation shows its own values.
      if (index > 0) frame.seen = before.slice();
      if (this.#reads(from)) duties.push(...this.#one(frame, chosen, subject, on, from, next, over));
      if (from > this.#question.asOf) break;
    }
    // Where no period has a duty, the first one says why.
    frame.seen = seen;
    return duties;
  }

  #reads(period: Day): boolean {
    const read = this.#read;
    return read === null || (period >= read.from && (read.to === null || period < read.to));
  }

  #one(
    frame: Frame,
    chosen: Ready,
    subject: number,
    on: Day,
    period: Day | null,
    next: Day | null,
    ended: Day | null,
  ): Traced[] {
    const rule = this.#rule;
    const applies = this.#applies ? this.#applies(frame) : true;
    if (applies === false) return [];
    const due = (chosen.due?.(frame) ?? null) as number | null;
    const closes = (chosen.closes?.(frame) ?? null) as number | null;
    const { asOf, endOfDay } = this.#question;
    const now = rule.clock === 'instant' ? endOfDay : asOf;
    const trace = this.#places.trace(frame.seen);
    const duty: Decide = (status, found, { missing = nothing, waiver = null, review = null } = plain) => [
      {
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
        assignee: this.#assignee ? (this.#assignee(frame) as number | null) : null,
        begins: period !== null && period > asOf ? period : null,
        missing,
        waiver,
        review,
        trace,
        nextChange: nextChangeOf(
          status,
          { due, closes, begins: period, proven: found?.ends ?? null, waived: waiver?.until ?? null },
          this.#question,
          rule.clock,
        ),
      },
    ];
    if (ended !== null || chosen.variant.ends) return duty('void', null);
    if (applies === null) return duty('unclear', null, { missing: rule.applies ? unknownIn(rule.applies, trace) : [] });
    if (this.#forbids) return this.#prohibition(frame, subject, on, trace, duty);
    const window = { from: period, until: next, closes };
    // A day as a moment means its end.
    const begun = rule.clock === 'instant' ? endOfDay - (asOf - on) * microsPerDay : on;
    const found = chosen.find?.(frame, window, asOf, begun) ?? null;
    if (found) return duty(due === null || found.metOn <= due ? 'met' : 'late', found);
    const waiver =
      rule.waiver === 'never' ? null : waiversOf(this.#register, this.#relationsKey(subject), rule.id, period, asOf);
    if (waiver) return duty('waived', null, { waiver });
    if (closes !== null && now > closes) return duty('missed', null);
    if (due === null)
      return duty('unclear', null, { missing: chosen.variant.due ? unknownIn(chosen.variant.due, trace) : [] });
    return duty(now > due ? 'overdue' : 'pending', null);
  }

  #relationsKey(subject: number): string {
    return tableOf(this.#register, this.#rule.subject).ids[subject] ?? '';
  }

  /** A forbidden fact asks for a person's look; what that person decided is the status (PEOPLE.md, no verdict by machine). */
  #prohibition(frame: Frame, subject: number, on: Day, trace: Trace, duty: Decide): Traced[] {
    const there = this.#forbids?.(frame);
    // Nothing forbidden is on record; that counts, so that a share has its denominator.
    if (there === false) return duty('met', { metOn: on, rows: [], ends: null });
    if (there === null)
      return duty('unclear', null, { missing: this.#rule.forbids ? unknownIn(this.#rule.forbids, trace) : [] });
    const review = decidedOf(this.#register, this.#relationsKey(subject), this.#rule.id, this.#question.asOf);
    if (review && !review.confirmed) return duty('met', { metOn: review.on, rows: [], ends: null }, { review });
    return duty(review ? 'breached' : 'review', null, { review });
  }
}
