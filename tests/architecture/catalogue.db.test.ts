import { expect, test } from 'vitest';
import { declaredTables } from '../../packages/server/src/declared-tables.ts';
import { eachInstallation } from '../support/installations.ts';
import { appendOnly, schemasOfOthers, tablesOfNoTenant } from './exceptions.ts';

eachInstallation(({ ownerClient }) => {
  const names = async (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await ownerClient.query<{ name: string }>(sql, [...values])).rows.map(({ name }) => name);
  const ours = Object.keys(tablesOfNoTenant);

  test('each column of each table is declared, and nothing is declared that is not there', async () => {
    const there = await names(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const declared = declaredTables.flatMap(({ table, columns }) =>
      Object.keys(columns).map((each) => `${table}.${each}`),
    );
    expect(declared.toSorted()).toEqual(there.toSorted());
  });

  test('a bound is counted from a column of the row, and a value that is emptied can be empty', async () => {
    const there = new Set(
      await names(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
      ),
    );
    const personal = declaredTables.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, of]) => (of.personal === 'no' ? [] : [{ table, column, of }])),
    );
    expect(
      personal.filter(
        ({ table, of }) => !there.has(of.keep.through === undefined ? `${table}.${of.keep.from}` : of.keep.from),
      ),
    ).toEqual([]);
    expect(personal.filter(({ table, of }) => !there.has(`${table}.${of.about}`))).toEqual([]);
    expect(personal.filter(({ of }) => !(of.keep.months > 0 && of.keep.months <= 120))).toEqual([]);
    const required = new Set(
      await names(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND is_nullable = 'NO'`,
      ),
    );
    // Facts have stand-ins by their type (packages/server/src/modules/register/erase-store.ts).
    const stuck = personal.filter(
      ({ table, column, of }) =>
        !table.startsWith('fact_') &&
        of.erase === 'empty' &&
        of.standIn === undefined &&
        required.has(`${table}.${column}`),
    );
    expect(stuck).toEqual([]);
  });

  test('what is declared to be erased can be erased by the program', async () => {
    const granted = new Set([
      ...(await names(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.column_privileges
         WHERE grantee = 'sallyport_app' AND table_schema = 'public' AND privilege_type = 'UPDATE'`,
      )),
      ...(await names(
        `SELECT table_name AS name FROM information_schema.table_privileges
         WHERE grantee = 'sallyport_app' AND table_schema = 'public' AND privilege_type = 'DELETE'`,
      )),
    ]);
    const stuck = declaredTables.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, of]) =>
        of.personal === 'no' || granted.has(of.erase === 'remove' ? table : `${table}.${column}`)
          ? []
          : [`${table}.${column}`],
      ),
    );
    expect(stuck).toEqual([]);
  });

  test('there is no table outside the program’s schema and the queue’s', async () => {
    const schemas = await names('SELECT DISTINCT schemaname::text AS name FROM pg_tables');
    expect(schemas.filter((name) => name !== 'public' && !schemasOfOthers.includes(name))).toEqual([]);
  });

  test('each key, unique and foreign key of a tenant’s table begins with org_id', async () => {
    const wrong = await names(
      `SELECT class.relname || ' ' || index.indexrelid::regclass AS name FROM pg_index AS index
       JOIN pg_class AS class ON class.oid = index.indrelid AND class.relnamespace = 'public'::regnamespace
       LEFT JOIN pg_attribute AS first ON first.attrelid = class.oid AND first.attnum = index.indkey[0]
       WHERE class.relname <> ALL ($1) AND first.attname IS DISTINCT FROM 'org_id'
       UNION ALL
       SELECT class.relname || ' ' || con.conname FROM pg_constraint AS con
       JOIN pg_class AS class ON class.oid = con.conrelid AND class.relnamespace = 'public'::regnamespace
       LEFT JOIN pg_attribute AS own ON own.attrelid = con.conrelid AND own.attnum = con.conkey[1]
       LEFT JOIN pg_attribute AS other ON other.attrelid = con.confrelid AND other.attnum = con.confkey[1]
       WHERE con.contype = 'f' AND class.relname <> ALL ($1)
         AND (own.attname IS DISTINCT FROM 'org_id' OR other.attname IS DISTINCT FROM 'org_id')`,
      [ours],
    );
    expect(wrong).toEqual([]);
    const keyless = await names(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = pg_class.oid AND contype = 'p')`,
    );
    expect(keyless).toEqual([]);
  });

  test('row-level security is on with a policy that names the organisation, on every tenant’s table', async () => {
    const open = await names(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1)
         AND NOT (relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid))`,
      [ours],
    );
    expect(open).toEqual([]);
    const loose = await names(
      `SELECT polrelid::regclass || ' ' || polname AS name FROM pg_policy
       WHERE coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
         NOT LIKE '%(org_id = current_setting(''app.org''::text, true))%' AND polpermissive`,
    );
    expect(loose).toEqual([]);
    const openViews = await names(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
         AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']`,
    );
    expect(openViews).toEqual([]);
  });

  test('there are no triggers and no sequences, and nothing of the database runs as its owner but analysing', async () => {
    expect(
      await names(`SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(
      await names(`SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    // It reads no row and gives back nothing (docs/decisions/0073).
    expect(
      await names(`SELECT oid::regprocedure::text || ' ' || prorettype::regtype || ' ' || array_to_string(proconfig, ' ') AS name
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`),
    ).toEqual(['refresh_statistics(text[]) void search_path=pg_catalog, public']);
    expect(
      await names(
        `SELECT line AS name FROM pg_proc, string_to_table(prosrc, E'\\n') AS line WHERE prosecdef AND line LIKE '%EXECUTE%'`,
      ),
    ).toEqual(["    EXECUTE format('ANALYZE public.%I', chosen);"]);
  });

  test('the program’s role owns nothing, is no superuser and does not bypass row-level security', async () => {
    const { rows } = await ownerClient.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         EXISTS (SELECT FROM pg_class WHERE relowner = role.oid) AS owns,
         EXISTS (SELECT FROM pg_auth_members WHERE member = role.oid) AS belongs
       FROM pg_roles AS role WHERE rolname = 'sallyport_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: false,
        belongs: false,
      },
    ]);
  });

  test('what is only added to cannot be changed or taken away', async () => {
    for (const [table, columns] of Object.entries(appendOnly)) {
      const granted = await names(
        `SELECT column_name AS name FROM information_schema.column_privileges
         WHERE grantee = 'sallyport_app' AND table_schema = 'public' AND table_name = $1 AND privilege_type = 'UPDATE'`,
        [table],
      );
      expect([table, granted.toSorted()]).toEqual([table, columns]);
      const removes = await names(
        `SELECT privilege_type AS name FROM information_schema.table_privileges
         WHERE grantee = 'sallyport_app' AND table_schema = 'public' AND table_name = $1 AND privilege_type IN ('DELETE', 'TRUNCATE')`,
        [table],
      );
      // What was seen goes when it is past its bound; its policy lets nothing younger go.
      expect([table, removes]).toEqual([table, table === 'seen' ? ['DELETE'] : []]);
    }
    expect(
      await names(`SELECT table_name AS name FROM information_schema.table_privileges
      WHERE grantee = 'sallyport_app' AND table_schema = 'public' AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')`),
    ).toEqual([]);
  });
});
