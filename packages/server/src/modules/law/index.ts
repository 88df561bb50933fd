import { formatDay } from '@sallyport/core/calendar';
import { clauseName, type Law } from '@sallyport/core/law';
import { implementQuery, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { listInstruments, showClause } from './contract.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { readCalendars, readInstalledLaw } from './read-packs.ts';

/** The law is the same for every organisation and holds nothing of any: whoever is signed in may read it. */
export function createLawRoom(law: Law): Room {
  const instruments = implementQuery(listInstruments, {
    answer: async () => ({
      output: {
        instruments: law.editions.map(({ id, instrument, from, to, clauses, rules }) => ({
          edition: id,
          kind: instrument.kind,
          title: instrument.title,
          short: instrument.short,
          inForceFrom: formatDay(from),
          inForceTo: to === null ? null : formatDay(to),
          clauses: clauses.size,
          rules: rules.length,
        })),
      },
    }),
  });
  const clause = implementQuery(showClause, {
    answer: async (_context, { clause: id }) => {
      const found = law.clauses.get(id) ?? refuse('request.not-found');
      const rules = law.rules.filter(({ clauses }) => clauses.includes(id));
      return {
        output: {
          clause: id,
          edition: found.edition.id,
          name: clauseName(law, id),
          heading: found.clause.heading,
          gist: found.clause.gist,
          sureness: found.clause.sureness,
          rules: [...new Map(rules.map(({ id: rule, title }) => [rule, { rule, title }])).values()],
        },
      };
    },
  });
  return { actions: [], queries: [instruments, clause], words: { zh, en } };
}
