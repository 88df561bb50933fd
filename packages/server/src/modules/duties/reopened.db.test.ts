import { formatDay, parseDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import {
  dayOf,
  demoRegister,
  disagreements,
  engineWith,
  loadFacts,
  offset,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import { createDutiesPort } from './settle.ts';
import { recompute, tick } from './ticker.ts';

const register = await demoRegister();
const rule = 'org-policy/trip-submission-lead';
const engine = engineWith(({ id }) => id === rule || id === 'cn-cq-2023/debrief-after-return');
const org = 'org-a';
const day = parseDay('2026-11-23') ?? Number.NaN;
const nine = (on: number): number => startOf(on) + 9 * 3_600_000_000;

eachInstallation(({ database, ownerClient }) => {
  const sent: string[] = [];
  const parts = {
    engine,
    database,
    dayOf,
    offset,
    lawState: 'two rules',
    salt: () => new Uint8Array(32),
    jobs: { send: async (_tx: unknown, job: string) => void sent.push(job) },
    journal: { append: async () => undefined },
  };
  const port = createDutiesPort(parts);
  const count = async (table: string): Promise<number> =>
    (await ownerClient.query(`SELECT FROM ${table} WHERE org_id = $1`, [org])).rowCount ?? 0;

  beforeAll(async () => {
    await loadFacts(ownerClient, register, org);
    // More travellers than one action settles: each of the demo's, again and again.
    await ownerClient.query(
      `INSERT INTO fact_traveller SELECT (jsonb_populate_record(one, jsonb_build_object('id', one.id || '-' || n))).*
       FROM fact_traveller AS one, generate_series(1, 15) AS n`,
    );
    await ownerClient.query('ANALYZE');
  });

  test('what was too much for one action is computed by the job, all of it', async () => {
    const { rows } = await ownerClient.query<{ id: string }>('SELECT id FROM fact_traveller');
    expect(rows.length).toBeGreaterThan(500);
    const all = new Map([['trip traveller', new Set(rows.map(({ id }) => id))]]);
    await database.inOrganisation(org, (tx) => port.settle(tx, all, nine(day), 'fact'));
    expect([sent, await count('duty'), await count('duty_recompute')]).toEqual([['duties.recompute'], 0, rows.length]);
    await recompute(parts, org, nine(day));
    expect(await count('duty_recompute')).toBe(0);
    expect(await count('duty')).toBeGreaterThan(100);
    expect(await disagreements(ownerClient, org, nine(day), null, engine)).toEqual([]);
  });

  test('a waiver that ends leaves the duty open again, on the day after it', async () => {
    await tick(parts, org, nine(day));
    const status = async (subject: string): Promise<unknown> =>
      (
        await ownerClient.query('SELECT status FROM duty WHERE org_id = $1 AND rule = $2 AND subject = $3', [
          org,
          rule,
          subject,
        ])
      ).rows[0]?.status;
    // Somebody travelled and had not handed anything in.
    const { rows } = await ownerClient.query<{ id: string; subject: string }>(
      `WITH one AS (SELECT min(subject) AS subject FROM duty WHERE org_id = $1 AND rule = $2 AND status = $3)
       UPDATE fact_trip SET submitted_on = NULL FROM one, fact_traveller AS goer
       WHERE fact_trip.org_id = $1 AND goer.org_id = $1 AND goer.id = one.subject AND fact_trip.id = goer.trip
       RETURNING fact_trip.id, one.subject`,
      [org, rule, statusCode('met')],
    );
    const { id = '', subject = '' } = rows[0] ?? {};
    await database.inOrganisation(org, async (tx) =>
      port.settle(tx, await port.touched(tx, 'trip', [id]), nine(day), 'fact'),
    );
    const before = await status(subject);
    expect([statusCode('overdue'), statusCode('missed')]).toContain(before);
    await database.inOrganisation(org, async (tx) => {
      await tx.count(
        `INSERT INTO fact_waiver (org_id, id, organisation, rule, subject, granted_on, until, happened_on)
         SELECT $1, 'waiver-new', id, $2, $3, $4::date, $5::date, $4::date FROM fact_organisation WHERE org_id = $1`,
        [org, rule, subject, formatDay(day), formatDay(day + 3)],
      );
      await port.settle(tx, await port.touched(tx, 'waiver', ['waiver-new']), nine(day) + 1, 'fact');
    });
    expect(await status(subject)).toBe(statusCode('waived'));
    const seen: unknown[] = [];
    for (let on = day + 1; on <= day + 5; on++) {
      await tick(parts, org, nine(on));
      seen.push(await status(subject));
      expect(await disagreements(ownerClient, org, nine(on), null, engine)).toEqual([]);
    }
    expect(seen[0]).toBe(statusCode('waived'));
    expect(seen.at(-1)).toBe(before);
    const { rows: last } = await ownerClient.query(
      'SELECT cause FROM duty_change WHERE org_id = $1 AND rule = $2 AND subject = $3 ORDER BY version DESC LIMIT 1',
      [org, rule, subject],
    );
    expect(last).toEqual([{ cause: 'clock' }]);
  });
});
