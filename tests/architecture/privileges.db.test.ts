import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../support/installations.ts';
import { appendOnly } from './exceptions.ts';

const org = 'org-a';
const young = '2026-11-01';
const old = '2010-01-01';

/** Tables whose rows may go once they are past their bound, and no sooner: the column that says how old a row is, and how to write one. */
const bounded: Readonly<Record<string, (id: string, at: string) => string>> = {
  // First, as it refers to the two after it.
  break_glass: (id, at) =>
    `INSERT INTO break_glass (org_id, act, account, role_grant, from_at, until_at, tell_by) VALUES ('${org}', '${id}', 'a', '${id}', '${at}', '${at}', '${at}')`,
  seen: (id, at) =>
    `INSERT INTO seen (org_id, person, day, query, viewer) VALUES ('${org}', '${id}', '${at}', 'q', 'v')`,
  role_grant: (id, at) =>
    `INSERT INTO role_grant (org_id, id, account, role, from_at, made_at, ended_at) VALUES ('${org}', '${id}', 'a', 'auditor', '${at}', '${at}', '${at}')`,
  two_person_act: (id, at) =>
    `INSERT INTO two_person_act (org_id, id, kind, first_account, first_session, reason, asked_at, ends_at) VALUES ('${org}', '${id}', 'recovery', 'a', 's', 'r', '${at}', '${at}')`,
};

/**
 * There is one role of the program, and none that erases: what erasing alone may do is a matter of the grants and of the age of a row, and
 * holds against every statement that reaches the database as the program.
 */
eachInstallation(({ database, ownerClient }) => {
  const asProgram = (statement: string): Promise<unknown> =>
    database
      .inOrganisation(org, (tx) => tx.once(statement))
      .then(
        () => 'done',
        (error: unknown) => (error as { readonly code?: string }).code,
      );
  const denied = '42501';

  beforeAll(async () => {
    await ownerClient.query('SET session_replication_role = replica');
    for (const write of Object.values(bounded)) {
      await ownerClient.query(write('young', young));
      await ownerClient.query(write('old', old));
    }
    await ownerClient.query('SET session_replication_role = DEFAULT');
  });

  test.each(Object.keys(bounded))('of %s only what is past its bound can be taken away', async (table) => {
    const id = { seen: 'person', break_glass: 'act' }[table] ?? 'id';
    expect(await asProgram(`DELETE FROM ${table}`)).toBe('done');
    const { rows } = await ownerClient.query(`SELECT ${id} AS id FROM ${table} WHERE org_id = $1`, [org]);
    expect(rows).toEqual([{ id: 'young' }]);
  });

  test.each(Object.entries(appendOnly))('%s is only added to', async (table, columns) => {
    // Of what goes when it is past its bound, a statement that takes all away takes the young rows not (above).
    const removed = await asProgram(`DELETE FROM ${table}`);
    expect(removed).toBe(table in bounded ? 'done' : denied);
    expect(await asProgram(`TRUNCATE ${table}`)).toBe(denied);
    const { rows } = await ownerClient.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    const kept = rows.map(({ name }) => name).filter((name) => !columns.includes(name));
    for (const name of kept) {
      const changed = await asProgram(`UPDATE ${table} SET ${name} = ${name}`);
      expect([name, changed]).toEqual([name, denied]);
    }
  });

  test.each(['erasure', 'erasure_run', 'legal_hold', 'handover_route', 'account', 'tenant'])(
    'no row of %s goes: what was erased, held or handed over stays on record',
    async (table) => expect(await asProgram(`DELETE FROM ${table}`)).toBe(denied),
  );

  test.each([
    'ALTER TABLE seen DISABLE ROW LEVEL SECURITY',
    'DROP POLICY organisation_erases ON seen',
    'DROP POLICY past_its_bound ON role_grant',
    'GRANT DELETE ON fact_version TO sallyport_app',
    'ALTER ROLE sallyport_app BYPASSRLS',
    "SET session_replication_role = 'replica'",
  ])('the program cannot take its own bounds away: %s', async (statement) => {
    const outcome = await asProgram(statement);
    // Whoever may not give a privilege gives none, and may only be warned.
    expect(outcome === 'done' ? await asProgram('DELETE FROM fact_version') : outcome).toBe(denied);
  });
});
