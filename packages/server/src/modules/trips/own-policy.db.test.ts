import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import { machine } from '../../platform/actions/machine.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripspolicy' });
  });
  const ben = { travellers: [{ person: 'ben', leader: false }] };
  const asked = (trip: { readonly steps: readonly { role: string }[] }) => trip.steps.map(({ role }) => role);
  const decided = (value: string, fromDay: string) =>
    house.program.one(
      'register.import',
      {
        kind: 'setting',
        id: `${value}-${fromDay}`,
        fields: { organisation: house.org, name: 'unitLeadApproval', value, fromDay },
      },
      machine(house.org),
    );

  test("the agreement of a unit's lead is asked for by the organisation's own setting, from its day on", async () => {
    const { submitted, shown, decide, approvals, people } = house;
    const before = await submitted(people.ben, ben);
    expect(asked(await shown(before))).toEqual([]);
    expect((await shown(before)).waiting).toEqual([]);
    await decided('1', '2026-11-23');
    const trip = await submitted(people.ben, ben);
    const one = await shown(trip);
    expect(one.steps).toMatchObject([{ role: 'unitLead', policy: true, settled: null, holders: [{ person: 'dan' }] }]);
    expect(one.missing.map(({ rule }) => rule)).toContain('org-policy/unit-lead-approval');
    await decide(trip, people.dan, 'unitLead');
    expect(await approvals(trip)).toEqual(['unitLead agreed']);
    const agreed = await shown(trip);
    expect(agreed.missing.map(({ rule }) => rule)).not.toContain('org-policy/unit-lead-approval');
    expect(['preparing', 'approved']).toContain(agreed.state);
  });

  test('beside what law asks for it comes first, and is a step of its own', async () => {
    const { submitted, shown, decide, people } = house;
    const trip = await submitted();
    expect(asked(await shown(trip)).toSorted()).toEqual(['authority', 'personnelBody', 'secrecyBody', 'unitLead']);
    expect((await shown(trip)).waiting).toEqual(['unitLead']);
    await decide(trip, people.dan, 'unitLead');
    expect((await shown(trip)).waiting.toSorted()).toEqual(['personnelBody', 'secrecyBody']);
  });

  test('no answer by the promised day is no objection where only policy asks, and holds the trip where law does', async () => {
    const { submitted, shown, program, people } = house;
    const [own, ofLaw] = [await submitted(people.ben, ben), await submitted()];
    program.clock.advance({ days: 5 });
    expect((await shown(own)).steps[0]).toMatchObject({ settled: null, late: false });
    program.clock.advance({ days: 1 });
    const passed = await shown(own);
    expect(passed.steps).toMatchObject([{ settled: 'silence', since: null }]);
    expect(passed.missing.map(({ rule }) => rule)).not.toContain('org-policy/unit-lead-approval');
    // The next step has its own promise, from the day the one before passed.
    const law = await shown(ofLaw);
    expect(law.waiting.toSorted()).toEqual(['personnelBody', 'secrecyBody']);
    expect(law.steps.find(({ role }) => role === 'secrecyBody')).toMatchObject({ since: '2026-11-29', late: false });
    program.clock.advance({ days: 6 });
    const later = await shown(ofLaw);
    expect(later.steps.find(({ role }) => role === 'secrecyBody')).toMatchObject({ settled: null, late: true });
    expect(later.missing.map(({ rule }) => rule)).toContain('cn-ssir-2024/exit-opinions');
  });

  test('switched off, it is asked of no trip drafted afterwards', async () => {
    const { submitted, shown, people } = house;
    await decided('0', '2026-12-05');
    expect(asked(await shown(await submitted(people.ben, ben)))).toEqual([]);
  });
});
