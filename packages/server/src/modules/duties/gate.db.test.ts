import { parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import {
  dayOf,
  demoRegister,
  engineWith,
  loadFacts,
  offset,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import { forgetEvaluated } from './evaluated.ts';
import { holdsOf } from './gate.ts';

const register = await demoRegister();
const rule = 'cn-cq-2023/pre-departure-education';
const engine = engineWith(({ id }) => id === rule);
const org = 'org-a';
const now = startOf(parseDay('2026-11-23') ?? 0) + 1;

eachInstallation(({ database, ownerClient }) => {
  test('a gate is judged by the facts, whatever the stored row says, and an override opens it without settling the duty', async () => {
    await loadFacts(ownerClient, register, org);
    const parts = { engine, dayOf, offset };
    const holds = (id: string) =>
      database.inOrganisation(org, (tx) => holdsOf(tx, parts, 'trip.depart', { kind: 'traveller', id }, now));
    const all = await ownerClient.query<{ id: string }>('SELECT id FROM fact_traveller WHERE org_id = $1 ORDER BY id', [
      org,
    ]);
    const held: string[] = [];
    for (const { id } of all.rows) if ((await holds(id)).length > 0) held.push(id);
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThan(all.rows.length);
    const one = held[0] ?? '';
    await ownerClient.query('UPDATE duty SET status = 1 WHERE org_id = $1 AND subject = $2', [org, one]);
    expect(await holds(one)).toMatchObject([{ rule, overridden: false }]);
    // Nobody else can change what it hangs on meanwhile: a transaction evaluates once, and again when it changed a fact itself.
    await database.inOrganisation(org, async (tx) => {
      const within = async () => holdsOf(tx, parts, 'trip.depart', { kind: 'traveller', id: one }, now);
      expect(await within()).toMatchObject([{ rule }]);
      await tx.count('UPDATE duty SET status = 1 WHERE org_id = $1 AND subject = $2', [org, one]);
      expect(await within()).toEqual([]);
      forgetEvaluated(tx);
      expect(await within()).toMatchObject([{ rule }]);
    });
    const override = async (first: string | null, second: string | null) =>
      ownerClient.query(
        `INSERT INTO fact_override (org_id, id, organisation, rule, subject, granted_on, until, happened_on, first_person, second_person)
         SELECT $1, gen_random_uuid()::text, id, $2, $3, DATE '2026-11-20', DATE '2026-12-20', DATE '2026-11-20', $4, $5 FROM fact_organisation WHERE org_id = $1`,
        [org, rule, one, first, second],
      );
    // One person is not two, whatever they are called.
    await override('a', null);
    await override('a', 'a ');
    await override(' ', 'a');
    expect(await holds(one)).toMatchObject([{ rule, overridden: false }]);
    await override('a', 'b');
    const [opened] = await holds(one);
    expect(opened).toMatchObject({ rule, overridden: true });
    expect(opened?.status).not.toBe('met');
  }, 300_000);
});
