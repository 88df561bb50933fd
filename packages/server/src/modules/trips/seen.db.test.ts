import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import type { Actor } from '../../platform/actions/actor.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsseen' });
  });

  test('somebody else has no such trip, and a stranger is not told of it', async () => {
    const { refused, submitted, program, signedIn, people } = house;
    const { ada, officer, dan } = people;
    const trip = await submitted();
    const zed = signedIn('zed', 'member');
    expect(await program.refused('ask', 'trips.one', { trip }, zed)).toEqual(['request.not-found']);
    expect(await refused('cancel', trip, zed, { said: '试一试看' })).toBe('request.not-found');
    const list = async (who: Actor) =>
      ((await program.ask('trips.list', { limit: 200 }, who)) as { items: { trip: string }[] }).items.map(
        (one) => one.trip,
      );
    expect(await list(zed)).toEqual([]);
    expect(await list(ada)).toContain(trip);
    expect(await list(dan)).toContain(trip);
    await submitted();
    const paged = (await program.ask('trips.list', { limit: 1 }, officer)) as { next: string };
    expect(await program.ask('trips.list', { limit: 1, cursor: paged.next }, officer)).not.toEqual(paged);
  });

  test('entries of a traveller hold neither address nor device', () => {
    const { program } = house;
    const entries = program.entries.filter(({ action }) => action.startsWith('trips.'));
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['trips.draft', 'trips.submit']));
    expect(entries.filter(({ network }) => network !== null)).toEqual([]);
  });
});
