import { formatDay, parseDay } from '@sallyport/core/calendar';
import {
  decisionsOf,
  exampleRegister,
  explainAll,
  generate,
  link,
  questionOf,
  Relations,
  runKernel,
} from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { readSmallPack, ruleText } from '../law/small-pack.ts';

const { law, problems } = readSmallPack(
  ruleText({
    subject: 'branch',
    on: 'branch.openedOn',
    applies: 'branch.closedOn = null',
    bearer: 'branch.organisation',
    assignee: null,
    due: 'branch.openedOn + setting.promptly',
    closes: null,
    met: '{ by: securityPlan, match: { branch: branch }, covers: current }',
    examples: '[{ case: other, asOf: 2024-01-01, facts: { branch: { openedOn: 2024-06-01 } }, expect: none }]',
  }),
);

/** Status and day of a plan that is in force now, by the explainer and the kernel, which must agree. */
function answer(asOf: string, plans: { approvedOn: string; validUntil: string }[]): string {
  const register = exampleRegister(
    {
      case: 'other',
      asOf,
      facts: {
        branch: { openedOn: '2024-03-01' },
        securityPlan: plans.map((plan) => ({ ...plan, branch: 'branch-1' })),
      },
      expect: 'none',
    },
    vocabulary,
    'branch',
  );
  if ('zh' in register) throw new Error(register.en);
  const question = questionOf(law, register, parseDay(asOf) ?? 0, calendars());
  const [rule] = law.rules;
  const explained = rule ? explainAll(rule, register, new Relations(register), question)[0] : undefined;
  const [columns] = runKernel(link(generate(question, vocabulary), question, register));
  const [computed] = columns ? decisionsOf(columns) : [];
  expect([computed?.status, computed?.metOn, computed?.evidence]).toEqual([
    explained?.status,
    explained?.metOn,
    explained?.evidence,
  ]);
  return `${explained?.status} ${!explained || explained.metOn === null ? '' : formatDay(explained.metOn)} ${explained?.evidence.join()}`;
}

const first = { approvedOn: '2024-03-02', validUntil: '2025-03-02' };
const renewal = { approvedOn: '2025-02-20', validUntil: '2026-02-20' };

test('the rule is sound', () => expect(problems).toEqual([]));

test('a plan renewed in time is not late: the duty was met by the first one', () => {
  expect(answer('2024-12-01', [first])).toBe('met 2024-03-02 0');
  expect(answer('2025-06-01', [first, renewal])).toBe('met 2024-03-02 1');
});

test('a plan that lapsed without a successor leaves the duty overdue', () => {
  expect(answer('2025-03-01', [first])).toBe('met 2024-03-02 0');
  expect(answer('2025-03-02', [first])).toBe('overdue  ');
});
