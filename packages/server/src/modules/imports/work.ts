import { createHash } from 'node:crypto';
import type { Kind } from '@sallyport/core/facts';
import { tableName } from '@sallyport/core/feel';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';
import { Refused } from '../../platform/actions/refusal.ts';
import { analyseAsItGrows } from '../../platform/database/statistics.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { factVersions, kindNamed, unreferred, versionFields } from '../register/index.ts';
import type { ImportsParts } from './parts.ts';
import * as store from './store.ts';

/** Inputs of one transaction (DECISIONS 7). */
const batch = 500;

/** Runs an action of the register in somebody's name; the key makes a batch that is repeated after a kill one and the same. */
export type RunKeyed = (name: string, inputs: readonly unknown[], actor: Actor, key: string) => Promise<unknown[]>;

type Parts = Pick<ImportsParts, 'database' | 'clock' | 'offset' | 'actingFor'> & { readonly run: RunKeyed };
type Settled = { readonly position: number; readonly code: string | null; readonly became: number | null };

/** What one direction of the work does with a row; `stop` is the state of a row that is left as it is. */
type Way = {
  readonly next: typeof store.nextToApply;
  readonly done: store.RowState;
  readonly stop: store.RowState;
  readonly end: store.State;
  /** Rows that cannot be done any more, with the reason: what the preview saw has changed. */
  readonly stale: (tx: Transaction, rows: readonly store.WaitingRow[]) => Promise<Settled[]>;
  readonly call: (
    tx: Transaction,
    rows: readonly store.WaitingRow[],
    reason: string,
  ) => Promise<{ readonly action: string; readonly inputs: readonly unknown[] }>;
};

/** Carries an import, or its undoing, to its end, batch by batch; begun again after a kill it goes on where it was. */
export async function workOn(parts: Parts, org: string, id: string): Promise<void> {
  const { database, actingFor } = parts;
  const found = await database.inOrganisation(org, (tx) => store.findImport(tx, id));
  const way = found?.state === 'applying' ? applying : found?.state === 'undoing' ? undoing : null;
  if (found === null || way === null) return;
  const actor = await database.inOrganisation(org, (tx) => actingFor(tx, found.acting ?? ''));
  const wrote = analyseAsItGrows(database, org, ['duty']);
  for (;;) {
    const rows = await database.inOrganisation(org, (tx) => takeRows(tx, id, way, actor));
    if (rows === null) break;
    if (actor === null || rows.length === 0) continue;
    await doBatch(parts, org, id, way, rows, actor, found.reason ?? '');
    await wrote(tableName(kindOf(rows).name));
  }
  if (found.personnel) await (way === applying ? holdSaid(parts, org, found) : release(parts, org, id));
  const at = new Date(parts.clock.now() / 1000);
  await database.inOrganisation(org, (tx) =>
    store.moveImport(tx, id, { state: way.end, acting: null, reason: null, at }),
  );
}

/** From now on the fields that the file filled are its own: noted after the rows, when it is known which were refused. */
async function holdSaid({ database, offset, run }: Parts, org: string, { id, madeAt }: store.Import): Promise<void> {
  const day = new Date(madeAt.getTime() + offset * 60_000).toISOString().slice(0, 10);
  let after = { kind: '', fact: '' };
  for (;;) {
    const facts = await database.inOrganisation(org, (tx) => store.saidAfter(tx, id, after, batch));
    const last = facts.at(-1);
    if (last === undefined) return;
    await run('register.hold', [{ import: id, day, facts }], machine(org), `hold ${id} ${after.kind} ${after.fact}`);
    after = last;
  }
}

const release = ({ run }: Parts, org: string, id: string): Promise<unknown> =>
  run('register.release', [{ import: id }], machine(org), `release ${id}`);

/** Rows for one batch, and none when all are done. What was under way when the work was cut off comes first, as it was. */
async function takeRows(
  tx: Transaction,
  id: string,
  way: Way,
  actor: Actor | null,
): Promise<readonly store.WaitingRow[] | null> {
  const before = await store.underWay(tx, id, way.end === 'undone');
  if (before.length > 0 && actor !== null) return before;
  const next = before.length > 0 ? before : await way.next(tx, id, batch);
  if (next.length === 0) return null;
  const stale = actor === null ? next.map(noLonger) : await way.stale(tx, next);
  await store.settleRows(tx, id, way.stop, stale);
  const stopped = new Set(stale.map(({ position }) => position));
  const rows = next.filter(({ position }) => !stopped.has(position));
  await store.setUnderWay(
    tx,
    id,
    rows.map(({ position }) => position),
  );
  return rows;
}

const noLonger = ({ position }: store.WaitingRow): Settled => ({
  position,
  code: 'request.not-allowed',
  became: null,
});

/** All rows of a batch are done or none is: one that is refused is set aside, and the others go again. */
async function doBatch(
  { database, run }: Parts,
  org: string,
  id: string,
  way: Way,
  rows: readonly store.WaitingRow[],
  actor: Actor,
  reason: string,
): Promise<void> {
  const { action, inputs } = await database.inOrganisation(org, (tx) => way.call(tx, rows, reason));
  try {
    const outputs = (await run(action, inputs, actor, keyOf(id, way, rows))) as { readonly version: number }[];
    const settled = rows.map(({ position }, at) => ({ position, code: null, became: outputs[at]?.version ?? null }));
    await database.inOrganisation(org, (tx) => store.settleRows(tx, id, way.done, settled));
  } catch (error) {
    const [first] = error instanceof Refused ? error.refusals : [];
    const row = first?.at === undefined ? undefined : rows[first.at];
    if (first === undefined || row === undefined) throw error;
    const settled = [{ position: row.position, code: first.code, became: null }];
    await database.inOrganisation(org, (tx) => store.settleRows(tx, id, way.stop, settled));
  }
}

const keyOf = (id: string, { end }: Way, rows: readonly store.WaitingRow[]): string =>
  createHash('sha256')
    .update(`${id} ${end} ${rows.map(({ position }) => position).join()}`)
    .digest('base64url');

const kindOf = (rows: readonly store.WaitingRow[]): Kind => kindNamed(rows[0]?.kind ?? '');
const place = ({ file, line }: store.WaitingRow): string => `${file}:${line}`.slice(0, 500);

const applying: Way = {
  next: store.nextToApply,
  done: 'done',
  stop: 'refused',
  end: 'applied',
  stale: async (tx, rows) =>
    rows.length === 0 ? [] : changedSince(tx, rows, ({ change, version }) => (change === 'correct' ? version : null)),
  call: async (_tx, rows) => {
    const inputs = rows.map((row) => ({ kind: row.kind, id: row.fact, fields: row.fields ?? {} }));
    switch (rows[0]?.change) {
      case 'correct':
        return {
          action: 'register.correct',
          inputs: rows.map((row, at) => ({ ...inputs[at], version: row.version, reason: place(row) })),
        };
      case 'restore':
        return { action: 'register.restore', inputs: rows.map((row, at) => ({ ...inputs[at], version: row.version })) };
      default:
        return { action: 'register.record', inputs };
    }
  },
};

const undoing: Way = {
  next: store.nextToUndo,
  done: 'undone',
  stop: 'kept',
  end: 'undone',
  stale: async (tx, rows) => {
    const changed = await changedSince(tx, rows, ({ became }) => became);
    if (rows[0]?.change === 'correct') return changed;
    const free = new Set(
      await unreferred(
        tx,
        kindOf(rows),
        rows.map(({ fact }) => fact),
        true,
      ),
    );
    const known = new Set(changed.map(({ position }) => position));
    const referred = rows.filter(({ fact, position }) => !free.has(fact) && !known.has(position));
    return [...changed, ...referred.map(({ position }) => ({ position, code: 'register.referred-to', became: null }))];
  },
  call: async (tx, rows, reason) => {
    const inputs = rows.map((row) => ({ kind: row.kind, id: row.fact, version: row.became, reason }));
    if (rows[0]?.change !== 'correct') return { action: 'register.withdraw', inputs };
    const before = await versionFields(
      tx,
      kindOf(rows),
      rows.map(({ fact, version }) => ({ id: fact, version: version ?? 0 })),
    );
    return {
      action: 'register.correct',
      inputs: inputs.map((input) => ({ ...input, fields: before.get(input.id) ?? {} })),
    };
  },
};

/** Rows whose fact is at another version than it should be; null: there should be none. */
async function changedSince(
  tx: Transaction,
  rows: readonly store.WaitingRow[],
  expected: (row: store.WaitingRow) => number | null,
): Promise<Settled[]> {
  const now = await factVersions(
    tx,
    kindOf(rows),
    rows.map(({ fact }) => fact),
  );
  return rows
    .filter((row) => (now.get(row.fact) ?? null) !== expected(row))
    .map(({ position }) => ({ position, code: 'request.stale-version', became: null }));
}
