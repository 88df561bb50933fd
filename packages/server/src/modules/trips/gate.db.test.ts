import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsgate' });
  });

  test('the gate is asked afresh: unmet it holds, overridden it opens, and a change shuts it again', async () => {
    const { shown, act, refused, decide, approved, dayOf, override, people } = house;
    const { ada, officer, dan, gus } = people;
    const trip = await approved();
    expect((await shown(trip)).state).toBe('preparing');
    expect(await refused('clear', trip, officer)).toBe('trips.gate-shut');
    await override(trip);
    expect((await shown(trip)).state).toBe('approved-with-conditions');
    expect(await refused('depart', trip, ada, { on: '2026-11-23' })).toBe('trips.not-now');
    expect(await refused('clear', trip, ada)).toBe('request.not-allowed');
    await act('clear', trip, officer);
    expect((await shown(trip)).state).toBe('cleared');
    // What was cleared was another journey.
    await act('change', trip, ada, { plan: plan({ items: [] }), said: null });
    expect((await shown(trip)).state).toBe('under-review');
    expect(await refused('depart', trip, ada, { on: '2026-11-23' })).toBe('trips.not-now');
    await act('change', trip, ada, { plan: plan(), said: null });
    expect((await shown(trip)).state).toBe('cleared');
    await house.rows('DELETE FROM fact_override WHERE org_id = $1 AND id LIKE $2', `override-${trip}%`);
    expect(await refused('depart', trip, ada, { on: '2026-11-23' })).toBe('trips.not-now');
    expect(await dayOf(trip, 'departed_on')).toBeNull();
    await override(trip);
    expect(await refused('depart', trip, ada, { on: '2026-11-24' })).toBe('trips.not-yet');
    await act('depart', trip, ada, { on: '2026-11-23' });
    await act('extend', trip, ada, { returnsOn: '2026-12-30', said: '会期延长两天' });
    expect((await shown(trip)).state).toBe('extended');
    await decide(trip, dan, 'secrecyBody');
    await decide(trip, dan, 'personnelBody');
    await decide(trip, gus, 'authority');
    expect((await shown(trip)).state).toBe('abroad');
    await act('come-back', trip, ada, { on: '2026-11-23' });
    expect(await dayOf(trip, 'returned_on')).toBe('2026-11-23');
    expect((await shown(trip)).state).not.toBe('abroad');
    const settled = (await shown(trip)).state === 'debrief-due' ? 'trips.not-now' : null;
    expect(await refused('close', trip, officer)).toBe(settled);
  });

  test('in an emergency notice comes first, and who left hands in afterwards', async () => {
    const { draft, shown, act, refused, dayOf, override, people } = house;
    const { ben } = people;
    const trip = await draft(ben, { emergency: true, travellers: [{ person: 'ben', leader: false }] });
    expect(await refused('depart', trip, ben, { on: '2026-11-23' })).toBe('trips.not-now');
    await act('give-notice', trip, ben, { on: '2026-11-23' });
    expect((await shown(trip)).state).toBe('emergency');
    expect(await refused('depart', trip, ben, { on: '2026-11-23' })).toBe(
      (await shown(trip)).missing.length > 0 ? 'trips.gate-shut' : null,
    );
    await override(trip);
    if ((await shown(trip)).state === 'emergency') await act('depart', trip, ben, { on: '2026-11-23' });
    await act('submit', trip, ben);
    expect(await dayOf(trip, 'submitted_on')).toBe('2026-11-23');
    const plainly = await draft(ben, { travellers: [{ person: 'ben', leader: false }] });
    expect(await refused('give-notice', plainly, ben, { on: '2026-11-23' })).toBe('trips.no-emergency');
  });
});
