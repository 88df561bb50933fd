import { parseDay } from '@sallyport/core/calendar';
import { type Question, ruleSql, statusCodes } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import type { Client } from 'pg';

/** A duty as the database gives it: facts by id. Moments are day numbers or microseconds, by the rule's clock. */
export type SqlDuty = {
  readonly subject: string;
  readonly period: number | null;
  readonly status: Status;
  readonly due: number | null;
  readonly metOn: number | null;
  readonly evidence: readonly string[];
  readonly bearer: string | null;
  readonly assignee: string | null;
};

type Row = {
  subject: string;
  period: string | null;
  status: number;
  due: string | null;
  met_on: string | null;
  evidence: string[];
  bearer: string | null;
  assignee: string | null;
};

/** The duties of one rule, by subject and period. */
export async function runRule(
  client: Client,
  rule: Rule,
  question: Question,
  organisation: string,
): Promise<SqlDuty[]> {
  const { text, params } = ruleSql(rule, question, vocabulary, organisation);
  const { rows } = await client.query<Row>({
    text: `SELECT subject, period::text, status, due::text, met_on::text, evidence, bearer, assignee FROM (${text}) AS duty ORDER BY subject, duty.period`,
    values: [...params],
  });
  const moment = (value: string | null): number | null =>
    value === null ? null : rule.clock === 'day' ? parseDay(value) : Number(value);
  return rows.map((row) => ({
    subject: row.subject,
    period: row.period === null ? null : parseDay(row.period),
    status: statusCodes[row.status] ?? 'pending',
    due: moment(row.due),
    metOn: moment(row.met_on),
    evidence: row.evidence,
    bearer: row.bearer,
    assignee: row.assignee,
  }));
}
