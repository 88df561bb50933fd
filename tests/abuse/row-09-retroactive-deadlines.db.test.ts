import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { eachInstallation } from '../support/installations.ts';
import { type TripsHouse, tripsHouse } from '../support/trips.ts';

// PEOPLE.md, abuse row 9: retroactive deadlines, so that somebody is found to have been late all along.

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-abuse09' });
  });
  const ben = { travellers: [{ person: 'ben', leader: false }] };

  test('abuse row 9: a setting counts from today at the earliest, and is not slipped in as a plain fact or in a file', async () => {
    const { org, program, people } = house;
    const { officer } = people;
    const decide = (from: string) =>
      program.refused('run', 'law.decideSetting', { name: 'submissionLead', value: 60, from }, officer);
    for (const from of ['2026-11-22', '2026-01-01', '1999-01-01'])
      expect(await decide(from)).toEqual(['law.setting-retroactive']);
    const fields = { organisation: org, name: 'submissionLead', value: '60', fromDay: '2026-01-01' };
    const importing: Actor = { ...officer, via: 'import' };
    for (const who of [officer, importing])
      expect(await program.refused('run', 'register.record', { kind: 'setting', fields }, who)).toEqual([
        'register.has-own-action',
      ]);
    const rows = await house.rows('SELECT id FROM fact_setting WHERE org_id = $1');
    expect(rows).toEqual([]);
  });

  test('abuse row 9: a longer lead decided today makes nobody late who filed before it', async () => {
    const { org, submitted, rows, program, people } = house;
    const dueOf = async (trip: string) =>
      (
        await rows(
          `SELECT duty.due_on::text AS due, duty.status::text AS status FROM duty JOIN fact_traveller AS goer ON goer.org_id = $1 AND goer.id = duty.subject
           WHERE duty.org_id = $1 AND goer.trip = $2 AND duty.rule = 'org-policy/trip-submission-lead'`,
          trip,
        )
      )[0];
    const early = await submitted(people.ben, ben);
    const before = await dueOf(early);
    expect(before?.['due']).toMatch(/^2026-1[12]-/);
    program.clock.advance({ days: 1 });
    // As an administrator of the machine may still bring in what an organisation decided in time.
    const value = { organisation: org, name: 'submissionLead', value: '26', fromDay: '2026-11-24' };
    await program.one('register.import', { kind: 'setting', id: 'longer', fields: value }, machine(org));
    expect(await dueOf(early)).toEqual(before);
    expect((await dueOf(await submitted(people.ben, ben)))?.['due']).toBe('2026-11-24');
  });
});
