import { no, type PersonalColumn, type TableDeclaration } from '../../platform/database/columns.ts';

const traveller = (months: number, from: string, purpose: string): PersonalColumn => ({
  personal: 'yes',
  about: 'person',
  purpose,
  basis: 'cn-pipl-2021/art-13',
  keep: { months, from },
  erase: 'remove',
});

export const briefingTables: readonly TableDeclaration[] = [
  {
    table: 'trip_briefing',
    columns: {
      org_id: no,
      traveller: no,
      number: no,
      // As long as the fact that it was held.
      person: traveller(60, 'begun_on', 'Who was briefed before a journey, and who signed for it'),
      hash: no,
      seed: no,
      // What was declared of a journey chose them.
      blocks: traveller(60, 'begun_on', 'Which blocks of the briefing a journey asked for, and why'),
      begun_on: no,
      answers: {
        ...traveller(12, 'begun_on', 'What somebody answered, for themselves to look at again'),
        erase: 'empty',
      },
      answered_on: no,
      signed_on: no,
      briefed_on: no,
      briefed_by: {
        ...traveller(60, 'begun_on', 'Who briefed somebody before a journey'),
        about: 'briefed_by',
        erase: 'empty',
      },
      manner: no,
      held_on: no,
      facts: no,
    },
  },
  {
    table: 'briefing_reading',
    columns: {
      org_id: no,
      traveller: no,
      person: traveller(36, 'opened_on', 'Which blocks somebody opened and acknowledged'),
      hash: no,
      opened_on: no,
      acknowledged_on: no,
    },
  },
];
