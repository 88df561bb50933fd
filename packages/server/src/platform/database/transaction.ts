import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** An open transaction that sees one organisation: row-level security hides every other (DECISIONS 8). */
export type Transaction = {
  readonly org: string;
  /** Runs a statement whose text is fixed in the program: prepared once a connection. */
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As `rows`, for the one row that there is, or none. */
  row<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row | null>;
  /** How many rows a statement touched. */
  count(text: string, values?: readonly unknown[]): Promise<number>;
  /** A statement made for this one occasion: not kept prepared. */
  once<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

const names = new Map<string, string>();

/** The name a text is prepared under: equal on every connection, so that a pool prepares each text once a connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}

export function transactionOn(client: PoolClient, org: string): Transaction {
  const run = async (text: string, values: readonly unknown[], prepared: boolean) =>
    client.query<object>(prepared ? { name: nameOf(text), text, values: [...values] } : { text, values: [...values] });
  return {
    org,
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await run(text, values, true)).rows as Row[],
    row: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      ((await run(text, values, true)).rows[0] as Row | undefined) ?? null,
    count: async (text, values = []) => (await run(text, values, true)).rowCount ?? 0,
    once: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await run(text, values, false)).rows as Row[],
  };
}
