import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { type TripsHouse, tripsHouse } from '../../../../../tests/support/trips.ts';
import { machine } from '../../platform/actions/machine.ts';
import { tripJobs } from './follow-up.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripslate' });
    await house.reachable(['ada', 'ben', 'dan', 'eve', 'gus', 'officer']);
    await house.rows(
      `INSERT INTO role_grant (org_id, id, account, role, from_at, made_at)
       VALUES ($1, 'grant-officer', 'account-officer', 'security-officer', '2026-01-01', '2026-01-01')`,
    );
    await house.rows(
      `INSERT INTO account_totp (org_id, account, secret, made_at, confirmed_at) VALUES ($1, 'account-officer', '', '2026-01-01', '2026-01-01')`,
    );
    await house.program.one(
      'register.import',
      {
        kind: 'setting',
        id: 'lead',
        fields: { organisation: house.org, name: 'unitLeadApproval', value: '1', fromDay: '2026-11-01' },
      },
      machine(house.org),
    );
  });

  /** The job of a morning, and whom it wrote to. */
  const morning = async () => {
    await house.rows('DELETE FROM mail WHERE org_id = $1');
    const [job] = tripJobs((action, inputs, actor) => house.program.run(action, inputs, actor));
    await job?.run(house.org, {});
    return house.written();
  };
  const stepOf = async (trip: string, role: string) =>
    (await house.shown(trip, house.people.ada)).steps.find((step) => step.role === role);

  test('who decides is reminded once a day; past the promised day the deputy and the officer as well, and the traveller sees it', async () => {
    const { submitted, decide, people, program } = house;
    const [trip, other] = [await submitted(), await submitted()];
    for (const one of [trip, other]) await decide(one, people.dan, 'unitLead');
    program.clock.advance({ days: 1 });
    // Two trips and two steps of dan's: one letter.
    expect(await morning()).toEqual(['dan']);
    expect(await morning()).toEqual([]);
    program.clock.advance({ days: 4 });
    expect(await morning()).toEqual(['dan']);
    expect(await stepOf(trip, 'secrecyBody')).toMatchObject({ late: false, escalatedOn: null });
    program.clock.advance({ days: 1 });
    expect(await morning()).toEqual(['dan', 'eve', 'officer']);
    expect(await stepOf(trip, 'secrecyBody')).toMatchObject({ late: true, escalatedOn: '2026-11-29' });
    program.clock.advance({ days: 1 });
    await morning();
    expect(await stepOf(trip, 'secrecyBody')).toMatchObject({ escalatedOn: '2026-11-29' });
    // Decided, it waits for the next, whose promise begins anew; nothing of the earlier wait is said of it.
    for (const role of ['secrecyBody', 'personnelBody']) await decide(trip, people.eve, role);
    expect(await stepOf(trip, 'authority')).toMatchObject({ late: false, escalatedOn: null });
    // A changed journey is another question to the same step.
    await house.act('withdraw', trip, people.ada);
    await house.act('withdraw', other, people.ada);
    expect(await morning()).toEqual([]);
  });

  test('silence that only policy waits for is written down the morning after, and the traveller is told', async () => {
    const { draft, act, dayOf, people, program } = house;
    const trip = await draft(people.ben, { travellers: [{ person: 'ben', leader: false }] });
    await act('submit', trip, people.ben);
    program.clock.advance({ days: 6 });
    expect(await dayOf(trip, 'approved_on')).toBeNull();
    expect(await morning()).toEqual(['ben']);
    expect(await dayOf(trip, 'approved_on')).not.toBeNull();
    expect(await morning()).toEqual([]);
  });

  test('a step that nobody holds goes to the officer at once', async () => {
    const { submitted, decide, people, program, rows } = house;
    const trip = await submitted();
    await decide(trip, people.dan, 'unitLead');
    await rows(`UPDATE trip_step_holder SET until_on = '2026-11-24' WHERE org_id = $1 AND role <> 'unitLead'`);
    program.clock.advance({ days: 1 });
    expect(await morning()).toEqual(['officer']);
    expect((await stepOf(trip, 'secrecyBody'))?.holders).toEqual([]);
  });
});
