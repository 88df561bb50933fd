import type { Transaction } from '../../platform/database/transaction.ts';
import { momentText, periodOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import type { Asked, Evaluation } from './evaluation.ts';
import { type Differing, differingBetween } from './impact-store.ts';

/** More than this are counted and not listed. */
const mostLines = 100;

type Sides = (rules: readonly string[]) => readonly [before: Evaluation, after: Evaluation];

/** The duties of the whole organisation that two states tell differently, of the rules that a change can touch. */
export async function differencesOf(
  tx: Transaction,
  engine: Engine,
  asked: Asked,
  touched: (rule: string) => boolean,
  sidesOf: Sides,
) {
  const sums = { gained: 0, lost: 0, moved: 0 };
  const lines: Differing[] = [];
  for (const [kind, all] of engine.kinds) {
    const rules = all.filter(touched);
    if (rules.length === 0) continue;
    const found = await differingBetween(tx, kind, sidesOf(rules), asked, mostLines);
    for (const change of ['gained', 'lost', 'moved'] as const) sums[change] += found[0]?.[change] ?? 0;
    lines.push(...found);
  }
  const shown = lines.slice(0, mostLines);
  return {
    output: { ...sums, lines: shown.flatMap((line) => lineOf(engine, line)) },
    persons: [...new Set(shown.flatMap(({ person, assignee }) => [person, assignee]))].filter((one) => one !== null),
  };
}

function lineOf(engine: Engine, line: Differing) {
  const rule = engine.rule(line.rule);
  if (rule === undefined) return [];
  const side = (status: number | null, due: number | null) =>
    status === null ? null : { status: statusOf(status), due: momentText(rule, due) };
  return [
    {
      change: line.change,
      rule: rule.id,
      title: rule.title,
      kind: rule.subject,
      subject: line.subject,
      period: periodOf(line.period),
      before: side(line.status_before, line.due_before),
      after: side(line.status_after, line.due_after),
    },
  ];
}
