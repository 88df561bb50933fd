import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const kept = (about: string, from: string, purpose: string): PersonalColumn => ({
  personal: 'yes',
  about,
  purpose,
  basis: 'cn-pipl-2021/art-13',
  // As long as the fact of the trip itself.
  keep: { months: 60, from },
  erase: 'empty',
});

const planned = kept('filed_by', 'drafted_at', 'What a journey is, for those who decide about it');
const trail = (about: string): PersonalColumn => kept(about, 'at', 'Who did and decided what about a journey, and why');
const holder = (about: string): PersonalColumn => ({
  ...kept(about, 'named_at', 'Who decides about journeys as which role'),
  erase: 'remove',
});

export const tripTables: readonly TableDeclaration[] = [
  {
    table: 'trip_plan',
    columns: {
      org_id: no,
      trip: no,
      filed_by: planned,
      legs: planned,
      items: planned,
      communications: planned,
      copied_from: no,
      drafted_at: no,
    },
  },
  {
    table: 'trip_trail',
    columns: {
      org_id: no,
      trip: no,
      number: no,
      act: no,
      person: trail('person'),
      account: trail('account'),
      on_day: no,
      at: no,
      steps: no,
      verdict: no,
      seen: no,
      reason: no,
      until_day: no,
      said: trail('person'),
    },
  },
  {
    table: 'trip_step_wait',
    columns: { org_id: no, trip: no, role: no, since_on: no, reminded_on: no, escalated_on: no },
  },
  {
    table: 'trip_reminded',
    columns: {
      org_id: no,
      account: {
        personal: 'yes',
        about: 'account',
        purpose: 'Somebody who has to decide about a journey is reminded once a day',
        basis: 'cn-pipl-2021/art-13',
        keep: { months: 3, from: 'on_day' },
        erase: 'remove',
      },
      on_day: no,
    },
  },
  {
    table: 'trip_step_holder',
    columns: {
      org_id: no,
      id: no,
      role: no,
      unit: no,
      person: holder('person'),
      deputy: no,
      from_on: no,
      until_on: no,
      named_by: { ...holder('named_by'), erase: 'empty' },
      named_at: no,
    },
  },
];
