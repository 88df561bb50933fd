import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { templateName } from '../../../../../tests/support/template.ts';
import { readTables } from './read-tables.ts';
import { madeAnew, tablesInOrder } from './tables.ts';
import { countRows, writeTables } from './write-tables.ts';

eachInstallation(({ owner, ownerClient }) => {
  const other = `test_${randomUUID().replaceAll('-', '')}`;
  const target = new Client({ ...owner, database: other });
  const administrator = new Client({ ...owner, database: 'postgres' });

  beforeAll(async () => {
    await administrator.connect();
    await administrator.query(`CREATE DATABASE ${other} TEMPLATE ${templateName}`);
    await target.connect();
    // One row of each awkward kind: bytes, days without end, instants to the microsecond, lists, JSON, text with every quote.
    await ownerClient.query(
      `INSERT INTO idempotency VALUES ('a', 'x', 'k', 0, 'y', '\\x00ff10', '{"n": 9007199254740993, "t": "\\"\\\\"}', '2026-11-23 04:05:06.789012+08')`,
    );
    await ownerClient.query(
      `INSERT INTO duty_change SELECT one.* FROM jsonb_populate_record(NULL::duty_change, $1::jsonb) AS one`,
      [
        JSON.stringify({
          org_id: 'a',
          rule: 'r',
          subject: 's',
          period: '-infinity',
          version: 1,
          effective: '9007199254740993',
          recorded_at: '1795377906789012',
          id: 'x',
          status: 1,
          evidence: ['甲"乙', 'b\\c', null],
          cause: 'fact',
        }),
      ],
    );
    await ownerClient.query(
      `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields)
       SELECT 'a', 'unit', n::text, 1, 'record', '2020-02-29', now(), jsonb_build_object('name', repeat('密', n % 50)) FROM generate_series(1, 4321) n`,
    );
  });
  afterAll(async () => {
    await target.end();
    await administrator.query(`DROP DATABASE ${other} WITH (FORCE)`);
    await administrator.end();
  });

  /** A digest of every row of every table. */
  async function digests(client: Client): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const table of await tablesInOrder(client)) {
      if (madeAnew.has(table)) continue;
      const { rows } = await client.query(
        `SELECT count(*) AS count, md5(string_agg(md5(one::text), '' ORDER BY md5(one::text))) AS digest FROM "${table}" AS one`,
      );
      found[table] = rows[0];
    }
    return found;
  }

  test('what is read and written again is the same to the last byte', async () => {
    const counts = await writeTables(target, readTables(ownerClient));
    expect(counts['fact_version']).toBe(4321);
    expect(await digests(target)).toEqual(await digests(ownerClient));
    expect(await countRows(target)).toEqual(counts);
  });

  test('a stream that breaks off leaves the target as it was', async () => {
    const before = await digests(target);
    async function* broken() {
      yield {
        table: 'tenant',
        row: '{"org_id":"z","routing":"zzzz","demo":false,"created_at":"2026-01-01T00:00:00Z"}',
      };
      throw new Error('the disk went away');
    }
    await expect(writeTables(target, broken())).rejects.toThrow('the disk went away');
    await expect(writeTables(target, only({ table: 'pg_authid', row: '{}' }))).rejects.toThrow('no table pg_authid');
    expect(await digests(target)).toEqual(before);
  });

  async function* only(row: { table: string; row: string }) {
    yield row;
  }
});
