import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { seedOf } from '../../../../../tests/support/seed.ts';
import {
  dayOf,
  demoRegister,
  disagreements,
  engineWith,
  loadFacts,
  offset,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import type { EntryDraft } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { knownRows } from './as-of-store.ts';
import { rowsOfDay } from './close-day.ts';
import { createDutiesPort } from './settle.ts';
import { tick } from './ticker.ts';

const register = await demoRegister();
/** What time works on in every way: limits, planned trigger days, periods, evidence and waivers that end, hours, duties that follow. */
const kinds = new Set(['traveller', 'assignment', 'incident', 'exchangeActivity', 'foreignMatterReport']);
const organisationRules =
  /key-unit-people|branch-plan|leak-plan|secrecy-self-check|annual-secrecy-report|precautions-lead/;
const wanted = engineWith(
  ({ subject, id }) => kinds.has(subject) || (subject === 'organisation' && organisationRules.test(id)),
);
const earlier = engineWith(({ subject, id }) => kinds.has(subject) && id !== 'org-policy/trip-submission-lead');

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const nine = (on: Day): number => startOf(on) + 9 * 3_600_000_000;

/** Numbers of a seed: the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

eachInstallation(({ database, ownerClient }) => {
  const entries: EntryDraft[] = [];
  const parts = {
    engine: wanted,
    database,
    dayOf,
    offset,
    lawState: 'all',
    salt: () => new Uint8Array(32).fill(7),
    jobs: { send: async () => undefined },
    journal: { append: async (_tx: Transaction, drafts: readonly EntryDraft[]) => void entries.push(...drafts) },
  };
  const changesOf = async (org: string): Promise<unknown[]> =>
    (
      await ownerClient.query(
        `SELECT rule, subject, period::text, version, effective, recorded_at, status, due, met_on, evidence, cause
         FROM duty_change WHERE org_id = $1 ORDER BY rule, subject, period, version`,
        [org],
      )
    ).rows;

  test('a catch-up over n days leaves what n ticks leave, on both clocks, and what a full evaluation gives', async () => {
    const [first, last] = [day('2026-11-01'), day('2026-11-22')];
    const roll = dice(seedOf('DUTIES_SEED'));
    const orgs = ['daily', 'at-once', 'as-it-comes'];
    for (const org of orgs) {
      await loadFacts(ownerClient, register, org);
      await tick(parts, org, nine(first));
    }
    for (let at = first + 1; at <= last; at++) await tick(parts, 'daily', nine(at));
    await tick(parts, 'at-once', nine(last));
    for (let at = first; at < last; ) {
      at = Math.min(last, at + 1 + roll(9));
      await tick(parts, 'as-it-comes', nine(at));
    }
    const daily = await changesOf('daily');
    expect(daily.filter((change) => (change as { cause: string }).cause === 'clock').length).toBeGreaterThan(20);
    for (const org of orgs) {
      expect(await changesOf(org)).toEqual(daily);
      expect(await disagreements(ownerClient, org, nine(last), null, wanted)).toEqual([]);
    }
    const closed = entries.filter(({ action }) => action === 'day.closed');
    expect(closed).toHaveLength(3 * (last - first));
    const days = new Set(closed.map(({ open }) => open?.['day']));
    expect(new Set(closed.map(({ open }) => JSON.stringify(open))).size).toBe(days.size);
  }, 240_000);

  test('over most of a year of late imports, corrections, withdrawals and a revision, what is known of a day is what it showed', async () => {
    const org = 'year';
    const roll = dice(seedOf('DUTIES_SEED') + 1);
    await loadFacts(ownerClient, register, org);
    const first = day('2026-03-02');
    const snapshots = new Map<Day, unknown[]>();
    for (let n = 0; n < 50; n++) {
      const on = first + n * 5;
      const asLaw = n < 30 ? { ...parts, engine: earlier, lawState: 'earlier' } : parts;
      await tick(asLaw, org, nine(on));
      const port = createDutiesPort(asLaw);
      for (let times = 0; times < 2; times++) await happen(org, port, roll, on, nine(on) + 1000 * (times + 1));
      await tick(asLaw, org, startOf(on + 1) - 1);
      snapshots.set(on, await stored(org));
    }
    const rules = [...new Set(wanted.law.rules.map(({ id }) => id))];
    for (const [on, snapshot] of snapshots) {
      const known = await database.inOrganisation(org, (tx) => knownRows(tx, rules, startOf(on + 1) - 1));
      expect({ on: formatDay(on), rows: known }).toEqual({ on: formatDay(on), rows: snapshot });
    }
    expect(new Set([...snapshots.values()].map((rows) => JSON.stringify(rows))).size).toBeGreaterThan(40);
    const causes = await ownerClient.query('SELECT DISTINCT cause FROM duty_change WHERE org_id = $1 ORDER BY 1', [
      org,
    ]);
    expect(causes.rows.map(({ cause }: { cause: string }) => cause)).toEqual(['clock', 'fact', 'revision']);
    const rows = await database.inOrganisation(org, (tx) => rowsOfDay(tx, wanted, first + 49 * 5, offset));
    expect(rows.length).toBe(snapshots.get(first + 49 * 5)?.length);
  }, 240_000);

  const stored = async (org: string): Promise<unknown[]> =>
    database.inOrganisation(org, (tx) =>
      tx.rows(
        'SELECT rule, subject, period, status, due, met_on, evidence FROM duty WHERE org_id = $1 ORDER BY rule, subject, period',
        [org],
      ),
    );

  /** One change of the register as an action makes it: touched before and after, then settled. */
  async function happen(
    org: string,
    port: ReturnType<typeof createDutiesPort>,
    roll: (sides: number) => number,
    on: Day,
    now: number,
  ): Promise<void> {
    const changes: readonly (readonly [kind: string, table: string, statement: string])[] = [
      [
        'completion',
        'fact_completion',
        `UPDATE fact_completion SET happened_on = happened_on - 30, completed_on = completed_on - 30 WHERE id = $1 AND $2::date IS NOT NULL`,
      ],
      [
        'completion',
        'fact_completion',
        `UPDATE fact_completion SET happened_on = $2::date, completed_on = $2::date WHERE id = $1`,
      ],
      [
        'trip',
        'fact_trip',
        `UPDATE fact_trip SET departs_on = departs_on + 9, returns_on = returns_on + 9 WHERE id = $1 AND $2::date IS NOT NULL`,
      ],
      [
        'trip',
        'fact_trip',
        `UPDATE fact_trip SET cancelled_on = CASE WHEN cancelled_on IS NULL THEN $2::date END WHERE id = $1`,
      ],
      ['debrief', 'fact_debrief', `DELETE FROM fact_debrief WHERE id = $1 AND $2::date IS NOT NULL`],
    ];
    const [kind, table, statement] = changes[roll(changes.length)] ?? changes[0] ?? ['', '', ''];
    await database.inOrganisation(org, async (tx) => {
      const all = await tx.rows<{ id: string }>(`SELECT id FROM ${table} WHERE org_id = $1 ORDER BY id`, [org]);
      const id = all[roll(all.length)]?.id;
      if (id === undefined) return;
      const before = await port.touched(tx, kind, [id]);
      await tx.count(`${statement} AND org_id = $3`, [id, formatDay(on), org]);
      const touched = new Map(before);
      for (const [key, ids] of await port.touched(tx, kind, [id]))
        touched.set(key, new Set([...(before.get(key) ?? []), ...ids]));
      await port.settle(tx, touched, now, 'fact');
    });
  }
});
