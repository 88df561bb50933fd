import { addDays, addMonths, type Day } from '../calendar/index.ts';
import { type Register, tableOf } from '../facts/index.ts';
import {
  type Evaluator,
  evaluator,
  type Frame,
  type Node,
  type Places,
  type Value,
  type World,
} from '../feel/index.ts';
import type { Evidence, Met } from '../law/index.ts';
import { cellReader, happenedIn } from './world.ts';

/** What was found: when the duty was met by it, and the facts, in order. Null when nothing meets it. */
export type Found = { readonly metOn: number; readonly rows: readonly number[]; readonly ends: Day | null };

/** Where evidence counts: within a period, and not after the duty has closed. */
type Window = { readonly from: Day | null; readonly until: Day | null; readonly closes: number | null };

type Candidate = { readonly row: number; readonly at: number };

/** Finds the evidence of a duty; `closes`, and the trigger day `on` as a moment, are in the clock of the rule. */
export type Finder = (frame: Frame, window: Window, asOf: Day, on: number) => Found | null;

/** Makes finders over one register: what the expressions see, and where their values stand. */
export type Search = { readonly register: Register; readonly world: World; readonly places: Places };

export function finder(met: Met, search: Search): Finder {
  if (met.form === 'milestone') return milestone(met, search);
  const candidates = candidatesOf(met, search);
  switch (met.form) {
    case 'exists':
      return (frame, window) => first(candidates(frame, window));
    case 'covers':
      return covers(met, search, candidates);
    case 'coversPeriod':
      return coversPeriod(met, search, candidates);
    case 'count': {
      const number = compiled(met.number, search);
      return (frame, window, _, on) => {
        const wanted = number(frame) as number | null;
        if (wanted === null) return null;
        if (wanted <= 0) return { metOn: on, rows: [], ends: null };
        const found = candidates(frame, window);
        const last = found[wanted - 1];
        return last ? { metOn: last.at, rows: found.slice(0, wanted).map((item) => item.row), ends: null } : null;
      };
    }
    case 'latest': {
      const holds = ofItem(met.holds, search);
      return (frame, window) => {
        const last = candidates(frame, window).at(-1);
        return last && holds(frame, last.row) === true ? { metOn: last.at, rows: [last.row], ends: null } : null;
      };
    }
    case 'needs':
      return needs(met, search, candidates);
  }
}

const compiled = (node: Node, { world, places }: Search): Evaluator => evaluator(node, world, places);

/** Asks something of a fact that may count. */
function ofItem(node: Node, search: Search): (frame: Frame, row: number) => Value {
  const run = compiled(node, search);
  const item = search.places.variable('item');
  return (frame, row) => {
    frame.variables[item] = row;
    return run(frame);
  };
}

const first = (candidates: readonly Candidate[]): Found | null => {
  const [earliest] = candidates;
  return earliest ? { metOn: earliest.at, rows: [earliest.row], ends: null } : null;
};

function milestone(met: Extract<Met, { form: 'milestone' }>, search: Search): Finder {
  const owner = compiled(met.path.of, search);
  const path = compiled(met.path, search);
  return (frame, window) => {
    const metOn = path(frame) as number | null;
    if (metOn === null || (window.closes !== null && metOn > window.closes)) return null;
    return { metOn, rows: [owner(frame) as number], ends: null };
  };
}

const noCandidates: readonly Candidate[] = [];

/** The facts that may count, earliest first: matching, within the window, known on the day asked about. */
function candidatesOf(evidence: Evidence, search: Search): (frame: Frame, window: Window) => readonly Candidate[] {
  const { register, world } = search;
  const table = tableOf(register, evidence.kind);
  const key = compiled(evidence.key.of, search);
  const match = evidence.match.map((part) => ({
    read: cellReader(register, table.columns[part.field]),
    to: compiled(part.to, search),
  }));
  const where = evidence.where && ofItem(evidence.where, search);
  const from = evidence.from && compiled(evidence.from, search);
  const until = evidence.until && compiled(evidence.until, search);
  const inDays = table.kind.fields[evidence.at]?.type === 'day';
  const relatives = world.relatives(evidence.kind, evidence.key.field);
  const moment = world.reader(evidence.kind, evidence.at);
  const happened = happenedIn(register, evidence.kind);
  return (frame, window) => {
    const owner = key(frame) as number | null;
    if (owner === null) return noCandidates;
    const wanted = match.map((part) => part.to(frame));
    const low = (from ? from(frame) : window.from) as number | null;
    const high = (until ? until(frame) : window.until) as number | null;
    if (wanted.includes(null) || (from && low === null) || (until && high === null)) return noCandidates;
    const found: Candidate[] = [];
    for (const row of relatives(owner)) {
      if (!match.every((part, index) => part.read(row) === wanted[index])) continue;
      const at = moment(row) as number | null;
      if (at === null || (window.closes !== null && at > window.closes)) continue;
      const day = inDays ? at : happened(row);
      if ((low !== null && day < low) || (high !== null && day >= high)) continue;
      if (where && where(frame, row) !== true) continue;
      found.push({ row, at });
    }
    return found.length > 1 ? found.toSorted((a, b) => a.at - b.at || a.row - b.row) : found;
  };
}

type Covers = Extract<Met, { form: 'covers' | 'coversPeriod' }>;
type Validity = { readonly from: Day; readonly until: Day | null };

/** The half-open validity of a fact: what it records, or so long as the rule says from its beginning. */
function validityOf(met: Covers, search: Search): (frame: Frame, row: number) => Validity | null {
  const { valid } = tableOf(search.register, met.kind).kind;
  if (!valid) throw new Error(`a ${met.kind} has no validity`);
  const begins = search.world.reader(met.kind, valid.from);
  const recorded = search.world.reader(met.kind, valid.until);
  const lasts = met.lasts && ofItem(met.lasts, search);
  const inMonths = met.lasts?.type === 'months';
  return (frame, row) => {
    const from = begins(row) as Day | null;
    if (from === null) return null;
    const until = recorded(row) as Day | null;
    if (until !== null || !lasts) return { from, until };
    const length = lasts(frame, row);
    if (length === null) return null;
    return {
      from,
      until: inMonths
        ? addMonths(from, length as number)
        : addDays(from, Math.floor((length as number) / 86_400_000_000)),
    };
  };
}

function covers(
  met: Extract<Met, { form: 'covers' }>,
  search: Search,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const validity = validityOf(met, search);
  if (met.day === 'current') return current(validity, candidates);
  const day = compiled(met.day, search);
  return (frame, window) => {
    const wanted = day(frame) as Day | null;
    if (wanted === null) return null;
    for (const { row, at } of candidates(frame, window)) {
      const valid = validity(frame, row);
      if (!valid || valid.from > wanted || (valid.until !== null && valid.until <= wanted)) continue;
      return { metOn: at, rows: [row], ends: null };
    }
    return null;
  };
}

/**
 * Valid now. The duty was met when such a fact was first in force, not when it was last renewed: a plan renewed in time is not late. A gap in
 * between showed as overdue while it lasted.
 */
function current(validity: ReturnType<typeof validityOf>, candidates: ReturnType<typeof candidatesOf>): Finder {
  return (frame, window, asOf) => {
    let metOn = Number.POSITIVE_INFINITY;
    let now: Found | null = null;
    for (const { row, at } of candidates(frame, window)) {
      const valid = validity(frame, row);
      if (!valid || valid.from > asOf) continue;
      metOn = Math.min(metOn, Math.max(at, valid.from));
      if (now === null && (valid.until === null || valid.until > asOf)) now = { metOn, rows: [row], ends: valid.until };
    }
    return now === null ? null : { ...now, metOn };
  };
}

/** Valid throughout [start, end): one fact, or the fewest adjoining ones, each time the one that reaches furthest. */
function coversPeriod(
  met: Extract<Met, { form: 'coversPeriod' }>,
  search: Search,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const validity = validityOf(met, search);
  const start = compiled(met.start, search);
  const end = compiled(met.end, search);
  return (frame, window) => {
    const from = start(frame) as Day | null;
    const until = end(frame) as Day | null;
    if (from === null || until === null || until <= from) return null;
    const spans = candidates(frame, window).flatMap((item) => {
      const valid = validity(frame, item.row);
      return valid && (valid.until === null || valid.until > valid.from)
        ? [{ ...item, from: valid.from, until: valid.until ?? Number.POSITIVE_INFINITY }]
        : [];
    });
    if (!met.union) {
      const whole = spans.find((span) => span.from <= from && span.until >= until);
      return whole ? { metOn: whole.at, rows: [whole.row], ends: null } : null;
    }
    const chain: typeof spans = [];
    for (let reached: number = from; reached < until; ) {
      const next = spans
        .filter((span) => span.from <= reached && span.until > reached)
        .reduce<(typeof spans)[number] | null>(
          (best, span) => (best === null || span.until > best.until ? span : best),
          null,
        );
      if (!next) return null;
      chain.push(next);
      reached = next.until;
    }
    return { metOn: Math.max(...chain.map((span) => span.at)), rows: chain.map((span) => span.row), ends: null };
  };
}

function needs(
  met: Extract<Met, { form: 'needs' }>,
  search: Search,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const role = cellReader(search.register, tableOf(search.register, met.kind).columns[met.role]);
  const number = typeof met.number === 'object' ? compiled(met.number, search) : null;
  const holds = met.holds && ofItem(met.holds, search);
  return (frame, window, _, on) => {
    const wanted = number ? (number(frame) as number | null) : met.number === 'all' ? met.roles.length : 1;
    if (wanted === null) return null;
    if (wanted <= 0) return { metOn: on, rows: [], ends: null };
    const taken = new Map<string, Candidate>();
    for (const item of candidates(frame, window)) {
      const name = role(item.row);
      if (typeof name !== 'string' || !met.roles.includes(name) || (!holds && taken.has(name))) continue;
      // Put in again at the end, so that what is taken stays in order.
      taken.delete(name);
      taken.set(name, item);
    }
    const counting = [...taken.values()].filter(({ row }) => !holds || holds(frame, row) === true);
    const chosen = counting.slice(0, wanted);
    const last = chosen[wanted - 1];
    return last ? { metOn: last.at, rows: chosen.map((item) => item.row), ends: null } : null;
  };
}
