import { formatDay, formatInstant, type Instant } from '@sallyport/core/calendar';
import { statusCodes } from '@sallyport/core/duties';
import type { Rule, Status } from '@sallyport/core/law';
import type { z } from 'zod';
import type { dutyItem } from './contract.ts';

/** A duty as the table holds it. */
export type DutyRow = {
  readonly rule: string;
  readonly subject: string;
  readonly period: string;
  readonly status: number;
  readonly due: number | null;
  readonly closes: number | null;
  readonly met_on: number | null;
  readonly evidence: readonly string[];
  readonly bearer: string | null;
  readonly assignee: string | null;
  readonly next_change: number | null;
  readonly due_on: string;
  readonly person: string | null;
  readonly unit: string | null;
  readonly version: number;
  /** Of its pack: the one that read it. */
  readonly revision: number;
};

export const dutyColumns =
  'rule, subject, period, status, due, closes, met_on, evidence, bearer, assignee, next_change, due_on, person, unit, version, revision';

/** How a key says that a duty does not recur. */
export const noPeriod = '-infinity';

export const periodOf = (stored: string): string | null => (stored === noPeriod ? null : stored);
export const statusOf = (code: number): Status => statusCodes[code] ?? 'void';

/** Statuses from which a duty may still be met, or is looked at again. */
const open: ReadonlySet<Status> = new Set(['pending', 'overdue', 'review', 'unclear', 'waived']);
export const isOpen = ({ status }: Pick<DutyRow, 'status'>): boolean => open.has(statusOf(status));

/** A day or an instant, by the clock of the rule. */
export const momentText = (rule: Rule, value: number | null): string | null =>
  value === null ? null : rule.clock === 'day' ? formatDay(value) : formatInstant(value);

export const instantText = (instant: Instant): string => new Date(instant / 1000).toISOString();

export const itemOf = (rule: Rule, row: DutyRow): z.input<typeof dutyItem> => ({
  rule: row.rule,
  subject: row.subject,
  period: periodOf(row.period),
  title: rule.title,
  instrument: rule.pack,
  kind: rule.subject,
  status: statusOf(row.status),
  due: momentText(rule, row.due),
  closes: momentText(rule, row.closes),
  metOn: momentText(rule, row.met_on),
  bearer: row.bearer,
  assignee: row.assignee,
  person: row.person,
  unit: row.unit,
});

/** Whom an answer with these rows shows. */
export const personsOf = (rows: readonly Pick<DutyRow, 'person' | 'assignee'>[]): string[] => [
  ...new Set(rows.flatMap(({ person, assignee }) => [person, assignee]).filter((one) => one !== null)),
];
