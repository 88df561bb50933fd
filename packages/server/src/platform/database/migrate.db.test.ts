import { expect, test } from 'vitest';
import { eachDatabase } from '../../../../../tests/support/databases.ts';
import { appPassword } from '../../../../../tests/support/template.ts';
import { createDatabase } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { prepareDatabase } from './prepare.ts';

eachDatabase(({ connection, client }) => {
  test('programs that start at once migrate one database once, and none of them fails', async () => {
    const start = async () =>
      (await prepareDatabase({ owner: connection, password: appPassword, calendars: new Map() })).applied;
    const together = async () => (await Promise.all([1, 2, 3, 4].map(start))).toSorted((a, b) => a - b);
    expect(await together()).toEqual([0, 0, 0, readMigrations().length]);
    for (let round = 0; round < 5; round++) expect(await together()).toEqual([0, 0, 0, 0]);
  });

  test('a migration that fails leaves nothing of itself, and the next start goes on after it', async () => {
    const broken = {
      number: 9001,
      name: 'broken',
      sql: 'CREATE TABLE half_made (n int); SELECT 1 / 0;',
      hash: 'b',
    };
    const all = readMigrations();
    await expect(migrate(client, [...all, broken])).rejects.toThrow('Migration 9001');
    const { rows } = await client.query("SELECT to_regclass('half_made') AS made");
    expect(rows).toEqual([{ made: null }]);
    expect(await migrate(client, [...all, { ...broken, sql: 'CREATE TABLE whole (n int)' }])).toBe(1);
  });

  test('a database of a newer program, or of another one, is refused', async () => {
    const all = readMigrations();
    await expect(migrate(client, all)).rejects.toThrow('newer program');
    await client.query('DELETE FROM migration WHERE number = 9001');
    const changed = all.map((migration, at) => (at === 0 ? { ...migration, hash: 'other' } : migration));
    await expect(migrate(client, changed)).rejects.toThrow('is not the one');
  });

  test('the program works as a role that sees nothing before an organisation is named', async () => {
    const { app } = await prepareDatabase({ owner: connection, password: appPassword, calendars: new Map() });
    const database = createDatabase(app, 2);
    await client.query(`INSERT INTO idempotency VALUES ('a', 'x', 'k', 0, 'y', '', NULL, now())`);
    const seen = async (org: string) =>
      database.inOrganisation(org, (tx) => tx.rows<{ org_id: string }>('SELECT org_id FROM idempotency'));
    expect(await database.inInstallation((tx) => tx.rows('SELECT org_id FROM idempotency'))).toEqual([]);
    expect(await seen('b')).toEqual([]);
    expect(await seen('a')).toEqual([{ org_id: 'a' }]);
    await expect(
      database.inOrganisation('b', (tx) =>
        tx.rows(`INSERT INTO idempotency VALUES ('a', 'x', 'other', 0, 'y', '', NULL, now())`),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      prepareDatabase({ owner: connection, app: connectionUrl(), password: '', calendars: new Map() }),
    ).rejects.toThrow('the program works as is too strong');
    await database.end();
  });

  const connectionUrl = (): string =>
    `postgres://${connection.user}:${encodeURIComponent(connection.password)}@/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`;
});
