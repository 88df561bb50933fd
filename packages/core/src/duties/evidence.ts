import { addDays, addMonths, type Day } from '../calendar/index.ts';
import { type Register, tableOf } from '../facts/index.ts';
import { type Evaluator, evaluator, type Frame, type Value } from '../feel/index.ts';
import type { Evidence, Met } from '../law/index.ts';
import { cell, happened } from './world.ts';

/** What was found: when the duty was met by it, and the facts, in order. Null when nothing meets it. */
export type Found = { readonly metOn: number; readonly rows: readonly number[]; readonly ends: Day | null };

/** Where evidence counts: within a period, and not after the duty has closed. */
type Window = { readonly from: Day | null; readonly until: Day | null; readonly closes: number | null };

type Candidate = { readonly row: number; readonly at: number };

/** Finds the evidence of a duty; `closes`, and the trigger day `on` as a moment, are in the clock of the rule. */
export type Finder = (frame: Frame, window: Window, asOf: Day, on: number) => Found | null;

export function finder(met: Met, register: Register): Finder {
  if (met.form === 'milestone') return milestone(met);
  const candidates = candidatesOf(met, register);
  switch (met.form) {
    case 'exists':
      return (frame, window) => first(candidates(frame, window));
    case 'covers':
      return covers(met, register, candidates);
    case 'coversPeriod':
      return coversPeriod(met, register, candidates);
    case 'count': {
      const number = evaluator(met.number);
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
      const holds = evaluator(met.holds);
      return (frame, window) => {
        const last = candidates(frame, window).at(-1);
        return last && holds(withItem(frame, last.row)) === true
          ? { metOn: last.at, rows: [last.row], ends: null }
          : null;
      };
    }
    case 'needs':
      return needs(met, register, candidates);
  }
}

const withItem = (frame: Frame, row: number): Frame => ({ ...frame, variables: { ...frame.variables, item: row } });

const first = (candidates: readonly Candidate[]): Found | null => {
  const [earliest] = candidates;
  return earliest ? { metOn: earliest.at, rows: [earliest.row], ends: null } : null;
};

function milestone(met: Extract<Met, { form: 'milestone' }>): Finder {
  const owner = evaluator(met.path.of);
  const path = evaluator(met.path);
  return (frame, window) => {
    const metOn = path(frame) as number | null;
    if (metOn === null || (window.closes !== null && metOn > window.closes)) return null;
    return { metOn, rows: [owner(frame) as number], ends: null };
  };
}

/** The facts that may count, earliest first: matching, within the window, known on the day asked about. */
function candidatesOf(evidence: Evidence, register: Register): (frame: Frame, window: Window) => Candidate[] {
  const key = evaluator(evidence.key.of);
  const match = evidence.match.map((part) => ({
    column: tableOf(register, evidence.kind).columns[part.field],
    to: evaluator(part.to),
  }));
  const where = evidence.where && evaluator(evidence.where);
  const from = evidence.from && evaluator(evidence.from);
  const until = evidence.until && evaluator(evidence.until);
  const inDays = tableOf(register, evidence.kind).kind.fields[evidence.at]?.type === 'day';
  return (frame, window) => {
    const owner = key(frame) as number | null;
    if (owner === null) return [];
    const wanted = match.map((part) => part.to(frame));
    const low = from ? from(frame) : window.from;
    const high = until ? until(frame) : window.until;
    if (wanted.includes(null) || (from && low === null) || (until && high === null)) return [];
    const found: Candidate[] = [];
    for (const row of frame.world.related(evidence.kind, evidence.key.field, owner)) {
      if (!match.every((part, index) => cell(register, part.column, row) === wanted[index])) continue;
      const at = frame.world.field(evidence.kind, evidence.at, row) as number | null;
      if (at === null || (window.closes !== null && at > window.closes)) continue;
      const day = inDays ? at : happened(register, evidence.kind, row);
      if ((low !== null && day < (low as number)) || (high !== null && day >= (high as number))) continue;
      if (where && where(withItem(frame, row)) !== true) continue;
      found.push({ row, at });
    }
    return found.toSorted((a, b) => a.at - b.at || a.row - b.row);
  };
}

type Covers = Extract<Met, { form: 'covers' | 'coversPeriod' }>;
type Validity = { readonly from: Day; readonly until: Day | null };

/** The half-open validity of a fact: what it records, or so long as the rule says from its beginning. */
function validityOf(met: Covers, register: Register): (frame: Frame, row: number) => Validity | null {
  const { valid } = tableOf(register, met.kind).kind;
  if (!valid) throw new Error(`a ${met.kind} has no validity`);
  const lasts: Evaluator | null = met.lasts && evaluator(met.lasts);
  const inMonths = met.lasts?.type === 'months';
  return (frame, row) => {
    const from = frame.world.field(met.kind, valid.from, row) as Day | null;
    if (from === null) return null;
    const until = frame.world.field(met.kind, valid.until, row) as Day | null;
    if (until !== null || !lasts) return { from, until };
    const length: Value = lasts(withItem(frame, row));
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
  register: Register,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const validity = validityOf(met, register);
  if (met.day === 'current') return current(validity, candidates);
  const day = evaluator(met.day);
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
  register: Register,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const validity = validityOf(met, register);
  const start = evaluator(met.start);
  const end = evaluator(met.end);
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
  register: Register,
  candidates: ReturnType<typeof candidatesOf>,
): Finder {
  const role = tableOf(register, met.kind).columns[met.role];
  const number = typeof met.number === 'object' ? evaluator(met.number) : null;
  return (frame, window, _, on) => {
    const wanted = number ? (number(frame) as number | null) : met.number === 'all' ? met.roles.length : 1;
    if (wanted === null) return null;
    if (wanted <= 0) return { metOn: on, rows: [], ends: null };
    const taken = new Map<string, Candidate>();
    for (const item of candidates(frame, window)) {
      const name = cell(register, role, item.row);
      if (typeof name === 'string' && met.roles.includes(name) && !taken.has(name)) taken.set(name, item);
    }
    const chosen = [...taken.values()].slice(0, wanted);
    const last = chosen[wanted - 1];
    return last ? { metOn: last.at, rows: chosen.map((item) => item.row), ends: null } : null;
  };
}
