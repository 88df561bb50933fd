import { type Day, formatDay, microsPerDay, parseDay } from '../../packages/core/src/calendar/index.ts';
import {
  allOperators,
  type Node,
  type Trace,
  type Type,
  type Value,
  walk,
} from '../../packages/core/src/feel/index.ts';

/** Hard values that an operator is to have met inside rules. */
const hard = ['null', 'boundary day', '29 February', 'month end', 'empty', 'duplicate'] as const;
type Hard = (typeof hard)[number];

type Seen = { readonly type: Type; readonly value: Value; readonly nullable: boolean };
type Counts = Map<Hard, number>;

const elementOf = (type: Type): Type => (typeof type === 'object' && 'list' in type ? type.list : type);
const isList = ({ type }: Seen): boolean => typeof type === 'object' && 'list' in type;
const isTime = ({ type }: Seen): boolean => ['day', 'instant'].includes(elementOf(type) as string);
const valuesOf = (seen: Seen): readonly Value[] =>
  isList(seen) ? ((seen.value as readonly Value[] | null) ?? []) : [seen.value];
const endsMonth = (day: Day): boolean => formatDay(day + 1).endsWith('-01');

/** Operators no random rule holds, each with its reason; every other one is to be met. */
const noTexts = 'a rule reads declared words and no text';
const notForRules: ReadonlyMap<string, string> = new Map([
  ['concatenate', noTexts],
  ['contains', noTexts],
  ['substring', noTexts],
  ['string length', noTexts],
  ['starts with', noTexts],
  ['ends with', noTexts],
  ['substring before', noTexts],
  ['substring after', noTexts],
]);

/** How often each operator of the language met each hard value; the keys of a row are the cells that make sense. */
export class Coverage {
  readonly #rows = new Map<string, Counts>();

  add(root: Node, trace: Trace, asOf: Day): void {
    walk(root, (node) => {
      if (node.form !== 'call' && node.form !== 'aggregate') return;
      const parts = node.form === 'call' ? node.args : [node.list, ...node.rest];
      const row = this.#row(node.operator.name);
      // A short cut of the evaluator may have left a part without a value.
      const known = parts.every((part) => trace.has(part));
      const given = parts.map((part) => ({
        type: part.type,
        value: trace.get(part) ?? null,
        nullable: mayBeNull(part),
      }));
      for (const [name, possible, shown] of cells(given, asOf)) {
        if (possible) row.set(name, (row.get(name) ?? 0) + (known && shown ? 1 : 0));
      }
    });
  }

  thin(wanted: number): string[] {
    const never = allOperators
      .map(({ name }) => name)
      .filter((name) => !this.#rows.has(name) && !notForRules.has(name));
    const excused = [...notForRules.keys()].filter((name) => this.#rows.has(name));
    return [
      ...never.map((name) => `${name}: in no rule`),
      ...excused.map((name) => `${name}: in a rule, though it is said not to be`),
      ...[...this.#rows].flatMap(([operator, row]) =>
        [...row].filter(([, count]) => count < wanted).map(([name, count]) => `${operator} ${name}: ${count}`),
      ),
    ];
  }

  table(): string {
    const cell = (text: string | number): string => String(text).padStart(13);
    return [
      `${'operator'.padEnd(24)}${hard.map(cell).join('')}`,
      ...[...this.#rows.keys()]
        .toSorted()
        .map((name) => name.padEnd(24) + hard.map((column) => cell(this.#row(name).get(column) ?? 'n/a')).join('')),
      ...[...notForRules].map(([name, reason]) => `${name.padEnd(24)}          n/a: ${reason}`),
    ].join('\n');
  }

  #row(name: string): Counts {
    const row = this.#rows.get(name) ?? new Map<Hard, number>();
    this.#rows.set(name, row);
    return row;
  }
}

const mayBeNull = (node: Node): boolean => (node.form === 'map' ? node.each.nullable : node.nullable);

function cells(given: readonly Seen[], asOf: Day): readonly (readonly [Hard, boolean, boolean])[] {
  const times = given.filter(isTime);
  const timed = times.length > 0;
  const days = times
    .flatMap(({ type, value, nullable }) =>
      valuesOf({ type, value, nullable }).map((each) => ({ type: elementOf(type), each })),
    )
    .flatMap(({ type, each }) =>
      each === null ? [] : [type === 'instant' ? Math.floor((each as number) / microsPerDay) : (each as number)],
    );
  const inside = days.filter((day) => parseDay(formatDay(day)) !== null);
  const lists = given.filter(isList);
  const twice = (values: readonly Value[]): boolean => new Set(values).size < values.length;
  const pairs =
    given.length > 1 &&
    given.some(({ type }, index) => given.some((other, at) => at < index && elementOf(other.type) === elementOf(type)));
  return [
    ['null', given.some(({ nullable }) => nullable), given.some((seen) => valuesOf(seen).includes(null))],
    ['boundary day', timed, inside.some((day) => Math.abs(day - asOf) <= 1) || twice(inside)],
    ['29 February', timed, inside.some((day) => formatDay(day).endsWith('-02-29'))],
    ['month end', timed, inside.some(endsMonth)],
    ['empty', lists.length > 0, lists.some((list) => valuesOf(list).length === 0)],
    [
      'duplicate',
      pairs || lists.some((list) => elementOf(list.type) !== 'null' && typeof elementOf(list.type) !== 'object'),
      twice(given.flatMap((seen) => valuesOf(seen))),
    ],
  ];
}

/** For each form of a rule how many cases it had and which statuses it reached. */
export class Forms {
  readonly #rows = new Map<string, { cases: number; readonly statuses: Set<string> }>();

  add(form: string, statuses: readonly string[]): void {
    const row = this.#rows.get(form) ?? { cases: 0, statuses: new Set() };
    row.cases++;
    for (const status of statuses) row.statuses.add(status);
    this.#rows.set(form, row);
  }

  get rows(): ReadonlyMap<string, { readonly cases: number; readonly statuses: ReadonlySet<string> }> {
    return this.#rows;
  }

  table(): string {
    return [...this.#rows]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([form, { cases, statuses }]) =>
          `${form.padEnd(24)}${String(cases).padStart(7)}  ${[...statuses].toSorted().join(' ')}`,
      )
      .join('\n');
  }
}
