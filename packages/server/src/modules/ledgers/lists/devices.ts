import { listDevices } from '../../devices/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

/** The pool, and who has what until when. */
export const devices = ledgerOf(listDevices, {
  title: sayLedger('title.devices'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('deviceNumber'), share: 2, of: ({ number }) => number },
    { head: sayLedger('kind'), share: 2, of: ({ kind }, { language }) => named('device', kind)[language] },
    { head: sayLedger('model'), share: 3, of: ({ model }) => model },
    {
      head: sayLedger('encrypted'),
      share: 1,
      align: 'center',
      of: ({ encrypted }, { language }) => sayLedger(encrypted ? 'yes' : 'no')[language],
    },
    { head: sayLedger('state'), share: 2, of: ({ state }, { language }) => named('deviceState', state)[language] },
    { head: sayLedger('borrower'), share: 2, of: ({ person, personName }) => personName ?? person },
    { head: sayLedger('seal'), share: 2, of: ({ seal }) => seal },
    { head: sayLedger('dueBackOn'), share: 2, align: 'center', of: ({ dueBackOn }) => dueBackOn },
    { head: sayLedger('id'), share: 3, of: ({ device }) => device },
  ],
});
