import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Move, State, StepKey, Verdict, Who } from '../../../packages/core/src/trips/trip.ts';

/** What may be done where, by whom: a table that knows nothing of the machine. */
const rows = new Map(
  readFileSync(join(import.meta.dirname, 'allowed.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [state = '', act = '', who = '', needs = ''] = line.split(',');
      return [`${state} ${act}`, { who, needs: needs.split(' ').filter((need) => need !== '') }] as const;
    }),
);

/** What the table has for each state. */
export const actsIn = (state: State): Act[] =>
  [...rows.keys()].flatMap((key) => (key.startsWith(`${state} `) ? [key.slice(state.length + 1) as Act] : []));

type Decided = {
  readonly verdict: Verdict;
  readonly by: string | null;
  readonly places: number;
  readonly items: number;
  readonly appealed: boolean;
};

/** A trip as the model has it: counters where the machine has plans and a trail. */
export type Model = {
  emergency: boolean;
  notice: boolean;
  phase: 'unfiled' | 'given-back' | 'filed';
  away: boolean;
  back: boolean;
  closed: boolean;
  cancelled: boolean;
  complete: boolean;
  /** Editions of the plan: places with dates, and items. */
  places: number;
  items: number;
  extended: boolean;
  late: boolean;
  filer: string;
  travellers: { id: string; person: string; missing: boolean; debrief: 'not-asked' | 'due' | 'held' }[];
  decisions: Map<string, Decided>;
  appeals: Set<string>;
  /** The edition, and the travellers, that were cleared. */
  cleared: string | null;
};

const order = { unitLead: 0, secrecyBody: 1, personnelBody: 1, authority: 2 } as const;
export const modelRoles = ['unitLead', 'secrecyBody', 'personnelBody', 'authority'] as const;
type ModelRole = (typeof modelRoles)[number];

const keyOf = (role: string, traveller: string): string => `${role} ${traveller}`;
const edition = (m: Model): string => `${m.places} ${m.items} ${m.travellers.map(({ id }) => id).join()}`;

function decision(m: Model, role: ModelRole, traveller: string): Decided | null {
  const last = m.decisions.get(keyOf(role, traveller));
  if (last === undefined || last.appealed || last.places !== m.places) return null;
  // Whoever goes along has decided nothing.
  if (m.travellers.some(({ person }) => person === last.by)) return null;
  // Only the secrecy body looks at what is carried.
  return role === 'secrecyBody' && last.items !== m.items ? null : last;
}

const undecided = (m: Model, traveller: string): ModelRole[] =>
  modelRoles.filter((role) => decision(m, role, traveller) === null);
const verdicts = (m: Model): Verdict[] =>
  m.travellers.flatMap(({ id }) => modelRoles.flatMap((role) => decision(m, role, id)?.verdict ?? []));
const waitsFor = (m: Model, traveller: string): ModelRole[] =>
  undecided(m, traveller).filter((role) =>
    modelRoles.every((other) => {
      if (order[other] >= order[role]) return true;
      const earlier = decision(m, other, traveller);
      return earlier !== null && earlier.verdict !== 'refused';
    }),
  );

export function stateOfModel(m: Model): State {
  if (m.cancelled) return 'cancelled';
  if (m.closed) return 'closed';
  if (m.back) {
    if (m.travellers.some(({ debrief }) => debrief === 'due')) return 'debrief-due';
    return m.travellers.some(({ debrief }) => debrief === 'held') ? 'debriefed' : 'back';
  }
  if (m.away) {
    if (m.late) return 'not-returned';
    const again = m.extended && m.phase === 'filed' && m.travellers.some(({ id }) => waitsFor(m, id).length > 0);
    return again ? 'extended' : 'abroad';
  }
  if (m.phase === 'given-back') return 'returned';
  if (m.phase === 'unfiled') return m.emergency && m.notice ? 'emergency' : 'draft';
  const said = verdicts(m);
  if (said.includes('refused')) return 'refused';
  if (m.travellers.some(({ id }) => undecided(m, id).length > 0)) return said.length > 0 ? 'under-review' : 'submitted';
  const shut = m.travellers.some(({ missing }) => missing);
  if (m.cleared === edition(m) && !shut) return 'cleared';
  if (shut) return 'preparing';
  return said.includes('conditions') ? 'approved-with-conditions' : 'approved';
}

export type ModelMove = Move & { readonly later?: boolean };

export function modelAllows(m: Model, state: State, move: ModelMove, who: Who): boolean {
  const row = rows.get(`${state} ${move.act}`);
  if (row === undefined) return false;
  const travels = m.travellers.some(({ person }) => person === who.person);
  const steps = move.steps ?? [];
  const holds = steps.length > 0 && steps.every(({ role }) => who.holds.has(role)) && !travels;
  const may: Readonly<Record<string, boolean>> = {
    party: who.officer || travels || who.person === m.filer,
    officer: who.officer,
    clearer: who.officer && !travels,
    holder: holds,
    decider: holds && who.person !== m.filer && !(who.led && steps.some(({ role }) => role === 'unitLead')),
  };
  return may[row.who] === true && row.needs.every((need) => holdsNeed(m, need, move, who));
}

function holdsNeed(m: Model, need: string, move: ModelMove, who: Who): boolean {
  const steps = move.steps ?? [];
  const each = (test: (step: StepKey) => boolean): boolean => steps.length > 0 && steps.every(test);
  const needs: Readonly<Record<string, () => boolean>> = {
    several: () => m.travellers.length > 1,
    emergency: () => m.emergency,
    complete: () => m.complete && m.travellers.length > 0,
    unfiled: () => m.phase !== 'filed',
    open: () =>
      m.phase === 'filed' && each(({ role, traveller }) => waitsFor(m, traveller).includes(role as ModelRole)),
    reason: () => move.verdict !== 'refused' || move.reason !== null,
    end: () => move.verdict === 'refused' || move.until === null || move.until === 1e6,
    another: () =>
      each(({ role, traveller }) => {
        const last = m.decisions.get(keyOf(role, traveller));
        return last?.appealed !== true || last.by !== who.person;
      }),
    refused: () => each(({ role, traveller }) => decision(m, role as ModelRole, traveller)?.verdict === 'refused'),
    first: () => each(({ role, traveller }) => !m.appeals.has(keyOf(role, traveller))),
    gate: () => m.travellers.every(({ missing }) => !missing),
    later: () => move.later === true && m.complete,
  };
  const test = needs[need];
  if (test === undefined) throw new Error(`no such need: ${need}`);
  return test();
}

const effects: Readonly<Record<Act, (m: Model, move: ModelMove, who: Who) => void>> = {
  'add-traveller': () => undefined,
  'drop-traveller': () => undefined,
  'give-notice': (m) => void (m.notice = true),
  submit: (m) => {
    m.phase = 'filed';
    m.cleared = null;
  },
  withdraw: (m) => void (m.phase = 'unfiled'),
  return: (m) => void (m.phase = 'given-back'),
  decide(m, { steps = [], verdict = 'agreed' }, { person }) {
    const { places, items } = m;
    for (const { role, traveller } of steps)
      m.decisions.set(keyOf(role, traveller), { verdict, by: person, places, items, appealed: false });
  },
  appeal(m, { steps = [] }) {
    for (const { role, traveller } of steps) {
      const key = keyOf(role, traveller);
      const last = m.decisions.get(key);
      if (last !== undefined) m.decisions.set(key, { ...last, appealed: true });
      m.appeals.add(key);
    }
  },
  change: (m) => m.appeals.clear(),
  cancel: (m) => void (m.cancelled = true),
  revive(m) {
    m.cancelled = false;
    m.phase = 'unfiled';
  },
  clear: (m) => void (m.cleared = edition(m)),
  depart: (m) => void (m.away = true),
  extend(m) {
    m.extended = true;
    m.appeals.clear();
  },
  'come-back': (m) => void (m.back = true),
  close: (m) => void (m.closed = true),
};

export const applyToModel = (m: Model, move: ModelMove, who: Who): void => effects[move.act](m, move, who);
