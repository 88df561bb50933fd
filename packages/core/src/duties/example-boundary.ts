import { formatDay, parseDay } from '../calendar/index.ts';
import type { ExampleText } from '../law/index.ts';
import type { Outcome } from './example-labels.ts';

type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** What the duties of an example came to, whatever the days in them. */
const answerOf = ({ duties }: Outcome): string =>
  duties
    .map(({ subject, status }) => `${subject} ${status}`)
    .toSorted()
    .join();

/** Whether an example stands where the answer changes: with one of its days a day earlier or later it comes to something else. */
export function isBoundary(
  example: ExampleText,
  outcome: Outcome,
  run: (moved: ExampleText) => Outcome | null,
): boolean {
  const answer = answerOf(outcome);
  for (const moved of eachMoved(example)) {
    const other = run(moved);
    if (other !== null && answerOf(other) !== answer) return true;
  }
  return false;
}

function* eachMoved(example: ExampleText): Generator<ExampleText> {
  for (const by of [1, -1]) yield { ...example, asOf: movedDay(example.asOf, by) ?? example.asOf };
  for (const [kind, given] of Object.entries(example.facts)) {
    const rows: readonly Cells[] = Array.isArray(given) ? given : [given];
    for (const [at, row] of rows.entries()) {
      for (const [name, cell] of Object.entries(row)) {
        for (const by of [1, -1]) {
          const day = typeof cell === 'string' ? movedDay(cell, by) : null;
          if (day === null) continue;
          const facts = rows.map((other, index) => (index === at ? { ...other, [name]: day } : other));
          yield { ...example, facts: { ...example.facts, [kind]: facts } };
        }
      }
    }
  }
}

/** A day, or an instant, moved by days; null for anything else. */
function movedDay(text: string, by: number): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.test(text) ? parseDay(text.slice(0, 10)) : null;
  return day === null ? null : `${formatDay(day + by)}${text.slice(10)}`;
}
