import { refusalReasons } from '@sallyport/core/trips';
import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../support/installations.ts';
import { type TripsHouse, tripsHouse, verdict } from '../support/trips.ts';

// PEOPLE.md, abuse row 4: punishing contacts ("has foreign family → no trip").

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-abuse04' });
  });

  test('abuse row 4: what somebody noted of whom they know abroad changes no gate, and whoever decides is not shown it', async () => {
    const { submitted, shown, record, program, people } = house;
    const trip = await submitted();
    const before = await shown(trip, people.dan);
    for (const at of [1, 2, 3])
      await record('foreignContact', `contact-${at}`, {
        person: 'ada',
        name: `Aunt Astrid ${at}`,
        body: 'Norsk Institutt',
        topics: '家事',
        firstMetOn: '2026-01-01',
      });
    const after = await shown(trip, people.dan);
    expect([after.missing, after.steps, after.state]).toEqual([before.missing, before.steps, before.state]);
    for (const who of [people.dan, people.gus, people.officer])
      expect(JSON.stringify(await shown(trip, who))).not.toMatch(/Astrid|Norsk|家事|foreignContact/);
    const list = await program.ask('trips.list', {}, people.dan);
    expect(JSON.stringify(list)).not.toMatch(/Astrid|Norsk|contact/);
  });

  test('abuse row 4: a refusal names a reason of the journey; one about the person, or none, is no refusal', async () => {
    const { submitted, refused, approvals, people } = house;
    const trip = await submitted();
    const no = { role: 'secrecyBody', ...verdict, verdict: 'refused', said: '其在境外有亲属' };
    for (const reason of ['foreign-contacts', 'family-abroad', 'origin', 'not-trusted'])
      expect(await refused('decide', trip, people.dan, { ...no, reason })).toBe('request.invalid');
    expect(await refused('decide', trip, people.dan, no)).toBe('trips.reason-first');
    expect(await refused('decide', trip, people.dan, { ...no, reason: 'no-need', said: null })).toBe('request.invalid');
    expect(await approvals(trip)).toEqual([]);
    expect(refusalReasons.filter((reason) => /person|famil|contact|origin|national|trust|loyal/.test(reason))).toEqual(
      [],
    );
  });
});
