import type { Day } from '@sallyport/core/calendar';
import { figureLines, type Law, type Parallel } from '@sallyport/core/law';
import type { z } from 'zod';
import { clauseRef } from './clause-ref.ts';
import { conflictOf } from './conflicts.ts';
import type { showClause } from './contract.ts';
import { readOn } from './edition.ts';
import { inForce, spanOf, standingOn } from './in-force.ts';

type Shown = z.output<(typeof showClause)['output']>;

/** One clause with all that hangs on it, as of a day where one is named; null where no installed pack has it. */
export function clauseOf(law: Law, id: string, on: Day | null): Shown | null {
  const found = law.clauses.get(id);
  if (!found) return null;
  const { clause, edition } = found;
  const ids = [...edition.clauses.keys()].map((own) => `${edition.id}/${own}`);
  const neighbour = (step: number) => {
    const other = ids[ids.indexOf(id) + step];
    return other === undefined ? null : clauseRef(law, other);
  };
  const current = readOn(law, on);
  const stood = (other: string): boolean => {
    const there = law.clauses.get(other);
    return on === null || (there !== undefined && inForce(spanOf(there.edition, there.clause), on));
  };
  return {
    ...clauseRef(law, id),
    asOf: standingOn(spanOf(edition, clause), on),
    sureness: clause.sureness,
    confirmed: clause.confirmed ? { ...clause.confirmed, by: [...clause.confirmed.by], textOn: null } : null,
    edition: edition.id,
    instrument: edition.instrument.title,
    gist: clause.gist,
    source: edition.instrument.sources[clause.source] ?? { zh: clause.source, en: clause.source },
    speaks: clause.speaks,
    binds: clause.binds,
    ladder: (clause.ladder ?? []).toSorted((one, two) => one.step - two.step).map(({ zh, en }) => ({ zh, en })),
    beside: (clause.beside ?? []).map((other) => clauseRef(law, other)),
    figures: figures(clause.figures ?? {}),
    previous: neighbour(-1),
    next: neighbour(1),
    rules: current
      .filter((rule) => rule.clauses.includes(id))
      .map(({ id: rule, title, standing }) => ({ rule, title, standing: standing !== null })),
    consequenceOf: current
      .filter((rule) => rule.consequence.includes(id))
      .map(({ id: rule, title }) => ({ rule, title })),
    parallels: law.editions
      .flatMap(({ parallels }) => parallels)
      .flatMap((parallel) => seenFrom(law, parallel, id))
      .filter((other) => stood(other.clause)),
    without: law.editions
      .flatMap(({ noParallels }) => noParallels)
      .filter(({ from }) => from === id)
      .map(({ none, reason }) => ({
        short: law.editions.find((other) => other.id === none)?.instrument.short ?? { zh: none, en: none },
        reason,
      })),
    conflicts: law.editions
      .flatMap(({ conflicts }) => conflicts)
      .filter(({ demanded, restrained }) => demanded.includes(id) || restrained.includes(id))
      .filter(({ demanded, restrained }) => demanded.some(stood) && restrained.some(stood))
      .map((conflict) => conflictOf(law, conflict)),
  };
}

function figures(of: Parameters<typeof figureLines>[0]): Shown['figures'] {
  const en = figureLines(of, 'en');
  return figureLines(of, 'zh').map((zh, index) => ({ zh, en: en[index] ?? zh }));
}

const turned = { equal: 'equal', overlaps: 'overlaps', narrower: 'wider', wider: 'narrower' } as const;

/** A parallel is written down once, from one end; from the other the relation is the opposite. */
export function seenFrom(law: Law, { from, to, relation, reason }: Parallel, id: string): Shown['parallels'] {
  if (from !== id && to !== id) return [];
  const other = from === id ? to : from;
  const found = law.clauses.get(other);
  if (!found) return [];
  const { gist, sureness } = found.clause;
  return [{ ...clauseRef(law, other), gist, sureness, relation: from === id ? relation : turned[relation], reason }];
}
