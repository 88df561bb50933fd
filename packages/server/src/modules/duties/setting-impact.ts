import { type Day, endOfDay } from '@sallyport/core/calendar';
import type { SettingRow } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { momentText, periodOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { type Differing, differingBetween } from './impact-store.ts';
import { readSettings } from './store.ts';

type Chosen = { readonly name: string; readonly value: number; readonly from: Day };

/** More than this are counted and not listed. */
const mostLines = 100;

/**
 * Impact of one value: the duties of the organisation with and without it, both for the first day on which it counts. What people still
 * record until then is known to nobody; what is in the register with a day ahead is.
 */
export async function settingImpact(
  tx: Transaction,
  { engine, offset }: { readonly engine: Engine; readonly offset: number },
  { name, value, from }: Chosen,
) {
  const rows = await readSettings(tx);
  const chosen: SettingRow = { name, value: String(value), from };
  const [before, after] = [engine.settings(rows), engine.settings([...rows, chosen])];
  const asked = { org: tx.org, subjects: [], day: from, now: endOfDay(from, offset) };
  const sums = { gained: 0, lost: 0, moved: 0 };
  const lines: Differing[] = [];
  for (const [kind, all] of engine.kinds) {
    const rules = all.filter((id) => engine.law.rules.some((rule) => rule.id === id && rule.settings.includes(name)));
    if (rules.length === 0) continue;
    const sides = [engine.evaluate(rules, before, true), engine.evaluate(rules, after, true)] as const;
    const found = await differingBetween(tx, kind, sides, asked, mostLines);
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
