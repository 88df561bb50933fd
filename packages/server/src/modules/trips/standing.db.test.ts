import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import { tripJobs } from './follow-up.ts';

/** What the register says of somebody decides what is asked of their journey, and nobody gets past it by when or how they file. */
eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsstanding' });
  });
  const morning = async () => {
    const [job] = tripJobs((action, inputs, actor) => house.program.run(action, inputs, actor));
    await job?.run(house.org, {});
  };
  const takesUpPost = (person: string) =>
    house.record('assignment', `held-${person}`, {
      person,
      post: 'secret',
      organisation: house.org,
      decidedOn: '2026-11-20',
      startsOn: '2026-11-23',
    });
  const person = (id: string, unit: string | null = null) =>
    house.record('person', id, {
      organisation: house.org,
      unit,
      name: id,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
  const rulesOf = async (trip: string) => (await house.shown(trip)).missing.map(({ rule }) => rule);

  test('a draft made before a secret-bearing post is asked what the post asks when it is handed in', async () => {
    const { draft, act, shown, people } = house;
    const trip = await draft(people.ben, { travellers: [{ person: 'ben', leader: false }] });
    await takesUpPost('ben');
    await act('submit', trip, people.ben);
    expect((await shown(trip)).waiting.toSorted()).toEqual(['personnelBody', 'secrecyBody']);
    expect(await rulesOf(trip)).toContain('cn-ssl-2024/exit-approval');
  });

  test('who takes the post up between clearance and departure does not depart without the approval of law', async () => {
    const { submitted, signedIn, act, shown, refused, override, dayOf, people } = house;
    await person('cai');
    const cai = signedIn('cai', 'member');
    const of = { travellers: [{ person: 'cai', leader: false }] };
    const [one, other] = [await submitted(cai, of), await submitted(cai, of)];
    for (const trip of [one, other]) {
      await override(trip);
      await act('clear', trip, people.officer);
      expect((await shown(trip)).state).toBe('cleared');
    }
    await takesUpPost('cai');
    expect(await refused('depart', one, cai, { on: '2026-11-23' })).toBe('trips.not-now');
    expect(await dayOf(one, 'departed_on')).toBeNull();
    // In the morning those are found whom nobody acts on.
    await morning();
    for (const trip of [one, other]) {
      expect(await shown(trip)).toMatchObject({ state: 'submitted' });
      expect(await dayOf(trip, 'approved_on')).toBeNull();
    }
    expect(
      await house.rows(`SELECT secret_bearing::text AS bears FROM fact_traveller WHERE org_id = $1 AND person = 'cai'`),
    ).toEqual([{ bears: 'true' }, { bears: 'true' }]);
  });

  test('a journey is of the department of who travels, so that its region asks what it asks, and of no other', async () => {
    const { record, draft, shown, signedIn, program, people } = house;
    const units = { organisation: house.org, establishedOn: '2020-01-01' };
    await record('unit', 'home', { ...units, name: '本部' });
    await record('unit', 'away', { ...units, name: '成都分部', region: 'sc' });
    await person('hua', 'home');
    await person('sun', 'away');
    const of = (id: string) => ({ travellers: [{ person: id, leader: false }] });
    const rule = 'cn-cq-2023/pre-departure-education';
    const unitOf = async (trip: string) =>
      (await house.rows('SELECT unit FROM fact_trip WHERE org_id = $1 AND id = $2', trip))[0]?.['unit'];
    const local = await draft(signedIn('hua', 'member'), of('hua'));
    expect([await unitOf(local), (await rulesOf(local)).includes(rule)]).toEqual(['home', true]);
    const elsewhere = await draft(signedIn('sun', 'member'), of('sun'));
    expect([await unitOf(elsewhere), (await rulesOf(elsewhere)).includes(rule)]).toEqual(['away', false]);
    // Nobody picks the department that is asked less.
    const given = { kind: 'official', emergency: false, unit: 'away', plan: plan(), ...of('hua') };
    expect(await program.refused('run', 'trips.draft', given, signedIn('hua', 'member'))).toEqual([
      'trips.not-their-unit',
    ]);
    const both = {
      travellers: [
        { person: 'hua', leader: false },
        { person: 'sun', leader: true },
      ],
    };
    const group = await draft(people.officer, both);
    expect(await unitOf(group)).toBe('away');
    expect(await unitOf(await draft(people.officer, { ...both, unit: 'home' }))).toBe('home');
    expect((await shown(group)).travellers).toHaveLength(2);
  });
});
