import { parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import {
  allSubjects,
  dayOf,
  demoRegister,
  disagreements,
  loadFacts,
  offset,
  shippedEngine,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import { createDutiesPort, settleWork } from './settle.ts';

const register = await demoRegister();
const org = 'org-a';
const now = startOf(parseDay('2026-11-23') ?? 0) + 9 * 3_600_000_000;
const engine = shippedEngine();
const sent: string[] = [];
const parts = {
  engine,
  dayOf,
  offset,
  jobs: { send: async (_tx: unknown, job: string) => void sent.push(job) },
};

eachInstallation(({ database, ownerClient }) => {
  const port = createDutiesPort(parts);
  const journeys = new Set(['traveller', 'deviation', 'assignment']);

  test('settling every subject of every rule stores what a full evaluation gives, and again changes nothing', async () => {
    await loadFacts(ownerClient, register, org);
    for (const { kind, subjects } of await allSubjects(ownerClient, org)) {
      const work = [{ kind, rules: engine.kinds.get(kind) ?? [], subjects }];
      await database.inOrganisation(org, (tx) => settleWork(tx, parts, work, now, 'fact'));
      expect(await database.inOrganisation(org, (tx) => settleWork(tx, parts, work, now, 'fact'))).toBe(0);
    }
    expect(await disagreements(ownerClient, org, now)).toEqual([]);
  }, 900_000);

  test('a changed fact settles the subjects it touches, before and after, and each change is kept', async () => {
    const before = await changes();
    await database.inOrganisation(org, async (tx) => {
      const trips = await tx.rows<{ id: string }>('SELECT id FROM fact_trip WHERE cancelled_on IS NULL ORDER BY id');
      const ids = trips.map(({ id }) => id);
      const old = await port.touched(tx, 'trip', ids);
      await tx.count('UPDATE fact_trip SET cancelled_on = $2 WHERE id = ANY ($1)', [ids, '2026-11-20']);
      const touched = new Map([...old, ...(await port.touched(tx, 'trip', ids))]);
      await port.settle(tx, touched, now, 'fact');
    });
    expect(await disagreements(ownerClient, org, now, journeys)).toEqual([]);
    expect(await changes()).toBeGreaterThan(before);
    const { rows } = await ownerClient.query(
      `SELECT FROM duty WHERE NOT EXISTS (SELECT FROM duty_change past WHERE past.org_id = duty.org_id AND past.rule = duty.rule
         AND past.subject = duty.subject AND past.period = duty.period AND past.version = duty.version
         AND (past.status, past.due, past.met_on, past.evidence) IS NOT DISTINCT FROM (duty.status, duty.due, duty.met_on, duty.evidence))`,
    );
    expect(rows).toEqual([]);
  }, 300_000);

  test('the law of another country comes and goes with the seat and the clearance of the organisation', async () => {
    const us = async (): Promise<number> =>
      (await ownerClient.query(`SELECT FROM duty WHERE org_id = $1 AND rule LIKE 'us-%'`, [org])).rowCount ?? 0;
    const counts: number[] = [];
    const cleared = `cleared_since = '2020-01-01'`;
    for (const columns of [`seat = 'us', ${cleared}`, `seat = 'cn', cleared_since = NULL`, cleared]) {
      sent.length = 0;
      await database.inOrganisation(org, async (tx) => {
        const ids = (await tx.rows<{ id: string }>('SELECT id FROM fact_organisation')).map(({ id }) => id);
        await tx.count(`UPDATE fact_organisation SET ${columns}`);
        await port.settle(tx, await port.touched(tx, 'organisation', ids), now, 'fact');
      });
      expect(sent).toEqual([]);
      expect(await disagreements(ownerClient, org, now)).toEqual([]);
      counts.push(await us());
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(0);
    expect(counts[2]).toBeGreaterThan(0);
  }, 900_000);

  test('more subjects than one action settles are left to a job, and wait with the time since when', async () => {
    sent.length = 0;
    const many = new Map([['trip traveller', new Set(Array.from({ length: 501 }, (_, n) => `t-${n}`))]]);
    await database.inOrganisation(org, (tx) => port.settle(tx, many, now, 'fact'));
    expect(sent).toEqual(['duties.recompute']);
    const { rows } = await ownerClient.query(
      'SELECT count(*)::int AS waiting, min(since) AS since FROM duty_recompute',
    );
    expect(rows).toEqual([{ waiting: 501, since: now }]);
  });

  const changes = async (): Promise<number> =>
    (await ownerClient.query('SELECT FROM duty_change WHERE org_id = $1', [org])).rowCount ?? 0;
});
