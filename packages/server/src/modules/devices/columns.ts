import { impersonal, no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const handled = (about: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'Who handed out, took back and inspected a device that was lent for a journey',
  basis: 'cn-pipl-2021/art-13',
  // As long as the fact of the loan itself.
  keep: { months: 60, from: 'at' },
  erase: 'empty',
});

/** Who borrowed a device stands in the fact of the traveller alone: these tables name the traveller, and no person. */
export const deviceTables: readonly TableDeclaration[] = [
  impersonal('pool_device', [
    'org_id',
    'id',
    'number',
    'kind',
    'model',
    'encrypted',
    'last_act',
    'last_finding',
    'suspect',
    'version',
    'trip',
    'traveller',
    'loan',
    'seal',
    'return_within',
  ]),
  {
    table: 'device_trail',
    columns: {
      org_id: no,
      device: no,
      number: no,
      act: no,
      person: handled('person'),
      account: handled('account'),
      on_day: no,
      at: no,
      trip: no,
      traveller: no,
      seal: no,
      seal_found: no,
      finding: no,
      said: handled('person'),
    },
  },
];
