import { impersonal, no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const purpose = 'Who has to do what by when under the law, and whether it was done';

/** A duty says of a person what the law asks of the work: it goes when the facts it was computed from go. */
const aboutPerson = {
  personal: 'yes',
  about: 'person',
  purpose,
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 120, from: 'due_on' },
  erase: 'empty',
} as const;

const reminded: PersonalColumn = {
  personal: 'yes',
  about: 'account',
  purpose: 'Nobody is reminded of one duty twice in a day',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 24, from: 'reminded_on' },
  erase: 'remove',
};

/** What somebody calls their own view of the list goes a month after their account was closed. */
const ofOwner: PersonalColumn = {
  personal: 'yes',
  about: 'account',
  purpose: 'Going back to a list as it was looked at',
  basis: 'cn-pipl-2021/art-13',
  keep: {
    months: 1,
    from: 'saved_at',
    when: `EXISTS (SELECT FROM account AS closed WHERE closed.org_id = duty_view.org_id AND closed.id = duty_view.account
      AND closed.status = 'disabled')`,
  },
  erase: 'remove',
};

export const dutyTables: readonly TableDeclaration[] = [
  {
    table: 'duty',
    columns: {
      ...impersonal('duty', [
        'org_id',
        'rule',
        'subject',
        'period',
        'status',
        'due',
        'closes',
        'met_on',
        'evidence',
        'bearer',
        'next_change',
        'due_on',
        'unit',
        'version',
        'revision',
      ]).columns,
      assignee: { ...aboutPerson, about: 'assignee' },
      person: aboutPerson,
    },
  },
  // Ids of facts only: they lead to nobody once the facts are erased.
  impersonal('duty_change', [
    'org_id',
    'rule',
    'subject',
    'period',
    'version',
    'effective',
    'recorded_at',
    'status',
    'due',
    'met_on',
    'evidence',
    'cause',
  ]),
  {
    table: 'duty_reminder',
    columns: {
      ...impersonal('duty_reminder', ['org_id', 'rule', 'subject', 'period', 'reminded_on']).columns,
      account: reminded,
    },
  },
  {
    table: 'duty_view',
    columns: {
      ...impersonal('duty_view', ['org_id', 'id', 'saved_at']).columns,
      account: ofOwner,
      name: ofOwner,
      search: ofOwner,
    },
  },
  impersonal('subject_lock', ['org_id', 'kind', 'subject']),
  impersonal('duty_recompute', ['org_id', 'kind', 'subject', 'cause', 'since']),
  impersonal('duty_clock', ['org_id', 'carried_to', 'closed_day', 'law']),
  impersonal('duty_day', ['org_id', 'day', 'instrument', 'owed', 'settled']),
  { table: 'day_secret', columns: { org_id: no, day: no, secret: no, marks: no } },
  impersonal('calendar_day', ['calendar', 'day', 'ordinal']),
  impersonal('calendar_working_day', ['calendar', 'ordinal', 'day']),
];
