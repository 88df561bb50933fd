import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const decided = (about: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose: 'Which two persons put an advisory in force',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 60, from: 'decided_at' },
  erase: 'empty',
});
const told: PersonalColumn = {
  personal: 'yes',
  about: 'person',
  purpose: 'Who was told of which advisory, and that they acknowledged it',
  basis: 'cn-pipl-2021/art-13',
  keep: { months: 36, from: 'noted_on' },
  erase: 'remove',
};

export const advisoryTables: readonly TableDeclaration[] = [
  {
    table: 'advisory',
    columns: {
      org_id: no,
      id: no,
      line: no,
      number: no,
      places: no,
      levels: no,
      said: no,
      source: no,
      reason: no,
      from_day: no,
      last_day: no,
      ended_on: no,
      ended_reason: no,
      lapse_told: no,
      first_account: decided('first_account'),
      second_account: decided('second_account'),
      decided_at: no,
    },
  },
  {
    table: 'advisory_notice',
    columns: {
      org_id: no,
      advisory: no,
      traveller: no,
      person: told,
      change: no,
      noted_on: no,
      opened_on: no,
      acknowledged_on: no,
    },
  },
];
