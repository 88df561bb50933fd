import type { RuleText } from '../../packages/core/src/law/index.ts';

const both = { zh: '试验', en: 'test' };
const endings = {
  trip: [
    ['trip.cancelledOn', 'trip.withdrawnOn'],
    ['trip.withdrawnOn', 'trip.cancelledOn'],
  ],
  visit: [
    ['visit.droppedOn', 'visit.trip.cancelledOn'],
    ['visit.trip.withdrawnOn', 'visit.droppedOn'],
  ],
} as const;
const begins = { trip: 'trip.submittedOn', visit: 'visit.plannedOn' } as const;

/** Recurring duties whose subject may have ended twice: the earlier ending decides which period is the last. */
export const twiceEnded: readonly RuleText[] = (['trip', 'visit'] as const).flatMap((subject) =>
  endings[subject].map((paths, index) => ({
    id: `t${subject}${index}`,
    title: both,
    concerns: 'test',
    clauses: ['agreement/fixed', 'agreement/rolling'],
    purpose: 'organisation',
    subject,
    on: `max(${begins[subject]}, clause.start)`,
    applies: paths.map((path) => `${path} = null`).join(' and '),
    bearer: subject === 'trip' ? 'trip.organisation' : 'visit.trip.organisation',
    answerable: 'securityOfficer',
    due: 'period.end',
    every: 'clause.rolling',
    met: { by: 'proof', match: { [subject]: subject } },
    waiver: 'never',
    examples: [{ case: 'met', asOf: '2024-01-01', facts: {}, expect: 'none' }],
  })),
);
