import { formCases } from '../../packages/core/src/feel/form-cases.ts';
import { allOperators } from '../../packages/core/src/feel/index.ts';
import random from './witness-random.json' with { type: 'json' };

export type WitnessCase = { readonly expression: string; readonly context?: Readonly<Record<string, unknown>> };

const pairs = (items: readonly string[]): [string, string][] =>
  items.flatMap((a) => items.map((b): [string, string] => [a, b]));
const each = (signs: readonly string[], items: readonly string[]): string[] =>
  signs.flatMap((sign) => pairs(items).map(([a, b]) => `${a} ${sign} ${b}`));

const truths = ['true', 'false', 'null'];
const days = ['@"2024-02-29"', '@"2023-02-28"', '@"2024-01-31"', 'null'];
const steps = ['@"P1D"', '@"P1M"', '@"P12M"', '@"-P1M"', '@"P1Y1M"'];
const texts = ['""', '"a"', '"foobar"', '"平安门"', '"o"'];
const order = ['<', '<=', '>', '>=', '=', '!='];

/** Picked by hand: each operator over the small values that tell engines apart. */
const picked: readonly string[] = [
  ...each(['and', 'or'], truths),
  ...truths.map((value) => `not(${value})`),
  ...truths.map((value) => `if ${value} then 1 else 2`),
  ...each(order, ['1', '2.5', 'null']),
  ...each(order, days),
  ...each(['<', '='], ['@"P1D"', '@"PT24H"', '@"PT25H"']),
  ...each(['<', '='], ['@"P1Y"', '@"P12M"', '@"P13M"']),
  ...days.slice(0, 3).flatMap((day) => steps.flatMap((step) => [`${day} + ${step}`, `${day} - ${step}`])),
  ...each(['+', '-', '*', '/'], ['0', '7', '-2', '1.5']),
  ...['contains', 'starts with', 'ends with', 'substring before', 'substring after'].flatMap((name) =>
    pairs(texts).map(([a, b]) => `${name}(${a}, ${b})`),
  ),
  ...texts.map((text) => `string length(${text})`),
  ...['-7', '-2', '-1', '1', '2', '6', '7'].flatMap((at) => [
    `substring("foobar", ${at})`,
    `substring("foobar", ${at}, 2)`,
  ]),
  ...['min', 'max', 'sum', 'count'].flatMap((name) => [
    `${name}([])`,
    `${name}([2])`,
    `${name}([1, 1, 3])`,
    `${name}([1, null])`,
  ]),
  ...['[1..3]', '(1..3)', '[1..3)', '(1..3]'].flatMap((range) =>
    ['1', '2', '3', '4', 'null'].map((value) => `${value} in ${range}`),
  ),
  ...['some', 'every'].flatMap((word) =>
    ['[]', '[1, 2]', '[3, 4]', '[1, null]', '[3, null]'].map((list) => `${word} x in ${list} satisfies x > 2`),
  ),
  '[1, 2, 3][item > 1]',
  '[1, null, 3][item > 1]',
  '[1, null][item = null]',
  '[][item > 1]',
  '[1, 2] = [1, 2]',
  '[1, 2] = [2, 1]',
  '[null] = [null]',
  'list contains([1, null], null)',
  'list contains(["a"], "b")',
  ...days.slice(0, 3).flatMap((day) => ['year', 'month', 'day', 'weekday'].map((part) => `${day}.${part}`)),
  '@"P2DT5H".days',
  '@"P2DT5H".hours',
  '@"P1Y2M".years',
  '@"P1Y2M".months',
  ...pairs(days.slice(0, 3)).map(([a, b]) => `years and months duration(${a}, ${b})`),
];

export const witnessCases: readonly WitnessCase[] = [
  ...[{ cases: formCases }, ...allOperators].flatMap(({ cases }) =>
    cases.map(({ expression, context }) => (context ? { expression, context } : { expression })),
  ),
  ...picked.map((expression) => ({ expression })),
  ...(random as readonly WitnessCase[]),
];
