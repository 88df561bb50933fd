import { contextOf, type FeelContext, type Type, type Value } from '../../packages/core/src/feel/index.ts';
import { type Leaning, leanings, literalText, type Plain, valueOf } from './pools.ts';
import type { Random } from './random.ts';

/** An expression as a tree of text and smaller expressions, so that a failing one can be cut down. */
export type Expression = { readonly type: Type; readonly parts: readonly (string | Expression)[] };
type Slot = { readonly type: Type; readonly value: Value; readonly nullable: boolean };
export type Case = { readonly expression: Expression; readonly slots: ReadonlyMap<string, Slot> };

export const textOf = ({ parts }: Expression): string =>
  parts.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');

export const contextFor = ({ slots }: Case): FeelContext => contextOf(slots);

const plainTypes: readonly Plain[] = [
  'boolean',
  'integer',
  'decimal',
  'string',
  'day',
  'instant',
  'months',
  'duration',
];
const ordered: readonly Plain[] = plainTypes.filter((type) => type !== 'boolean');
const listOf = (element: Plain): Type => ({ list: element });

/** Writes one case; `want` names the form the expression begins with. */
class Writer {
  readonly slots = new Map<string, Slot>();
  readonly #random: Random;
  readonly #leaning: Leaning;
  readonly #bound: { readonly name: string; readonly type: Plain }[] = [];
  #count = 0;

  constructor(random: Random, leaning: Leaning) {
    this.#random = random;
    this.#leaning = leaning;
  }

  build(type: Plain, depth: number): Expression {
    if (depth <= 0 || this.#random.chance(0.25)) return this.leaf(type);
    return this.#random.pick(forms[type])(this, depth - 1);
  }

  any(types: readonly Plain[] = plainTypes): Plain {
    const telling = this.#leaning === 'empty' ? 'string' : this.#leaning === 'null' ? undefined : 'day';
    return telling && types.includes(telling) && this.chance(0.55) ? telling : this.#random.pick(types);
  }

  chance(share: number): boolean {
    return this.#random.chance(share);
  }

  pick<T>(items: readonly T[]): T {
    return this.#random.pick(items);
  }

  leaf(type: Plain): Expression {
    const bound = this.#bound.filter((known) => known.type === type);
    if (bound.length > 0 && this.chance(0.6)) return { type, parts: [this.pick(bound).name] };
    if (this.chance(this.#leaning === 'null' ? 0.12 : 0.02)) return { type, parts: ['null'] };
    const value = valueOf(type, this.#random, this.#leaning);
    const text = this.chance(0.5) ? literalText(type, value) : null;
    return { type, parts: [text ?? this.#slot(type, value)] };
  }

  list(element: Plain, depth: number): Expression {
    const type = listOf(element);
    if (depth > 0 && this.chance(0.25)) {
      const source = this.list(element, depth - 1);
      return { type, parts: [source, '[', this.binding('item', element, () => this.build('boolean', depth - 1)), ']'] };
    }
    if (depth > 0 && element === 'integer' && this.chance(0.2)) {
      const [of, part] = this.pick([
        ['day', 'year'],
        ['day', 'weekday'],
        ['duration', 'days'],
        ['months', 'months'],
      ] as const);
      return { type, parts: [this.list(of, depth - 1), `.${part}`] };
    }
    const size = this.chance(this.#leaning === 'empty' ? 0.6 : 0.1) ? 0 : 1 + this.#random.below(4);
    if (this.chance(0.5)) return { type, parts: [this.#slot(type, this.#items(element, size))] };
    const items = Array.from({ length: size }, () => this.build(element, depth - 1));
    if (items[0] && this.chance(this.#leaning === 'duplicate' ? 0.7 : 0.2)) items.push(items[0]);
    return { type, parts: ['[', ...items.flatMap((item, index) => (index ? [', ', item] : [item])), ']'] };
  }

  #items(element: Plain, size: number): Value[] {
    const nulls = this.#leaning === 'null' ? 0.3 : 0.1;
    const items = Array.from({ length: size }, () =>
      this.chance(nulls) ? null : valueOf(element, this.#random, this.#leaning),
    );
    if (items.length > 0 && this.chance(this.#leaning === 'duplicate' ? 0.8 : 0.2)) items.push(items[0] ?? null);
    return items;
  }

  /** Two expressions, equal to each other now and then. */
  pair(type: Plain, depth: number): [Expression, Expression] {
    const first = this.build(type, depth);
    const same = this.#leaning === 'duplicate' || this.#leaning === 'boundary day' ? 0.5 : 0.1;
    return [first, this.chance(same) ? first : this.build(type, depth)];
  }

  binding(name: string, type: Plain, body: () => Expression): Expression {
    this.#bound.push({ name, type });
    const result = body();
    this.#bound.pop();
    return result;
  }

  fresh(): string {
    return `x${this.#count++}`;
  }

  #slot(type: Type, value: Value): string {
    const known = [...this.slots].filter(([, slot]) => JSON.stringify(slot.type) === JSON.stringify(type));
    if (known.length > 0 && this.chance(0.3)) return this.pick(known)[0];
    const name = `v${this.#count++}`;
    const unknown = typeof type === 'string' && this.chance(this.#leaning === 'null' ? 0.6 : 0.12);
    // A null either has the type of its place, as a fact has, or none, as in a JSON context.
    const untyped = unknown && this.chance(0.15);
    this.slots.set(name, {
      type: untyped ? 'null' : type,
      value: unknown ? null : value,
      nullable: this.chance(0.7) || unknown,
    });
    return name;
  }
}

type Form = (g: Writer, depth: number) => Expression;

const wrap = (type: Type, ...parts: (string | Expression)[]): Expression => ({ type, parts: ['(', ...parts, ')'] });
const call = (type: Type, name: string, ...args: Expression[]): Expression => ({
  type,
  parts: [`${name}(`, ...args.flatMap((arg, index) => (index ? [', ', arg] : [arg])), ')'],
});
const infix =
  (type: Plain, sign: string, left: Plain, right: Plain): Form =>
  (g, d) =>
    wrap(type, g.build(left, d), ` ${sign} `, g.build(right, d));
const same =
  (type: Plain, sign: string): Form =>
  (g, d) => {
    const [a, b] = g.pair(type, d);
    return wrap(type, a, ` ${sign} `, b);
  };
const part =
  (name: string, of: Plain): Form =>
  (g, d) => ({ type: 'integer', parts: [wrap(of, g.build(of, d)), `.${name}`] });
const extreme =
  (name: string, type: Plain): Form =>
  (g, d) =>
    call(type, name, g.list(type, d));
const choice =
  (type: Plain): Form =>
  (g, d) =>
    wrap(type, 'if ', g.build('boolean', d), ' then ', g.build(type, d), ' else ', g.build(type, d));
const compare =
  (sign: string): Form =>
  (g, d) => {
    const [a, b] = g.pair(g.any(ordered), d);
    return wrap('boolean', a, ` ${sign} `, b);
  };
const textTest =
  (name: string): Form =>
  (g, d) =>
    call('boolean', name, ...g.pair('string', d));
const oneOf: Form = (g, d) => {
  const type = g.any();
  const [a, b] = g.pair(type, d);
  return wrap('boolean', a, ' in (', b, ', ', g.build(type, d), ')');
};
const quantified =
  (word: string): Form =>
  (g, d) => {
    const element = g.any();
    const name = g.fresh();
    const list = g.list(element, d);
    return wrap(
      'boolean',
      `${word} ${name} in `,
      list,
      ' satisfies ',
      g.binding(name, element, () => g.build('boolean', d)),
    );
  };
const sized = (type: Plain): readonly Form[] => [
  (g, d) => wrap(type, '-', g.build(type, d)),
  (g, d) => call(type, 'abs', g.build(type, d)),
];

const forms: Record<Plain, readonly Form[]> = {
  boolean: [
    ...['<', '<=', '>', '>='].map(compare),
    ...['contains', 'starts with', 'ends with'].map(textTest),
    ...['some', 'every'].map(quantified),
    ...['=', '!='].map(
      (sign): Form =>
        (g, d) => {
          const [a, b] = g.pair(g.any(), d);
          return wrap('boolean', a, ` ${sign} `, b);
        },
    ),
    ...['=', '!='].map(
      (sign): Form =>
        (g, d) =>
          wrap('boolean', g.build(g.any(), d), ` ${sign} null`),
    ),
    (g, d) => {
      const element = g.any();
      const list = g.list(element, d);
      return wrap('boolean', list, ' = ', g.chance(0.4) ? list : g.list(element, d));
    },
    infix('boolean', '<', 'integer', 'decimal'),
    infix('boolean', '=', 'decimal', 'integer'),
    infix('boolean', 'and', 'boolean', 'boolean'),
    infix('boolean', 'or', 'boolean', 'boolean'),
    (g, d) => call('boolean', 'not', g.build('boolean', d)),
    (g, d) => {
      const type = g.any(ordered);
      return wrap('boolean', g.build(type, d), ' between ', g.build(type, d), ' and ', g.build(type, d));
    },
    (g, d) => {
      const type = g.any(ordered);
      const [a, b] = g.pair(type, d);
      return wrap('boolean', a, ' in ', g.pick(['[', '(']), b, '..', g.build(type, d), g.pick([']', ')']));
    },
    oneOf,
    oneOf,
    (g, d) => {
      const type = g.any();
      const [value, other] = g.pair(type, d);
      return call(
        'boolean',
        'list contains',
        { type: listOf(type), parts: ['[', other, ', ', g.build(type, d), ']'] },
        value,
      );
    },
    (g, d) => {
      const type = g.any();
      return call('boolean', 'list contains', g.list(type, d), g.build(type, d));
    },
    choice('boolean'),
  ],
  integer: [
    ...['+', '-', '*'].map((sign) => same('integer', sign)),
    ...sized('integer'),
    ...['year', 'month', 'day', 'weekday'].map((name) => part(name, 'day')),
    ...['days', 'hours'].map((name) => part(name, 'duration')),
    ...['years', 'months'].map((name) => part(name, 'months')),
    (g, d) => call('integer', 'count', g.list(g.any(), d)),
    (g, d) => call('integer', 'string length', g.build('string', d)),
    (g, d) => call('integer', 'working days between', ...g.pair('day', d)),
    ...['min', 'max', 'sum'].map((name) => extreme(name, 'integer')),
    choice('integer'),
  ],
  decimal: [
    ...['+', '-', '*', '/'].map((sign) => same('decimal', sign)),
    ...['+', '*'].map((sign) => infix('decimal', sign, 'integer', 'decimal')),
    infix('decimal', '/', 'integer', 'integer'),
    ...sized('decimal'),
    ...['min', 'max', 'sum'].map((name) => extreme(name, 'decimal')),
    choice('decimal'),
  ],
  string: [
    same('string', '+'),
    (g, d) => call('string', 'substring', g.build('string', d), g.build('integer', d)),
    (g, d) => call('string', 'substring', g.build('string', d), g.build('integer', d), g.build('integer', d)),
    (g, d) => call('string', 'substring before', ...g.pair('string', d)),
    (g, d) => call('string', 'substring after', ...g.pair('string', d)),
    ...['min', 'max'].map((name) => extreme(name, 'string')),
    choice('string'),
  ],
  day: [
    infix('day', '+', 'day', 'duration'),
    infix('day', '-', 'day', 'duration'),
    infix('day', '+', 'day', 'months'),
    infix('day', '-', 'day', 'months'),
    infix('day', '+', 'months', 'day'),
    (g, d) => call('day', 'date', g.build('integer', d), g.build('integer', d), g.build('integer', d)),
    (g) => {
      const [year, month] = g.pick([
        ['2024', '2'],
        ['2023', '2'],
        ['2100', '2'],
        ['2199', '12'],
        ['1900', '1'],
      ] as const);
      const written = (text: string): Expression => ({ type: 'integer', parts: [text] });
      return call(
        'day',
        'date',
        written(year),
        written(month),
        g.chance(0.8) ? written(g.pick(['1', '29', '31'])) : g.leaf('integer'),
      );
    },
    (g, d) => call('day', 'add working days', g.build('day', d), g.build('integer', d)),
    (g, d) => call('day', 'roll forward', g.build('day', d)),
    ...['min', 'max'].map((name) => extreme(name, 'day')),
    choice('day'),
  ],
  instant: [
    infix('instant', '+', 'instant', 'duration'),
    infix('instant', '-', 'instant', 'duration'),
    infix('instant', '+', 'duration', 'instant'),
    ...['min', 'max'].map((name) => extreme(name, 'instant')),
    choice('instant'),
  ],
  months: [
    same('months', '+'),
    same('months', '-'),
    infix('months', '*', 'months', 'integer'),
    ...sized('months'),
    (g, d) => call('months', 'years and months duration', ...g.pair('day', d)),
    ...['min', 'max'].map((name) => extreme(name, 'months')),
    choice('months'),
  ],
  duration: [
    same('duration', '+'),
    same('duration', '-'),
    infix('duration', '*', 'integer', 'duration'),
    ...sized('duration'),
    ...(['day', 'instant'] as const).flatMap((type) => [
      (g: Writer, d: number) => {
        const [a, b] = g.pair(type, d);
        return wrap('duration', a, ' - ', b);
      },
    ]),
    ...['min', 'max'].map((name) => extreme(name, 'duration')),
    choice('duration'),
  ],
};

const roots: readonly Form[] = [
  ...plainTypes.flatMap((type) => forms[type]),
  ...plainTypes.map(
    (type): Form =>
      (g, d) =>
        g.list(type, d),
  ),
];

/** Cases in turn through every form and every leaning, so that no row of the table stays thin. */
export function* generate(random: Random, count: number): Generator<Case> {
  for (let index = 0; index < count; index++) {
    const leaning = leanings[index % leanings.length] ?? 'null';
    const generator = new Writer(random, leaning);
    const root = roots[Math.floor(index / leanings.length) % roots.length];
    if (root) yield { expression: root(generator, 1 + random.below(3)), slots: generator.slots };
  }
}
