import { vocabulary } from '@sallyport/core/facts';
import { isPlace } from '@sallyport/core/trips';
import { expect, test } from 'vitest';
import { type Changes, readSmallPack, ruleText } from '../law/small-pack.ts';

// PEOPLE.md, abuse row 3: profiling by origin through proxies. The corpus of forty hostile rules is tests/law/hostile-rules.test.ts.

const proxies: readonly (readonly [what: string, changes: Changes])[] = [
  ['a name that sounds foreign', { applies: 'starts with(traveller.person.name, "official")' }],
  ['where the journey goes', { applies: 'some l in traveller.trip.legs satisfies l.place = "Mecca"' }],
  ['when it goes there', { applies: 'traveller.trip.departsOn.month = 6' }],
  ['whom somebody knows abroad', { applies: 'count(traveller.person.foreignContacts) > 0' }],
  ['family', { applies: 'count(traveller.person.relatives) > 0' }],
];

test.each(proxies)('abuse row 3: a rule by %s is refused by the checker', (_what, changes) => {
  expect(readSmallPack(ruleText()).problems).toEqual([]);
  expect(readSmallPack(ruleText(changes)).problems).not.toEqual([]);
});

test('abuse row 3: no kind of fact has a field for where somebody comes from, what they believe or who is of their family', () => {
  const wanted = /birth|citizen|nationalit|ethnic|religio|faith|language|family|relative|spouse|race|native|accent/i;
  const found = [...vocabulary.kinds.values()].flatMap(({ name, fields }) =>
    Object.keys(fields).flatMap((field) => (wanted.test(field) ? [`${name}.${field}`] : [])),
  );
  expect(found).toEqual([]);
});

test('abuse row 3: a place is of the destination list where it is called just so, and never by likeness', () => {
  expect(isPlace('Oslo', '挪威，Oslo')).toBe(true);
  for (const near of ['Osloer', 'Oslo-born', '在奥斯陆出生', 'New Oslo']) expect(isPlace('Oslo', near)).toBe(false);
});
