import { expect, test } from 'vitest';
import { actionsByName, deedName } from './deed-names.ts';

const contracts = import.meta.glob<Record<string, unknown>>('../../../server/src/modules/*/contract.ts', {
  eager: true,
});

const deeds = Object.values(contracts).flatMap((room) =>
  Object.values(room).filter(
    (value): value is { name: string; effect: string } =>
      typeof value === 'object' && value !== null && 'effect' in value && 'summary' in value,
  ),
);

test('every action and query of every room has its words in both languages', () => {
  expect(deeds.length).toBeGreaterThan(150);
  for (const { name } of deeds) {
    expect(deedName(name, 'zh'), name).toMatch(/^[\u4e00-\u9fff]/);
    expect(deedName(name, 'en'), name).toMatch(/^[A-Z]/);
  }
  expect(deedName('no.such-thing', 'zh')).toBeNull();
});

test('no two actions are chosen by the same words', () => {
  for (const language of ['zh', 'en'] as const) {
    const labels = actionsByName(language).map(({ label }) => label);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  }
});
