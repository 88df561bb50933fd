import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';
import type { Cause } from './settle-statement.ts';

/** Where a list goes on: behind this row in the order of due day, rule, subject, period. */
export type Behind = readonly [dueOn: string, rule: string, subject: string, period: string];

type Found = { readonly people: readonly string[]; readonly cut: boolean; readonly rules: readonly string[] };

export type DutyFilter = {
  readonly status?: readonly number[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly bearer?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly person?: string | undefined;
  readonly assignee?: string | undefined;
  /** Whom they are about or who has to act, or what they ask for. `cut`: more people bear the name than are looked for. */
  readonly found?: Found | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueBefore?: string | undefined;
  /** Without the backlog, or nothing else; `start`: of the programme. */
  readonly backlog?: { readonly which: 'apart' | 'only'; readonly start: string | null } | undefined;
  readonly subject?: string | undefined;
};

/** Writes a value down as a parameter and gives its place in the text. */
export type Param = (value: unknown, type: string) => string;

/** Every test is a comparison that an index serves under row-level security (DECISIONS 8); duties of a period still to come are in no list. */
export function testsOf(scope: Scope, filter: DutyFilter, today: Day, param: Param): string[] {
  const tests = ['org_id = $1::text', `period <= ${param(formatDay(today), 'date')}`, ...withinScope(scope, param)];
  if (filter.status) tests.push(`status = ANY (${param(filter.status, 'smallint[]')})`);
  if (filter.rules) tests.push(`rule = ANY (${param(filter.rules, 'text[]')})`);
  if (filter.bearer !== undefined) tests.push(`bearer = ${param(filter.bearer, 'text')}`);
  if (filter.units) tests.push(`unit = ANY (${param(filter.units, 'text[]')})`);
  if (filter.person !== undefined) tests.push(`person = ${param(filter.person, 'text')}`);
  if (filter.assignee !== undefined) tests.push(`assignee = ${param(filter.assignee, 'text')}`);
  if (filter.found) {
    const { people, rules } = filter.found;
    const named = param(people, 'text[]');
    const ways = [`person = ANY (${named})`, `assignee = ANY (${named})`];
    if (rules.length > 0) ways.push(`rule = ANY (${param(rules, 'text[]')})`);
    tests.push(`(${ways.join(' OR ')})`);
  }
  if (filter.dueFrom !== undefined) tests.push(`due_on >= ${param(filter.dueFrom, 'date')}`);
  if (filter.dueBefore !== undefined) tests.push(`due_on < ${param(filter.dueBefore, 'date')}`);
  if (filter.backlog !== undefined) tests.push(backlogTest(filter.backlog, param));
  if (filter.subject !== undefined) {
    tests.push(
      `subject >= ${param(filter.subject, 'text')}`,
      `subject < ${param(`${filter.subject}\u{10FFFF}`, 'text')}`,
    );
  }
  return tests;
}

const unmet = `${statusCode('overdue')}, ${statusCode('missed')}`;

/** Without a programme start there is no backlog. */
function backlogTest({ which, start }: NonNullable<DutyFilter['backlog']>, param: Param): string {
  if (start === null) return which === 'only' ? 'false' : 'true';
  const before = `(status IN (${unmet}) AND due_on < ${param(start, 'date')})`;
  return which === 'only' ? before : `NOT ${before}`;
}

/** The organisation comes first. */
export function parameters({ org }: Transaction): { readonly values: unknown[]; readonly param: Param } {
  const values: unknown[] = [org];
  return { values, param: (value, type) => `$${values.push(value)}::${type}` };
}

/** How common a status is, how wide a unit, decides whether the list is walked in its order or gathered and sorted (docs/decisions/0045). */
export const planForValues = (tx: Transaction): Promise<unknown> =>
  tx.once(`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`);

export function listDutyRows(
  tx: Transaction,
  scope: Scope,
  filter: DutyFilter,
  page: { readonly today: Day; readonly behind: Behind | null; readonly limit: number },
): Promise<DutyRow[]> {
  const { values, param } = parameters(tx);
  const tests = testsOf(scope, filter, page.today, param);
  if (page.behind !== null) {
    const [dueOn, rule, subject, period] = page.behind;
    tests.push(
      `(due_on, rule, subject, period) > (${param(dueOn, 'date')}, ${param(rule, 'text')}, ${param(subject, 'text')}, ${param(period, 'date')})`,
    );
  }
  return tx.rows<DutyRow>(
    `SELECT ${dutyColumns} FROM duty WHERE ${tests.join(' AND ')} ORDER BY due_on, rule, subject, period LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}

/** As many as there are, or `most` where there are more. */
export async function countDutyRows(
  tx: Transaction,
  scope: Scope,
  filter: DutyFilter,
  today: Day,
  most: number,
): Promise<number> {
  const { values, param } = parameters(tx);
  const tests = testsOf(scope, filter, today, param);
  const row = await tx.row<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT FROM duty WHERE ${tests.join(' AND ')} LIMIT ${param(most, 'int')}) AS counted`,
    values,
  );
  return row?.count ?? 0;
}

/** Limits rows to what the asker may see: units, and what is about or for the own person. */
export function withinScope(scope: Scope, param: Param): string[] {
  if (scope.whole) return [];
  const units = param([...scope.units], 'text[]');
  const person = param(scope.person, 'text');
  return [`(unit = ANY (${units}) OR person = ${person} OR assignee = ${person})`];
}

export const oneDuty = (tx: Transaction, rule: string, subject: string, period: string): Promise<DutyRow | null> =>
  tx.row<DutyRow>(
    `SELECT ${dutyColumns} FROM duty WHERE org_id = $1::text AND rule = $2::text AND subject = $3::text AND period = $4::date`,
    [tx.org, rule, subject, period],
  );

export const dutiesOfSubject = (
  tx: Transaction,
  rules: readonly string[],
  subject: string,
  period: string,
): Promise<DutyRow[]> =>
  tx.rows<DutyRow>(
    `SELECT ${dutyColumns} FROM duty WHERE org_id = $1::text AND rule = ANY ($2::text[]) AND subject = $3::text AND period = $4::date ORDER BY rule`,
    [tx.org, rules, subject, period],
  );

export type ChangeRow = Pick<DutyRow, 'due' | 'met_on' | 'evidence' | 'version'> & {
  readonly effective: number;
  readonly recorded_at: number;
  readonly status: number | null;
  readonly cause: Cause;
};

export const historyOf = (tx: Transaction, rule: string, subject: string, period: string): Promise<ChangeRow[]> =>
  tx.rows<ChangeRow>(
    `SELECT version, effective, recorded_at, status, due, met_on, evidence, cause FROM duty_change
     WHERE org_id = $1::text AND rule = $2::text AND subject = $3::text AND period = $4::date ORDER BY version DESC LIMIT 500`,
    [tx.org, rule, subject, period],
  );

/** Since when figures are being computed again, in microseconds; null where they are not. */
export async function recomputingSince(tx: Transaction): Promise<number | null> {
  const row = await tx.row<{ since: number }>(
    'SELECT since FROM duty_recompute WHERE org_id = $1::text ORDER BY since LIMIT 1',
    [tx.org],
  );
  return row?.since ?? null;
}

/** Duties of a subject that have begun, and whether an override of each is in force on that day. */
export const dutiesAtGate = (
  tx: Transaction,
  rules: readonly string[],
  subjects: readonly string[],
  day: Day,
): Promise<(DutyRow & { readonly overridden: boolean })[]> =>
  tx.rows(
    `SELECT ${dutyColumns}, EXISTS (SELECT FROM fact_override given WHERE given.org_id = $1::text AND given.rule = duty.rule
       AND given.subject = duty.subject AND given.granted_on <= $4::date AND given.until > $4::date AND ${byTwo}) AS overridden
     FROM duty WHERE org_id = $1::text AND rule = ANY ($2::text[]) AND subject = ANY ($3::text[]) AND period <= $4::date
     ORDER BY rule, subject, period`,
    [tx.org, rules, subjects, formatDay(day)],
  );

/** What one person signs twice opens nothing (PEOPLE.md, two persons), wherever the record came from. */
const byTwo = `btrim(given.first_person) <> '' AND btrim(given.second_person) <> '' AND btrim(given.first_person) <> btrim(given.second_person)`;
