import { dutiesInConflict, listDuties } from '../../duties/contract.ts';
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

/** What one clause demands and another restrains, and what two persons decided about it. */
export const conflicts = ledgerOf(dutiesInConflict, {
  title: sayLedger('title.conflicts'),
  pages: false,
  rows: ({ conflicts: all }) => all,
  columns: [
    { head: sayLedger('duty'), share: 5, of: ({ duty }, { language }) => duty.title[language] },
    { head: sayLedger('held'), share: 4, of: ({ name }, { language }) => name[language] },
    {
      head: sayLedger('restrained'),
      share: 5,
      of: ({ restraining }, { language }) =>
        restraining.map(({ title }) => title[language]).join(language === 'zh' ? '；' : '; '),
    },
    {
      head: sayLedger('decision'),
      share: 2,
      of: ({ decision }, { language }) => named('conflict', decision?.decision ?? 'none')[language],
    },
    { head: sayLedger('decidedOn'), share: 2, align: 'center', of: ({ decision }) => decision?.decidedOn ?? null },
    { head: sayLedger('reason'), share: 5, of: ({ decision }) => decision?.reason ?? null },
    { head: sayLedger('id'), share: 3, of: ({ duty }) => duty.subject },
  ],
});
