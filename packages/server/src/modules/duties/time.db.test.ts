import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { statusCodes } from '@sallyport/core/duties';
import type { DayClosed } from '@sallyport/core/journal';
import type { Status } from '@sallyport/core/law';
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
import { checkDays } from './check-days.ts';
import { rowsOfDay } from './closed-rows.ts';
import { dayFigures } from './day-figures.ts';
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
    const figures = (org: string) => database.inOrganisation(org, (tx) => dayFigures(tx, first, last));
    const told = await figures('daily');
    for (const org of orgs) expect(await figures(org)).toEqual(told);
    expect(new Set(told.map(({ day: on }) => on)).size).toBe(last - first);
    // Where a number is told it is what a count of the changes gives; where few persons stand behind it none is.
    const shown = told.filter(({ owed }) => owed !== null);
    expect(shown.length).toBeGreaterThan(0);
    for (const { day: on, instrument, owed, settled } of shown.slice(-12))
      expect({ owed, settled }).toEqual(await countedOn('daily', on, instrument));
  }, 300_000);

  /** Counted from the changes themselves, in words of their own. */
  async function countedOn(org: string, on: string, instrument: string) {
    const of = (names: readonly string[]): number[] => names.map((name) => statusCodes.indexOf(name as Status));
    const { rows } = await ownerClient.query<{ owed: number; settled: number }>(
      `SELECT count(*) FILTER (WHERE status = ANY ($4))::int AS owed, count(*) FILTER (WHERE status = ANY ($5))::int AS settled FROM (
         SELECT DISTINCT ON (rule, subject, period) status FROM duty_change
         WHERE org_id = $1 AND rule LIKE $2 || '/%' AND recorded_at <= $3 AND effective <= $3 AND period <= $6::date
         ORDER BY rule, subject, period, version DESC) AS known`,
      [
        org,
        instrument,
        startOf(day(on) + 1) - 1,
        of(['met', 'late', 'overdue', 'missed', 'review', 'breached', 'unclear']),
        of(['met', 'late']),
        on,
      ],
    );
    return rows[0];
  }

  test('over most of a year of late imports, corrections, withdrawals and a revision, what is known of a day is what it showed', async () => {
    const org = 'year';
    const begun = entries.length;
    const roll = dice(seedOf('DUTIES_SEED') + 1);
    await loadFacts(ownerClient, register, org);
    const first = day('2026-03-02');
    const snapshots = new Map<Day, unknown[]>();
    /** Between the changes of one day. */
    const within = new Map<number, unknown[]>();
    for (let n = 0; n < 32; n++) {
      const on = first + n * 8;
      const asLaw = n < 20 ? { ...parts, engine: earlier, lawState: 'earlier' } : parts;
      await tick(asLaw, org, nine(on));
      const port = createDutiesPort(asLaw);
      for (let times = 0; times < 2; times++) {
        const moment = nine(on) + 1000 * (times + 1);
        await happen(org, port, roll, on, moment);
        if (n % 4 === 0) within.set(moment, await stored(org));
      }
      await tick(asLaw, org, startOf(on + 1) - 1);
      snapshots.set(on, await stored(org));
    }
    const rules = [...new Set(wanted.law.rules.map(({ id }) => id))];
    const known = async (end: number, by?: number) =>
      (await database.inOrganisation(org, (tx) => knownRows(tx, rules, end, by))).map((found) => {
        const { recorded_at: _, ...row } = found;
        return row;
      });
    for (const [on, snapshot] of snapshots) {
      expect({ on: formatDay(on), rows: await known(startOf(on + 1) - 1) }).toEqual({
        on: formatDay(on),
        rows: snapshot,
      });
    }
    for (const [moment, snapshot] of within)
      expect(await known(startOf(dayOf(moment) + 1) - 1, moment)).toEqual(snapshot);
    expect(new Set([...snapshots.values()].map((rows) => JSON.stringify(rows))).size).toBeGreaterThan(26);
    const causes = await ownerClient.query('SELECT DISTINCT cause FROM duty_change WHERE org_id = $1 ORDER BY 1', [
      org,
    ]);
    expect(causes.rows.map(({ cause }: { cause: string }) => cause)).toEqual(['clock', 'fact', 'revision']);
    const rows = await database.inOrganisation(org, (tx) => rowsOfDay(tx, first + 31 * 8, offset));
    expect(rows.length).toBe(snapshots.get(first + 31 * 8)?.length);
    closings.push(...closingsIn(entries.slice(begun)));
    expect(closings.length).toBeGreaterThan(240);
    expect(await check(closings.filter((_, n) => n % 8 === 0))).toEqual([]);
  }, 300_000);

  const closings: DayClosed[] = [];
  const closingsIn = (drafts: readonly EntryDraft[]): DayClosed[] =>
    drafts.flatMap(({ action, open }) => {
      if (action !== 'day.closed' || open === undefined || open === null) return [];
      const { day: text, rows, counts, root } = open as Record<string, unknown>;
      return [
        {
          day: day(String(text)),
          rows: Number(rows),
          counts: counts as Record<string, number>,
          root: Buffer.from(String(root), 'base64'),
        },
      ];
    });
  const check = (these: readonly DayClosed[]) => database.inOrganisation('year', (tx) => checkDays(tx, these, offset));
  /** What was found once somebody with the owner's rights has been at the tables; afterwards they are as they were. */
  async function afterwards(near: readonly DayClosed[], ...statements: readonly string[]) {
    const copies = ['duty', 'duty_change', 'day_secret'];
    for (const table of copies)
      await ownerClient.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table} WHERE org_id = 'year'`);
    for (const statement of statements) expect((await ownerClient.query(statement)).rowCount).toBe(1);
    const found = await check(near);
    for (const table of copies) {
      await ownerClient.query(`DELETE FROM ${table} WHERE org_id = 'year'`);
      await ownerClient.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
      await ownerClient.query(`DROP TABLE kept_${table}`);
    }
    return found.map(({ code, day: on, row }) => [code, on, row?.subject ?? null]);
  }
  /** A duty with several changes, and one in their middle. */
  async function someDuty() {
    const { rows } = await ownerClient.query<{ key: string; subject: string; version: number; day: string }>(
      `SELECT format('org_id = %L AND rule = %L AND subject = %L AND period = %L', org_id, rule, subject, period) AS key, subject, version,
         to_char(to_timestamp(recorded_at / 1e6) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day
       FROM duty_change AS one WHERE org_id = 'year' AND version > 1 AND status IS NOT NULL
         AND EXISTS (SELECT FROM duty_change AS later WHERE (later.org_id, later.rule, later.subject, later.period) = (one.org_id, one.rule, one.subject, one.period)
           AND later.version > one.version AND later.recorded_at > one.recorded_at + 3 * 86400000000::bigint)
         AND EXISTS (SELECT FROM duty WHERE (duty.org_id, duty.rule, duty.subject, duty.period) = (one.org_id, one.rule, one.subject, one.period))
         AND NOT EXISTS (SELECT FROM duty_change AS near WHERE (near.org_id, near.rule, near.subject, near.period) = (one.org_id, one.rule, one.subject, one.period)
           AND near.version = one.version + 1 AND near.recorded_at < one.recorded_at + 3 * 86400000000::bigint)
       ORDER BY rule, subject, period, version LIMIT 1`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('no duty changed often enough');
    return found;
  }

  test('a duty or a change of one that was altered or taken away afterwards is named, and the day with it', async () => {
    const { key, subject, version, day: on } = await someDuty();
    const one = `${key} AND version = ${version}`;
    const near = closings.filter((closing) => Math.abs(closing.day - day(on)) < 4);
    const after = (...statements: string[]) => afterwards(near, ...statements);
    expect(await after(`UPDATE duty SET status = (status + 1) % 4 WHERE ${key}`)).toEqual([
      ['duty-differs', null, subject],
    ]);
    expect(await after(`DELETE FROM duty WHERE ${key}`)).toEqual([['duty-differs', null, subject]]);
    const altered = await after(`UPDATE duty_change SET status = (status + 1) % 4 WHERE ${one}`);
    expect(altered.slice(0, 2)).toEqual([
      ['day-differs', on, null],
      ['day-row-differs', on, subject],
    ]);
    expect(altered.filter(([code]) => code === 'day-row-differs')).toHaveLength(1);
    const gone = await after(`DELETE FROM duty_change WHERE ${one}`);
    expect(gone[0]).toEqual(['duty-change-gone', null, subject]);
    expect(gone).toContainEqual(['day-differs', on, null]);
    // Whoever numbers the rest anew does not come by either: the root says which day.
    const numbered = await after(
      `DELETE FROM duty_change WHERE ${one}`,
      ...Array.from({ length: await laterThan(key, version) }, (_, n) => version + n).map(
        (n) => `UPDATE duty_change SET version = ${n} WHERE ${key} AND version = ${n + 1}`,
      ),
      `UPDATE duty SET version = version - 1 WHERE ${key}`,
    );
    expect(numbered[0]).toEqual(['day-differs', on, null]);
    expect((await after(`DELETE FROM day_secret WHERE org_id = 'year' AND day = '${on}'`))[0]).toEqual([
      'day-secret-gone',
      on,
      null,
    ]);
    expect(await check(near)).toEqual([]);
  }, 240_000);

  const laterThan = async (key: string, version: number): Promise<number> =>
    Number(
      (await ownerClient.query(`SELECT count(*) AS n FROM duty_change WHERE ${key} AND version > ${version}`)).rows[0]
        .n,
    );

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
