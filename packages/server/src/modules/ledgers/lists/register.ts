import { vocabulary } from '@sallyport/core/facts';
import { listBranches, listFacts, listPeople, listUnits } from '../../register/contract.ts';
import { type Column, ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

export const people = ledgerOf(listPeople, {
  title: sayLedger('title.people'),
  rows: ({ items }) => items,
  named: ({ unit }) => [{ kind: 'unit', id: unit }],
  columns: [
    { head: sayLedger('name'), share: 3, of: ({ name }) => name },
    { head: sayLedger('unit'), share: 4, of: ({ unit }, { names }) => names('unit', unit) },
    {
      head: sayLedger('standing'),
      share: 2,
      of: ({ standing }, { language }) => named('standing', standing)[language],
    },
    { head: sayLedger('joinedOn'), share: 2, align: 'center', of: ({ joinedOn }) => joinedOn },
    { head: sayLedger('leftOn'), share: 2, align: 'center', of: ({ leftOn }) => leftOn },
    { head: sayLedger('id'), share: 3, of: ({ id }) => id },
  ],
});

export const units = ledgerOf(listUnits, {
  title: sayLedger('title.units'),
  rows: ({ items }) => items,
  named: ({ parent }) => [{ kind: 'unit', id: parent }],
  columns: [
    { head: sayLedger('unit'), share: 4, of: ({ name }) => name },
    { head: sayLedger('parent'), share: 4, of: ({ parent }, { names }) => names('unit', parent) },
    { head: sayLedger('leads'), share: 4, of: ({ leads }) => leads.map(({ name }) => name).join('、') },
    // Fewer than five are no number here either.
    { head: sayLedger('people'), share: 1, align: 'right', of: ({ people: many }) => many },
    { head: sayLedger('establishedOn'), share: 2, align: 'center', of: ({ establishedOn }) => establishedOn },
    { head: sayLedger('closedOn'), share: 2, align: 'center', of: ({ closedOn }) => closedOn },
  ],
});

export const branches = ledgerOf(listBranches, {
  title: sayLedger('title.branches'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('branch'), share: 5, of: ({ name }) => name },
    { head: sayLedger('openedOn'), share: 2, align: 'center', of: ({ openedOn }) => openedOn },
    { head: sayLedger('closedOn'), share: 2, align: 'center', of: ({ closedOn }) => closedOn },
    { head: sayLedger('posted'), share: 1, align: 'right', of: ({ posted }) => posted },
  ],
});

type Fact = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

const kindOf = (filter: Readonly<Record<string, unknown>>) => vocabulary.kinds.get(String(filter['kind']));

const namedKinds = ['person', 'unit', 'post'] as const;

/** Facts of one kind: their fields are the columns, in the order of the vocabulary. */
export const facts = ledgerOf(listFacts, {
  title: (filter) => kindOf(filter)?.label ?? sayLedger('title.facts'),
  rows: ({ items }): readonly (Fact & { readonly kind: string })[] => items,
  named: ({ kind, fields }) =>
    Object.entries(vocabulary.kinds.get(kind)?.fields ?? {}).flatMap(([name, { to }]) => {
      const of = namedKinds.find((one) => one === to);
      const id = fields[name];
      return of === undefined || typeof id !== 'string' ? [] : [{ kind: of, id }];
    }),
  columns: (filter) => [
    ...Object.entries(kindOf(filter)?.fields ?? {}).map(
      ([name, { label, words, to, type }]): Column<Fact> => ({
        head: label,
        share: type === 'text' || type === 'ref' ? 3 : 2,
        of: ({ fields }, { language, names }) => {
          const value = fields[name];
          if (typeof value === 'boolean') return sayLedger(value ? 'yes' : 'no')[language];
          if (typeof value === 'number') return value;
          if (typeof value !== 'string') return null;
          const of = namedKinds.find((one) => one === to);
          return of === undefined ? (words?.[value]?.[language] ?? value) : names(of, value);
        },
      }),
    ),
    { head: sayLedger('id'), share: 3, of: ({ id }) => id },
  ],
});
