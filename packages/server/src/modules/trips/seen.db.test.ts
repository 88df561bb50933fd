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

  test('who goes along is not told what is asked of another, as it says who bears secrets; who leads the group is', async () => {
    const { draft, act, decide, shown, program, people } = house;
    const { ada, ben, officer, dan } = people;
    const travellers = [
      { person: 'ada', leader: false },
      { person: 'ben', leader: false },
    ];
    const trip = await draft(officer, { travellers });
    await act('submit', trip, officer);
    const said = '不携带涉密载体';
    await decide(trip, dan, 'secrecyBody', { verdict: 'conditions', said });
    const rules = (one: { missing: { rule: string }[] }) => one.missing.map(({ rule }) => rule);
    const [hers, his] = [await shown(trip, ada), await shown(trip, ben)];
    expect(hers.steps.map(({ role }) => role)).toContain('authority');
    expect(rules(hers)).toContain('cn-ssl-2024/exit-approval');
    expect(his).toMatchObject({ steps: [], waiting: [], othersMissing: true });
    expect(rules(his)).not.toContain('cn-ssl-2024/exit-approval');
    expect(JSON.stringify(his)).not.toMatch(new RegExp(`secrecyBody|cn-ssl|cn-ssir|${said}`));
    const list = (await program.ask('trips.list', { limit: 200 }, ben)) as {
      items: { trip: string; waiting: string[] }[];
    };
    expect(list.items.find((one) => one.trip === trip)?.waiting).toEqual([]);
    const led = await draft(officer, { travellers: [travellers[0], { person: 'ben', leader: true }] });
    expect(rules(await shown(led, ben))).toContain('cn-ssl-2024/exit-approval');
  });

  test('entries of a traveller hold neither address nor device', () => {
    const { program } = house;
    const entries = program.entries.filter(({ action }) => action.startsWith('trips.'));
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['trips.draft', 'trips.submit']));
    expect(entries.filter(({ network }) => network !== null)).toEqual([]);
  });
});
