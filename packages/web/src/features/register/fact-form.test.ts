import { type Kind, vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { differing, draftsOf, fieldsOf, formOrder, problemsOf } from './fact-form.ts';

const kindOf = (name: string): Kind => {
  const kind = vocabulary.kinds.get(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
};
const post = kindOf('post');

test('every kind of the vocabulary makes a form whose untouched fields are all not known', () => {
  for (const kind of vocabulary.kinds.values()) {
    const sent = fieldsOf(kind, draftsOf(kind));
    expect(Object.keys(sent)).toEqual(Object.keys(kind.fields));
    expect(Object.values(sent).every((cell) => cell === null)).toBe(true);
    expect(formOrder(kind)).toHaveLength(Object.keys(kind.fields).length);
  }
});

test('what comes from the register goes back as it came', () => {
  const fields = {
    organisation: 'org-1',
    unit: null,
    title: '国际合作处干事',
    secretClass: 'general',
    foreignFacing: true,
    keySecurityPost: false,
    publicStaff: true,
    createdOn: '2026-11-23',
    abolishedOn: null,
  };
  expect(fieldsOf(post, draftsOf(post, fields))).toEqual(fields);
});

test('an instant survives the local clock of the form to the minute', () => {
  const kind = [...vocabulary.kinds.values()].find((one) =>
    Object.values(one.fields).some(({ type }) => type === 'instant'),
  );
  if (kind === undefined) throw new Error('no kind has an instant');
  const name = Object.entries(kind.fields).find(([, { type }]) => type === 'instant')?.[0] ?? '';
  const sent = fieldsOf(kind, draftsOf(kind, { [name]: '2026-11-23T08:30:00+08:00' }));
  expect(sent[name]).toBe('2026-11-23T00:30:00.000Z');
});

test('what cannot be read is sent as it is, so that the program says what is wrong', () => {
  const copy = kindOf('copy');
  expect(fieldsOf(copy, { copyNumber: 'seven', reproduction: 'maybe' })).toMatchObject({
    copyNumber: 'seven',
    reproduction: 'maybe',
  });
  expect(fieldsOf(copy, { copyNumber: ' 7 ' })['copyNumber']).toBe(7);
});

test('two states differ in just the fields that were changed', () => {
  const before = draftsOf(post, { title: 'a', createdOn: '2026-01-01' });
  expect(differing(post, before, { ...before, title: 'b' })).toEqual(['title']);
});

test('the problems of a refusal are read by field, and nothing else is taken for one', () => {
  expect(problemsOf({ problems: [{ field: 'title', problem: 'missing' }, 7, { field: 1 }] })).toEqual({
    title: 'missing',
  });
  expect(problemsOf(undefined)).toEqual({});
});
