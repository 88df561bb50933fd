import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const whoDid = (about: string, from: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'Who made or printed a form',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 36, from },
  erase: 'empty',
});

export const formTables: readonly TableDeclaration[] = [
  {
    table: 'form_template',
    columns: {
      org_id: no,
      form: no,
      version: no,
      template: no,
      made_by: whoDid('made_by', 'made_at'),
      made_at: no,
    },
  },
  { table: 'form_number', columns: { org_id: no, year: no, last: no } },
  {
    table: 'form_print',
    columns: {
      org_id: no,
      id: no,
      year: no,
      serial: no,
      form: no,
      template_version: no,
      kind: no,
      fact: no,
      fact_version: no,
      person: {
        personal: 'yes',
        about: 'person',
        purpose: 'Whom a printed form is about',
        basis: 'cn-pipl-2021/art-13',
        keep: { months: 120, from: 'printed_at' },
        erase: 'empty',
      },
      language: no,
      token: no,
      printed_by: whoDid('printed_by', 'printed_at'),
      printed_at: no,
      returned_by: whoDid('returned_by', 'printed_at'),
      returned_at: no,
      file: no,
    },
  },
];
