import { parseDay } from '@sallyport/core/calendar';
import { type Seated, type SettingRow, type Spoken, spokenAmong } from '@sallyport/core/duties';
import type { Correction } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { correctionsSql } from '../law/index.ts';
import type { Reached } from './reach.ts';
import type { Cause, SettleStatement, Settling } from './settle-statement.ts';

/** What an organisation decided that bears on how its rules read: its settings, and the clauses it confirmed. */
export type Policy = { readonly settings: readonly SettingRow[]; readonly corrections: readonly Correction[] };

type SettingJson = { readonly name: string; readonly value: string; readonly from: string };

const settingsSql = `SELECT coalesce(json_agg(json_build_object('name', name, 'value', value, 'from', from_day) ORDER BY id), '[]') FROM fact_setting WHERE org_id = $1::text`;

const policySql = `SELECT (${settingsSql}) AS settings, (${correctionsSql}) AS corrections`;
type PolicyRow = { readonly settings: readonly SettingJson[]; readonly corrections: readonly Correction[] };

/**
 * Locks subjects in ascending order, those not yet known as well: an insert whose row is there already locks it and, since its update
 * is taken for no row, writes nothing. Gives the organisation's policy, which the evaluation that follows needs anyway.
 */
export async function lockSubjects(
  tx: Transaction,
  kinds: readonly string[],
  subjects: readonly string[],
): Promise<Policy> {
  const row = await tx.row<PolicyRow>(
    `WITH locked AS (
       INSERT INTO subject_lock (org_id, kind, subject)
       SELECT $1::text, kind, subject FROM unnest($2::text[], $3::text[]) AS touched(kind, subject) ORDER BY kind COLLATE "C", subject COLLATE "C"
       ON CONFLICT (org_id, kind, subject) DO UPDATE SET kind = excluded.kind WHERE false)
     ${policySql}`,
    [tx.org, kinds, subjects],
  );
  return policyOf(row);
}

/** Whose law speaks to the organisation. Asked behind the locks: whoever changes it settles these subjects too, before or after. */
export const spokenNow = async (tx: Transaction): Promise<Spoken> =>
  spokenAmong(
    await tx.rows<Seated>(
      'SELECT DISTINCT seat, cleared_since IS NOT NULL AS cleared FROM fact_organisation WHERE org_id = $1',
      [tx.org],
    ),
  );

export const readPolicy = async (tx: Transaction): Promise<Policy> =>
  policyOf(await tx.row<PolicyRow>(policySql, [tx.org]));

const policyOf = (row: PolicyRow | null): Policy => ({
  settings: (row?.settings ?? []).map(settingRow),
  corrections: row?.corrections ?? [],
});

const settingRow = ({ name, value, from }: SettingJson): SettingRow => ({ name, value, from: parseDay(from) ?? 0 });

/** The subjects that facts of one kind touch, by their references as they stand now. */
export async function touchedSubjects(
  tx: Transaction,
  { touched, kinds }: Reached,
  ids: readonly string[],
): Promise<{ kind: string; subject: string }[]> {
  if (touched === null) return [];
  const rows = await tx.rows<{ reach: number; subject: string }>(touched.text, touched.params(tx.org, ids));
  return rows.map(({ reach, subject }) => ({ kind: kinds[reach] ?? '', subject }));
}

/** How many duties changed. */
export const settleSubjects = (
  tx: Transaction,
  { text, params }: SettleStatement,
  settling: Settling,
): Promise<number> => tx.count(text, params(settling));

/** Leaves subjects for the job. One that waits already keeps the time since when, and is locked: it is not taken before our facts are seen. */
export async function putOff(
  tx: Transaction,
  kind: string,
  subjects: readonly string[],
  cause: Cause,
  since: number,
): Promise<void> {
  await tx.count(
    `INSERT INTO duty_recompute (org_id, kind, subject, cause, since)
     SELECT $1::text, $2::text, subject, $4::text, $5::bigint FROM unnest($3::text[]) AS waiting(subject) ORDER BY subject COLLATE "C"
     ON CONFLICT (org_id, kind, subject) DO UPDATE SET kind = excluded.kind WHERE false`,
    [tx.org, kind, subjects, cause, since],
  );
}

/** Stands for every subject of the rules that a setting or a revision bears on. */
export const everything = '*';

export const putOffEverything = (tx: Transaction, cause: Cause, since: number): Promise<void> =>
  putOff(tx, everything, [everything], cause, since);
