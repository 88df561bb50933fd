import type { Transaction } from '../../../platform/database/transaction.ts';

/** Marks a question as answered until it would have expired anyway. False where it was answered before. */
export async function answerOnce(
  tx: Transaction,
  hash: Buffer,
  kind: 'passkey-registration' | 'passkey-sign-in' | 'oidc-sign-in' | 'oidc-link',
  endsAt: Date,
): Promise<boolean> {
  const marked = await tx.count(
    `INSERT INTO sign_in_challenge (org_id, hash, kind, data, ends_at) VALUES ($1, $2, $3, '{}', $4) ON CONFLICT DO NOTHING`,
    [tx.org, hash, kind, endsAt],
  );
  return marked === 1;
}
