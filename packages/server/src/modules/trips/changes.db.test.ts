import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { leg, plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripschanges' });
  });

  test('a change goes back to the steps that look at it and to no other, and what was approved then is withdrawn', async () => {
    const { shown, act, approved, approvals, dayOf, people } = house;
    const { ada } = people;
    const trip = await approved();
    expect(await dayOf(trip, 'approved_on')).toBe('2026-11-23');
    await act('change', trip, ada, { plan: plan({ items: [] }), said: null });
    const items = await shown(trip);
    expect(items.waiting).toEqual(['secrecyBody']);
    expect(await approvals(trip)).toEqual(['authority conditions', 'personnelBody agreed']);
    expect(await dayOf(trip, 'approved_on')).toBeNull();
    await act('change', trip, ada, { plan: plan(), said: '仍携带' });
    expect(await approvals(trip)).toHaveLength(3);
    await act('change', trip, ada, { plan: plan({ legs: [leg('卑尔根'), leg('奥斯陆')] }), said: null });
    const places = await shown(trip);
    expect(places.state).toBe('submitted');
    expect(places.legs.map(({ place }) => place)).toEqual(['卑尔根', '奥斯陆']);
    expect(await approvals(trip)).toEqual([]);
    const withdrawn = await house.rows(
      `SELECT DISTINCT reason FROM fact_version WHERE org_id = $1 AND kind = 'approval' AND change = 'withdraw'`,
    );
    expect(withdrawn).toContainEqual({ reason: `trip/${trip}` });
  });

  test('given back, taken back, cancelled and revived: the first day of handing in stays', async () => {
    const { shown, act, submitted, dayOf, program, people } = house;
    const { ada, dan } = people;
    const trip = await submitted();
    await act('return', trip, dan, { role: 'secrecyBody', said: '请补充接待单位' });
    expect((await shown(trip)).state).toBe('returned');
    await act('submit', trip, ada);
    await act('withdraw', trip, ada);
    expect((await shown(trip)).state).toBe('draft');
    expect(await dayOf(trip, 'submitted_on')).toBe('2026-11-23');
    await act('cancel', trip, ada, { said: '会议取消' });
    expect(await dayOf(trip, 'cancelled_on')).toBe('2026-11-23');
    expect((await shown(trip)).state).toBe('cancelled');
    await act('revive', trip, ada);
    expect((await shown(trip)).trail.map(({ act: done }) => done)).toEqual([
      'draft',
      'submit',
      'return',
      'submit',
      'withdraw',
      'cancel',
      'revive',
    ]);
    const { version } = await shown(trip);
    await act('submit', trip, ada);
    const stale = { trip, version };
    expect(await program.refused('run', 'trips.withdraw', stale, ada)).toEqual(['request.stale-version']);
  });

  test('a private trip is drafted only where a clause whose text was read binds that person', async () => {
    const { program, people } = house;
    const { ada, ben } = people;
    const private_ = { kind: 'private', emergency: false, unit: null, plan: plan() };
    const of = (person: string) => ({ ...private_, travellers: [{ person, leader: false }] });
    expect(await program.refused('run', 'trips.draft', of('ben'), ben)).toEqual(['trips.private']);
    expect(await program.refused('run', 'trips.draft', of('ada'), ada)).toEqual([]);
  });
});
