import type { Rule, Status } from '../law/index.ts';
import { statusCodes } from './duty.ts';
import type { DutyColumns } from './kernel/index.ts';
import { readingFinder } from './readings.ts';

/** Worst first: the status a group of duties shows. */
const worstFirst: readonly Status[] = [
  'breached',
  'review',
  'missed',
  'overdue',
  'unclear',
  'pending',
  'late',
  'waived',
  'met',
  'void',
];

export const worst = (statuses: readonly Status[]): Status =>
  worstFirst.find((status) => statuses.includes(status)) ?? 'void';

/** Duties that speak of one thing, for one subject and period: one line with the worst status and every clause (DESIGN). */
export type DutyGroup = {
  readonly concerns: string;
  readonly subjectKind: string;
  readonly subject: number;
  readonly period: number;
  readonly status: Status;
  readonly members: readonly { readonly rule: Rule; readonly duties: DutyColumns; readonly at: number }[];
};

export function groupsOf(rules: readonly Rule[], results: readonly DutyColumns[]): DutyGroup[] {
  const reading = readingFinder(rules);
  const groups = new Map<string, DutyGroup['members'][number][]>();
  for (const duties of results) {
    const rule = reading(duties);
    if (!rule) continue;
    for (let at = 0; at < duties.count; at++) {
      const key = `${rule.concerns} ${duties.subjectKind} ${duties.subject[at]} ${duties.period[at]}`;
      const members = groups.get(key);
      if (members) members.push({ rule, duties, at });
      else groups.set(key, [{ rule, duties, at }]);
    }
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const status = worst(members.map(({ duties, at }) => statusCodes[duties.status[at] ?? 0] ?? 'void'));
    return [
      {
        concerns: first.rule.concerns,
        subjectKind: first.duties.subjectKind,
        subject: first.duties.subject[first.at] ?? 0,
        period: first.duties.period[first.at] ?? 0,
        status,
        members,
      },
    ];
  });
}

/** A gate opens only when every duty that names it is settled or put off; overrides are decided elsewhere (DECISIONS 3). */
export const opensGate = (status: Status): boolean =>
  status === 'met' || status === 'late' || status === 'waived' || status === 'void';
