import type { RuleText } from '../../packages/core/src/law/index.ts';
import type { World } from './registers.ts';

/** A disagreement: the rule, those it follows, and the register. */
export type Failing = { readonly rule: RuleText; readonly before: readonly RuleText[]; readonly world: World };

/** The smallest case found that still fails. */
export async function shrink(
  failing: Failing,
  fails: (smaller: Failing) => Promise<boolean>,
  most = 500,
): Promise<Failing> {
  let best = failing;
  let tries = 0;
  for (let better = true; better && tries < most; ) {
    better = false;
    for (const candidate of smaller(best)) {
      if (++tries > most) break;
      if (!(await fails(candidate))) continue;
      best = candidate;
      better = true;
      break;
    }
  }
  return best;
}

function* smaller(one: Failing): Generator<Failing> {
  for (const world of smallerWorlds(one.world)) yield { ...one, world };
  for (const rule of smallerRules(one.rule)) yield { ...one, rule };
}

/** Without half of a kind's rows, or a single row; references that then dangle make the candidate useless, not wrong. */
function* smallerWorlds(world: World): Generator<World> {
  for (const size of [0.5, 0]) {
    for (const [kind, rows] of world.facts) {
      const step = Math.max(1, Math.floor(rows.length * size));
      if (rows.length === 0 || (size > 0 && rows.length < 3)) continue;
      for (let from = 0; from < rows.length; from += step) {
        const left = rows.filter((_, index) => index < from || index >= from + step);
        yield { ...world, facts: new Map([...world.facts, [kind, left]]) };
      }
    }
  }
}

const optional = [
  'applies',
  'assignee',
  'closes',
  'after',
  'inForce',
  'except',
  'where',
  'from',
  'until',
  'lasts',
  'at',
  'on',
  'due',
  'bearer',
  'met',
];

function* smallerRules(rule: RuleText): Generator<RuleText> {
  yield* withoutParts(rule) as Generator<RuleText>;
  yield* withShorterTexts(rule) as Generator<RuleText>;
}

/** The same data without one optional key, at any depth. */
function* withoutParts(data: object): Generator<object> {
  for (const [key, value] of Object.entries(data)) {
    if (optional.includes(key)) yield Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
    if (Array.isArray(value) && key === 'except' && value.length > 1) {
      for (const index of value.keys()) yield { ...data, [key]: value.filter((_, at) => at !== index) };
    }
    if (typeof value === 'object' && value !== null && key !== 'examples') {
      for (const less of withoutParts(value as object))
        yield { ...data, [key]: Array.isArray(value) ? Object.values(less) : less };
    }
  }
}

/** The same data with one expression cut down to something in its brackets. */
function* withShorterTexts(data: object): Generator<object> {
  for (const [key, value] of Object.entries(data)) {
    if (key === 'examples' || key === 'title') continue;
    if (typeof value === 'string') for (const text of shorter(value)) yield { ...data, [key]: text };
    else if (typeof value === 'object' && value !== null) {
      for (const less of withShorterTexts(value as object))
        yield { ...data, [key]: Array.isArray(value) ? Object.values(less) : less };
    }
  }
}

function* shorter(text: string): Generator<string> {
  const groups = groupsOf(text);
  for (const outer of groups) {
    const inside = text.slice(outer.from, outer.to);
    const inner = groups
      .filter((group) => group.from > outer.from && group.to < outer.to)
      .map((group) => text.slice(group.from, group.to));
    const names = inside.match(/[a-z]\w*(\.\w+)+/g) ?? [];
    for (const other of [...inner, ...names, 'true', 'false']) {
      if (other.length < inside.length) yield text.slice(0, outer.from) + other + text.slice(outer.to);
    }
  }
}

/** Where brackets open and close. */
function groupsOf(text: string): { from: number; to: number }[] {
  const open: number[] = [];
  const groups: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    const from = text[at] === ')' ? open.pop() : undefined;
    if (from !== undefined && !/\w$/.test(text.slice(0, from))) groups.push({ from, to: at + 1 });
  }
  return groups.toSorted((a, b) => a.from - b.from);
}
