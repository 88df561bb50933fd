import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const merged = (about: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'Which entries of the register were found to be one person, and how to take them apart again',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 36, from: 'asked_at' },
  erase: 'remove',
});
const whoDid = (about: string): PersonalColumn => ({
  ...merged(about),
  purpose: 'Who merged two entries of the register',
  erase: 'empty',
});

const left = (about: string, purpose: string): PersonalColumn => ({
  ...merged(about),
  purpose,
  keep: { months: 36, from: 'made_at' },
});

export const peopleTables: readonly TableDeclaration[] = [
  {
    table: 'person_merge',
    columns: {
      org_id: no,
      id: no,
      kept: merged('kept'),
      gone: merged('gone'),
      fields: merged('gone'),
      before: merged('kept'),
      reason: merged('kept'),
      state: no,
      first_account: whoDid('first_account'),
      first_session: no,
      second_account: whoDid('second_account'),
      asked_at: no,
      merged_at: no,
      undone_at: no,
      files: no,
      account: no,
      prints: no,
      leavings: no,
      received: no,
      rows: no,
    },
  },
  {
    table: 'person_leaving',
    columns: {
      org_id: no,
      id: no,
      person: left('person', 'Who leaves, and what is to be handed over'),
      effective_on: left('person', 'Who leaves, and what is to be handed over'),
      state: no,
      account: { ...left('account', 'Who recorded the leaving'), erase: 'empty' },
      made_at: no,
      before: left('person', 'What the entry said before, to set it back'),
      assignments: no,
    },
  },
  {
    table: 'leaving_item',
    columns: {
      org_id: no,
      leaving: no,
      position: no,
      what: no,
      name: no,
      fact: no,
      period: no,
      receiver: {
        ...left('receiver', 'Who took over what a leaver held'),
        keep: { months: 36, from: 'handed_at' },
        erase: 'empty',
      },
      handed_at: no,
    },
  },
  {
    table: 'person_merge_pointer',
    columns: { org_id: no, merge: no, position: no, kind: no, fact: no, field: no },
  },
];
