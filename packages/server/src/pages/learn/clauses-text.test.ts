import { expect, test } from 'vitest';
import { clausesText } from './clauses-text.ts';

test('a law is named once before its articles', () => {
  expect(clausesText(['反间谍法第24条', '反间谍法第25条', '刑法第243条'], 'zh')).toBe(
    '反间谍法第24条、第25条；刑法第243条',
  );
  expect(
    clausesText(
      ['Counter-Espionage Law, Article 24', 'Counter-Espionage Law, Article 25', 'Criminal Law, Article 243'],
      'en',
    ),
  ).toBe('Counter-Espionage Law, Articles 24, 25; Criminal Law, Article 243');
});

test('a clause without a number is named as it is', () => {
  expect(clausesText(['重庆条例“行前教育”'], 'zh')).toBe('重庆条例“行前教育”');
  expect(clausesText(['Chongqing regulation, “Education”'], 'en')).toBe('Chongqing regulation, “Education”');
});
