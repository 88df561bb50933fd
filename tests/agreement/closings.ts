import type { RuleText } from '../../packages/core/src/law/index.ts';

const both = { zh: '试验', en: 'test' };
const begins = { trip: 'trip.submittedOn', visit: 'visit.plannedOn' } as const;
const closings = {
  trip: ['trip.submittedOn', 'trip.departsOn', 'trip.returnsOn', 'trip.approvedOn'],
  visit: ['visit.plannedOn', 'visit.endsOn', 'visit.doneOn', 'visit.trip.departsOn'],
} as const;

/** Duties that close on the day they are due: what a register shows a few days later comes too late. */
export const closedWhenDue: readonly RuleText[] = (['trip', 'visit'] as const).flatMap((subject) =>
  closings[subject].map((day, index) => ({
    id: `c${subject}${index}`,
    title: both,
    concerns: 'test',
    clauses: ['agreement/fixed', 'agreement/rolling'],
    purpose: 'organisation',
    subject,
    on: begins[subject],
    bearer: subject === 'trip' ? 'trip.organisation' : 'visit.trip.organisation',
    answerable: 'securityOfficer',
    due: day,
    closes: day,
    met: { by: 'proof', match: { [subject]: subject } },
    waiver: 'never',
    examples: [{ case: 'met', asOf: '2024-01-01', facts: {}, expect: 'none' }],
  })),
);
