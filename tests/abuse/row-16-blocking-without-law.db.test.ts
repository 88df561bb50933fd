import { beforeAll, expect, test } from 'vitest';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { eachInstallation } from '../support/installations.ts';
import { plan, type TripsHouse, tripsHouse, verdict } from '../support/trips.ts';

// PEOPLE.md, abuse row 16: blocking a journey without law.

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-abuse16' });
    const fields = { organisation: house.org, name: 'unitLeadApproval', value: '1', fromDay: '2026-11-01' };
    await house.program.one('register.import', { kind: 'setting', id: 'lead', fields }, machine(house.org));
  });
  const ben = { travellers: [{ person: 'ben', leader: false }] };

  test('abuse row 16: a private journey that no clause we have read binds is not even asked about, whoever would file it', async () => {
    const { program, people } = house;
    const given = { kind: 'private', emergency: false, unit: null, plan: plan(), ...ben };
    for (const who of [people.ben, people.officer])
      expect(await program.refused('run', 'trips.draft', given, who)).toEqual(['trips.private']);
    expect(await house.rows('SELECT id FROM fact_trip WHERE org_id = $1')).toEqual([]);
  });

  test('abuse row 16: a refusal is written, reasoned and dated, is heard by somebody else, and stands in what the traveller reads', async () => {
    const { submitted, decide, refused, act, shown, people } = house;
    const trip = await submitted(people.ben, ben);
    const no = { role: 'unitLead', ...verdict, verdict: 'refused' };
    expect(await refused('decide', trip, people.dan, { ...no, reason: 'no-need' })).toBe('request.invalid');
    expect(await refused('decide', trip, people.dan, { ...no, said: '与年度计划不符' })).toBe('trips.reason-first');
    await decide(trip, people.dan, 'unitLead', { ...no, reason: 'not-in-plan', said: '与年度计划不符' });
    const read = await shown(trip, people.ben);
    expect(read.trail.at(-1)).toMatchObject({
      act: 'decide',
      person: 'dan',
      on: '2026-11-23',
      verdict: 'refused',
      reason: 'not-in-plan',
      said: '与年度计划不符',
    });
    expect(read.may).toContain('appeal');
    await act('appeal', trip, people.ben, { role: 'unitLead', said: '年度计划已经调整' });
    expect(await refused('decide', trip, people.dan, { role: 'unitLead', ...verdict })).toBe('trips.another-hears');
  });

  test('abuse row 16: who keeps silent about what only policy asks holds nobody back', async () => {
    const { submitted, shown, program, people } = house;
    const trip = await submitted(people.ben, ben);
    expect((await shown(trip)).missing.map(({ rule }) => rule)).toContain('org-policy/unit-lead-approval');
    program.clock.advance({ days: 6 });
    const passed = await shown(trip);
    expect(passed.steps).toMatchObject([{ role: 'unitLead', settled: 'silence' }]);
    expect(passed.missing.map(({ rule }) => rule)).not.toContain('org-policy/unit-lead-approval');
  });
});
