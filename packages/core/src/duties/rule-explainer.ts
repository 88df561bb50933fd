import { addDays, addMonths, type Day, microsPerDay } from '../calendar/index.ts';
import { type Register, tableOf } from '../facts/index.ts';
import { type Evaluator, evaluator, type Frame, type Node, type Value, type World } from '../feel/index.ts';
import { periodDays, type Rule, type Status, triggerDays, type Variant } from '../law/index.ts';
import { mostPeriods } from './duty.ts';
import { type Finder, type Found, finder } from './evidence.ts';
import { nextChangeOf } from './next-change.ts';
import { decidedOf, waiversOf } from './overrides.ts';
import { type Question, settingOn } from './question.ts';
import type { Note, Silence } from './silence.ts';
import { type Traced, unknownIn } from './traced.ts';
import { happened } from './world.ts';

type Ready = {
  readonly variant: Variant;
  readonly when: Evaluator | null;
  readonly on: Evaluator;
  readonly bearer: Evaluator;
  readonly due: Evaluator | null;
  readonly closes: Evaluator | null;
  readonly find: Finder | null;
};

/** Decides the duties of one rule. */
export class RuleExplainer {
  readonly #rule: Rule;
  readonly #register: Register;
  readonly #question: Question;
  readonly #world: World;
  /** Every reading of the rule that this one follows. */
  readonly #firsts: readonly RuleExplainer[];
  readonly #triggers: ReturnType<typeof triggerDays>;
  readonly #read: ReturnType<typeof periodDays>;
  readonly #variants: readonly Ready[];
  readonly #applies: Evaluator | null;
  readonly #ends: readonly Evaluator[];
  readonly #every: Evaluator | null;
  readonly #assignee: Evaluator | null;
  readonly #forbids: Evaluator | null;
  readonly #constants: Readonly<Record<string, Value>>;
  readonly #steady: boolean;
  #lasting: Readonly<Record<string, Value>> | null = null;

  constructor(rule: Rule, register: Register, question: Question, world: World, firsts: readonly RuleExplainer[]) {
    this.#rule = rule;
    this.#register = register;
    this.#question = question;
    this.#world = world;
    this.#firsts = firsts;
    this.#triggers = triggerDays(rule);
    this.#read = periodDays(rule);
    const ready = (node: Node | null): Evaluator | null => node && evaluator(node);
    this.#variants = rule.variants.map((variant) => ({
      variant,
      when: ready(variant.when),
      on: evaluator(variant.on),
      bearer: evaluator(variant.bearer),
      due: ready(variant.due),
      closes: ready(variant.closes),
      find: variant.met && finder(variant.met, register),
    }));
    this.#steady = rule.settings.every((name) => (question.settings.get(name)?.length ?? 0) <= 1);
    this.#applies = ready(rule.applies);
    this.#ends = rule.ends.map(evaluator);
    this.#every = ready(rule.every);
    this.#assignee = ready(rule.assignee);
    this.#forbids = ready(rule.forbids);
    this.#constants = Object.fromEntries(rule.constants.map((constant) => [constant.name, constant.value]));
  }

  decide(subject: number, note?: Note): Traced[] {
    const rule = this.#rule;
    const born = happened(this.#register, rule.subject, subject);
    const trace = new Map<Node, Value>();
    const silent = (
      reason: Silence['reason'],
      variant: Variant | null,
      on: Day | null,
      before: Status | null = null,
    ): Traced[] => {
      note?.({ reason, variant, on, before, trace });
      return [];
    };
    if (born > this.#question.asOf) return silent('unborn', null, born);
    const frame: Frame = {
      world: this.#world,
      slots: this.#slots(born),
      variables: { [rule.subject]: subject },
      trace,
    };
    const chosen = this.#choose(frame);
    const on = chosen.on(frame) as Day | null;
    if (on === null) return silent('untriggered', chosen.variant, on);
    const { from, to } = this.#triggers;
    if (on < from || (to !== null && on >= to)) return silent('outside', chosen.variant, on);
    if (on > this.#question.asOf) return silent('ahead', chosen.variant, on);
    let slots = this.#slots(on);
    if (rule.after !== null) {
      const [before] = this.#firsts.flatMap((first) => first.decide(subject));
      if (!before || (before.status !== 'met' && before.status !== 'late'))
        return silent('waiting', chosen.variant, on, before?.status ?? null);
      slots = { ...slots, 'after.metOn': before.metOn };
    }
    const whole: Frame = { ...frame, slots };
    const ended = this.#endedOn(whole);
    const duties = this.#every
      ? this.#periods(whole, chosen, subject, on, ended)
      : this.#one(whole, chosen, subject, on, null, null, ended);
    return duties.length > 0 ? duties : silent('excluded', chosen.variant, on);
  }

  /** The first exception whose condition is true, else the rule itself. Null is not taken. */
  #choose(frame: Frame): Ready {
    const [base, ...others] = this.#variants;
    const taken = others.find((variant) => variant.when?.(frame) === true) ?? base;
    if (!taken) throw new Error('a rule has at least itself');
    return taken;
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
    const days = this.#ends.map((end) => end(frame) as Day | null).filter((day) => day !== null);
    return days.length > 0 ? Math.min(...days) : null;
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
    for (let index = 0; index < mostPeriods; index++) {
      const from = start(index);
      const next = start(index + 1);
      if (from === null || next === null || next <= from || (ended !== null && from > ended)) break;
      const slots = { ...frame.slots, 'period.start': from, 'period.end': next - 1 };
      const over = ended !== null && ended < next ? ended : null;
      // A trace of its own: periods share trees, and each explanation shows its own values.
      const own = index > 0 && frame.trace ? { trace: new Map(frame.trace) } : {};
      if (this.#reads(from))
        duties.push(...this.#one({ ...frame, slots, ...own }, chosen, subject, on, from, next, over));
      if (from > this.#question.asOf) break;
    }
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
    const duty = (status: Status, found: Found | null, more: Partial<Traced> = {}): Traced[] => [
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
        evidence: found?.rows ?? [],
        bearer: chosen.bearer(frame) as number | null,
        assignee: (this.#assignee?.(frame) ?? null) as number | null,
        begins: period !== null && period > asOf ? period : null,
        missing: [],
        waiver: null,
        review: null,
        trace: frame.trace ?? new Map(),
        nextChange: nextChangeOf(
          status,
          { due, closes, turns: [period, found?.ends ?? null, more.waiver?.until ?? null] },
          this.#question,
          rule.clock,
        ),
        ...more,
      },
    ];
    if (ended !== null || chosen.variant.ends) return duty('void', null);
    if (applies === null)
      return duty('unclear', null, { missing: rule.applies ? unknownIn(rule.applies, frame.trace) : [] });
    if (this.#forbids) return this.#prohibition(frame, subject, on, duty);
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
      return duty('unclear', null, { missing: chosen.variant.due ? unknownIn(chosen.variant.due, frame.trace) : [] });
    return duty(now > due ? 'overdue' : 'pending', null);
  }

  #relationsKey(subject: number): string {
    return tableOf(this.#register, this.#rule.subject).ids[subject] ?? '';
  }

  /** A forbidden fact asks for a person's look; what that person decided is the status (PEOPLE.md, no verdict by machine). */
  #prohibition(
    frame: Frame,
    subject: number,
    on: Day,
    duty: (status: Status, found: Found | null, more?: Partial<Traced>) => Traced[],
  ): Traced[] {
    const there = this.#forbids?.(frame);
    // Nothing forbidden is on record; that counts, so that a share has its denominator.
    if (there === false) return duty('met', { metOn: on, rows: [], ends: null });
    if (there === null)
      return duty('unclear', null, { missing: this.#rule.forbids ? unknownIn(this.#rule.forbids, frame.trace) : [] });
    const review = decidedOf(this.#register, this.#relationsKey(subject), this.#rule.id, this.#question.asOf);
    if (review && !review.confirmed) return duty('met', { metOn: review.on, rows: [], ends: null }, { review });
    return duty(review ? 'breached' : 'review', null, { review });
  }
}
