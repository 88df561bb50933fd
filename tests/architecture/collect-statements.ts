import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Transaction } from '../../packages/server/src/platform/database/transaction.ts';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A database that keeps every statement rooms send through their transactions, in the order they came, each text once. */
export function collectStatements(database: Database): {
  readonly database: Database;
  readonly statements: Map<string, Statement>;
} {
  const statements = new Map<string, Statement>();
  const noting = (tx: Transaction): Transaction => {
    const note = <Result>(run: (text: string, values?: readonly unknown[]) => Promise<Result>) => {
      return (text: string, values: readonly unknown[] = []): Promise<Result> => {
        if (!statements.has(text)) statements.set(text, { text, values });
        return run(text, values);
      };
    };
    return {
      org: tx.org,
      rows: <Row extends object>(text: string, values?: readonly unknown[]) =>
        note((t, v) => tx.rows<Row>(t, v))(text, values),
      row: <Row extends object>(text: string, values?: readonly unknown[]) =>
        note((t, v) => tx.row<Row>(t, v))(text, values),
      count: note((text, values) => tx.count(text, values)),
      once: (text, values) => tx.once(text, values),
    };
  };
  const collecting: Database = {
    ...database,
    inOrganisation: (org, body) => database.inOrganisation(org, (tx) => body(noting(tx))),
  };
  return { database: collecting, statements };
}
