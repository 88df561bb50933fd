import { describe, expect, test } from 'vitest';
import { actsIn, applyToModel, type Model, modelAllows, newModel } from '../../../../tests/devices/model/model.ts';
import {
  type Device,
  type DeviceMove,
  deviceActs,
  deviceStates,
  findings,
  type Journey,
  type Keeper,
  sealsFound,
} from './device.ts';
import { deviceGuards } from './guards.ts';
import { createDeviceMachine, type DeviceMachine } from './machine.ts';
import { isOut, stateOfDevice } from './state.ts';

const today = 20_000;
const nobody = { keeper: false, officer: false, party: false };
const people: readonly Keeper[] = [
  { ...nobody, person: 'ada', party: true },
  { ...nobody, person: 'ben', party: true },
  { ...nobody, person: 'zed' },
  { ...nobody, person: 'kim', keeper: true },
  // Keeps the pool and travels: the hand in one's own favour.
  { ...nobody, person: 'eve', keeper: true, party: true },
  { ...nobody, person: 'ola', keeper: true, officer: true },
  { ...nobody, person: null, keeper: true, officer: true },
];
const travellers = ['ada', 'ben', 'eve'];

/** mulberry32: the same sequences on every machine. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What hardly goes on from: else few would come far. */
const rare: ReadonlySet<string> = new Set(['lose', 'withdraw', 'release']);
const likely = new Map(
  deviceStates.map((state) => [
    state,
    actsIn(state).flatMap((act) => Array.from({ length: rare.has(act) ? 1 : 6 }, () => act)),
  ]),
);

/** Two devices beside each other, each with its model, and who has signed for what. */
function begin(seed: number) {
  const draw = random(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(draw() * of.length)] as T;
  const one = (): { device: Device; model: Model; holders: Set<string>; inspected: boolean } => ({
    device: { today, last: { act: 'add', finding: null, suspect: false }, loan: null },
    model: newModel(),
    holders: new Set(),
    inspected: false,
  });
  return { draw, pick, pool: [one(), one()] as const };
}
type Run = ReturnType<typeof begin>;
type Kept = Run['pool'][number];

function chooseMove({ draw, pick }: Run, { model }: Kept): DeviceMove {
  const here = likely.get(model.state) ?? [];
  const act = here.length === 0 || draw() < 0.1 ? pick(deviceActs) : pick(here);
  const person = model.holder ?? pick(travellers);
  const journey: Journey = { trip: 't', listed: draw() < 0.85, travels: draw() < 0.9, open: draw() < 0.8 };
  return {
    act,
    journey,
    borrower: { traveller: `goer-${person}`, person },
    dueBackOn: today + 5,
    seal: draw() < 0.9 ? 'S-1' : ' '.trim(),
    sealFound: pick(sealsFound),
    finding: pick([...findings, 'clean']),
  };
}

/** What must never be, whatever table and machine say; what was done, and how the device stands now. */
function broken({ device, holders, inspected }: Kept, move: DeviceMove, before: Device): string | null {
  if (holders.size > 1) return 'two holders at once';
  if (move.act === 'issue' && move.journey?.listed !== true) return 'issued unlisted';
  if (move.act === 'issue' && move.journey?.open !== true) return 'issued through a shut gate';
  const comesIn = stateOfDevice(device) === 'available' && stateOfDevice(before) !== 'reserved';
  return comesIn && !inspected ? 'back in the pool without inspection' : null;
}

function follow(kept: Kept, move: DeviceMove): void {
  const { person } = move.borrower ?? { person: '' };
  if (move.act === 'issue') kept.holders.add(person);
  if (move.act === 'return' || move.act === 'lose') kept.holders.clear();
  kept.inspected = move.act === 'inspect' || (kept.inspected && (move.act === 'reserve' || move.act === 'release'));
}

/** Walks one sequence; what differed first, or nothing. */
function walk(machine: DeviceMachine, seed: number, seen?: (state: string) => void): string | null {
  const run = begin(seed);
  for (let step = 0; step < 40; step++) {
    const kept = run.pick(run.pool);
    // The day of return passes.
    if (isOut(kept.device) && run.draw() < 0.15) {
      kept.device = { ...kept.device, today: today + 6 };
      kept.model.state = 'overdue';
    }
    seen?.(stateOfDevice(kept.device));
    let [move, who] = [chooseMove(run, kept), run.pick(people)];
    for (let more = 0; more < 5 && run.draw() < 0.9 && !modelAllows(kept.model, move, who); more++)
      [move, who] = [chooseMove(run, kept), run.pick(people)];
    const expected = modelAllows(kept.model, move, who);
    const answer = machine.may(kept.device, move, who);
    if (answer.ok !== expected) return `${kept.model.state}: ${move.act} by ${who.person}, ${JSON.stringify(answer)}`;
    if (!expected) continue;
    const before = kept.device;
    kept.device = machine.after(before, move);
    if (!isOut(kept.device)) kept.device = { ...kept.device, today };
    applyToModel(kept.model, move);
    follow(kept, move);
    const state = stateOfDevice(kept.device);
    if (state !== kept.model.state) return `${move.act}: ${state}, not ${kept.model.state}`;
    const fault = broken(kept, move, before);
    if (fault !== null) return fault;
  }
  return null;
}

const sequences = 10_000;

test('ten thousand sequences: machine and table agree on every act and every state, and every state is reached', () => {
  const reached = new Set<string>();
  const machine = createDeviceMachine();
  const differing = Array.from({ length: sequences }, (_, seed) => walk(machine, seed, (state) => reached.add(state)))
    .map((what, seed) => ({ seed, what }))
    .filter(({ what }) => what !== null);
  expect(differing).toEqual([]);
  expect(reached.size).toBe(deviceStates.length);
}, 60_000);

describe('no guard is there for nothing', () => {
  test.each(deviceGuards.map((guard) => [guard.id, guard] as const))('without %s they disagree', (_id, left) => {
    const machine = createDeviceMachine(deviceGuards.filter((guard) => guard !== left));
    let found: string | null = null;
    for (let seed = 0; seed < sequences && found === null; seed++) found = walk(machine, seed);
    expect(found).not.toBeNull();
  });
});

test('what is asked of nobody is not done: the refusal names the first thing in the way', () => {
  const machine = createDeviceMachine();
  const device: Device = { today, last: { act: 'inspect', finding: 'clean', suspect: false }, loan: null };
  const ada = people[0] as Keeper;
  const journey = { trip: 't', listed: false, travels: true, open: false };
  expect(machine.may(device, { act: 'reserve', journey }, ada)).toEqual({ ok: false, refusal: 'devices.not-listed' });
  expect(machine.may(device, { act: 'issue', journey }, ada)).toEqual({ ok: false, refusal: 'devices.keeper-first' });
});
