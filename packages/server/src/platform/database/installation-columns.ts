import { impersonal, no, type TableDeclaration } from './columns.ts';

/** The tables of the platform (migration 1). */
export const installationTables: readonly TableDeclaration[] = [
  {
    table: 'idempotency',
    columns: {
      org_id: no,
      key: no,
      position: no,
      action: no,
      input_hash: no,
      output: no,
      made_at: no,
      account: {
        personal: 'yes',
        about: 'account',
        purpose: 'A request sent again is answered again and done once',
        basis: 'cn-pipl-2021/art-13',
        keep: { months: 1, from: 'made_at' },
        erase: 'remove',
      },
    },
  },
  impersonal('tenant', ['org_id', 'routing', 'demo', 'created_at']),
  impersonal('installation', ['name', 'value']),
  impersonal('migration', ['number', 'name', 'hash', 'applied_at']),
];
