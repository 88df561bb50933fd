// The text of docs/feel.md: written from the operators' own cases, so that the table cannot say what the program does not do.

import { formCases } from '../packages/core/src/feel/form-cases.ts';
import { allOperators } from '../packages/core/src/feel/index.ts';
import { refusedCases } from '../packages/core/src/feel/refusals.ts';

const profile = `# FEEL in Sallyport

Rules are written in FEEL, the expression language of the OMG's DMN standard, in a typed subset. This page is the profile: what the
subset means where the standard leaves room, and one line for every case that the tests run. Both tables are written by
\`npm run docs\` from the operators themselves and run row by row on the explainer, on the generated kernel, on the embedded
PostgreSQL 18 and on PostgreSQL 15.

Try an expression with \`sallyport feel 'EXPRESSION' [--context FILE.json] [--engine sql|kernel|explain]\`.

## One checker, three back ends

The type checker alone decides what is in the subset. What it refuses is refused with line, column and what to write instead; what it
accepts has one value, whichever engine computes it. No engine raises an error for any input: where there is no value, the value is
null.

## Types

| type | values | written |
|---|---|---|
| whole number | −(2^53 − 1) … 2^53 − 1 | \`12\` |
| decimal | 34 digits, rounded half to even; at most 1000 places before and after the point | \`0.5\` |
| text | Unicode, compared by code point | \`"text"\` |
| yes or no | true, false | \`true\` |
| day | 1900-01-01 … 2199-12-31 | \`@"2026-11-23"\`, \`date("2026-11-23")\`, \`date(2026, 11, 23)\` |
| point in time | microseconds, with offset, never with a named zone | \`@"2026-11-23T10:00:00+08:00"\` |
| duration in months | whole months | \`@"P1Y6M"\` |
| duration in days and hours | microseconds, within ±(2^53 − 1) of them | \`@"P3D"\`, \`@"PT24H"\` |
| list | items of one of these types | \`[1, 2]\` |

Every type has null, "not known". A fact is a further type: it is reached along declared relations and only its fields have values.

## What the subset means

1. **Null.** \`and\`, \`or\` and \`not\` have three values. An order, a sum or a function with null gives null. Equality never does: null
   equals null and nothing else. \`in\` a list of values and \`list contains\` ask for equality; \`in\` an interval asks for an order. A
   filter keeps the items for which its condition is true; \`if\` takes the second branch when its condition is null. \`count\` counts
   items that are null; \`min\`, \`max\` and \`sum\` are null when an item is, and for an empty list.
2. **Numbers.** Arithmetic of whole numbers stays whole, except \`/\`, which gives a decimal; a result outside ±(2^53 − 1) is null. One decimal
   makes the other operand decimal. \`sum\` adds exactly and rounds once. Division by zero is null.
3. **Durations** of months and of days are two kinds that never meet: a month has no fixed number of days. Their parts are taken
   towards zero.
4. **Days.** A month step keeps the day number, clamped to the month's last day; 29 February plus 12 months is 28 February. A day
   plus a duration in hours is midnight moved by it, and the civil day it then is. A result outside the calendar is null.
5. **Points in time** are compared as instants; one keeps no memory of the offset it was written with and prints in UTC. A day of a
   duration is 24 hours.
6. **Text.** Literals and context are brought to NFC; U+0000 and halves of surrogate pairs are refused. Joining two texts does not
   compose them anew, because that would depend on each engine's edition of Unicode. Order and length go by code points. Letter case,
   patterns and splitting are refused: three engines give three answers.
7. **Working days** are our extension: \`add working days(day, n)\` is the nth working day after a day, which is not counted itself (before it
   when n is below zero; for 0 the day itself or the next working day), \`working days between(from, to)\` counts those after the first day up
   to the second, \`roll forward(day)\` is the day itself or the next working day. On the command line the calendar is \`cn\`.
8. **No clock.** There is neither \`today()\` nor \`now()\`: a rule sees facts.
9. **Limits.** An expression has at most 10,000 characters, 100 levels, and five filters and quantifiers inside one another.

## Context on the command line

A JSON object gives names their values: texts, numbers, true, false, null, lists of one kind, and \`{"@": "2026-11-23"}\` for a day, point in
time or duration. Nested objects give dotted names. Numbers are read from their digits and never pass through a binary fraction: a
whole number within ±(2^53 − 1) is a whole number, every other a decimal.
`;

const code = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);
const contextText = (context: unknown): string => (context === undefined ? '' : code(JSON.stringify(context)));
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function feelDocs(): string {
  const cases = [formCases, ...allOperators.map(({ cases: own }) => own)].flatMap((own) =>
    own.map(({ expression, context, value, note = '' }) =>
      row(code(expression), contextText(context), code(value), note),
    ),
  );
  const refused = refusedCases.map(({ expression, context, message, instead, write = '' }) =>
    row(code(expression), contextText(context), message, instead, code(write)),
  );
  return [
    profile,
    '## What every form and operator gives\n',
    row('expression', 'context', 'value', 'note'),
    '|---|---|---|---|',
    ...cases,
    '\n## What is refused, and what to do instead\n',
    row('expression', 'context', 'the refusal says', 'instead', 'such as'),
    '|---|---|---|---|---|',
    ...refused,
    '',
  ].join('\n');
}

/** The rows of the table that begins with these headings, cells without their code marks. */
export function tableRows(text: string, ...headings: readonly string[]): string[][] {
  const lines = text.split('\n');
  const start = lines.indexOf(row(...headings));
  if (start < 0) throw new Error(`docs/feel.md has no table ${headings.join(', ')}`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('| '));
  return rest.slice(0, end < 0 ? rest.length : end).map(cells);
}

const cells = (line: string): string[] =>
  line
    .slice(2, -2)
    .split(/(?<!\\) \| /)
    .map((cell) => cell.trim())
    .map((cell) => (/^`.*`$/s.test(cell) ? cell.slice(1, -1).replaceAll('\\|', '|') : cell));
