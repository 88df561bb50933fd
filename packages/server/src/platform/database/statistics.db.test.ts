import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { analyseAsItGrows } from './statistics.ts';

eachInstallation(({ database, ownerClient }) => {
  const write = (count: number) =>
    ownerClient.query(
      "INSERT INTO installation (name, value) SELECT gen_random_uuid()::text, '0' FROM generate_series(1, $1::int)",
      [count],
    );
  const rowsOf = async (sql: string): Promise<number> => {
    const { rows } = await ownerClient.query<{ count: number }>(sql);
    return rows[0]?.count ?? Number.NaN;
  };
  const there = () => rowsOf('SELECT count(*)::int AS count FROM installation');
  const plannedFor = () => rowsOf("SELECT reltuples::int AS count FROM pg_class WHERE oid = 'installation'::regclass");

  test('a table is planned for as it is after the first batch, and each time it has doubled', async () => {
    const wrote = analyseAsItGrows(database, 'org', []);
    for (const batch of [1, 2, 3, 4]) {
      const known = await plannedFor();
      await write(20);
      await wrote('installation');
      expect(await plannedFor()).toBe(batch === 3 ? known : await there());
    }
  });

  test('what goes alongside is analysed too', async () => {
    await write(30);
    await analyseAsItGrows(database, 'org', ['installation'])('tenant');
    expect(await plannedFor()).toBe(await there());
  });

  test('a name is a name and no statement', async () => {
    const wrote = analyseAsItGrows(database, 'org', []);
    await expect(wrote('installation; DROP TABLE tenant')).rejects.toThrow(/does not exist/);
    expect(await rowsOf('SELECT count(*)::int AS count FROM tenant')).toBe(0);
  });
});
