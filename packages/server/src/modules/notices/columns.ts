import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const about = (months: number, from: string, erase: PersonalColumn['erase']): PersonalColumn => ({
  personal: 'yes',
  about: 'account',
  purpose: 'Somebody who has to act learns of it in time',
  basis: 'cn-pipl-2021/art-13',
  keep: { months, from },
  erase,
});

/** An address goes a month after its account was closed. */
const whileOpen: PersonalColumn = {
  ...about(1, 'set_at', 'remove'),
  keep: {
    months: 1,
    from: 'set_at',
    when: `EXISTS (SELECT FROM account AS closed WHERE closed.org_id = mail_address.org_id AND closed.id = mail_address.account
      AND closed.status = 'disabled')`,
  },
};

const plain = (columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, no]));

export const noticeTables: readonly TableDeclaration[] = [
  {
    table: 'mail_address',
    columns: { ...plain(['org_id', 'set_at']), account: whileOpen, address: whileOpen, language: whileOpen },
  },
  {
    table: 'mail',
    columns: {
      ...plain(['org_id', 'id', 'template', 'language', 'state', 'code', 'made_at', 'settled_at']),
      account: about(3, 'made_at', 'remove'),
      address: about(1, 'made_at', 'empty'),
      link: about(1, 'made_at', 'empty'),
    },
  },
  {
    table: 'mail_told',
    columns: {
      ...plain(['org_id', 'rule', 'subject', 'period', 'stage', 'told_on']),
      account: about(24, 'told_on', 'remove'),
    },
  },
];
