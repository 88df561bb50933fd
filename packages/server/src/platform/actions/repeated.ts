import { createHmac, type KeyObject } from 'node:crypto';
import type { Action } from '@sallyport/core/contract';
import type { Transaction } from '../database/transaction.ts';
import { refuse } from './refusal.ts';

/** A request that may be sent again: the key its sender made, and who sent it. */
export type RequestKey = { readonly account: string; readonly key: string };

/**
 * Inputs as they were sent, to tell a repeated request from another one under the same key. They hold names, codes and passwords: under a
 * secret that is not in the database, so that nobody tries them out on a copy of it. Where secrets go in or come out, or nobody is signed in,
 * nothing of the input is in it.
 */
export const inputHash = (
  secret: KeyObject,
  { name, admits, secretOutput }: Pick<Action, 'name' | 'admits' | 'secretOutput'>,
  input: unknown,
): Buffer =>
  createHmac('sha256', secret)
    .update(admits === 'public' || secretOutput ? name : `${name}\0${JSON.stringify(input)}`)
    .digest();

/**
 * Claims the key for these inputs, or gives the answers of the time before. A request with the same key that is under way is waited
 * for: the row it inserted holds this one up until it commits or is rolled back.
 */
export async function claimKey(
  tx: Transaction,
  { account, key }: RequestKey,
  action: string,
  hashes: readonly Buffer[],
  madeAt: Date,
): Promise<unknown[] | null> {
  const inserted = await tx.count(
    `INSERT INTO idempotency (org_id, account, key, position, action, input_hash, made_at)
     SELECT $1, $2, $3, position - 1, $4, hash, $6 FROM unnest($5::bytea[]) WITH ORDINALITY AS input(hash, position)
     ON CONFLICT DO NOTHING`,
    [tx.org, account, key, action, hashes, madeAt],
  );
  if (inserted === hashes.length) return null;
  const known = await tx.rows<{ input_hash: Buffer; output: unknown }>(
    'SELECT input_hash, output FROM idempotency WHERE org_id = $1 AND account = $2 AND key = $3 ORDER BY position',
    [tx.org, account, key],
  );
  const same = known.length === hashes.length && known.every((row, at) => hashes[at]?.equals(row.input_hash) === true);
  if (!same) return refuse('request.key-used-otherwise');
  if (known.some(({ output }) => output === null)) return refuse('request.answer-gone');
  return known.map(({ output }) => output);
}

export async function keepAnswers(
  tx: Transaction,
  { account, key }: RequestKey,
  outputs: readonly unknown[],
): Promise<void> {
  await tx.count(
    `UPDATE idempotency SET output = answer.output
     FROM (SELECT position - 1 AS position, output::jsonb AS output FROM unnest($4::text[]) WITH ORDINALITY AS given(output, position)) AS answer
     WHERE org_id = $1 AND account = $2 AND key = $3 AND idempotency.position = answer.position`,
    [tx.org, account, key, outputs.map((output) => JSON.stringify(output))],
  );
}
