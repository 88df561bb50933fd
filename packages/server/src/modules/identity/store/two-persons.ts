import type { Role } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { actKinds } from '../contract/act-kinds.ts';

export type ActKind = (typeof actKinds)[number];

/** What a room that asked keeps with the act: ids and words of its own, read by nobody else. */
export type ActDetails = Readonly<Record<string, string | null>>;

export type PendingAct = {
  readonly id: string;
  readonly kind: ActKind;
  readonly first: string;
  readonly firstSession: string;
  readonly subject: string | null;
  readonly role: Role | null;
  readonly unit: string | null;
  readonly reason: string;
  readonly details: ActDetails | null;
  readonly askedAt: Date;
  readonly endsAt: Date;
};

const columns = `id, kind, first_account AS first, first_session AS "firstSession", subject_account AS subject, role, unit, reason, details,
  asked_at AS "askedAt", ends_at AS "endsAt"`;

export const insertAct = (tx: Transaction, act: PendingAct): Promise<number> =>
  tx.count(
    `INSERT INTO two_person_act (org_id, id, kind, first_account, first_session, subject_account, role, unit, reason, details, asked_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.org,
      act.id,
      act.kind,
      act.first,
      act.firstSession,
      act.subject,
      act.role,
      act.unit,
      act.reason,
      act.details === null ? null : JSON.stringify(act.details),
      act.askedAt,
      act.endsAt,
    ],
  );

export const openAct = (tx: Transaction, id: string, now: Date): Promise<PendingAct | null> =>
  tx.row(`SELECT ${columns} FROM two_person_act WHERE org_id = $1 AND id = $2 AND outcome IS NULL AND ends_at > $3`, [
    tx.org,
    id,
    now,
  ]);

export const openActs = (tx: Transaction, now: Date): Promise<PendingAct[]> =>
  tx.rows(
    `SELECT ${columns} FROM two_person_act WHERE org_id = $1 AND outcome IS NULL AND ends_at > $2 ORDER BY asked_at, id`,
    [tx.org, now],
  );

/** Of two who decide at once, the second finds it decided. */
export async function decideAct(
  tx: Transaction,
  id: string,
  { account, session }: { readonly account: string; readonly session: string },
  outcome: 'confirmed' | 'declined' | 'withdrawn',
  at: Date,
): Promise<boolean> {
  const decided = await tx.count(
    `UPDATE two_person_act SET second_account = $3, second_session = $4, outcome = $5, decided_at = $6
     WHERE org_id = $1 AND id = $2 AND outcome IS NULL AND ends_at > $6`,
    [tx.org, id, account, session, outcome, at],
  );
  return decided === 1;
}

/** Acts that would let somebody into an account: its recovery, and the look at whoever followed its link. */
export const entriesTo = (tx: Transaction, account: string, now: Date): Promise<Pick<PendingAct, 'id' | 'askedAt'>[]> =>
  tx.rows(
    `SELECT id, asked_at AS "askedAt" FROM two_person_act
     WHERE org_id = $1 AND outcome IS NULL AND ends_at > $3 AND subject_account = $2 AND kind IN ('recovery', 'identity-check')
     ORDER BY asked_at, id`,
    [tx.org, account, now],
  );

/** Where somebody else's follows; nobody decided it. */
export const endEntriesTo = (tx: Transaction, account: string, now: Date): Promise<number> =>
  tx.count(
    `UPDATE two_person_act SET outcome = 'withdrawn', decided_at = $3
     WHERE org_id = $1 AND outcome IS NULL AND subject_account = $2 AND kind = 'identity-check'`,
    [tx.org, account, now],
  );

/** What acts of one kind say of persons who are erased: why they were asked for, and whom they were about. */
export const forgetActsAbout = (tx: Transaction, kind: ActKind, persons: readonly string[]): Promise<number> =>
  tx.count(
    `UPDATE two_person_act SET reason = '—', details = NULL WHERE org_id = $1 AND kind = $2 AND details->>'person' = ANY ($3::text[])`,
    [tx.org, kind, persons],
  );

/**
 * Accounts that hold one of these roles over a unit (null: the organisation) and could act now. What is only lent by break-glass does not
 * count: one emergency must not open the next.
 */
export const holdersOver = (
  tx: Transaction,
  roles: readonly Role[],
  unit: string | null,
  now: Date,
): Promise<Holder[]> =>
  tx.rows(
    `WITH RECURSIVE up AS (
       SELECT id, parent FROM fact_unit WHERE org_id = $1 AND id = $3
       UNION SELECT above.id, above.parent FROM up JOIN fact_unit AS above ON above.org_id = $1 AND above.id = up.parent
     )
     SELECT DISTINCT a.id, a.name, a.person, person.unit FROM role_grant AS held
     JOIN account AS a ON a.org_id = $1 AND a.id = held.account
     LEFT JOIN fact_person AS person ON person.org_id = $1 AND person.id = a.person
     WHERE held.org_id = $1 AND held.role = ANY ($2) AND held.ended_at IS NULL AND held.from_at <= $4
       AND (held.until_at IS NULL OR held.until_at > $4) AND (held.unit IS NULL OR held.unit IN (SELECT id FROM up))
       AND a.status = 'active' AND NOT EXISTS (SELECT FROM break_glass AS lent WHERE lent.org_id = $1 AND lent.role_grant = held.id)
       AND (EXISTS (SELECT FROM account_totp AS t WHERE t.org_id = $1 AND t.account = a.id AND t.confirmed_at IS NOT NULL)
         OR EXISTS (SELECT FROM account_passkey AS p WHERE p.org_id = $1 AND p.account = a.id))
     ORDER BY a.name, a.id`,
    [tx.org, roles, unit, now],
  );

export type Holder = {
  readonly id: string;
  readonly name: string;
  readonly person: string | null;
  readonly unit: string | null;
};

/** By account: for what names who decided. */
export const accountNames = (
  tx: Transaction,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly person: string | null }[]> =>
  tx.rows('SELECT id, name, person FROM account WHERE org_id = $1 AND id = ANY ($2)', [tx.org, ids]);

/** The unit a person of the register works in; null without a person or a unit. */
export const unitOf = async (tx: Transaction, account: string): Promise<string | null> =>
  (
    await tx.row<{ unit: string | null }>(
      `SELECT person.unit FROM account AS a JOIN fact_person AS person ON person.org_id = $1 AND person.id = a.person
       WHERE a.org_id = $1 AND a.id = $2`,
      [tx.org, account],
    )
  )?.unit ?? null;
