import type { Transaction } from '../../platform/database/transaction.ts';
import type { Template } from './contract.ts';

type StoredTemplate = { readonly version: number; readonly template: Template };

/** The unit's own templates in force, by form; a form without one is the standard one. */
export const templatesInForce = (tx: Transaction): Promise<(StoredTemplate & { readonly form: string })[]> =>
  tx.rows(
    'SELECT DISTINCT ON (form) form, version, template FROM form_template WHERE org_id = $1 ORDER BY form, version DESC',
    [tx.org],
  );

export const templateInForce = (tx: Transaction, form: string): Promise<StoredTemplate | null> =>
  tx.row('SELECT version, template FROM form_template WHERE org_id = $1 AND form = $2 ORDER BY version DESC LIMIT 1', [
    tx.org,
    form,
  ]);

export const templateAt = async (tx: Transaction, form: string, version: number): Promise<Template | null> =>
  (
    await tx.row<{ template: Template }>(
      'SELECT template FROM form_template WHERE org_id = $1 AND form = $2 AND version = $3',
      [tx.org, form, version],
    )
  )?.template ?? null;

/** False where somebody else saved that version meanwhile. */
export const insertTemplate = async (
  tx: Transaction,
  one: StoredTemplate & { readonly form: string; readonly account: string | null; readonly at: Date },
): Promise<boolean> =>
  (await tx.count(
    `INSERT INTO form_template (org_id, form, version, template, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [tx.org, one.form, one.version, JSON.stringify(one.template), one.account, one.at],
  )) === 1;

export async function nextSerial(tx: Transaction, year: number): Promise<number> {
  const row = await tx.row<{ last: number }>(
    `INSERT INTO form_number (org_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (org_id, year) DO UPDATE SET last = form_number.last + 1 RETURNING last`,
    [tx.org, year],
  );
  if (row === null) throw new Error('no number was given');
  return row.last;
}

export type Print = {
  readonly id: string;
  readonly year: number;
  readonly serial: number;
  readonly form: string;
  readonly templateVersion: number;
  readonly kind: string;
  readonly fact: string;
  readonly factVersion: number;
  readonly person: string | null;
  readonly language: 'zh' | 'en';
  readonly token: string;
  readonly printedAt: Date;
  readonly returnedAt: Date | null;
};

export const insertPrint = (
  tx: Transaction,
  one: Omit<Print, 'returnedAt'> & { readonly account: string | null },
): Promise<number> =>
  tx.count(
    `INSERT INTO form_print (org_id, id, year, serial, form, template_version, kind, fact, fact_version, person, language, token,
       printed_by, printed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.org,
      one.id,
      one.year,
      one.serial,
      one.form,
      one.templateVersion,
      one.kind,
      one.fact,
      one.factVersion,
      one.person,
      one.language,
      one.token,
      one.account,
      one.printedAt,
    ],
  );

const columns = `id, year, serial, form, template_version AS "templateVersion", kind, fact, fact_version AS "factVersion", person, language,
  token, printed_at AS "printedAt", returned_at AS "returnedAt"`;

export const findPrint = (tx: Transaction, id: string): Promise<Print | null> =>
  tx.row(`SELECT ${columns} FROM form_print WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** Held until the transaction ends: a paper comes back once. */
export const lockPrint = (tx: Transaction, id: string): Promise<Print | null> =>
  tx.row(`SELECT ${columns} FROM form_print WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

export const findByNumber = (
  tx: Transaction,
  { year, serial }: { readonly year: number; readonly serial: number },
): Promise<Print | null> =>
  tx.row(`SELECT ${columns} FROM form_print WHERE org_id = $1 AND year = $2 AND serial = $3`, [tx.org, year, serial]);

export type PrintFilter = {
  /** Kinds of facts that may be read. */
  readonly kinds: readonly string[];
  readonly form: string | null;
  readonly returned: boolean | null;
  readonly person: string | null;
  readonly number: { readonly year: number; readonly serial: number } | null;
  readonly from: Date | null;
  readonly before: Date | null;
  readonly behind: readonly [at: string, id: string] | null;
};

export type ListedPrint = Print & { readonly printedBy: string | null; readonly returnedBy: string | null };

/** Of the whole organisation, the newest first. */
export const listPrints = (tx: Transaction, filter: PrintFilter, limit: number): Promise<ListedPrint[]> =>
  tx.rows(
    `SELECT ${columns}, printed_by AS "printedBy", returned_by AS "returnedBy" FROM form_print
     WHERE org_id = $1 AND kind = ANY ($2::text[]) AND ($3::text IS NULL OR form = $3)
       AND ($4::boolean IS NULL OR (returned_at IS NOT NULL) = $4) AND ($5::text IS NULL OR person = $5)
       AND ($6::int IS NULL OR (year = $6 AND serial = $7::int)) AND ($8::timestamptz IS NULL OR printed_at >= $8)
       AND ($9::timestamptz IS NULL OR printed_at < $9)
       AND ($10::timestamptz IS NULL OR (printed_at, id) < ($10::timestamptz, $11::text))
     ORDER BY printed_at DESC, id DESC LIMIT $12::int`,
    [
      tx.org,
      filter.kinds,
      filter.form,
      filter.returned,
      filter.person,
      filter.number?.year ?? null,
      filter.number?.serial ?? null,
      filter.from,
      filter.before,
      filter.behind?.[0] ?? null,
      filter.behind?.[1] ?? null,
      limit,
    ],
  );

/** The newest first. */
export const printsOf = (tx: Transaction, kind: string, fact: string): Promise<Print[]> =>
  tx.rows(
    `SELECT ${columns} FROM form_print WHERE org_id = $1 AND kind = $2 AND fact = $3 ORDER BY printed_at DESC, id DESC LIMIT 100`,
    [tx.org, kind, fact],
  );

export const markReturned = (
  tx: Transaction,
  print: string,
  { account, at, file }: { readonly account: string | null; readonly at: Date; readonly file: string },
): Promise<number> =>
  tx.count(
    'UPDATE form_print SET returned_by = $3, returned_at = $4, file = $5 WHERE org_id = $1 AND id = $2 AND returned_at IS NULL',
    [tx.org, print, account, at, file],
  );
