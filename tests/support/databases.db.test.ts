import { expect, test } from 'vitest';
import { eachDatabase } from './databases.ts';

eachDatabase((database) => {
  test('gives an empty database of the version it names', async () => {
    const { rows } = await database.client.query<{ version: string; tables: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS tables`,
    );
    expect(rows).toEqual([{ version: database.major, tables: 0 }]);
  });

  test('compares by code point, keeps Chinese, counts in UTC', async () => {
    const { rows } = await database.client.query<{ order: string[]; zone: string }>(
      `SELECT (SELECT array_agg(word ORDER BY word) FROM (VALUES ('b'), ('国'), ('B'), ('安')) AS v (word)) AS order,
              current_setting('TimeZone') AS zone`,
    );
    expect(rows).toEqual([{ order: ['B', 'b', '国', '安'], zone: 'UTC' }]);
  });

  test('does not listen on the network', async () => {
    const { rows } = await database.client.query<{ listen: string }>(
      `SELECT current_setting('listen_addresses') AS listen`,
    );
    expect(rows).toEqual([{ listen: '' }]);
  });
});
