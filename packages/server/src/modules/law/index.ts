import { parseDay } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import { implementQuery, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { clauseOf } from './clause.ts';
import { compareDays } from './compare.ts';
import { conflictOf } from './conflicts.ts';
import {
  compareLaw,
  findClauses as find,
  listConflicts,
  listInstruments,
  showClause,
  showEdition,
} from './contract.ts';
import { editionOf, instrumentOf } from './edition.ts';
import { findClauses } from './find.ts';
import { implementSettings, type SettingParts } from './settings.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { readCalendars, readInstalledLaw } from './read-packs.ts';

/** What is asked of the law as it is installed. */
export function createLawRoom(law: Law, parts: SettingParts): Room {
  const instruments = implementQuery(listInstruments, {
    answer: async () => ({ output: { instruments: law.editions.map(instrumentOf) } }),
  });
  const edition = implementQuery(showEdition, {
    answer: async (_context, { edition: id }) => {
      const found = law.editions.find((one) => one.id === id) ?? refuse('request.not-found');
      return { output: editionOf(law, found) };
    },
  });
  const clause = implementQuery(showClause, {
    answer: async (_context, { clause: id }) => ({ output: clauseOf(law, id) ?? refuse('request.not-found') }),
  });
  const compare = implementQuery(compareLaw, {
    answer: async (_context, { from, to }) => {
      const [one, two] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
      return { output: one > two ? refuse('law.days-reversed') : compareDays(law, one, two) };
    },
  });
  const conflicts = implementQuery(listConflicts, {
    answer: async () => ({
      output: {
        conflicts: law.editions.flatMap((one) => one.conflicts).map((conflict) => conflictOf(law, conflict)),
      },
    }),
  });
  const found = implementQuery(find, {
    answer: async (_context, { text }) => ({ output: { clauses: findClauses(law, text) } }),
  });
  const settings = implementSettings(law, parts);
  const queries = [instruments, edition, clause, compare, conflicts, found, ...settings.queries];
  return { actions: settings.actions, queries, words: { zh, en } };
}
