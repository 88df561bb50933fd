import { listInstruments, listSettings, showEdition } from '../../law/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

export const instruments = ledgerOf(listInstruments, {
  title: sayLedger('title.instruments'),
  pages: false,
  rows: ({ instruments: all }) => all,
  columns: [
    { head: sayLedger('instrument'), share: 6, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('kind'), share: 2, of: ({ kind }, { language }) => named('instrument', kind)[language] },
    { head: sayLedger('inForceFrom'), share: 2, align: 'center', of: ({ inForceFrom }) => inForceFrom },
    { head: sayLedger('inForceTo'), share: 2, align: 'center', of: ({ inForceTo }) => inForceTo },
    { head: sayLedger('clauses'), share: 1, align: 'right', of: ({ clauses: many }) => many },
    { head: sayLedger('read'), share: 1, align: 'right', of: ({ read }) => read },
    { head: sayLedger('rules'), share: 1, align: 'right', of: ({ rules }) => rules },
    { head: sayLedger('standingRules'), share: 1, align: 'right', of: ({ standing }) => standing },
  ],
});

export const clauses = ledgerOf(showEdition, {
  title: (_filter, { title }) => sayLedger('title.clauses', { instrument: title }),
  pages: false,
  rows: ({ provisions }) => provisions,
  columns: [
    { head: sayLedger('clause'), share: 3, of: ({ name }, { language }) => name[language] },
    { head: sayLedger('heading'), share: 3, of: ({ heading }, { language }) => heading[language] },
    { head: sayLedger('gist'), share: 8, of: ({ gist }, { language }) => gist[language] },
    {
      head: sayLedger('sureness'),
      share: 2,
      of: ({ sureness }, { language }) => named('sureness', sureness)[language],
    },
    { head: sayLedger('rules'), share: 1, align: 'right', of: ({ rules }) => rules },
  ],
});

/** What the organisation decided, and what it has not decided and therefore takes from the pack. */
export const settings = ledgerOf(listSettings, {
  title: sayLedger('title.settings'),
  pages: false,
  rows: ({ settings: all }) => all,
  columns: [
    { head: sayLedger('setting'), share: 5, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('value'), share: 1, align: 'right', of: ({ value }) => value },
    { head: sayLedger('measure'), share: 2, of: ({ type }, { language }) => named('amount', type)[language] },
    {
      head: sayLedger('since'),
      share: 2,
      align: 'center',
      of: ({ since }, { language }) => since ?? sayLedger('proposed')[language],
    },
    {
      head: sayLedger('limit'),
      share: 5,
      of: ({ notLooserThan: limit }, { language }) => limit?.name[language] ?? null,
    },
    { head: sayLedger('rules'), share: 1, align: 'right', of: ({ rules }) => rules.length },
  ],
});
