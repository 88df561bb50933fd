import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';

/** A duty as its table names it. */
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period: string };

export const keyOf = ({ rule, subject, period }: DutyKey): string => JSON.stringify([rule, subject, period]);

const listed = 'unnest($2::text[], $3::text[], $4::date[]) AS one(rule, subject, period)';
const columnsOf = (duties: readonly DutyKey[]): unknown[] => [
  duties.map(({ rule }) => rule),
  duties.map(({ subject }) => subject),
  duties.map(({ period }) => period),
];

export const dutiesNamed = (tx: Transaction, duties: readonly DutyKey[]): Promise<DutyRow[]> =>
  tx.rows<DutyRow>(
    `SELECT ${dutyColumns} FROM duty WHERE org_id = $1::text AND (rule, subject, period) IN (SELECT one.rule, one.subject, one.period FROM ${listed})`,
    [tx.org, ...columnsOf(duties)],
  );

type Assignment = DutyKey & { readonly id: string; readonly person: string | null };

export async function assignmentsOf(
  tx: Transaction,
  duties: readonly DutyKey[],
): Promise<ReadonlyMap<string, Assignment>> {
  const rows = await tx.rows<Assignment>(
    `SELECT given.id, given.person, one.rule, one.subject, one.period::text AS period FROM ${listed}
     JOIN fact_duty_assignment AS given ON given.org_id = $1::text AND given.rule = one.rule AND given.subject = one.subject
       AND coalesce(given.period, DATE '-infinity') = one.period`,
    [tx.org, ...columnsOf(duties)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export const isHere = async (tx: Transaction, person: string, day: string): Promise<boolean> =>
  (await tx.row(
    'SELECT id FROM fact_person WHERE org_id = $1::text AND id = $2::text AND (left_on IS NULL OR left_on > $3::date)',
    [tx.org, person, day],
  )) !== null;

/** The account by which each of these people is written to; those who have none, or no address, are not in it. */
export async function readersOf(tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ person: string; account: string }>(
    `SELECT DISTINCT ON (account.person) account.person, account.id AS account FROM account
     JOIN mail_address ON mail_address.org_id = $1::text AND mail_address.account = account.id
     WHERE account.org_id = $1::text AND account.person = ANY ($2::text[]) AND account.status = 'active' ORDER BY account.person, account.id`,
    [tx.org, people],
  );
  return new Map(rows.map(({ person, account }) => [person, account]));
}

export async function remindedOn(
  tx: Transaction,
  duties: readonly DutyKey[],
  day: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<DutyKey>(
    `SELECT one.rule, one.subject, one.period::text AS period FROM ${listed} JOIN duty_reminder AS past ON past.org_id = $1::text
       AND past.rule = one.rule AND past.subject = one.subject AND past.period = one.period AND past.reminded_on = $5::date`,
    [tx.org, ...columnsOf(duties), day],
  );
  return new Set(rows.map(keyOf));
}

export async function accountsReminded(
  tx: Transaction,
  accounts: readonly string[],
  day: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ account: string }>(
    'SELECT DISTINCT account FROM duty_reminder WHERE org_id = $1::text AND account = ANY ($2::text[]) AND reminded_on = $3::date',
    [tx.org, accounts, day],
  );
  return new Set(rows.map(({ account }) => account));
}

export const keepReminders = (
  tx: Transaction,
  reminders: readonly (DutyKey & { readonly account: string })[],
  day: string,
): Promise<number> =>
  tx.count(
    `INSERT INTO duty_reminder (org_id, rule, subject, period, account, reminded_on)
     SELECT $1::text, one.rule, one.subject, one.period, one.account, $6::date
     FROM unnest($2::text[], $3::text[], $4::date[], $5::text[]) AS one(rule, subject, period, account)
     ON CONFLICT (org_id, rule, subject, period, account) DO UPDATE SET reminded_on = excluded.reminded_on`,
    [tx.org, ...columnsOf(reminders), reminders.map(({ account }) => account), day],
  );

/** Who was named to act on duties of a subject under some rules, where nobody is named for the same duty of another. */
export const assignmentsToMove = (
  tx: Transaction,
  rules: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly id: string }[]> =>
  tx.rows(
    `SELECT given.id FROM fact_duty_assignment AS given WHERE given.org_id = $1::text AND given.rule = ANY ($2::text[]) AND given.subject = $3::text
       AND NOT EXISTS (SELECT FROM fact_duty_assignment AS other WHERE other.org_id = $1::text AND other.rule = given.rule
         AND other.subject = $4::text AND other.period IS NOT DISTINCT FROM given.period) ORDER BY given.id`,
    [tx.org, rules, from, to],
  );
