import { vocabulary } from '@sallyport/core/facts';
import { listTrips } from '../../trips/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

const kinds = vocabulary.kinds.get('trip')?.fields['kind']?.words ?? {};
const roles = vocabulary.kinds.get('approval')?.fields['role']?.words ?? {};

/** Who travels when and at whose step it stands; where to is on the page of the trip. */
export const trips = ledgerOf(listTrips, {
  title: sayLedger('title.trips'),
  rows: ({ items }) => items,
  named: ({ travellers }) => travellers.map(({ person }) => ({ kind: 'person', id: person })),
  columns: [
    {
      head: sayLedger('travellers'),
      share: 5,
      of: ({ travellers }, { language, names }) =>
        travellers.map(({ person }) => names('person', person)).join(language === 'zh' ? '、' : ', '),
    },
    { head: sayLedger('kind'), share: 2, of: ({ kind }, { language }) => kinds[kind]?.[language] ?? kind },
    { head: sayLedger('departsOn'), share: 2, align: 'center', of: ({ departsOn }) => departsOn },
    { head: sayLedger('returnsOn'), share: 2, align: 'center', of: ({ returnsOn }) => returnsOn },
    { head: sayLedger('state'), share: 2, of: ({ state }, { language }) => named('trip', state)[language] },
    {
      head: sayLedger('standsAt'),
      share: 3,
      of: ({ waiting }, { language }) =>
        waiting.map((role) => roles[role]?.[language] ?? role).join(language === 'zh' ? '、' : ', '),
    },
    { head: sayLedger('id'), share: 3, of: ({ trip }) => trip },
  ],
});
