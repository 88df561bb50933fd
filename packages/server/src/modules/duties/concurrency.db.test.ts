import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
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
import { createDutiesPort, settleWork } from './settle.ts';

const register = await demoRegister();
const engine = engineWith(({ subject }) => subject === 'traveller');
const org = 'org-a';
const day: Day = parseDay('2026-11-23') ?? Number.NaN;
const now = startOf(day) + 9 * 3_600_000_000;
/** Seconds of the soak; without it a fixed number of rounds. */
const soak = Number(process.env['DUTIES_SOAK'] ?? 0);
const rounds = 12;

eachInstallation(({ database, ownerClient }) => {
  const parts = { engine, dayOf, offset, jobs: { send: async () => undefined } };
  const port = createDutiesPort(parts);

  test(
    'eight writers on twenty subjects leave what a full evaluation gives',
    async () => {
      await loadFacts(ownerClient, register, org);
      const { rows } = await ownerClient.query<{ id: string; trip: string; person: string }>(
        `SELECT id, trip, person FROM fact_traveller WHERE org_id = $1 ORDER BY id LIMIT 20`,
        [org],
      );
      const subjects = rows.map(({ id }) => id);
      const rules = engine.kinds.get('traveller') ?? [];
      const everyone = await ownerClient.query<{ id: string }>('SELECT id FROM fact_traveller WHERE org_id = $1', [
        org,
      ]);
      await database.inOrganisation(org, (tx) =>
        settleWork(
          tx,
          parts,
          [{ kind: 'traveller', rules, subjects: everyone.rows.map(({ id }) => id).toSorted() }],
          now,
          'fact',
        ),
      );
      const end = Date.now() + soak * 1000;
      let written = 0;
      const writer = async (n: number): Promise<void> => {
        for (let round = 0; soak > 0 ? Date.now() < end : round < rounds; round++) {
          // Each writer walks through the subjects in an order of its own, two at a time: the lock's order is not theirs.
          const two = [subjects[(n * 7 + round * 3) % 20] ?? '', subjects[(n * 3 + round * 11 + 5) % 20] ?? ''];
          await database.inOrganisation(org, async (tx) => {
            const made = two.map((id) => `debrief-${n}-${round}-${id}`);
            const [kind, ids] = n % 2 === 0 ? (['debrief', made] as const) : (['trip', await tripsOf(two)] as const);
            const before = await port.touched(tx, kind, ids);
            if (kind === 'trip') {
              // As an action does that changes several facts: one after the other in the order of their ids.
              await tx.rows(
                'SELECT FROM fact_trip WHERE org_id = $1 AND id = ANY ($2::text[]) ORDER BY id FOR UPDATE',
                [org, ids],
              );
              await tx.count(
                `UPDATE fact_trip SET departs_on = departs_on + $3::int, cancelled_on = CASE WHEN cancelled_on IS NULL AND $3::int > 1 THEN $4::date END
                 WHERE org_id = $1 AND id = ANY ($2::text[])`,
                [org, ids, ((n + round) % 5) - 2, formatDay(day)],
              );
            } else
              await tx.count(
                `INSERT INTO fact_debrief (org_id, id, traveller, held_on, copy_given_on, happened_on)
                 SELECT $1, made, traveller, $4::date, $4::date, $4::date FROM unnest($2::text[], $3::text[]) AS one(made, traveller) ON CONFLICT DO NOTHING`,
                [org, made, two, formatDay(day - (round % 30))],
              );
            await port.settle(
              tx,
              new Map([...before, ...(await port.touched(tx, kind, ids))]),
              now + n + round,
              'fact',
            );
            written++;
          });
        }
      };
      const tripsOf = async (ids: readonly string[]): Promise<string[]> =>
        [...new Set(rows.filter(({ id }) => ids.includes(id)).map(({ trip }) => trip))].toSorted();
      await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
      expect(written).toBeGreaterThanOrEqual(8);
      expect(await disagreements(ownerClient, org, now, null, engine)).toEqual([]);
      const gaps = await ownerClient.query(
        `SELECT rule, subject FROM duty_change WHERE org_id = $1 GROUP BY rule, subject, period HAVING max(version) <> count(*)`,
        [org],
      );
      expect(gaps.rows).toEqual([]);
    },
    60_000 + soak * 1000,
  );
});
