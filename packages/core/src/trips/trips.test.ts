import { describe, expect, test } from 'vitest';
import {
  actsIn,
  applyToModel,
  type Model,
  type ModelMove,
  modelAllows,
  modelRoles,
  stateOfModel,
} from '../../../../tests/trips/model/model.ts';
import { guards } from './guards.ts';
import { createTripMachine, type TripMachine } from './machine.ts';
import type { Plan } from './plan.ts';
import type { ApprovalRole } from './roles.ts';
import { stateOf } from './state.ts';
import { acts, type State, type Step, type StepKey, states, type Trip, type Who } from './trip.ts';

const today = 20_000;
const someone = (person: string, ...holds: ApprovalRole[]): Who => ({
  person,
  holds: new Set(holds),
  officer: false,
  led: false,
});
const people: readonly Who[] = [
  // Travels and holds the first step: the hand in one's own favour.
  someone('ada', 'secrecyBody', 'authority'),
  { ...someone('ben', 'personnelBody'), officer: true },
  // Filed it for them, and holds a step.
  someone('cai', 'personnelBody', 'secrecyBody'),
  // Is led by ada.
  { ...someone('dan', 'secrecyBody', 'unitLead'), led: true },
  someone('eve', 'secrecyBody', 'personnelBody', 'authority', 'unitLead'),
  someone('gus', 'authority', 'personnelBody', 'unitLead'),
  { ...someone('han'), officer: true },
  someone('zed'),
];

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

const stepsOf = (ids: readonly string[]): Step[] =>
  ids.flatMap((traveller) =>
    modelRoles.map((role) => ({ role, traveller, policy: false, otherwise: false, rules: [] })),
  );

/** The plan that a model's editions stand for. */
const planOf = ({ places, items, complete }: Model, returnsOn: number): Plan => ({
  departsOn: complete ? today + 10 : null,
  returnsOn: complete ? returnsOn : null,
  legs: [{ place: `place ${places}`, host: null, arrivesOn: today + 10, leavesOn: null }],
  items: [`item ${items}`],
});

type Run = {
  trip: Trip;
  readonly model: Model;
  readonly draw: () => number;
  readonly pick: <T>(of: readonly T[]) => T;
};

function begin(seed: number): Run {
  const draw = random(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(draw() * of.length)] as T;
  const emergency = draw() < 0.3;
  const model: Model = {
    emergency,
    notice: false,
    phase: 'unfiled',
    away: false,
    back: false,
    closed: false,
    cancelled: false,
    complete: draw() < 0.8,
    places: 0,
    items: 0,
    extended: false,
    late: false,
    filer: 'cai',
    travellers: [{ id: 't1', person: 'ada', missing: draw() < 0.5, debrief: 'not-asked' }],
    decisions: new Map(),
    appeals: new Set(),
    cleared: null,
  };
  const trip: Trip = {
    emergency,
    today,
    days: {
      submittedOn: null,
      approvedOn: null,
      departedOn: null,
      returnedOn: null,
      oralNoticeOn: null,
      closedOn: null,
      cancelledOn: null,
    },
    plan: planOf(model, today + 20),
    filedBy: 'cai',
    travellers: [],
    steps: [],
    trail: [],
    answerWithin: 5,
    digest: (seen) => seen,
  };
  return { trip, model, draw, pick };
}

/** What the world does by itself: what is missing is done or lapses, an interview is held, the day of return passes. */
function world({ model, draw, pick }: Run): void {
  const one = pick(model.travellers);
  if (draw() < 0.3) one.missing = draw() < 0.2;
  if (model.back && draw() < 0.4) one.debrief = pick(['not-asked', 'due', 'held'] as const);
  if (model.away && !model.back && draw() < 0.2) model.late = true;
}

function mirror(run: Run): Trip {
  const { model, trip } = run;
  const travellers = model.travellers.map(({ missing, ...one }) => ({ ...one, missing: missing ? ['rule'] : [] }));
  const now = model.late ? (trip.plan.returnsOn ?? today) + 1 : today;
  return { ...trip, today: now, travellers, steps: stepsOf(travellers.map(({ id }) => id)) };
}

/** What sends a trip back or ends it: else none would come far. */
const rare: ReadonlySet<string> = new Set([
  'cancel',
  'withdraw',
  'change',
  'return',
  'add-traveller',
  'drop-traveller',
]);
const likely = new Map(
  states.map((state) => [
    state,
    actsIn(state).flatMap((act) => Array.from({ length: rare.has(act) ? 1 : 6 }, () => act)),
  ]),
);

function chooseMove({ model, pick, draw, trip }: Run, state: State): ModelMove {
  const here = likely.get(state) ?? [];
  const act = here.length === 0 || draw() < 0.1 ? pick(acts) : pick(here);
  // As often as not the one that was decided last: what is refused, appealed and refused again is one step.
  const last = trip.trail.findLast(({ steps }) => steps.length > 0)?.steps[0]?.role;
  const role = last !== undefined && draw() < 0.4 ? last : pick(modelRoles);
  const ids = model.travellers.map(({ id }) => id);
  const steps: StepKey[] = (draw() < 0.6 ? ids : [pick(ids)]).map((traveller) => ({ role, traveller }));
  const before = trip.plan.returnsOn;
  switch (act) {
    case 'decide':
      return {
        act,
        steps: draw() < 0.05 ? [] : steps,
        verdict: pick(['agreed', 'agreed', 'conditions', 'refused']),
        reason: draw() < 0.7 ? 'no-need' : null,
        until: pick([null, 1e6, 1e6, 1]),
      };
    case 'return':
    case 'appeal':
      return { act, steps };
    case 'extend': {
      const later = draw() < 0.7;
      return { act, later, plan: { ...trip.plan, returnsOn: before === null ? null : before + (later ? 3 : -1) } };
    }
    default:
      return { act };
  }
}

/** What an act brings besides: another edition of the plan, somebody more or less. */
function consequences(run: Run, move: ModelMove): ModelMove {
  const { model, draw } = run;
  if (move.act === 'change') {
    const which = draw();
    if (which < 0.4) model.places += 1;
    else if (which < 0.7) model.items += 1;
    model.complete ||= draw() < 0.8;
    // The dates are seen with the places.
    if (model.complete && run.trip.plan.departsOn === null) model.places += 1;
    return { ...move, plan: planOf(model, today + 20) };
  }
  if (move.act === 'extend') model.places += 1;
  if (move.act === 'extend') model.late = false;
  if (move.act === 'add-traveller' && model.travellers.length < 2)
    model.travellers.push({ id: 't2', person: 'ben', missing: draw() < 0.5, debrief: 'not-asked' });
  if (move.act === 'drop-traveller') model.travellers.pop();
  return move;
}

/** Whether a step stands only because somebody who travels agreed to it, before or after they joined. */
const wasDecidedByATraveller = ({ trail, steps, travellers }: Trip): boolean =>
  steps.some((step) => {
    const last = trail.findLast(
      ({ act, steps: of }) =>
        act === 'decide' && of.some(({ role, traveller }) => role === step.role && traveller === step.traveller),
    );
    return last !== undefined && travellers.some(({ person }) => person === last.by);
  });

/** Walks one sequence; what differed first, or nothing. */
function walk(machine: TripMachine, seed: number, seen?: (state: string) => void): string | null {
  const run = begin(seed);
  for (let step = 0; step < 36; step++) {
    world(run);
    run.trip = mirror(run);
    const state = stateOf(run.trip);
    seen?.(state);
    if (state === 'closed') return null;
    let [move, who] = [chooseMove(run, state), run.pick(people)];
    // Most of what comes to somebody's mind is not allowed: it is asked often, and as often something that is.
    for (let more = 0; more < 6 && run.draw() < 0.9 && !modelAllows(run.model, state, move, who); more++)
      [move, who] = [chooseMove(run, state), run.pick(people)];
    const expected = modelAllows(run.model, state, move, who);
    const answer = machine.may(run.trip, move, who);
    if (answer.ok !== expected) return `${stateOfModel(run.model)}: ${move.act} by ${who.person}`;
    if (!expected) continue;
    if (move.act === 'depart' && run.trip.travellers.some(({ missing }) => missing.length > 0)) return 'departed unmet';
    if (move.act === 'decide' && run.trip.travellers.some(({ person }) => person === who.person))
      return 'approved alone';
    if (state === 'cleared' && move.act === 'depart' && wasDecidedByATraveller(run.trip))
      return 'departed on their own word';
    const whole = consequences(run, move);
    run.trip = machine.after(run.trip, whole, who);
    applyToModel(run.model, whole, who);
    run.trip = mirror(run);
    if (stateOf(run.trip) !== stateOfModel(run.model))
      return `${move.act}: ${stateOf(run.trip)}, not ${stateOfModel(run.model)}`;
  }
  return null;
}

const sequences = 10_000;

test('ten thousand sequences: machine and table agree on every act and every state, and every state is reached', () => {
  const reached = new Set<string>();
  const machine = createTripMachine();
  const differing = Array.from({ length: sequences }, (_, seed) => walk(machine, seed, (state) => reached.add(state)))
    .map((what, seed) => ({ seed, what }))
    .filter(({ what }) => what !== null);
  expect(differing).toEqual([]);
  expect(reached.size).toBe(states.length);
}, 60_000);

describe('no guard is there for nothing', () => {
  test.each(guards.map((guard) => [guard.id, guard] as const))('without %s they disagree', (_id, left) => {
    const machine = createTripMachine(guards.filter((guard) => guard !== left));
    let found: string | null = null;
    for (let seed = 0; seed < sequences && found === null; seed++) found = walk(machine, seed);
    expect(found).not.toBeNull();
  });
});
