import type { Day } from '@sallyport/core/calendar';
import type { Field, Kind } from '@sallyport/core/facts';
import { kindsInOrder } from '@sallyport/server/tabular/kind-names';
import { type Cells, idOf } from './fact-writer.ts';
import type { Random } from './random.ts';
import { reviewable } from './rules-used.ts';
import type { World } from './world.ts';

/** How many of a kind there are for a hundred people; what is not named has a few. */
const perHundred: Readonly<Record<string, number>> = {
  document: 40,
  copy: 70,
  movement: 40,
  accessGrant: 30,
  documentReview: 90,
  protectionCheck: 60,
  commitment: 4,
  eligibilityCheck: 6,
  clearance: 6,
  leaving: 5,
  coolingOff: 3,
  complianceCheck: 6,
  securityPlan: 30,
  exchangeActivity: 10,
  releaseReview: 8,
  foreignMatterReport: 8,
  finding: 10,
  remedy: 12,
  equipment: 10,
};

/** Kinds of which a part is written with the people they are about, and the rest here. */
const partly = new Set(['commitment', 'eligibilityCheck']);

/** What is done to a record again and again, at any time of its life. */
const repeated = new Set(['documentReview', 'protectionCheck', 'complianceCheck', 'drill']);

/** Flags that say that something is as it should be. */
const good = new Set(['passed', 'reasonsGiven', 'inWriting', 'toAllStaff']);

const least = 10;
const fewest = 6;
const most = 20_000;

/** Kinds whose facts come before those that happen to them, in days that follow from theirs. */
const timeless = new Set(['organisation', 'unit', 'person', 'post', 'place', 'system', 'traveller', 'trip', 'course']);

/**
 * Facts of every kind that no other part has written, from the vocabulary alone: a day for the event, then the milestones in
 * their order, mostly soon, some late, some never. A kind added to the vocabulary is in the next register without a change here.
 */
export function writeRecords(world: World): void {
  const days = new Map<string, Day[]>();
  for (const kind of kindsInOrder) {
    if ((world.writer.count(kind.name) > 0 && !partly.has(kind.name)) || written.has(kind.name)) continue;
    // An institute in China has no access under the rules of the United States.
    if (world.demo && kind.name === 'clearance') continue;
    const draw = world.random(`records of ${kind.name}`);
    const count = Math.min(
      most,
      Math.max(world.demo ? fewest : least, Math.round(((perHundred[kind.name] ?? 0.2) * world.people) / 100)),
    );
    const happened: Day[] = [];
    days.set(kind.name, happened);
    for (let at = 0; at < count; at++) writeRecord(world, draw, kind, days, happened);
  }
}

const written = new Set([
  'waiver',
  'override',
  'dutyAssignment',
  'reviewDecision',
  'conflictDecision',
  'standingReview',
]);

function writeRecord(
  world: World,
  draw: Random,
  kind: Kind,
  days: ReadonlyMap<string, readonly Day[]>,
  happened: Day[],
): void {
  const cells: Record<string, Cells[string]> = {};
  let day = world.asOf - draw.between(0, 1095);
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' || field.to === undefined || (field.to === kind.name && happened.length === 0)) continue;
    const count = world.writer.count(field.to);
    if (count === 0 || (field.nullable && draw.chance(field.to === kind.name ? 0.9 : 0.3))) continue;
    const target = draw.below(count);
    cells[name] = idOf(field.to, target + 1);
    const before = timeless.has(field.to) ? undefined : days.get(field.to)?.[target];
    if (before !== undefined)
      day = Math.min(
        world.asOf,
        before + (repeated.has(kind.name) ? draw.between(0, Math.max(0, world.asOf - before)) : soon(draw)),
      );
  }
  if (kind.name === 'securityPlan') aimPlan(draw, cells);
  happened.push(day);
  let last = day;
  for (const [name, field] of Object.entries(kind.fields)) {
    if (name === kind.happened) cells[name] = world.day(day);
    else if (field.type === 'day' && field.timing === 'milestone') {
      const wanted = field.ends === true ? draw.chance(0.05) : !field.nullable || draw.chance(0.88);
      const next = last + soon(draw);
      if (!wanted) continue;
      cells[name] = world.happened(next);
      if (field.ends !== true) last = next;
    } else if (field.type === 'day') {
      const ahead = name === kind.valid?.until ? [200, 365, 365, 730, 1095] : [10, 20, 30, 60, 200, 365];
      cells[name] = field.nullable && draw.chance(0.2) ? null : world.day(day + draw.pick(ahead));
    } else if (field.type !== 'ref')
      cells[name] ??= isTitle(name, field) ? titleOf(kind, world) : valueOf(draw, name, field, cells);
  }
  planFirst(cells);
  const id = world.writer.write(kind.name, cells);
  for (const { rule, kind: of, suspect } of reviewable)
    if (of === kind.name && suspect(known(cells))) world.candidates.note(rule, id);
}

/** What is planned, and the day on which it happened after all: nothing happens before it was planned to, but now and then later. */
const plans: readonly (readonly [plan: string, done: string])[] = [
  ['movesOn', 'movedOn'],
  ['startsOn', 'startedOn'],
  ['givesOn', 'givenOn'],
];

function planFirst(cells: Record<string, Cells[string]>): void {
  for (const [plan, done] of plans) {
    const [planned = null, happened = null] = [cells[plan], cells[done]];
    if (planned !== null && happened !== null && planned > happened) cells[plan] = happened;
  }
}

/** A plan is for one thing, and its scope says which. */
function aimPlan(draw: Random, cells: Record<string, Cells[string]>): void {
  const aim = draw.pick(['branch', 'posting', 'activity', 'organisation', 'leak', 'emergency']);
  for (const name of ['branch', 'posting', 'activity']) if (name !== aim) cells[name] = null;
  cells['scope'] = aim;
}

/** The cells that hold something, as they are written. */
const known = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null && cell !== undefined));

/** Days until the next step: mostly few, now and then many. */
const soon = (draw: Random): number => (draw.chance(0.85) ? draw.between(0, 2) : draw.between(3, 60));

/** What tells one record from the next in a list. */
const isTitle = (name: string, { personal }: Field): boolean => personal === 'no' && ['name', 'title'].includes(name);
const titleOf = (kind: Kind, { writer }: World): string => `示例${kind.label.zh}${writer.count(kind.name) + 1}`;

function valueOf(draw: Random, name: string, field: Field, cells: Cells): Cells[string] {
  // Everything is where the institute is.
  if (name === 'region') return null;
  if (field.nullable && field.type !== 'text' && draw.chance(0.1)) return null;
  if (field.type === 'boolean') return draw.chance(good.has(name) ? 0.9 : 0.25);
  if (field.type === 'word') return draw.pick(Object.keys(field.words ?? {}));
  if (field.type === 'integer') return (field.min ?? 0) + draw.below(4);
  if (field.type === 'instant') {
    const day = cells[name.replace(/At$/, 'On')];
    return typeof day === 'string' ? `${day}T${draw.between(10, 17)}:${draw.between(10, 59)}:00+08:00` : null;
  }
  // Nothing is made up about anybody, and nothing that people write in their own words.
  return field.personal === 'no' ? `示例${field.label.zh}` : null;
}
