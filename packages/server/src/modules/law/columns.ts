import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

/** Who confirmed a clause is known because it must be known who answers for it; the confirmation stays when the names go. */
const who = (about: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'inspection',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 120, from: 'confirmed_at' },
  erase: 'empty',
});

const impersonal = [
  'org_id',
  'id',
  'clause',
  'number',
  'heading',
  'gist',
  'figures',
  'citation',
  'text_on',
  'text_hash',
  'confirmed_on',
  'confirmed_at',
  'ended_at',
];

export const lawTables: readonly TableDeclaration[] = [
  {
    table: 'clause_confirmation',
    columns: {
      ...Object.fromEntries(impersonal.map((column) => [column, no])),
      reason: who('first_account'),
      first_account: who('first_account'),
      second_account: who('second_account'),
      ended_first: who('ended_first'),
      ended_second: who('ended_second'),
      ended_reason: who('ended_first'),
    },
  },
];
