import type { Edition, Law } from '@sallyport/core/law';
import type { z } from 'zod';
import { seenFrom } from './clause.ts';
import { clauseRef } from './clause-ref.ts';
import type { compareEditions } from './contract.ts';

type Compared = z.output<(typeof compareEditions)['output']>;

/** Two instruments by the crosswalk between them: what answers what, and what of each answers nothing in the other. */
export function sideBySide(law: Law, one: Edition, two: Edition): Compared {
  const ids = ({ id, clauses }: Edition): string[] => [...clauses.keys()].map((clause) => `${id}/${clause}`);
  const crosswalk = law.editions.flatMap(({ parallels }) => parallels);
  const pairs = ids(one).flatMap((id) =>
    crosswalk
      .flatMap((parallel) => seenFrom(law, parallel, id))
      .filter(({ clause }) => clause.startsWith(`${two.id}/`))
      .map((other) => ({ own: { ...clauseRef(law, id), gist: gistOf(law, id) }, other })),
  );
  const answered = new Set(pairs.flatMap(({ own, other }) => [own.clause, other.clause]));
  const alone = (edition: Edition) =>
    ids(edition)
      .filter((id) => !answered.has(id))
      .map((id) => clauseRef(law, id));
  const named = ({ id, instrument: { title, short } }: Edition) => ({ edition: id, title, short });
  return { one: named(one), two: named(two), pairs, onlyOne: alone(one), onlyTwo: alone(two) };
}

function gistOf(law: Law, id: string) {
  const found = law.clauses.get(id);
  return found === undefined ? { zh: id, en: id } : found.clause.gist;
}
