import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { plan, type TripsHouse, tripsHouse, verdict } from '../../../../../tests/support/trips.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';

/** Ways by which one hand could sign twice for a journey, or somebody for their own (PEOPLE.md, abuse 12). */
eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsownhand' });
  });
  const recordPerson = (id: string, unit: string | null = null) =>
    house.record('person', id, {
      organisation: house.org,
      unit,
      name: id,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
  const nameHolder = (role: string, person: string, deputy = false) =>
    house.program.one(
      'trips.name-holder',
      { role, unit: null, person, deputy, from: '2026-01-01', until: null },
      house.people.officer,
    );
  const group = { travellers: [{ person: 'ada', leader: true }] };

  test('whoever decided and then joins the journey has decided nothing of it', async () => {
    const { draft, act, decide, shown, approvals, people } = house;
    const { dan, eve, officer } = people;
    const trip = await draft(officer, group);
    await act('submit', trip, officer);
    await decide(trip, dan, 'secrecyBody');
    await decide(trip, eve, 'personnelBody');
    expect((await shown(trip)).waiting).toEqual(['authority']);
    await act('add-traveller', trip, officer, { person: 'dan', leader: false });
    expect(await approvals(trip)).toEqual(['personnelBody agreed']);
    expect((await shown(trip)).waiting).toEqual(['secrecyBody']);
    // Once they stay at home what they said stands again.
    const goer = (await shown(trip)).travellers.find(({ person }) => person === 'dan')?.traveller;
    await act('drop-traveller', trip, officer, { traveller: goer });
    expect(await approvals(trip)).toEqual(['personnelBody agreed', 'secrecyBody agreed']);
  });

  test('two entries made one: what the second entry decided of the journey of the first no longer stands', async () => {
    const { record, draft, act, decide, shown, approvals, people, signedIn, program } = house;
    await recordPerson('twin');
    const post = { person: 'twin', post: 'secret', organisation: house.org };
    await record('assignment', 'twin-held', { ...post, decidedOn: '2024-01-05', startsOn: '2024-02-01' });
    const trip = await draft(people.officer, { travellers: [{ person: 'twin', leader: false }] });
    await act('submit', trip, people.officer);
    await decide(trip, people.dan, 'secrecyBody');
    await decide(trip, people.eve, 'personnelBody');
    const counsel = { ...signedIn('counsel', 'counsel'), session: 'of-counsel' };
    const merge = async (confirm: Actor) => {
      const input = { keep: 'twin', drop: 'dan', take: [], reason: '同一人重复登记' };
      const { merge: id } = (await program.one('people.ask-merge', input, people.officer)) as { merge: string };
      await program.one('people.confirm-merge', { merge: id }, confirm);
      return id;
    };
    const id = await merge(counsel);
    expect(await approvals(trip)).toEqual(['personnelBody agreed']);
    expect((await shown(trip)).waiting).toEqual(['secrecyBody']);
    await program.one('people.undo-merge', { merge: id, reason: '原来是两个人' }, people.officer);
    expect(await approvals(trip)).toEqual(['personnelBody agreed', 'secrecyBody agreed']);
  });

  test('whom a traveller leads does not sign in the place of the lead', async () => {
    const { record, rows, submitted, decide, refused, shown, people, signedIn, program } = house;
    await record('unit', 'lab', { organisation: house.org, name: '实验室', establishedOn: '2020-01-01' });
    for (const id of ['lea', 'dep']) await recordPerson(id, 'lab');
    await program.one(
      'register.import',
      {
        kind: 'setting',
        id: 'lead',
        fields: { organisation: house.org, name: 'unitLeadApproval', value: '1', fromDay: '2026-11-01' },
      },
      machine(house.org),
    );
    await rows(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, 'account-lea', 'lea', 'lea', 'lea', 'active', now())`,
    );
    await rows(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at)
       VALUES ($1, 'grant-lea', 'account-lea', 'unit-lead', 'lab', '2026-01-01', '2026-01-01')`,
    );
    await nameHolder('unitLead', 'lea');
    await nameHolder('unitLead', 'dep', true);
    const lea = signedIn('lea', 'unit-lead');
    const trip = await submitted(lea, { travellers: [{ person: 'lea', leader: false }] });
    const dep = signedIn('dep', 'approver');
    expect(await refused('decide', trip, lea, { role: 'unitLead', ...verdict })).toBe('trips.own-trip');
    expect(await refused('decide', trip, dep, { role: 'unitLead', ...verdict })).toBe('trips.in-line');
    expect((await shown(trip, dep)).decides).toEqual([]);
    await decide(trip, people.dan, 'unitLead');
    expect((await shown(trip)).steps[0]).toMatchObject({ role: 'unitLead', settled: 'agreed' });
  });

  test('whose role no longer reaches a traveller decides nothing of theirs, though still named', async () => {
    const { submitted, refused, shown, decide, people } = house;
    const trip = await submitted();
    const { dan, eve } = people;
    const only: Actor = {
      ...eve,
      grants: eve.grants.map((grant) => ({ ...grant, unit: 'lab', subtree: new Set(['lab']) })),
    };
    // There is no such trip for them.
    expect(await refused('decide', trip, only, { role: 'secrecyBody', ...verdict })).toBe('request.not-found');
    await decide(trip, dan, 'unitLead');
    expect((await shown(trip, dan)).decides).toContain('secrecyBody');
  });

  test('no approval of a journey planned here comes in a file, by whomever', async () => {
    const { submitted, travellerOf, approvals, record, program, people } = house;
    const trip = await submitted();
    const brought = (fields: object, actor: Actor) =>
      program.refused('run', 'register.record', { kind: 'approval', fields }, actor);
    const given = { role: 'authority', verdict: 'agreed', decidedOn: '2026-11-23' };
    const importing: Actor = { ...people.officer, via: 'import' };
    const traveller = await travellerOf(trip);
    for (const place of [
      { trip, traveller },
      { trip: null, traveller },
    ])
      for (const actor of [importing, machine(house.org)])
        expect(await brought({ ...place, ...given }, actor)).toEqual(['register.in-its-room']);
    expect(await approvals(trip)).toEqual([]);
    // One that came from elsewhere comes with what was decided there.
    const trips = {
      organisation: house.org,
      kind: 'official',
      abroad: true,
      emergency: false,
      createdOn: '2026-11-01',
    };
    await record('trip', 'elsewhere', trips);
    await record('traveller', 'went', {
      trip: 'elsewhere',
      person: 'ben',
      leader: false,
      cleared: false,
      addedOn: '2026-11-01',
    });
    expect(await brought({ trip: 'elsewhere', traveller: 'went', ...given }, importing)).toEqual([]);
  });

  test('an override of an answer that did not come lets the journey go on, and ends with its last day', async () => {
    const { rows, submitted, decide, shown, act, override, program, people } = house;
    const trip = await submitted();
    await decide(trip, people.dan, 'unitLead');
    await override(trip, 'cn-ssir-2024/exit-opinions');
    expect((await shown(trip)).waiting).toEqual(['authority']);
    await decide(trip, people.gus, 'authority');
    expect((await shown(trip)).state).toBe('preparing');
    await override(trip);
    await act('clear', trip, people.officer);
    expect((await shown(trip)).state).toBe('cleared');
    await rows(`UPDATE fact_override SET "until" = '2026-11-24' WHERE org_id = $1 AND id LIKE $2`, `override-${trip}%`);
    program.clock.advance({ days: 2 });
    expect((await shown(trip)).state).not.toBe('cleared');
  });

  test('a journey is left on a day on which its gate stood open, and within its days', async () => {
    const { approved, act, refused, override, decide, dayOf, program, people } = house;
    const { ada, dan, officer } = people;
    const trip = await approved(dan);
    await override(trip);
    program.clock.advance({ days: 1 });
    await act('clear', trip, officer);
    const cleared = '2026-11-26';
    expect(await refused('depart', trip, ada, { on: '2026-11-25' })).toBe('trips.before-the-gate');
    program.clock.advance({ days: 36 });
    expect(await refused('depart', trip, ada, { on: '2026-12-29' })).toBe('trips.plan-over');
    expect(await refused('depart', trip, ada, { on: cleared })).toBeNull();
    expect(await dayOf(trip, 'departed_on')).toBe(cleared);
    // Asked to stay longer, refused, and heard by somebody else.
    await act('extend', trip, ada, { returnsOn: '2027-01-10', said: '会期延长' });
    await decide(trip, dan, 'unitLead', { verdict: 'refused', reason: 'no-need', said: '行程已经足够' });
    await act('appeal', trip, ada, { role: 'unitLead', said: '主办方推迟闭幕' });
    expect(await refused('decide', trip, dan, { role: 'unitLead', ...verdict })).toBe('trips.another-hears');
  });

  test('nobody leaves a place before they came to it', async () => {
    const { program, people } = house;
    const legs = [{ ...plan().legs[0], arrivesOn: '2026-12-22', leavesOn: '2026-12-21' }];
    const refusals = await program.refused(
      'run',
      'trips.draft',
      { kind: 'official', emergency: false, unit: null, plan: plan({ legs }), travellers: group.travellers },
      people.ada,
    );
    expect(refusals).toEqual(['request.invalid']);
  });
});
