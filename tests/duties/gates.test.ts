import { parseDay } from '@sallyport/core/calendar';
import {
  actsOf,
  conflictRules,
  conflictsOf,
  exampleRegister,
  type Gate,
  gateOf,
  generate,
  link,
  opensGate,
  questionOf,
  runKernel,
} from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { isNeverPutOff, statuses } from '@sallyport/core/law';
import { describe, expect, it } from 'vitest';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';

const { law } = readPacks();
const known = calendars();
type Facts = Parameters<typeof exampleRegister>[0]['facts'];

const registerOf = (facts: Facts, subject: string, asOf: string): Register => {
  const register = exampleRegister({ case: 'other', asOf, facts, expect: 'none' }, vocabulary, subject);
  if ('zh' in register) throw new Error(register.en);
  return register;
};

function gate(act: string, kind: string, id: string, facts: Facts, asOf: string): Gate {
  const register = registerOf(facts, kind, asOf);
  const question = questionOf(law, register, parseDay(asOf) ?? 0, known);
  const rules = conflictRules(law);
  const results = runKernel(link(generate({ ...question, rules }, vocabulary), { ...question, rules }, register));
  const conflicts = conflictsOf(law, results, register, vocabulary, question);
  const row = tableOf(register, kind).ids.indexOf(id);
  return gateOf(act, { kind, row }, { law, register, vocabulary, question, conflicts });
}

const holding = ({ groups }: Gate): string[] =>
  groups.flatMap(({ duties }) => duties.filter(({ holds }) => holds).map(({ duty }) => duty.rule.id)).toSorted();

const asOf = '2026-03-05';
const trip = {
  abroad: true,
  kind: 'official',
  createdOn: '2026-02-01',
  submittedOn: '2026-02-01',
  departsOn: '2026-03-10',
};
const facts: Facts = { organisation: { seat: 'cn', region: 'cq' }, trip, traveller: { addedOn: '2026-02-01' } };
const education = 'cn-cq-2023/pre-departure-education';
const educated: Facts = {
  course: { topic: 'pre-departure' },
  completion: { completedOn: '2026-02-20', validUntil: '2027-02-20', topic: 'pre-departure' },
};
const exit = 'cn-ssl-2024/exit-approval';
const secret: Facts = { ...facts, traveller: { addedOn: '2026-02-01', secretBearing: true } };
const persons = { reason: '示例', firstPerson: '甲', secondPerson: '乙' };
const override = (rule: string, more: object = {}) => ({
  override: { rule, subject: 'traveller-1', grantedOn: '2026-03-01', until: '2026-04-01', ...persons, ...more },
});

describe('the gate of a departure', () => {
  it('is held by the duties of its travellers, asked by the trip or by one of them', () => {
    const byTrip = gate('trip.depart', 'trip', 'trip-1', facts, asOf);
    expect(byTrip.open).toBe(false);
    expect(holding(byTrip)).toContain(education);
    expect(holding(gate('trip.depart', 'traveller', 'traveller-1', facts, asOf))).toEqual(holding(byTrip));
  });

  it('shows a group with its worst status and the clauses of every member, and needs each that gates', () => {
    const held = gate('trip.depart', 'trip', 'trip-1', { ...facts, ...educated }, asOf);
    for (const { status, duties, clauses, holds } of held.groups) {
      expect(statuses).toContain(status);
      expect(duties.every(({ duty }) => duty.rule.clauses.every((clause) => clauses.includes(clause)))).toBe(true);
      expect(holds).toBe(duties.some((one) => one.gates && !opensGate(one.duty.status) && one.override === null));
    }
    expect(held.groups.map(({ concerns }) => concerns)).toContain('trip-education');
  });

  it('asks each traveller for themselves', () => {
    const two: Facts = { ...facts, person: [{}, {}], traveller: [{}, { person: 'person-2' }] };
    const both = gate('trip.depart', 'trip', 'trip-1', two, asOf);
    const one = gate('trip.depart', 'traveller', 'traveller-2', two, asOf);
    expect(holding(both).length).toBe(2 * holding(one).length);
    expect(one.groups.every(({ on }) => on.row === 1)).toBe(true);
  });

  it('opens by an override, and the duty keeps its status', () => {
    const late = '2026-03-08';
    const before = holding(gate('trip.depart', 'trip', 'trip-1', facts, late));
    const after = gate('trip.depart', 'trip', 'trip-1', { ...facts, ...override(education) }, late);
    expect(holding(after)).toEqual(before.filter((rule) => rule !== education));
    const member = after.groups.flatMap(({ duties }) => duties).find(({ duty }) => duty.rule.id === education);
    expect(member).toMatchObject({ gates: true, holds: false, duty: { status: 'overdue' } });
  });

  it.each([
    ['that has ended', { until: '2026-03-05' }],
    ['not yet granted', { grantedOn: '2026-03-06' }],
    ['of another subject', { subject: 'traveller-9' }],
    ['that one person signed twice', { secondPerson: '甲' }],
  ])('is not opened by an override %s', (_, more) => {
    const held = gate('trip.depart', 'trip', 'trip-1', { ...facts, ...override(education, more) }, asOf);
    expect(holding(held)).toContain(education);
  });

  it('takes no override for the exit approval of secret-bearing staff', () => {
    const held = gate('trip.depart', 'trip', 'trip-1', { ...secret, ...override(exit) }, asOf);
    expect(holding(held)).toContain(exit);
    // Besides what is never put off at all, two gates: the exit approval, and carried items without a permit (PEOPLE.md), which for what is top
    // secret nobody can give.
    const never = law.rules.filter((rule) => rule.override === 'never' && !isNeverPutOff(rule)).map(({ id }) => id);
    expect(never).toEqual([
      'cn-ssir-2024/carrying-out-approval',
      'cn-ssir-2024/top-secret-carried-abroad',
      'cn-ssl-2024/carried-item-permitted',
      'cn-ssl-2024/carrying-abroad-approval',
      'cn-ssl-2024/exit-approval',
    ]);
  });

  it('holds a top-secret carrier that is to go abroad, approved as it may be', () => {
    const carried = (level: string): Facts => ({
      organisation: { secretBearingSince: '2020-01-01' },
      document: { level, createdOn: '2026-01-05' },
      copy: { madeOn: '2026-01-06' },
      movement: { kind: 'carryAbroad', plannedOn: '2026-03-01', movesOn: '2026-03-05', approvedOn: '2026-03-02' },
    });
    const carrying = (level: string) =>
      gate('movement.carryAbroad', 'movement', 'movement-1', carried(level), '2026-03-03');
    expect(holding(carrying('topSecret'))).toEqual(['cn-ssir-2024/top-secret-carried-abroad']);
    expect(carrying('secret').open).toBe(true);
  });

  it('is open for a trip that was cancelled, and for one of which no rule speaks', () => {
    const cancelled: Facts = { ...facts, trip: { ...trip, cancelledOn: '2026-03-01' } };
    expect(gate('trip.depart', 'trip', 'trip-1', cancelled, asOf).open).toBe(true);
    const home: Facts = { ...facts, trip: { ...trip, abroad: false } };
    expect(gate('trip.depart', 'trip', 'trip-1', home, asOf)).toMatchObject({ open: true, groups: [] });
  });

  it('holds what is missed, and what nobody can tell', () => {
    const gone = gate('trip.depart', 'trip', 'trip-1', facts, '2026-03-11');
    expect(gone.groups.some(({ status, holds }) => status === 'missed' && holds)).toBe(true);
    expect(statuses.filter(opensGate)).toEqual(['met', 'late', 'waived', 'void']);
  });
});

const cleared: Facts = {
  organisation: { seat: 'cn', region: 'cq', clearedSince: '2022-01-01' },
  trip: { abroad: true, kind: 'private', createdOn: '2026-02-01', departsOn: '2026-03-10' },
  traveller: { addedOn: '2026-02-01', cleared: true },
};
const toForeign: Facts = {
  handover: { receiver: 'foreignAuthority', personalData: true, plannedOn: '2026-02-10', givesOn: '2026-04-01' },
};
const itinerary = 'us-sead3-2017/itinerary-before-travel';
const act = 'give-personal-data-abroad';
const decision = (more: object = {}): Facts => ({
  conflictDecision: {
    act,
    rule: itinerary,
    subject: 'traveller-1',
    decision: 'refrain',
    decidedOn: '2026-03-02',
    ...persons,
    ...more,
  },
});

describe('a conflict', () => {
  it('is found for the record on which one side hangs and whose body the other side binds', () => {
    const found = gate(act, 'traveller', 'traveller-1', { ...cleared, ...toForeign }, asOf);
    expect(found.open).toBe(false);
    expect(found.conflicts.map(({ demanding }) => demanding.id)).toEqual([itinerary]);
    expect(found.conflicts[0]?.restraints.map(({ rule }) => rule.id)).toContain(
      'cn-pipl-2021/foreign-authority-approval',
    );
    expect(found.conflicts[0]?.clauses).toEqual(expect.arrayContaining(['cn-pipl-2021/art-41']));
  });

  it('is none where one side has nobody, where the restraint is met, or between two bodies', () => {
    expect(gate(act, 'traveller', 'traveller-1', cleared, asOf).conflicts).toEqual([]);
    const { handover } = toForeign;
    const approved = { ...(handover as object), authorityApprovedOn: '2026-02-20' };
    expect(gate(act, 'traveller', 'traveller-1', { ...cleared, handover: approved }, asOf).conflicts).toEqual([]);
    const elsewhere: Facts = {
      ...cleared,
      organisation: [
        { seat: 'cn', region: 'cq', clearedSince: '2022-01-01' },
        { seat: 'cn', region: 'cq' },
      ],
      handover: { ...(handover as object), organisation: 'organisation-2' },
    };
    expect(gate(act, 'traveller', 'traveller-1', elsewhere, asOf).conflicts).toEqual([]);
  });

  it('holds every act that waits for the duty, until two persons have decided', () => {
    const both: Facts = { ...cleared, ...toForeign };
    expect(gate('trip.depart', 'trip', 'trip-1', both, asOf).conflicts).toHaveLength(1);
    expect(gate(act, 'traveller', 'traveller-1', { ...both, ...decision() }, asOf)).toMatchObject({ open: true });
    expect(gate(act, 'traveller', 'traveller-1', { ...both, ...decision({ secondPerson: '甲' }) }, asOf).open).toBe(
      false,
    );
    expect(
      gate(act, 'traveller', 'traveller-1', { ...both, ...decision({ decidedOn: '2026-03-06' }) }, asOf).open,
    ).toBe(false);
    expect(gate(act, 'traveller', 'traveller-1', { ...both, ...decision({ act: 'something-else' }) }, asOf).open).toBe(
      false,
    );
  });
});

it('knows every act by its name', () => {
  expect(actsOf(law)).toEqual(expect.arrayContaining(['trip.depart', 'movement.carryAbroad', act]));
});
