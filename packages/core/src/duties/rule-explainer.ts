import { addDays, addMonths, type Day } from '../calendar/index.ts';
import type { Register } from '../facts/index.ts';
import { type Frame, Places, type Value, type World } from '../feel/index.ts';
import { periodDays, type Rule, type Status, triggerDays } from '../law/index.ts';
import { type Around, decideOne } from './decide-one.ts';
import { mostPeriods } from './duty.ts';
import { type Question, settingOn } from './question.ts';
import { type ReadyRule, type ReadyVariant, readyRule } from './ready-rule.ts';
import type { Note, Silence } from './silence.ts';
import type { Traced } from './traced.ts';
import { happenedIn } from './world.ts';

/** Decides the duties of one rule. One frame serves every subject; no rule comes after itself. */
export class RuleExplainer {
  readonly #rule: Rule;
  readonly #question: Question;
  /** Every reading of the rule that this one follows. */
  readonly #firsts: readonly RuleExplainer[];
  readonly #triggers: ReturnType<typeof triggerDays>;
  readonly #read: ReturnType<typeof periodDays>;
  readonly #ready: ReadyRule;
  readonly #around: Around;
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
    this.#question = question;
    this.#firsts = firsts;
    this.#triggers = triggerDays(rule);
    this.#read = periodDays(rule);
    const places = this.#places;
    this.#ready = readyRule(rule, { register, question, world, places });
    this.#around = { rule, ready: this.#ready, register, question, places };
    this.#steady = rule.settings.every((name) => (question.settings.get(name)?.length ?? 0) <= 1);
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
    if (this.#ready.seat?.(frame) === false) return this.#silent(note, 'elsewhere', null, null);
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
    const duties = this.#ready.every
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
    chosen: ReadyVariant | null,
    on: Day | null,
    before: Status | null = null,
  ): Traced[] {
    note?.({ reason, variant: chosen && chosen.variant, on, before, trace: this.#places.trace(this.#frame.seen) });
    return [];
  }

  /** The first exception whose condition is true, else the rule itself. Null is not taken. */
  #choose(frame: Frame): ReadyVariant {
    const [base] = this.#ready.variants;
    if (!base) throw new Error('a rule has at least itself');
    for (const variant of this.#ready.variants) if (variant.when?.(frame) === true) return variant;
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
    for (const end of this.#ready.ends) {
      const day = end(frame) as Day | null;
      if (day !== null && (first === null || day < first)) first = day;
    }
    return first;
  }

  /** Every period begun, and the next one; none that begins after the record has ended. */
  #periods(frame: Frame, chosen: ReadyVariant, subject: number, on: Day, ended: Day | null): Traced[] {
    const length = this.#ready.every?.(frame) as number | null;
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
    chosen: ReadyVariant,
    subject: number,
    on: Day,
    period: Day | null,
    next: Day | null,
    ended: Day | null,
  ): Traced[] {
    const duty = decideOne(this.#around, frame, { subject, chosen, on, period, next, ended });
    return duty === null ? [] : [duty];
  }
}
