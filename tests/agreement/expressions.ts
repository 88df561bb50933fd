import type { FieldType } from '../../packages/core/src/facts/index.ts';
import type { Random } from '../feel/random.ts';
import { durations } from './pack.ts';
import { fieldsFrom, refsFrom, relationsOf } from './paths.ts';
import { kinds } from './vocabulary.ts';

export type Variable = { readonly name: string; readonly kind: string };
type Plain = 'boolean' | 'day' | 'instant' | 'integer' | 'word' | 'duration' | 'months';

const fieldTypes: Readonly<Partial<Record<Plain, FieldType>>> = {
  boolean: 'boolean',
  day: 'day',
  instant: 'instant',
  integer: 'integer',
  word: 'word',
};
const words = ['alpha', 'beta', 'low', 'mid', 'high', 'body', 'lead', 'aide'].map((word) => `"${word}"`);
const comparable = ['day', 'day', 'day', 'integer', 'instant', 'duration', 'months'] as const;

/** Writes random expressions; every composite one stands in brackets, so that it can be cut out again. */
export class ExpressionWriter {
  readonly #random: Random;
  readonly #variables: Variable[];
  readonly #slots: readonly string[];
  #count = 0;

  constructor(random: Random, variables: readonly Variable[], slots: readonly string[] = []) {
    this.#random = random;
    this.#variables = [...variables];
    this.#slots = slots;
  }

  /** The same with one more fact in sight. */
  with(variable: Variable): ExpressionWriter {
    const inner = new ExpressionWriter(this.#random, [...this.#variables, variable], this.#slots);
    inner.#count = this.#count + 1;
    return inner;
  }

  write(type: Plain, depth: number): string {
    if (depth <= 0 || this.#random.chance(0.3)) return this.leaf(type);
    return `(${this.#random.pick(forms[type])(this, depth - 1, this.#random)})`;
  }

  leaf(type: Plain): string {
    const random = this.#random;
    const fields = this.#variables.flatMap(({ name, kind }, index) => {
      const found = fieldTypes[type] ? fieldsFrom(kind, fieldTypes[type]) : [];
      // What was bound last is what the expression is about.
      const near = index === this.#variables.length - 1 ? found : found.slice(0, 4);
      return near.map((path) => `${name}.${path}`);
    });
    const short = fields.filter((path) => path.split('.').length <= 2);
    if (type === 'boolean') {
      if (random.chance(0.05)) return random.pick(['true', 'false', 'null']);
      return fields.length > 0 && random.chance(0.4) ? random.pick(fields) : `(${this.compared(0)})`;
    }
    if (type === 'word' && random.chance(0.4)) return random.pick(words);
    if (random.chance(0.02)) return 'null';
    const outside: string[] = [
      ...(type === 'day' ? this.#slots : []),
      ...(type in durations ? durations[type as keyof typeof durations] : []),
    ];
    if (type === 'integer') outside.push('0', '1');
    const share = type === 'day' ? 0.2 : 0.5;
    if (outside.length > 0 && (fields.length === 0 || random.chance(share))) return random.pick(outside);
    if (fields.length === 0) return 'null';
    return short.length > 0 && random.chance(0.65) ? random.pick(short) : random.pick(fields);
  }

  compared(depth: number): string {
    const random = this.#random;
    const type = random.pick(comparable);
    const left = this.write(type, depth);
    const right = random.chance(0.08) ? left : this.write(type, depth);
    return `${left} ${random.pick(['<', '<=', '>', '>=', '=', '!='])} ${right}`;
  }

  pick<T>(items: readonly T[]): T {
    return this.#random.pick(items);
  }

  /** Facts along a relation, filtered or not. */
  facts(depth: number): { readonly text: string; readonly kind: string } {
    const random = this.#random;
    const { name, kind } = random.pick(this.#variables);
    const ways = refsFrom(kind, 1).flatMap(({ text, to }) =>
      relationsOf(to).map((relation) => ({
        text: [name, text, relation.name].filter(Boolean).join('.'),
        kind: relation.of,
      })),
    );
    const usable = ways.filter((way) => ['trip', 'visit', 'proof', 'memo', 'person'].includes(way.kind));
    const way = random.pick(usable.length > 0 ? usable : ways);
    if (depth <= 0 || random.chance(0.4)) return way;
    const inner = this.with({ name: 'item', kind: way.kind });
    return { text: `${way.text}[${inner.write('boolean', depth - 1)}]`, kind: way.kind };
  }

  /** Values of one field of such facts. */
  values(type: Plain, depth: number): string {
    const { text, kind } = this.facts(depth);
    const fields = fieldsFrom(kind, fieldTypes[type] ?? 'day', 1);
    return fields.length === 0 ? `${text}.none` : `${text}.${this.#random.pick(fields)}`;
  }

  fresh(): string {
    return `q${this.#count++}`;
  }

  refersTo(kind: string): readonly string[] {
    return this.#variables.flatMap((variable) =>
      refsFrom(variable.kind, 2)
        .filter(({ to }) => to === kind)
        .map(({ text }) => [variable.name, text].filter(Boolean).join('.')),
    );
  }

  nullable(): string {
    const known = this.#variables.flatMap(({ name, kind }) =>
      Object.entries(kinds.find((other) => other.name === kind)?.fields ?? {})
        .filter(([, field]) => field.nullable && field.type !== 'text')
        .map(([field]) => `${name}.${field}`),
    );
    return known.length > 0 && this.#random.chance(0.8) ? this.#random.pick(known) : this.leaf('day');
  }
}

type Form = (g: ExpressionWriter, depth: number, random: Random) => string;

const choice =
  (type: Plain): Form =>
  (g, d) =>
    `if ${g.write('boolean', d)} then ${g.write(type, d)} else ${g.write(type, d)}`;
const extreme =
  (type: Plain): Form =>
  (g, d, random) => {
    const name = random.pick(['min', 'max']);
    if (random.chance(0.4)) return `${name}(${g.values(type, d)})`;
    const [a, b] = [g.write(type, d), g.write(type, d)];
    return `${name}(${a}, ${b}${random.chance(0.2) ? `, ${a}` : ''})`;
  };
const sign = (random: Random): string => random.pick(['+', '-']);

const forms: Readonly<Record<Plain, readonly Form[]>> = {
  day: [
    (g, d, random) => `${g.write('day', d)} ${sign(random)} ${g.write('duration', d)}`,
    (g, d, random) => `${g.write('day', d)} ${sign(random)} ${g.write('months', d)}`,
    (g, d, random) => `${g.write('day', d)} ${sign(random)} ${random.pick(durations.months)}`,
    (g, d, random) =>
      `add working days(${g.write('day', d)}, ${random.chance(0.3) ? '-' : ''}${g.write('integer', d)})`,
    (g, d) => `roll forward(${g.write('day', d)})`,
    choice('day'),
    extreme('day'),
    extreme('day'),
    (g, d) => `date(${g.write('day', d)}.year, ${g.write('day', d)}.month, ${g.write('day', d)}.day)`,
  ],
  instant: [
    (g, d, random) => `${g.write('instant', d)} ${sign(random)} ${g.write('duration', d)}`,
    choice('instant'),
    extreme('instant'),
  ],
  integer: [
    (g, d, random) => `${g.write('integer', d)} ${random.pick(['+', '-', '*'])} ${g.write('integer', d)}`,
    (g, d) => `count(${g.facts(d).text})`,
    (g, d) => `count(${g.facts(d).text})`,
    (g, d) => `sum(${g.values('integer', d)})`,
    (g, d) => `working days between(${g.write('day', d)}, ${g.write('day', d)})`,
    (g, d, random) => `${g.write('day', d)}.${random.pick(['year', 'month', 'day', 'weekday'])}`,
    (g, d, random) => `${g.write('duration', d)}.${random.pick(['days', 'hours'])}`,
    (g, d, random) => `${g.write('months', d)}.${random.pick(['years', 'months'])}`,
    (g, d) => `abs(${g.write('integer', d)})`,
    (g, d) => `-${g.write('integer', d)}`,
    choice('integer'),
    extreme('integer'),
  ],
  word: [choice('word'), (g) => g.leaf('word')],
  duration: [
    (g, d) => `${g.write('day', d)} - ${g.write('day', d)}`,
    (g, d) => `${g.write('instant', d)} - ${g.write('instant', d)}`,
    (g, d) => `${g.write('duration', d)} * ${g.write('integer', d)}`,
    (g, d, random) => `${g.write('duration', d)} ${sign(random)} ${g.write('duration', d)}`,
    (g, d) => `-${g.write('duration', d)}`,
    (g, d) => `abs(${g.write('duration', d)})`,
    choice('duration'),
    extreme('duration'),
  ],
  months: [
    (g, d) => `years and months duration(${g.write('day', d)}, ${g.write('day', d)})`,
    (g, d) => `${g.write('months', d)} * ${g.write('integer', d)}`,
    (g, d, random) => `${g.write('months', d)} ${sign(random)} ${g.write('months', d)}`,
    choice('months'),
  ],
  boolean: [
    (g, d) => g.compared(d),
    (g, d) => g.compared(d),
    (g, d) => `${g.write('boolean', d)} and ${g.write('boolean', d)}`,
    (g, d) => `${g.write('boolean', d)} or ${g.write('boolean', d)}`,
    (g, d) => `not(${g.write('boolean', d)})`,
    (g, _, random) => `${g.nullable()} ${random.pick(['=', '!='])} null`,
    (g, d, random) => `${g.write('word', d)} ${random.pick(['=', '!='])} ${g.write('word', d)}`,
    (g, d, random) =>
      `${g.write('word', d)} in (${[g.write('word', 0), random.pick(words), random.pick(words)].join(', ')})`,
    (g, d, random) =>
      `${g.write('day', d)} in ${random.pick(['[', '('])}${g.write('day', d)}..${g.write('day', d)}${random.pick([']', ')'])}`,
    (g, d) => `${g.write('day', d)} between ${g.write('day', d)} and ${g.write('day', d)}`,
    (g, d) => `${g.write('integer', d)} in (0, 1, ${g.write('integer', d)})`,
    (g, d, random) => {
      const { text, kind } = g.facts(d);
      const name = g.fresh();
      return `${random.pick(['some', 'every'])} ${name} in ${text} satisfies ${g.with({ name, kind }).write('boolean', d)}`;
    },
    (g, d) => `list contains(${g.values('word', d)}, ${g.write('word', 0)})`,
    (g, d) => `list contains(${g.values('day', d)}, ${g.write('day', d)})`,
    (g, d) => `${g.write('day', d)} in ${g.values('day', d)}`,
    (g, d, random) =>
      `count(${g.facts(d).text}) ${random.pick(['>', '>=', '='])} ${random.pick(['0', '1', 'setting.wanted'])}`,
    choice('boolean'),
  ],
};
