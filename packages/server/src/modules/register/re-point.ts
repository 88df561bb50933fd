import { type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cellsOf } from './compare.ts';
import type { Fields } from './fact-columns.ts';
import { correctTo, kindNamed } from './service.ts';
import * as store from './store.ts';

/** A fact that points at another by one of its fields. */
export type Pointer = { readonly kind: string; readonly fact: string; readonly field: string };

/** Everything that points at a fact, in an order of its own. */
export async function pointersTo(tx: Transaction, kind: Kind, id: string): Promise<Pointer[]> {
  const found: Pointer[] = [];
  for (const { kind: name, field } of vocabulary.inverses.get(kind.name)?.values() ?? []) {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM ${tableName(name)} WHERE org_id = $1 AND ${columnName(field)} = $2 ORDER BY id`,
      [tx.org, id],
    );
    found.push(...rows.map(({ id: fact }) => ({ kind: name, fact, field })));
  }
  return found;
}

/** Corrects one reference, for an action that has decided that it may; false where it points elsewhere by now. */
export async function rePoint(
  context: Context,
  { kind: name, fact, field }: Pointer,
  ends: { readonly from: string; readonly to: string },
  reason: string,
): Promise<boolean> {
  const kind = kindNamed(name);
  const before = await store.lockFact(context.tx, kind, fact);
  if (before?.fields[field] !== ends.from) return false;
  await correctTo(context, kind, before, { fields: { [field]: ends.to }, reason });
  return true;
}

/** Corrects a fact as it stands, for an action that has decided that it may; what it said before. */
export async function correctNow(
  context: Context,
  kind: Kind,
  id: string,
  given: { readonly fields: Fields; readonly reason: string },
): Promise<Fields> {
  const before = (await store.lockFact(context.tx, kind, id)) ?? refuse('request.not-found');
  await correctTo(context, kind, before, given);
  return before.fields;
}

/** Takes a fact away that another stands for from now on; its id, its versions and what a file keeps of it stay. */
export async function takeAway(context: Context, kind: Kind, id: string, reason: string): Promise<Fields> {
  const { tx, actor, now, facts } = context;
  const before = (await store.lockFact(tx, kind, id)) ?? refuse('request.not-found');
  await facts.before(kind.name, [id]);
  await store.deleteFact(tx, kind, id);
  const change = { kind: kind.name, id, version: before.version + 1, change: 'withdraw', fields: null } as const;
  const recordedAt = new Date(now / 1000);
  await store.insertVersion(tx, {
    ...change,
    effective: before.happenedOn,
    recordedAt,
    reason,
    account: actor.account,
  });
  return before.fields;
}

/** Brings such a fact back as it was; false where its history went on or was erased. */
export async function bringBack(context: Context, kind: Kind, id: string, reason: string): Promise<boolean> {
  const { tx, actor, now, facts } = context;
  const [last, ...older] = (await store.findVersions(tx, kind, id)).toReversed();
  const before = older[0];
  if (last?.change !== 'withdraw' || before === undefined || before.fields === null) return false;
  const recordedAt = new Date(now / 1000);
  const version = last.version + 1;
  const cells = cellsOf(kind, before.fields);
  if (!(await store.insertFact(tx, kind, id, version, cells, before.effective, recordedAt))) return false;
  const change = { kind: kind.name, id, version, change: 'record', fields: before.fields } as const;
  await store.insertVersion(tx, { ...change, effective: before.effective, recordedAt, reason, account: actor.account });
  facts.after(kind.name, [id]);
  return true;
}
