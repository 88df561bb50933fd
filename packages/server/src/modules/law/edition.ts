import { type Day, formatDay } from '@sallyport/core/calendar';
import { regionLabel } from '@sallyport/core/facts';
import { confirmedArticles, type Edition, type Law, type Rule } from '@sallyport/core/law';
import type { z } from 'zod';
import { clauseRef } from './clause-ref.ts';
import type { listInstruments, showEdition } from './contract.ts';
import { inForce, spanOf, standingOn } from './in-force.ts';

type Instrument = z.output<(typeof listInstruments)['output']>['instruments'][number];

/** Of a rule that several revisions read, the newest. */
export const newest = (rules: readonly Rule[]): Rule[] => rules.filter(({ supersededFrom }) => supersededFrom === null);

/** The rules as they stood on a day; without one, all that are installed. */
export const readOn = (law: Law, on: Day | null): Rule[] =>
  newest(law.rules).filter((rule) => on === null || inForce(rule, on));

export function instrumentOf({ id, instrument, from, to, clauses, rules }: Edition): Instrument {
  const current = newest(rules);
  const standing = current.filter((rule) => rule.standing !== null).length;
  return {
    edition: id,
    kind: instrument.kind,
    jurisdiction: instrument.jurisdiction,
    territory: instrument.territory === undefined ? null : regionLabel(instrument.territory),
    title: instrument.title,
    short: instrument.short,
    inForceFrom: formatDay(from),
    inForceTo: to === null ? null : formatDay(to),
    clauses: clauses.size,
    read: [...clauses.values()].filter(({ sureness }) => sureness === 'text').length,
    rules: current.length - standing,
    standing,
  };
}

export function editionOf(law: Law, edition: Edition, on: Day | null): z.output<(typeof showEdition)['output']> {
  const { instrument, clauses } = edition;
  const current = readOn(law, on);
  return {
    ...instrumentOf(edition),
    asOf: standingOn(edition, on),
    issuer: instrument.issuer,
    adopted: instrument.adopted ?? null,
    articles: confirmedArticles([...clauses.values()], instrument.articles),
    revision: instrument.revision,
    whereText: instrument.whereText,
    sources: Object.values(instrument.sources),
    basedOn: (instrument.basedOn ?? []).flatMap((id) => {
      const other = law.editions.find((one) => one.id === id);
      return other ? [{ edition: id, short: other.instrument.short }] : [];
    }),
    provisions: [...clauses.values()].map((clause) => {
      const id = `${edition.id}/${clause.id}`;
      return {
        ...clauseRef(law, id),
        sureness: clause.sureness,
        confirmed: clause.confirmed !== undefined,
        gist: clause.gist,
        speaks: clause.speaks,
        rules: current.filter((rule) => rule.clauses.includes(id)).length,
        asOf: standingOn(spanOf(edition, clause), on),
      };
    }),
  };
}
