import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Phrase } from '../../../platform/words/words.ts';
import type { CertificateField } from '../contract.ts';

export type Certificate = {
  readonly id: string;
  readonly person: string;
  readonly year: number;
  readonly serial: number;
  readonly course: string;
  readonly title: Phrase;
  readonly topics: readonly string[];
  readonly completions: readonly string[];
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly shown: readonly CertificateField[];
  readonly link: number;
  readonly linkHash: string | null;
  /** Whether every fact it says the same as is still there. */
  readonly holds: boolean;
};

const columns = `id, person, year, serial, course, title, topics, completions, issued_on AS "issuedOn", valid_until AS "validUntil",
  shown, link, link_hash AS "linkHash",
  (SELECT count(*) FROM fact_completion AS fact WHERE fact.org_id = $1 AND fact.id = ANY (completions)) = cardinality(completions) AS holds`;

export async function nextNumber(tx: Transaction, year: number): Promise<number> {
  const row = await tx.row<{ last: number }>(
    `INSERT INTO certificate_number (org_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (org_id, year) DO UPDATE SET last = certificate_number.last + 1 RETURNING last`,
    [tx.org, year],
  );
  if (row === null) throw new Error('no number was given');
  return row.last;
}

export const insertCertificate = (
  tx: Transaction,
  one: Omit<Certificate, 'shown' | 'link' | 'linkHash' | 'holds'>,
): Promise<number> =>
  tx.count(
    `INSERT INTO course_certificate (org_id, id, person, year, serial, course, title, topics, completions, issued_on, valid_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date, $11::date)`,
    [
      tx.org,
      one.id,
      one.person,
      one.year,
      one.serial,
      one.course,
      JSON.stringify(one.title),
      one.topics,
      one.completions,
      one.issuedOn,
      one.validUntil,
    ],
  );

/** The newest first. */
export const certificatesOf = (tx: Transaction, person: string): Promise<Certificate[]> =>
  tx.rows(
    `SELECT ${columns} FROM course_certificate WHERE org_id = $1 AND person = $2 ORDER BY issued_on DESC, id DESC`,
    [tx.org, person],
  );

export const certificateOf = (tx: Transaction, person: string, id: string): Promise<Certificate | null> =>
  tx.row(`SELECT ${columns} FROM course_certificate WHERE org_id = $1 AND id = $2 AND person = $3`, [
    tx.org,
    id,
    person,
  ]);

export const certificateAt = (tx: Transaction, linkHash: string): Promise<Certificate | null> =>
  tx.row(`SELECT ${columns} FROM course_certificate WHERE org_id = $1 AND link_hash = $2`, [tx.org, linkHash]);

export const setLink = (
  tx: Transaction,
  id: string,
  { shown, link, linkHash }: Pick<Certificate, 'shown' | 'link' | 'linkHash'>,
): Promise<number> =>
  tx.count('UPDATE course_certificate SET shown = $3, link = $4, link_hash = $5 WHERE org_id = $1 AND id = $2', [
    tx.org,
    id,
    shown,
    link,
    linkHash,
  ]);
