import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const about = (months: number, from: string, erase: PersonalColumn['erase']): PersonalColumn => ({
  personal: 'yes',
  about: 'account',
  purpose: 'Somebody who has to act learns of it in time',
  basis: 'cn-pipl-2021/art-13',
  keep: { months, from },
  erase,
});

/** Goes a month after its account was closed. */
const whileOpen = (table: string, from = 'set_at'): PersonalColumn => ({
  ...about(1, from, 'remove'),
  keep: {
    months: 1,
    from,
    when: `EXISTS (SELECT FROM account AS closed WHERE closed.org_id = ${table}.org_id AND closed.id = ${table}.account
      AND closed.status = 'disabled')`,
  },
});

const address = whileOpen('mail_address');
const choice = whileOpen('notice_choice');
const digest = whileOpen('notice_digest');
/** A feed ends with its handover, after a year at most. */
const feed = about(13, 'made_on', 'remove');

const plain = (columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, no]));

export const noticeTables: readonly TableDeclaration[] = [
  {
    table: 'mail_address',
    columns: { ...plain(['org_id', 'set_at']), account: address, address, language: address },
  },
  {
    table: 'mail',
    columns: {
      ...plain([
        'org_id',
        'id',
        'template',
        'language',
        'state',
        'code',
        'made_at',
        'settled_at',
        'leaves_at',
        'handover',
      ]),
      account: about(3, 'made_at', 'remove'),
      address: about(1, 'made_at', 'empty'),
      link: about(1, 'made_at', 'empty'),
    },
  },
  {
    table: 'notice_choice',
    columns: {
      ...plain(['org_id', 'set_at']),
      account: choice,
      zone: choice,
      quiet_from: choice,
      quiet_until: choice,
      digest: choice,
    },
  },
  {
    table: 'notice_digest',
    columns: { ...plain(['org_id', 'set_at']), account: digest, waits: digest, looked_on: digest },
  },
  {
    table: 'calendar_feed',
    columns: {
      ...plain(['org_id', 'id', 'handover', 'made_on', 'ended_on']),
      account: feed,
      label: feed,
      language: feed,
      hash: feed,
      used_on: feed,
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
