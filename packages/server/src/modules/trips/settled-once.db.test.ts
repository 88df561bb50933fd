import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { plan, type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import type { Database } from '../../platform/database/database.ts';

/** The same database, with the statements counted that evaluate rules. */
function counting(database: Database): { readonly counted: Database; readonly evaluations: () => number } {
  let count = 0;
  const counted: Database = {
    ...database,
    inOrganisation: (org, body) =>
      database.inOrganisation(org, (tx) =>
        body({
          ...tx,
          count: (text, values) => {
            if (text.startsWith('WITH place AS')) count++;
            return tx.count(text, values);
          },
        }),
      ),
  };
  const evaluations = (): number => {
    const found = count;
    count = 0;
    return found;
  };
  return { counted, evaluations };
}

eachInstallation(({ database, ownerClient }) => {
  const org = 'org-tripsonce';
  const { counted, evaluations } = counting(database);
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database: counted, ownerClient, org });
  });

  test('handing in evaluates the rules of those who travel once; a decision is judged by what was so before it, too', async () => {
    const { act, draft, people } = house;
    const trip = await draft();
    evaluations();
    await act('submit', trip, people.ada);
    expect(evaluations()).toBe(1);
    await house.decide(trip, people.dan, 'secrecyBody');
    // Before the decision, what it reaches, and of what the gate asks the rest.
    expect(evaluations()).toBe(3);
  });

  test('no duty disagrees with a full evaluation, whatever was done to a trip', async () => {
    const { act, approved, draft, submitted, people, override } = house;
    const { ada, ben, officer } = people;
    const trip = await approved();
    await override(trip);
    await act('clear', trip, officer);
    await act('change', trip, ada, { plan: plan({ items: [] }), said: null });
    await act('cancel', trip, ada, { said: '会议取消' });
    await act('revive', trip, ada);
    const own = await draft(ben, { travellers: [{ person: 'ben', leader: false }] });
    await act('add-traveller', own, officer, { person: 'zed', leader: false });
    await act('submit', own, ben);
    await act('withdraw', await submitted(), ada);
    const { duties, clock } = wholeProgram(database);
    expect(await duties.countDiffering(org, clock.now())).toBe(0);
  });
});
