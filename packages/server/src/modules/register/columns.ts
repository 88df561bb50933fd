import { placePathsOf } from '@sallyport/core/access';
import { type Kind, purposeOf, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import {
  type ColumnDeclaration,
  no,
  type PersonalColumn,
  type TableDeclaration,
} from '../../platform/database/columns.ts';
import { sortColumns } from './naming/name-store.ts';
import { namingOf } from './naming/named-kinds.ts';

/** What the work under the law needs of its own staff: PIPL 13, first paragraph, items 2 and 3. */
const basis = 'cn-pipl-2021/art-13';

const bare = (name: string): string => columnName(name).replaceAll('"', '');

/** Facts say in the vocabulary what they hold of people and for how long. */
function declare(kind: Kind): TableDeclaration {
  const columns: Record<string, ColumnDeclaration> = {
    org_id: no,
    id: no,
    version: no,
    recorded_at: no,
    happened_on: no,
  };
  const towards = placePathsOf(kind, vocabulary).person?.[0];
  const aPerson = kind.name === 'person';
  const personal = (about: string, purpose: string, level: 'yes' | 'sensitive'): PersonalColumn => ({
    personal: level,
    about,
    purpose,
    basis,
    keep: { months: kind.retention.months, from: 'happened_on' },
    erase: 'empty',
  });
  for (const [name, field] of Object.entries(kind.fields)) {
    const about = aPerson ? 'id' : towards === undefined ? bare(name) : bare(towards);
    columns[bare(name)] = field.personal === 'no' ? no : personal(about, purposeOf(kind, field), field.personal);
  }
  // What a person's name is sorted by says the name.
  if (namingOf(kind) !== undefined)
    for (const column of sortColumns) columns[column] = columns[aPerson ? 'name' : 'id'] ?? no;
  // The day of a fact of a person says when something happened to that person.
  const day = kind.fields[kind.happened];
  if (day !== undefined && day.personal !== 'no') columns['happened_on'] = columns[bare(kind.happened)] ?? no;
  return { table: tableName(kind.name), columns };
}

const fromFile = (from: string): PersonalColumn => ({
  personal: 'yes',
  about: 'person',
  purpose: 'What of somebody the personnel office keeps',
  basis,
  keep: { months: 120, from },
  erase: 'remove',
});

export const registerTables: readonly TableDeclaration[] = [
  ...[...vocabulary.kinds.values()].map(declare),
  {
    table: 'search_gram',
    columns: {
      org_id: no,
      kind: no,
      id: no,
      gram: {
        personal: 'yes',
        about: 'id',
        purpose: 'Finding somebody by name',
        basis,
        keep: { months: 120, from: 'fact_person.left_on', through: 'id' },
        erase: 'remove',
      },
    },
  },
  {
    table: 'held_from_file',
    columns: {
      org_id: no,
      kind: no,
      fact: no,
      import: no,
      fields: no,
      person: fromFile('said_on'),
      said_on: no,
    },
  },
  {
    table: 'taken_over',
    columns: {
      org_id: no,
      kind: no,
      fact: no,
      field: no,
      person: fromFile('taken_at'),
      reason: fromFile('taken_at'),
      account: { ...fromFile('taken_at'), about: 'account', purpose: 'Who took a field over', erase: 'empty' },
      taken_at: no,
    },
  },
  {
    table: 'fact_version',
    columns: {
      org_id: no,
      kind: no,
      id: no,
      version: no,
      change: no,
      recorded_at: no,
      // The year stays: a version has its place in time.
      effective: {
        personal: 'yes',
        about: 'id',
        purpose: 'When something happened to somebody',
        basis,
        keep: { months: 120, from: 'effective' },
        erase: 'empty',
        standIn: `date_trunc('year', effective)::date`,
      },
      fields: {
        personal: 'sensitive',
        about: 'id',
        purpose: 'What was known on a day (the register on both clocks)',
        basis,
        keep: { months: 120, from: 'effective' },
        erase: 'empty',
      },
      reason: {
        personal: 'yes',
        about: 'id',
        purpose: 'Why a fact was corrected or withdrawn',
        basis,
        keep: { months: 120, from: 'effective' },
        erase: 'empty',
      },
      account: {
        personal: 'yes',
        about: 'account',
        purpose: 'Who recorded what',
        basis,
        keep: { months: 120, from: 'recorded_at' },
        erase: 'empty',
      },
    },
  },
];
