import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allOperators,
  explainRunner,
  formatValue,
  kernelRunner,
  parseExpression,
  placeOf,
  Refusal,
  readContext,
} from '../../packages/core/src/feel/index.ts';
import { unequal } from '../support/both-languages.ts';
import { cn } from '../support/feel.ts';
import { seedOf } from '../support/seed.ts';

type Outcome = { readonly message: string; readonly faults: readonly string[] };

/** Parses, and computes what was accepted; anything but a value or a refusal with its place inside the text is a fault. */
function outcome(text: string, context: unknown = {}): Outcome {
  try {
    const read = readContext(context);
    const node = parseExpression(text, read.scope);
    const [explained, compiled] = [explainRunner, kernelRunner].map((runner) =>
      formatValue(node.type, runner(node, cn)(read.values)),
    );
    return { message: 'accepted', faults: explained === compiled ? [] : [`${explained} is not ${compiled}`] };
  } catch (error) {
    if (!(error instanceof Refusal)) return { message: '', faults: [String(error)] };
    const { message, from, to } = error;
    const { line, column } = placeOf(text, from);
    const placed = from >= 0 && from <= to && to <= text.length && line >= 1 && column >= 1;
    return { message, faults: placed ? unequal(error.text) : [`${message} at ${from} to ${to}`] };
  }
}

const faults = (text: string, context?: unknown): readonly string[] => outcome(text, context).faults;
const refused = (text: string, context?: unknown): string => {
  const { message, faults: found } = outcome(text, context);
  return found.length > 0 ? `fault: ${found.join()}` : message;
};

/** Milliseconds that a machine under any load keeps to; the point is that nothing grows without bound. */
const soon = 30_000;

function within<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(soon);
  return result;
}

describe('limits', () => {
  it.each([
    ['100,000 characters', '1 + '.repeat(25_000) + '1', 'longer than 10000'],
    ['1,000 nestings of brackets', `${'('.repeat(1000)}1${')'.repeat(1000)}`, 'nested'],
    ['1,000 nestings of lists', `${'['.repeat(1000)}1${']'.repeat(1000)}`, 'nested'],
    ['1,000 nestings of not', `${'not('.repeat(1000)}true${')'.repeat(1000)}`, 'nested'],
    ['1,000 nestings of if', 'if true then 1 else '.repeat(400) + '1', 'nested'],
    ['500 quantifiers', 'some x in [1] satisfies '.repeat(400) + 'true', 'nested'],
    ['brackets that never close', '('.repeat(9999), ''],
    ['brackets that never open', ')'.repeat(9999), 'cannot be read'],
    ['quotes that never close', '"'.repeat(9999), ''],
    ['101 levels', `${'('.repeat(101)}1${')'.repeat(101)}`, 'nested more than 100'],
    ['a function of a hundred nulls', `contains(${'null, '.repeat(99)}null)`, 'expects'],
    ['a long path', 'a' + '.a'.repeat(4000), ''],
    ['many points', '.'.repeat(9999), ''],
    ['many at signs', '@'.repeat(9999), ''],
    ['many minuses', '-'.repeat(9000) + '1', ''],
  ])('%s', (_, text, message) => {
    within(() => expect(refused(text)).toMatch(message));
  });

  it('takes 99 levels, 10,000 characters and a text of 9,998', () => {
    expect(refused(`${'('.repeat(98)}1${')'.repeat(98)}`)).toBe('accepted');
    expect(refused(`${' '.repeat(9999)}1`)).toBe('accepted');
    expect(refused(`"${'x'.repeat(9998)}"`)).toBe('accepted');
    expect(refused(`${'true and '.repeat(200)}true`)).toBe('accepted');
    expect(refused(`${'true and '.repeat(900)}true`)).toContain('a chain of more than 200 terms');
  });

  it('takes a context of long texts', () => {
    expect(refused('string length(a)', { a: '😀'.repeat(10_000) })).toBe('accepted');
    expect(refused('a', { a: 'x'.repeat(100_001) })).toContain('“a”');
  });

  it('refuses parts that repeat without end instead of writing them out', () => {
    let text = 'a';
    for (let depth = 0; depth < 30; depth++) text = `(if ${text} between 1 and 2 then 1 else 2)`;
    within(() => expect(refused(text, { a: 1 })).toContain('repeat too much'));
  });

  it('keeps nested tests short', () => {
    let text = 'a';
    for (let depth = 0; depth < 40; depth++) text = `substring after(${text}, "x")`;
    within(() => expect(refused(text, { a: 'y' })).toBe('accepted'));
    text = 'true';
    for (let depth = 0; depth < 40; depth++) text = `(${text} in (true, false))`;
    within(() => expect(refused(text)).toBe('accepted'));
  });
});

describe('text', () => {
  it.each([
    ['"\uD800"', 'surrogate'],
    ['"\uDC00\uD800"', 'surrogate'],
    ['"\\uD800"', 'surrogate'],
    ['"\\uD83D\\uDE00"', 'accepted'],
    ['"\\u0000"', 'U\\+0000'],
    ['"\0"', 'U\\+0000'],
    ['"\\U110000"', 'no such character'],
    ['"a', 'cannot be read'],
    ['a"', 'cannot be read'],
    ['"a" "b"', ''],
    ["'a'", ''],
    ['"\\', ''],
    ['@"', ''],
    ['@"2026-01-01', ''],
    ['\uFEFF1', ''],
    ['1\u0000', ''],
  ])('%j', (text, message) => {
    expect(refused(text)).toMatch(new RegExp(message));
  });

  it.each([['\uD800'], ['a\0'], ['\uDC00x']])('refuses %j in a context, naming the key', (value) => {
    expect(refused('a', { a: value })).toContain('“a”');
    expect(refused('a', { a: [value] })).toContain('“a”');
  });
});

describe('names of prototypes', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'];

  it.each(names)('%s is no name, function, part or declared word', (name) => {
    expect(refused(name)).toContain('not known here');
    expect(refused(`${name}(1)`)).toContain('outside the subset');
    expect(refused(`1.${name}`)).not.toBe('accepted');
    expect(refused(`@"2026-01-01".${name}`)).toContain('has no part');
    expect(refused(`a.${name}`, { a: { b: 1 } })).not.toBe('accepted');
    expect(refused(`1 instance of ${name}`)).not.toBe('accepted');
  });

  it.each(names)('%s is a name like any other where a context gives it', (name) => {
    const context = JSON.parse(`{"${name}": 5, "deep": {"${name}": 6}}`) as unknown;
    for (const [text, value] of [
      [name, '5'],
      [`${name} + 1`, '6'],
      [`deep.${name}`, '6'],
      [`some ${name} in [7] satisfies ${name} = 7`, 'true'],
    ] as const) {
      const read = readContext(context);
      const node = parseExpression(text, read.scope);
      for (const runner of [explainRunner, kernelRunner]) {
        expect(`${text} = ${formatValue(node.type, runner(node, cn)(read.values))}`).toBe(`${text} = ${value}`);
      }
    }
  });
});

describe('contexts', () => {
  it.each([
    [{ 'a.b': 1 }, '“a.b”'],
    [{ '': 1 }, '“”'],
    [{ 'a+b': 1 }, '“a\\+b”'],
    [{ and: 1 }, '“and”'],
    [{ a: [[1]] }, '“a”'],
    [{ a: [1, 'x'] }, 'item 2 of “a”'],
    [{ a: { '@': 'tomorrow' } }, '“a”'],
    [{ a: { '@': '2026-01-01', b: 1 } }, '“a”'],
    [{ a: [{ b: 1 }] }, 'item 1 of “a”'],
    [{ a: Number.POSITIVE_INFINITY }, '“a”'],
    [[1], 'the context'],
    ['x', 'the context'],
    [{ é: 1, 'e\u0301': 2 }, 'twice'],
  ])('%j is refused, naming the key', (context, message) => {
    expect(refused('1', context)).toMatch(new RegExp(message));
  });

  it('refuses endless nesting', () => {
    let context: unknown = 1;
    for (let depth = 0; depth < 100; depth++) context = { a: context };
    expect(refused('1', context)).toContain('nested');
  });
});

const seeds = allOperators.flatMap(({ cases }) => cases.map(({ expression }) => expression));
const scraps = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  '@',
  '.',
  '..',
  ',',
  ':',
  '-',
  '+',
  '*',
  '**',
  '/',
  '=',
  '!=',
  '<',
  '>=',
  ' in ',
  ' and ',
  ' or ',
  ' between ',
  'if ',
  ' then ',
  ' else ',
  'some x in ',
  ' satisfies ',
  'every ',
  'for ',
  ' return ',
  'not(',
  'null',
  'true',
  '1',
  '1.5',
  '@"2024-02-29"',
  '@"P1M"',
  '"a"',
  'a',
  'b',
  'item',
  'count',
  'sum(',
  'date(',
  'function(',
  'instance of',
  '?',
  '\\',
  '\n',
  '//',
  '/*',
  '*/',
  '\u{1F600}',
  '\uD800',
  '\0',
  '__proto__',
  'constructor',
  'working days between',
  'today()',
];
const context = { a: 1, b: null, l: [1, null], s: 'x', d: { '@': '2024-02-29' }, 'working days': 2, item: true };

describe('fuzz', () => {
  const seed = seedOf('FEEL_SEED');
  const runs = { seed, numRuns: 2000 };

  it(`any text is read or refused (FEEL_SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(faults(text, context)).toEqual([]);
      }),
      runs,
    );
  });

  it(`any heap of scraps is read or refused (FEEL_SEED=${seed})`, () => {
    const heap = fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(heap, (text) => {
        expect(faults(text, context)).toEqual([]);
      }),
      { ...runs, numRuns: 10_000 },
    );
  });

  it(`a cut or spliced expression is read or refused (FEEL_SEED=${seed})`, () => {
    const spliced = fc
      .tuple(fc.constantFrom(...seeds), fc.constantFrom(...seeds), fc.constantFrom(...scraps, ''), fc.nat(), fc.nat())
      .map(([a, b, scrap, at, to]) => a.slice(0, at % (a.length + 1)) + scrap + b.slice(to % (b.length + 1)));
    fc.assert(
      fc.property(spliced, (text) => {
        expect(faults(text, context)).toEqual([]);
      }),
      { ...runs, numRuns: 10_000 },
    );
  });

  it(`any JSON is a context or refused (FEEL_SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...seeds), (value, text) => {
        expect(faults(text, value)).toEqual([]);
      }),
      runs,
    );
  });
});
