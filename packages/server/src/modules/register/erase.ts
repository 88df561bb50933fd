import { addMonths, type Day, firstDay, formatDay, type Instant } from '@sallyport/core/calendar';
import type { FactChanges } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type Erasable, erasableKinds } from './erasable.ts';
import * as store from './erase-store.ts';

/** A fact that was erased, as the log outside the backup names it. */
export type ErasedFact = { readonly kind: string; readonly id: string };

type At = {
  readonly tx: Transaction;
  readonly facts: FactChanges;
  readonly now: Instant;
  readonly today: Day;
  readonly account: string | null;
};

/** What is held back, by kind of fact. */
export type HeldOf = (kind: string) => store.HeldBack;

const lastDay = ({ kind }: Erasable, today: Day): string =>
  formatDay(addMonths(today, -kind.retention.months) ?? firstDay);

/** How many facts of each kind are past their bound: the dry run, and after a run what it missed. */
export async function countDueFacts(tx: Transaction, today: Day, held: HeldOf, limit: number) {
  const counts: Record<string, number> = {};
  for (const erasable of erasableKinds) {
    const [before, back] = [lastDay(erasable, today), held(erasable.kind.name)];
    const due = await store.dueFacts(tx, erasable, before, back, limit);
    const withdrawn = await store.dueWithdrawn(tx, erasable, before, back, limit);
    if (due.length + withdrawn.length > 0) counts[erasable.kind.name] = due.length + withdrawn.length;
  }
  return counts;
}

/** Erases facts past their bound, at most `limit`; the dependent ones first. */
export async function eraseDueFacts(at: At, held: HeldOf, limit: number): Promise<ErasedFact[]> {
  const erased: ErasedFact[] = [];
  for (const erasable of erasableKinds) {
    const left = (): number => limit - erased.length;
    if (left() <= 0) break;
    const [before, back] = [lastDay(erasable, at.today), held(erasable.kind.name)];
    erased.push(...(await eraseFacts(at, erasable, await store.dueFacts(at.tx, erasable, before, back, left()))));
    if (left() <= 0) break;
    const withdrawn = await store.dueWithdrawn(at.tx, erasable, before, back, left());
    erased.push(...(await eraseWithdrawn(at, erasable, withdrawn)));
  }
  return erased;
}

/** Whether erasing one of these people would erase this fact. */
export async function isAboutOneOf(
  tx: Transaction,
  kind: string,
  id: string,
  persons: readonly string[],
): Promise<boolean> {
  const erasable = erasableKinds.find((one) => one.kind.name === kind);
  if (erasable === undefined) return false;
  for (const person of persons) {
    if ((await store.factsOfPerson(tx, erasable, person)).includes(id)) return true;
    if ((await store.withdrawnOfPerson(tx, erasable, person)).some((fact) => fact.id === id)) return true;
  }
  return false;
}

/** Erases every fact about one person, whatever its bound. */
export async function eraseFactsOfPerson(at: At, person: string): Promise<ErasedFact[]> {
  const erased: ErasedFact[] = [];
  for (const erasable of erasableKinds) {
    erased.push(...(await eraseFacts(at, erasable, await store.factsOfPerson(at.tx, erasable, person))));
    const withdrawn = await store.withdrawnOfPerson(at.tx, erasable, person);
    erased.push(...(await eraseWithdrawn(at, erasable, withdrawn)));
  }
  return erased;
}

/** Erases the named facts, where a restored backup brought them back. */
export async function eraseNamedFacts(at: At, named: readonly ErasedFact[]): Promise<ErasedFact[]> {
  const erased: ErasedFact[] = [];
  for (const erasable of erasableKinds) {
    const ids = named.filter(({ kind }) => kind === erasable.kind.name).map(({ id }) => id);
    if (ids.length > 0) erased.push(...(await eraseFacts(at, erasable, ids)));
  }
  return erased;
}

async function eraseFacts(at: At, erasable: Erasable, ids: readonly string[]): Promise<ErasedFact[]> {
  if (ids.length === 0) return [];
  const kind = erasable.kind.name;
  await at.facts.before(kind, ids, 'erasure');
  const rows = await store.eraseRows(at.tx, erasable, ids);
  await store.eraseVersions(at.tx, erasable, rows, stamp(at));
  at.facts.after(
    kind,
    rows.flatMap(({ id, gone }) => (gone ? [] : [id])),
  );
  return rows.map(({ id }) => ({ kind, id }));
}

async function eraseWithdrawn(
  at: At,
  erasable: Erasable,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<ErasedFact[]> {
  if (rows.length > 0) await store.eraseVersions(at.tx, erasable, rows, stamp(at));
  return rows.map(({ id }) => ({ kind: erasable.kind.name, id }));
}

const stamp = ({ now, today, account }: At) => ({ today: formatDay(today), now: new Date(now / 1000), account });
