import { type Day, unconfirmedYears, type WorkingDays } from '../calendar/index.ts';
import type { Operator } from './operator.ts';
import { addWorkingDays } from './operators/add-working-days.ts';
import { rollForward } from './operators/roll-forward.ts';
import { workingDaysBetween } from './operators/working-days-between.ts';
import type { Trace } from './places.ts';
import { type Node, walk } from './tree.ts';

const counting: readonly Operator[] = [addWorkingDays, workingDaysBetween, rollForward];

export function countsWorkingDays(root: Node): boolean {
  let counts = false;
  walk(root, (node) => {
    if (node.form === 'call' && counting.includes(node.operator)) counts = true;
  });
  return counts;
}

/**
 * The years an evaluation counted working days through whose calendar nobody has confirmed (DECISIONS 3). Of a part that is evaluated
 * many times, in a filter, the last time is seen.
 */
export function unconfirmedIn(roots: readonly Node[], trace: Trace, calendar: WorkingDays): number[] {
  const years = new Set<number>();
  for (const root of roots)
    walk(root, (node) => {
      if (node.form !== 'call' || !counting.includes(node.operator)) return;
      const days = [node, ...node.args].filter(({ type }) => type === 'day').map((part) => trace.get(part) ?? null);
      const known = days.filter((day) => day !== null) as Day[];
      if (known.length < 2) return;
      for (const year of unconfirmedYears(calendar, Math.min(...known), Math.max(...known))) years.add(year);
    });
  return [...years].toSorted((a, b) => a - b);
}
