import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { identityColumns } from './columns.ts';

eachInstallation(({ ownerClient }) => {
  test('every column of this room says what it holds of people, and every one said is there', async () => {
    const tables = identityColumns.map(({ table }) => table);
    const { rows } = await ownerClient.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY ($1)`,
      [tables],
    );
    const declared = identityColumns.flatMap(({ table, columns }) =>
      Object.keys(columns).map((name) => `${table}.${name}`),
    );
    expect(declared.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
    for (const { columns } of identityColumns)
      expect(Object.keys(columns)).toEqual(
        expect.arrayContaining(Object.values(columns).flatMap((each) => (each.personal === 'no' ? [] : each.about))),
      );
  });

  test('no table of this room is without its organisation: row-level security, keys and references begin with it', async () => {
    const { rows } = await ownerClient.query<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relname = ANY ($1) AND (NOT relrowsecurity
         OR EXISTS (SELECT FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                    WHERE c.conrelid = pg_class.oid AND c.contype IN ('p', 'u', 'f') AND a.attname <> 'org_id')
         OR EXISTS (SELECT FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                    WHERE i.indrelid = pg_class.oid AND a.attname <> 'org_id'))`,
      [identityColumns.map(({ table }) => table)],
    );
    expect(rows).toEqual([]);
  });
});
