import type { RuleText } from '../../packages/core/src/law/index.ts';
import type { Random } from '../feel/random.ts';
import { ExpressionWriter } from './expressions.ts';
import { type Form, forms, MetWriter } from './met.ts';
import { durations } from './pack.ts';
import { type Subject, subjects } from './vocabulary.ts';

/** Random rules, each form as often as any other. */
export const randomRules = (random: Random, count: number): RuleText[] =>
  Array.from({ length: count }).reduce<RuleText[]>(
    (known, _, index) => [...known, new RuleWriter(random, index, known).rule(forms[index % forms.length] ?? 'exists')],
    [],
  );

/** Whether another rule about the same subject may follow this one: it is met once, on a day. */
const leads = (rule: RuleText, subject: string): boolean =>
  rule.subject === subject && !rule.every && !rule.forbids && !/At\b/.test(rule.due ?? '');

const both = { zh: '试验', en: 'test' };

class RuleWriter {
  readonly #random: Random;
  readonly #subject: Subject;
  readonly #index: number;
  readonly #instant: boolean;
  readonly #recurs: boolean;
  readonly #follows: string | null;
  readonly #trigger: ExpressionWriter;
  readonly #whole: ExpressionWriter;
  readonly #met: MetWriter;

  constructor(random: Random, index: number, known: readonly RuleText[]) {
    this.#random = random;
    this.#index = index;
    this.#subject = random.pick(subjects);
    this.#instant = random.chance(0.2);
    this.#recurs = random.chance(0.22);
    const before = known.filter((rule) => leads(rule, this.#subject));
    this.#follows = before.length > 0 && random.chance(0.15) ? random.pick(before).id : null;
    const variable = { name: this.#subject, kind: this.#subject };
    this.#trigger = new ExpressionWriter(random, [variable]);
    const slots = [
      ...(this.#recurs ? ['period.start', 'period.end'] : []),
      ...(this.#follows === null ? [] : ['after.metOn']),
    ];
    this.#whole = new ExpressionWriter(random, [variable], slots);
    this.#met = new MetWriter(random, this.#subject, this.#instant, this.#whole);
  }

  rule(form: Form): RuleText {
    const random = this.#random;
    const forbids = form === 'forbids';
    const rule: Record<string, unknown> = {
      id: `r${this.#index}`,
      title: both,
      concerns: 'test',
      clauses: ['agreement/fixed', 'agreement/rolling'],
      purpose: 'organisation',
      subject: forbids && this.#subject !== 'organisation' ? 'trip' : this.#subject,
      on: this.#on(),
      bearer: this.#bearer(),
      answerable: 'securityOfficer',
      waiver: random.chance(0.5) ? 'policy' : 'never',
      examples: [{ case: 'met', asOf: '2024-01-01', facts: {}, expect: 'none' }],
    };
    if (forbids) return this.#prohibition(rule);
    if (random.chance(0.65)) rule['applies'] = this.#applies();
    const people = this.#whole.refersTo('person');
    if (people.length > 0 && random.chance(0.6)) rule['assignee'] = random.pick(people);
    rule['due'] = this.#due();
    if (random.chance(0.35))
      rule['closes'] = random.chance(0.4)
        ? `(${String(rule['due'])} + ${random.pick(durations.duration)})`
        : this.#due();
    if (this.#recurs) rule['every'] = this.#every();
    if (this.#follows !== null) rule['after'] = this.#follows;
    rule['met'] = this.#met.met(form);
    if (random.chance(0.35))
      rule['except'] = Array.from({ length: 1 + random.below(2) }, (_, index) => this.#exception(form, index));
    if (random.chance(0.2))
      rule['inForce'] = random.pick([
        { from: '2023-03-01', to: '2024-09-30' },
        { from: '2023-02-28', to: '2024-02-29' },
        { from: '2024-02-29' },
      ]);
    return rule as RuleText;
  }

  #prohibition(rule: Record<string, unknown>): RuleText {
    const subject = String(rule['subject']);
    const writer = new ExpressionWriter(this.#random, [{ name: subject, kind: subject }]);
    const plain = {
      ...rule,
      on: `${subject}.${subject === 'trip' ? 'submittedOn' : 'establishedOn'}`,
      bearer: subject === 'trip' ? 'trip.organisation' : 'organisation',
    };
    const ends = this.#random.chance(0.4)
      ? {
          applies: `${writer.write('boolean', 1)} and ${subject}.${subject === 'trip' ? 'cancelledOn' : 'dissolvedOn'} = null`,
        }
      : {};
    return { ...plain, ...ends, waiver: 'never', forbids: writer.write('boolean', 2) } as RuleText;
  }

  #happened(): string {
    const first = { organisation: 'establishedOn', person: 'joinedOn', trip: 'submittedOn', visit: 'plannedOn' };
    return `${this.#subject}.${first[this.#subject]}`;
  }

  #on(): string {
    // Short periods from a far day would be thousands of duties that all say the same.
    if (this.#recurs) return `max(${this.#happened()}, clause.start)`;
    if (this.#random.chance(0.6)) return this.#happened();
    return this.#random.chance(0.5) ? `max(${this.#happened()}, clause.start)` : this.#trigger.write('day', 2);
  }

  #bearer(): string {
    const people = this.#whole.refersTo('person');
    const ways = people.length > 0 && this.#random.chance(0.3) ? people : this.#whole.refersTo('organisation');
    if (this.#random.chance(0.15))
      return `(if ${this.#trigger.write('boolean', 1)} then ${this.#random.pick(ways)} else ${this.#random.pick(ways)})`;
    return this.#random.pick(ways);
  }

  #applies(): string {
    const endings: Record<Subject, readonly string[]> = {
      organisation: ['organisation.dissolvedOn'],
      person: ['person.leftOn', 'person.organisation.dissolvedOn'],
      trip: ['trip.cancelledOn', 'trip.withdrawnOn', 'trip.person.leftOn'],
      visit: ['visit.droppedOn', 'visit.trip.cancelledOn'],
    };
    const parts = endings[this.#subject].filter(() => this.#random.chance(0.35)).map((path) => `${path} = null`);
    if (parts.length === 0 || this.#random.chance(0.6)) parts.push(this.#whole.write('boolean', 2));
    return parts.join(' and ');
  }

  #due(): string {
    const random = this.#random;
    if (this.#instant) return this.#whole.write('instant', 2);
    if (this.#recurs && random.chance(0.4))
      return random.pick(['period.end', `(period.start + ${random.pick(durations.duration)})`]);
    if (random.chance(0.35))
      return `(${this.#whole.leaf('day')} ${random.pick(['+', '-'])} ${random.pick([...durations.duration, ...durations.months])})`;
    return this.#whole.write('day', 2);
  }

  #every(): string {
    return this.#random.chance(0.15)
      ? this.#trigger.write(this.#random.pick(['months', 'duration']), 1)
      : this.#random.pick([
          'setting.validity',
          'setting.month',
          'setting.span',
          'setting.half',
          'clause.term',
          'clause.rolling',
          'clause.within',
        ]);
  }

  #exception(form: Form, index: number) {
    const random = this.#random;
    const head = { id: `e${index}`, when: this.#trigger.write('boolean', 2), because: both };
    const parts = {
      on: () => ({ on: this.#on() }),
      due: () => ({ due: this.#due() }),
      closes: () => ({ closes: this.#due() }),
      met: () => ({
        met: this.#met.met(random.chance(0.5) ? form : random.pick(['exists', 'milestone', 'count', 'covers current'])),
      }),
      bearer: () => ({ bearer: this.#bearer() }),
      ends: () => ({ ends: true as const }),
    };
    const name = random.pick(['on', 'due', 'closes', 'met', 'bearer', 'ends'] as const);
    const more =
      name !== 'ends' && random.chance(0.4)
        ? parts[random.pick(['on', 'due', 'closes', 'met', 'bearer'] as const)]()
        : {};
    return { ...head, ...parts[name](), ...more };
  }
}
