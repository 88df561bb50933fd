import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

/** A preview goes after a day, a run that can be undone after thirty (imports.sweep); a month is the bound where the job fails. */
const passing = (about: string): PersonalColumn => ({
  personal: 'sensitive',
  about,
  purpose: 'What an import will change, shown before it does',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 1, from: 'made_at' },
  erase: 'remove',
});
const whoDid = (about: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'Who imported what',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 36, from: 'made_at' },
  erase: 'empty',
});

export const importTables: readonly TableDeclaration[] = [
  {
    table: 'register_import',
    columns: {
      org_id: no,
      id: no,
      account: whoDid('account'),
      acting: whoDid('acting'),
      state: no,
      files: no,
      personnel: no,
      unchanged: no,
      reason: whoDid('acting'),
      made_at: no,
      worked_at: no,
    },
  },
  {
    table: 'import_row',
    columns: {
      org_id: no,
      import: no,
      position: no,
      kind: no,
      fact: no,
      change: no,
      version: no,
      file: passing('person'),
      line: no,
      person: passing('person'),
      before: passing('person'),
      fields: passing('person'),
      state: no,
      code: no,
      became: no,
      made_at: no,
    },
  },
  {
    table: 'import_said',
    columns: { org_id: no, import: no, kind: no, fact: no, person: passing('person'), fields: no, made_at: no },
  },
  {
    table: 'import_problem',
    columns: {
      org_id: no,
      import: no,
      position: no,
      file: passing('account'),
      line: no,
      heading: passing('account'),
      code: no,
      said: passing('account'),
      account: passing('account'),
      made_at: no,
    },
  },
];
