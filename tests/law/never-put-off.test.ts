import { isNeverPutOff } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';

/** Protection of reporters, leak reports and the employer's duties to its staff are never waivable (PEOPLE.md, "Waivers and overrides"). */
const { rules } = lawOf();

test('what the laws on personal data and labour ask of an employer is never put off', () => {
  const owed = rules.filter(({ pack, standing }) => /^cn-(pipl|labour|civil)-/.test(pack) && standing === null);
  expect(owed.length).toBeGreaterThan(15);
  expect(owed.filter((rule) => !isNeverPutOff(rule) && rule.forbids === null).map(({ id }) => id)).toEqual([]);
});

test.each([
  'org-policy/interview-copy-given',
  'org-policy/reporting-line-known',
  'cn-ssl-2024/restriction-compensation',
  'cn-dsl-2021/data-incident-users-told',
])('%s is owed to people and never put off', (id) => {
  const rule = rules.find((one) => one.id === id);
  expect(rule && isNeverPutOff(rule)).toBe(true);
  expect(rule?.waiver).toBe('never');
});
