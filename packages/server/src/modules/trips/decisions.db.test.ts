import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { type TripsHouse, tripsHouse, verdict } from '../../../../../tests/support/trips.ts';

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org: 'org-tripsdecisions' });
  });

  test('the steps of a secret-bearing traveller come from the rules, in order, each with its holders', async () => {
    const { shown, refused, decide, submitted, approvals, dayOf, people } = house;
    const { ada, dan, gus } = people;
    const trip = await submitted();
    const one = await shown(trip, ada);
    expect(one.state).toBe('submitted');
    expect(one.waiting.toSorted()).toEqual(['personnelBody', 'secrecyBody']);
    expect(one.steps.map(({ role }) => role).toSorted()).toEqual(['authority', 'personnelBody', 'secrecyBody']);
    // Ada holds the step as a deputy, and travels: she is not among those who decide.
    expect(one.steps.find(({ role }) => role === 'secrecyBody')?.holders.map(({ person }) => person)).toEqual([
      'dan',
      'eve',
    ]);
    expect(one.steps.find(({ role }) => role === 'secrecyBody')?.since).toBe('2026-11-23');
    expect(await refused('decide', trip, gus, { role: 'authority', ...verdict })).toBe('trips.step-not-open');
    await decide(trip, dan, 'secrecyBody');
    expect((await shown(trip)).state).toBe('under-review');
    await decide(trip, dan, 'personnelBody');
    expect((await shown(trip)).waiting).toEqual(['authority']);
    await decide(trip, gus, 'authority');
    const last = await shown(trip);
    expect(last.state).toBe('preparing');
    expect(last.missing.map(({ rule }) => rule)).not.toContain('cn-ssl-2024/exit-approval');
    expect(await dayOf(trip, 'approved_on')).toBe('2026-11-23');
    expect(await approvals(trip)).toEqual(['authority agreed', 'personnelBody agreed', 'secrecyBody agreed']);
  });

  test('whoever is next is written to, and only they', async () => {
    const { act, decide, submitted, reachable, written, people } = house;
    const { dan, gus } = people;
    await reachable(['ada', 'dan', 'eve', 'gus']);
    const trip = await submitted();
    // Ada holds a step too, and travels.
    expect(await written()).toEqual(['dan', 'eve']);
    await decide(trip, dan, 'secrecyBody');
    expect(await written()).toEqual(['dan', 'eve']);
    await decide(trip, dan, 'personnelBody');
    expect(await written()).toEqual(['dan', 'eve', 'gus']);
    await act('return', trip, gus, { role: 'authority', said: '请补充邀请函' });
    expect(await written()).toEqual(['ada', 'dan', 'eve', 'gus']);
  });

  test('nobody decides on their own trip, on one they filed, or on a step they do not hold', async () => {
    const { draft, act, refused, submitted, approvals, signedIn, people } = house;
    const { ada, liaison, dan, gus } = people;
    const trip = await submitted();
    const adaApproves = { ...ada, grants: [...ada.grants, ...dan.grants] };
    expect(await refused('decide', trip, adaApproves, { role: 'secrecyBody', ...verdict })).toBe('trips.own-trip');
    expect(await refused('decide', trip, gus, { role: 'secrecyBody', ...verdict })).toBe('trips.not-your-step');
    const zed = signedIn('zed', 'approver');
    expect(await refused('decide', trip, zed, { role: 'secrecyBody', ...verdict })).not.toBeNull();
    const filed = await draft({ ...liaison, person: 'dan' });
    await act('submit', filed, ada);
    expect(await refused('decide', filed, dan, { role: 'secrecyBody', ...verdict })).toBe('trips.own-filing');
    expect(await approvals(trip)).toEqual([]);
  });

  test('a refusal names a reason of the journey and says why; an appeal goes to somebody else', async () => {
    const { shown, act, refused, decide, submitted, people } = house;
    const { ada, dan, eve } = people;
    const trip = await submitted();
    const refusal = { verdict: 'refused', said: '会议日期与评审冲突' };
    expect(await refused('decide', trip, dan, { role: 'secrecyBody', ...verdict, ...refusal })).toBe(
      'trips.reason-first',
    );
    const foreign = { role: 'secrecyBody', ...verdict, ...refusal, reason: 'foreign-contacts' };
    expect(await refused('decide', trip, dan, foreign)).toBe('request.invalid');
    expect(await refused('decide', trip, dan, { ...foreign, reason: 'dates-collide', said: null })).toBe(
      'request.invalid',
    );
    await decide(trip, dan, 'secrecyBody', { ...refusal, reason: 'dates-collide' });
    expect((await shown(trip, ada)).state).toBe('refused');
    expect((await shown(trip, ada)).may).toContain('appeal');
    await act('appeal', trip, ada, { role: 'secrecyBody', said: '评审已改期' });
    expect(await refused('decide', trip, dan, { role: 'secrecyBody', ...verdict })).toBe('trips.another-hears');
    await decide(trip, eve, 'secrecyBody');
    expect((await shown(trip)).state).toBe('under-review');
  });

  test('nobody records an approval by hand', async () => {
    const { submitted, travellerOf, program, people } = house;
    const { officer } = people;
    const trip = await submitted();
    const fields = {
      trip,
      traveller: await travellerOf(trip),
      role: 'authority',
      verdict: 'agreed',
      decidedOn: '2026-11-23',
    };
    const byHand = { kind: 'approval', fields };
    // An officer who travels, and one who does not; what comes in a file is in own-hand.db.test.ts.
    for (const who of [{ ...officer, person: 'ada' }, officer])
      expect(await program.refused('run', 'register.record', byHand, who)).toEqual(['register.in-its-room']);
  });

  test('nobody types that they were briefed or taught, and of whoever signs in nobody else does', async () => {
    const { submitted, travellerOf, program, people } = house;
    const traveller = await travellerOf(await submitted());
    const briefed = { kind: 'briefing', fields: { traveller, topic: 'precautions', heldOn: '2026-11-23' } };
    const taught = { kind: 'completion', fields: { person: 'ada', topic: 'pre-departure', completedOn: '2026-11-20' } };
    const refused = (input: object, person: string) =>
      program.refused('run', 'register.record', input, { ...people.officer, person });
    expect(await refused(taught, 'ada')).toEqual(['register.not-of-oneself']);
    expect(await refused(taught, 'officer')).toEqual([]);
    for (const who of ['ada', 'officer']) expect(await refused(briefed, who)).toEqual(['register.in-its-room']);
  });
});
