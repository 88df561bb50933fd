import { expect, test } from 'vitest';
import { createTripMachine } from './machine.ts';
import { missingOf, stateOf } from './state.ts';
import { promisedBy, seenAt, settlementOf, waitingSteps, waitsSince } from './steps.ts';
import type { Step, TrailEntry, Trip } from './trip.ts';

const today = 20_000;
const step = (role: Step['role'], policy = false): Step => ({
  role,
  traveller: 't',
  policy,
  otherwise: false,
  rules: [`${policy ? 'own' : 'law'}/${role}`],
});
const filed: TrailEntry = { act: 'submit', by: 'ada', on: today, steps: [], verdict: null, seen: null };
const trip = (steps: readonly Step[], more: Partial<Trip> = {}): Trip => ({
  emergency: false,
  today,
  days: {
    submittedOn: today,
    approvedOn: null,
    departedOn: null,
    returnedOn: null,
    oralNoticeOn: null,
    closedOn: null,
    cancelledOn: null,
  },
  plan: {
    departsOn: today + 30,
    returnsOn: today + 40,
    legs: [{ place: 'Oslo', host: null, arrivesOn: today + 30, leavesOn: null }],
    items: ['laptop 7'],
  },
  filedBy: null,
  travellers: [{ id: 't', person: 'ada', missing: [], debrief: 'not-asked' }],
  steps,
  trail: [filed],
  answerWithin: 5,
  digest: (seen) => seen,
  ...more,
});

test('silence past the promised day is no objection to what only policy asks, and never stands for what law asks', () => {
  const policy = step('unitLead', true);
  const law = step('secrecyBody');
  const asked = trip([policy, law]);
  for (const [day, expected] of [
    [today, null],
    [today + 5, null],
    [today + 6, 'silence'],
  ] as const)
    expect(settlementOf({ ...asked, today: day }, policy)).toBe(expected);
  const later = { ...asked, today: today + 100 };
  expect(settlementOf(later, law)).toBeNull();
  expect(waitingSteps(later)).toEqual([law]);
  expect(stateOf(later)).toBe('under-review');
  expect(stateOf({ ...later, steps: [policy] })).toBe('approved');
});

test('what was let by in silence holds no gate and starts the next promise; what law asks for holds it', () => {
  const [policy, last] = [step('unitLead', true), step('leader', true)];
  const missing = ['own/unitLead', 'own/leader', 'own/briefing'];
  const asked = trip([policy, last], { travellers: [{ id: 't', person: 'ada', missing, debrief: 'not-asked' }] });
  expect(missingOf(asked)).toEqual(missing);
  const later = { ...asked, today: today + 6 };
  expect(missingOf(later)).toEqual(['own/leader', 'own/briefing']);
  expect(waitingSteps(later)).toEqual([last]);
  expect([waitsSince(later, last), promisedBy(later, last)]).toEqual([today + 6, today + 11]);
  expect(missingOf({ ...asked, today: today + 12 })).toEqual(['own/briefing']);
  // The same opinion, asked for by law as well.
  const both = { ...policy, policy: false, rules: ['own/unitLead', 'law/unitLead'] };
  expect(missingOf({ ...later, steps: [both] })).toEqual(missing);
});

test('a change goes back to the steps that look at what changed, and to no other', () => {
  const [secrecy, personnel] = [step('secrecyBody'), step('personnelBody')];
  const asked = trip([secrecy, personnel]);
  const trail = [secrecy, personnel].map(
    (one): TrailEntry => ({
      ...filed,
      act: 'decide',
      by: 'dan',
      steps: [one],
      verdict: 'agreed',
      seen: seenAt(asked, one),
    }),
  );
  const agreed = { ...asked, trail: [filed, ...trail] };
  expect(stateOf(agreed)).toBe('approved');
  const { after } = createTripMachine();
  const who = { person: 'ada', holds: new Set<Step['role']>(), officer: false, led: false };
  const change = (plan: Partial<Trip['plan']>) =>
    waitingSteps(after(agreed, { act: 'change', plan: { ...agreed.plan, ...plan } }, who)).map(({ role }) => role);
  expect(change({ items: ['laptop 8'] })).toEqual(['secrecyBody']);
  expect(change({ legs: [{ place: 'Rome', host: null, arrivesOn: today + 30, leavesOn: null }] })).toEqual([
    'secrecyBody',
    'personnelBody',
  ]);
  expect(change({ returnsOn: today + 41 })).toHaveLength(2);
  expect(change({})).toEqual([]);
});
