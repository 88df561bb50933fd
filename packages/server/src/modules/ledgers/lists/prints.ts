import { ledgerOfPrints } from '../../forms/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

/** What was printed, under which number, for whom and by whom, and whether the signed paper is back. */
export const prints = ledgerOf(ledgerOfPrints, {
  title: sayLedger('title.prints'),
  rows: ({ items }) => items,
  named: ({ person }) => [{ kind: 'person', id: person }],
  columns: [
    { head: sayLedger('recordNumber'), share: 3, of: ({ recordNumber }) => recordNumber },
    { head: sayLedger('form'), share: 4, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('person'), share: 2, of: ({ person }, { names }) => names('person', person) },
    { head: sayLedger('printedAt'), share: 3, align: 'center', of: ({ printedAt }, { moment }) => moment(printedAt) },
    { head: sayLedger('printedBy'), share: 2, of: ({ printedBy }) => printedBy },
    { head: sayLedger('state'), share: 2, of: ({ state }, { language }) => named('print', state)[language] },
    {
      head: sayLedger('returnedAt'),
      share: 3,
      align: 'center',
      of: ({ returnedAt }, { moment }) => moment(returnedAt),
    },
    { head: sayLedger('returnedBy'), share: 2, of: ({ returnedBy }) => returnedBy },
  ],
});
