import { listDuties } from '../../duties/contract.ts';
import { ledgerOf, namedKindOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

export const duties = ledgerOf(listDuties, {
  title: sayLedger('title.duties'),
  rows: ({ items }) => items,
  named: ({ kind, subject, person, assignee, unit }) => {
    const of = namedKindOf(kind);
    return [
      { kind: 'person', id: person },
      { kind: 'person', id: assignee },
      { kind: 'unit', id: unit },
      ...(of === undefined ? [] : [{ kind: of, id: subject }]),
    ];
  },
  columns: [
    { head: sayLedger('duty'), share: 6, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('state'), share: 2, of: ({ status }, { language }) => named('status', status)[language] },
    { head: sayLedger('due'), share: 2, align: 'center', of: ({ due }, { moment }) => moment(due) },
    { head: sayLedger('metOn'), share: 2, align: 'center', of: ({ metOn }, { moment }) => moment(metOn) },
    { head: sayLedger('unit'), share: 3, of: ({ unit }, { names }) => names('unit', unit) },
    { head: sayLedger('person'), share: 2, of: ({ person }, { names }) => names('person', person) },
    { head: sayLedger('assignee'), share: 2, of: ({ assignee }, { names }) => names('person', assignee) },
    {
      head: sayLedger('subject'),
      share: 4,
      of: ({ kind, subject }, { names }) => {
        const of = namedKindOf(kind);
        return of === undefined ? subject : names(of, subject);
      },
    },
  ],
});
