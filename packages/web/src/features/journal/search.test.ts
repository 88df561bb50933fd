import { expect, test } from 'vitest';
import { askedOf, readJournalSearch } from './search.ts';
import { subjectText } from './subject-text.ts';

test('an empty field of the search is no condition, and an address is read as any thing from outside', () => {
  expect(readJournalSearch({ action: '', kind: ' ', from: '2026', other: 'x' })).toEqual({});
  const search = readJournalSearch({ kind: 'person', number: 1042, from: '2026-11-23' });
  expect(search).toEqual({ kind: 'person', number: '1042', from: '2026-11-23' });
  expect(askedOf(search)).toEqual({ subject: 'person/1042', from: '2026-11-23' });
  expect(askedOf({ kind: 'person', action: 'people.merge' })).toEqual({ action: 'people.merge' });
});

test('what a record is about is said by kind and number', () => {
  expect(subjectText('person/person-0000018', 'zh', (key) => key)).toBe('人员 person-0000018');
  expect(subjectText('account/qz', 'en', (key) => key)).toBe('journal.about.account qz');
});
