import { impersonal, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const order = ['org_id', 'epoch', 'size'] as const;

/** What was done, kept so that it can be shown; taken away when the person's data are. */
const value: PersonalColumn = {
  personal: 'sensitive',
  about: 'person',
  purpose: 'What an entry of the journal committed to, so that it can be shown to have been so',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 120, from: 'journal_entry.day', through: 'entry' },
  erase: 'remove',
};

/** Where staff signed in from: to find out what happened after a break-in, and no longer. */
const context: PersonalColumn = {
  personal: 'yes',
  about: 'entry',
  purpose: 'From where staff signed in and administered, to look into a break-in',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 3, from: 'day' },
  erase: 'remove',
};

const subject: PersonalColumn = {
  personal: 'yes',
  about: 'subject',
  purpose: 'What an entry was about, so that the journal can be searched',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 120, from: 'day' },
  erase: 'empty',
};

export const journalTables: readonly TableDeclaration[] = [
  {
    table: 'journal_entry',
    columns: {
      // The account is a random id, which is nobody's once the account is erased.
      ...impersonal('journal_entry', ['org_id', 'id', 'body', 'action', 'account', 'day']).columns,
      subject,
    },
  },
  {
    table: 'journal_value',
    columns: {
      ...impersonal('journal_value', ['org_id', 'entry']).columns,
      contents: value,
      salts: value,
      person: value,
    },
  },
  {
    table: 'journal_context',
    columns: {
      ...impersonal('journal_context', ['org_id', 'entry', 'day']).columns,
      address: context,
      device: context,
    },
  },
  impersonal('journal_pending', ['org_id', 'at', 'id', 'entries', 'leaves']),
  impersonal('journal_head', [...order, 'root']),
  impersonal('journal_leaf', ['org_id', 'epoch', 'index', 'entry']),
  impersonal('journal_tile', ['org_id', 'epoch', 'level', 'index', 'bytes']),
  impersonal('journal_checkpoint', [...order, 'note', 'sealed_at']),
  impersonal('journal_cosignature', [...order, 'witness', 'line']),
  impersonal('journal_witnessed', ['org_id', 'origin', 'keys', 'size', 'root', 'fork']),
  impersonal('journal_filing', ['org_id', 'action', 'closes', 'id', 'body']),
  impersonal('journal_batch', ['org_id', 'action', 'closed']),
];
