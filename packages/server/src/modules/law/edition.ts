import { formatDay } from '@sallyport/core/calendar';
import { confirmedArticles, type Edition, type Law, type Rule } from '@sallyport/core/law';
import type { z } from 'zod';
import { clauseRef } from './clause-ref.ts';
import type { listInstruments, showEdition } from './contract.ts';

type Instrument = z.output<(typeof listInstruments)['output']>['instruments'][number];

/** Of a rule that several revisions read, the newest. */
export const newest = (rules: readonly Rule[]): Rule[] => rules.filter(({ supersededFrom }) => supersededFrom === null);

export function instrumentOf({ id, instrument, from, to, clauses, rules }: Edition): Instrument {
  const current = newest(rules);
  const standing = current.filter((rule) => rule.standing !== null).length;
  return {
    edition: id,
    kind: instrument.kind,
    jurisdiction: instrument.jurisdiction,
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

export function editionOf(law: Law, edition: Edition): z.output<(typeof showEdition)['output']> {
  const { instrument, clauses } = edition;
  const current = newest(law.rules);
  return {
    ...instrumentOf(edition),
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
      };
    }),
  };
}
