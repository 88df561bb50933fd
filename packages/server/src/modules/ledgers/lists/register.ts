import { vocabulary } from '@sallyport/core/facts';
import { listLeavings } from '../../people/contract.ts';
import { listBranches, listFacts, listPeople, listUnits } from '../../register/contract.ts';
import { type Column, type Filter, ledgerOf, namedKindOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

const standings = vocabulary.kinds.get('person')?.fields['standing']?.words ?? {};

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
      of: ({ standing }, { language }) => standings[standing]?.[language] ?? standing,
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
  // The list begins with the highest and opens level by level; a ledger has all of them, unless a name was looked for.
  under: ({ id, units: under }, filter) => (under === 0 || 'search' in filter ? null : { ...filter, parent: id }),
  columns: [
    { head: sayLedger('unitName'), share: 4, of: ({ name }) => name },
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

export const leavings = ledgerOf(listLeavings, {
  title: sayLedger('title.leavings'),
  rows: ({ items }) => items,
  named: ({ person }) => [{ kind: 'person', id: person }],
  columns: [
    { head: sayLedger('name'), share: 3, of: ({ person }, { names }) => names('person', person) },
    { head: sayLedger('leftOn'), share: 2, align: 'center', of: ({ effectiveOn }) => effectiveOn },
    { head: sayLedger('state'), share: 2, of: ({ state }, { language }) => named('leaving', state)[language] },
    {
      head: sayLedger('still'),
      share: 5,
      of: ({ still }, { language }) =>
        still.map((what) => named('what', what)[language]).join(language === 'zh' ? '、' : ', '),
    },
    { head: sayLedger('id'), share: 4, of: ({ person }) => person },
  ],
});

type Fact = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

const kindOf = (filter: Filter) => vocabulary.kinds.get(String(filter['kind']));

/** What is sensitive stays on the page of its record, as it does with forms. */
const fieldsOf = (kind: string) =>
  Object.entries(vocabulary.kinds.get(kind)?.fields ?? {}).filter(([, { personal }]) => personal !== 'sensitive');

/** Facts of one kind: their fields are the columns, in the order of the vocabulary. */
export const facts = ledgerOf(listFacts, {
  title: (filter) => kindOf(filter)?.label ?? sayLedger('title.facts'),
  rows: ({ items }): readonly (Fact & { readonly kind: string })[] => items,
  named: ({ kind, fields }) =>
    fieldsOf(kind).flatMap(([name, { to }]) => {
      const [of, id] = [namedKindOf(to), fields[name]];
      return of === undefined || typeof id !== 'string' ? [] : [{ kind: of, id }];
    }),
  columns: (filter) => [
    ...fieldsOf(String(filter['kind'])).map(
      ([name, { label, words, to, type }]): Column<Fact> => ({
        head: label,
        share: type === 'text' || type === 'ref' ? 3 : 2,
        of: ({ fields }, { language, names, moment }) => {
          const value = fields[name];
          if (typeof value === 'boolean') return sayLedger(value ? 'yes' : 'no')[language];
          if (typeof value === 'number') return value;
          if (typeof value !== 'string') return null;
          if (type === 'instant') return moment(value);
          const of = namedKindOf(to);
          return of === undefined ? (words?.[value]?.[language] ?? value) : names(of, value);
        },
      }),
    ),
    { head: sayLedger('id'), share: 3, of: ({ id }) => id },
  ],
});
