import { expect, test } from 'vitest';
import { textParts } from './text-parts.ts';

const one = { kind: 'person', id: 'p-1' };
const twelve = { kind: 'person', id: 'p-12' };

test('a sentence is taken apart at the records it names', () => {
  expect(textParts('承办人是 p-12，不是 p-1。', [one, twelve])).toEqual(['承办人是 ', twelve, '，不是 ', one, '。']);
  expect(textParts('p-1 has to act', [one])).toEqual([one, ' has to act']);
});

test('a longer number that begins so is another one, and signs in a number are no pattern', () => {
  expect(textParts('p-123 and trip-p-1', [one, twelve])).toEqual(['p-123 and trip-p-1']);
  expect(textParts('a(1 or a.1', [{ kind: 'trip', id: 'a.1' }])).toEqual(['a(1 or ', { kind: 'trip', id: 'a.1' }]);
  expect(textParts('nobody', [])).toEqual(['nobody']);
});
