import { type Day, parseDay } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import { implementQuery, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { RoomActs } from '../identity/index.ts';
import { clauseOf } from './clause.ts';
import { compareDays } from './compare.ts';
import { type ConfirmParts, implementConfirm } from './confirm.ts';
import { confirmedBy } from './confirmed-by.ts';
import { conflictOf } from './conflicts.ts';
import {
  compareEditions,
  compareLaw,
  findClauses as find,
  listConflicts,
  listInstruments,
  showClause,
  showEdition,
} from './contract.ts';
import { editionOf, instrumentOf } from './edition.ts';
import { findClauses, findRules } from './find.ts';
import type { LawOf } from './own-law.ts';
import { implementSettings, type SettingParts } from './settings.ts';
import { sideBySide } from './side-by-side.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { lawTables } from './columns.ts';
export { correctionsSql } from './confirmation-store.ts';
export { createLawOf } from './own-law.ts';
export { packTexts, readCalendars, readInstalledLaw } from './read-packs.ts';

export type LawParts = SettingParts & ConfirmParts & { readonly lawOf: LawOf };

const dayOf = (on: string | undefined): Day | null => parseDay(on ?? '');

/** What is asked of the law as it is installed, and as the organisation confirmed it. */
export function createLawRoom(law: Law, parts: LawParts): Room & { readonly acts: RoomActs } {
  const { lawOf } = parts;
  const instruments = implementQuery(listInstruments, {
    answer: async ({ tx }) => ({ output: { instruments: (await lawOf(tx)).editions.map(instrumentOf) } }),
  });
  const edition = implementQuery(showEdition, {
    answer: async ({ tx }, { edition: id, on }) => {
      const own = await lawOf(tx);
      const found = own.editions.find((one) => one.id === id) ?? refuse('request.not-found');
      return { output: editionOf(own, found, dayOf(on)) };
    },
  });
  const clause = implementQuery(showClause, {
    async answer({ tx }, { clause: id, on }) {
      const found = clauseOf(await lawOf(tx), id, dayOf(on)) ?? refuse('request.not-found');
      const { confirmed, persons } = await confirmedBy(tx, id, found.confirmed);
      return { output: { ...found, confirmed }, persons };
    },
  });
  const compare = implementQuery(compareLaw, {
    answer: async (_context, { from, to }) => {
      const [one, two] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
      return { output: one > two ? refuse('law.days-reversed') : compareDays(law, one, two) };
    },
  });
  const editions = implementQuery(compareEditions, {
    async answer({ tx }, asked) {
      const own = await lawOf(tx);
      const find = (id: string) => own.editions.find((edition) => edition.id === id) ?? refuse('request.not-found');
      return { output: sideBySide(own, find(asked.one), find(asked.two)) };
    },
  });
  const conflicts = implementQuery(listConflicts, {
    async answer({ tx }) {
      const own = await lawOf(tx);
      return {
        output: {
          conflicts: own.editions.flatMap((one) => one.conflicts).map((conflict) => conflictOf(own, conflict)),
        },
      };
    },
  });
  const found = implementQuery(find, {
    async answer({ tx }, { text }) {
      const own = await lawOf(tx);
      return { output: { clauses: findClauses(own, text), rules: findRules(own, text) } };
    },
  });
  const settings = implementSettings(law, parts);
  const confirm = implementConfirm(law, parts);
  const queries = [
    instruments,
    edition,
    clause,
    compare,
    editions,
    conflicts,
    found,
    ...settings.queries,
    ...confirm.queries,
  ];
  return { actions: [...settings.actions, ...confirm.actions], queries, words: { zh, en }, acts: confirm.acts };
}
