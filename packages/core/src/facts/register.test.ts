import { describe, expect, it } from 'vitest';
import { parseDay } from '../calendar/index.ts';
import { day, ending, flag, label, ref, word } from './field.ts';
import { kind } from './kind.ts';
import { RegisterBuilder } from './register.ts';
import { noDay, noRow, tableOf } from './table.ts';
import { vocabularyOf } from './vocabulary.ts';

// A vocabulary of its own, so that these tests speak of the builder and not of what facts there are.
const organisationKind = kind('organisation', '单位', 'organisation', {
  about: ['单位', 'a body'],
  purpose: 'organisation',
  happened: 'establishedOn',
  fields: {
    seat: word('法域', 'seat', { cn: label('内地', 'mainland'), us: label('美国', 'United States') }),
    establishedOn: day('成立日期', 'established on', { timing: 'milestone' }),
    media: flag('媒体', 'media'),
  },
});
const unitKind = kind('unit', '部门', 'unit', {
  about: ['部门', 'a unit'],
  purpose: 'organisation',
  happened: 'establishedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'units'),
    parent: ref('上级部门', 'parent unit', 'unit', 'children', { nullable: true }),
    establishedOn: day('设立日期', 'established on', { timing: 'milestone' }),
    closedOn: ending('撤销日期', 'closed on'),
  },
});
const reviewKind = kind('review', '复核', 'review', {
  about: ['复核', 'a review'],
  purpose: 'inspection',
  happened: 'reviewedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'reviews'),
    duty: word('事项', 'duty', {}),
    reviewedOn: day('复核日期', 'reviewed on', { timing: 'milestone' }),
  },
});
const vocabulary = vocabularyOf([organisationKind, unitKind, reviewKind]);

const organisation = { id: 'org-1', seat: 'cn', establishedOn: '2001-05-01', media: true };
const unit = (id: string, parent: string | null) => ({
  id,
  organisation: 'org-1',
  parent,
  establishedOn: '2001-05-01',
});

function built(rows: readonly [string, Record<string, unknown>][]) {
  const builder = new RegisterBuilder(vocabulary);
  for (const [name, row] of rows) {
    const found = vocabulary.kinds.get(name);
    if (found) builder.add(found, row);
  }
  return { register: builder.build(), problems: builder.problems };
}

describe('RegisterBuilder', () => {
  it('sorts facts by id and turns references into row numbers', () => {
    const { register, problems } = built([
      ['unit', unit('unit-b', 'unit-a')],
      ['unit', unit('unit-a', null)],
      ['organisation', organisation],
    ]);
    expect(problems).toEqual([]);
    const table = tableOf(register, 'unit');
    expect(table.ids).toEqual(['unit-a', 'unit-b']);
    expect(table.columns['parent']?.values).toEqual(Int32Array.of(noRow, 0));
    expect(table.columns['organisation']?.values).toEqual(Int32Array.of(0, 0));
    expect(table.columns['establishedOn']?.values[0]).toBe(parseDay('2001-05-01'));
    expect(table.columns['closedOn']?.values[0]).toBe(noDay);
    expect(tableOf(register, 'organisation').columns['media']?.values[0]).toBe(1);
  });

  it('gives every kind a table, if only an empty one', () => {
    expect([...built([]).register.tables.keys()]).toEqual([...vocabulary.kinds.keys()]);
  });

  it('shares one sorted dictionary among all word fields, open lists included', () => {
    const review = { id: 'r-1', organisation: 'org-1', duty: 'cn-cel-2023/assist', reviewedOn: '2026-01-01' };
    const { register } = built([
      ['organisation', organisation],
      ['review', review],
    ]);
    const { words, codes } = register.words;
    expect(words).toEqual(words.toSorted());
    const code = tableOf(register, 'review').columns['duty']?.values[0];
    expect(code).toBe(codes.get('cn-cel-2023/assist'));
    expect(tableOf(register, 'organisation').columns['seat']?.values[0]).toBe(codes.get('cn'));
  });

  it('leaves out a row with a problem, says which call brought it, and goes on', () => {
    const { register, problems } = built([
      ['organisation', organisation],
      ['unit', unit('unit-a', null)],
      ['unit', { ...unit('unit-b', null), establishedOn: '2023-02-30', colour: 'red' }],
      ['unit', unit('unit-c', null)],
    ]);
    expect(problems.map(({ row, id, field, problem, value }) => [row, id, field, problem, value])).toEqual([
      [1, 'unit-b', 'colour', 'unknown-field', 'red'],
      [1, 'unit-b', 'establishedOn', 'not-a-day', '2023-02-30'],
    ]);
    expect(tableOf(register, 'unit').ids).toEqual(['unit-a', 'unit-c']);
  });

  it('refuses names that only the language knows', () => {
    const { problems } = built([
      ['unit', { ...unit('unit-a', null), organisation: null, toString: 'x', ['__proto__x']: 1 }],
    ]);
    expect(problems.map(({ field, problem }) => [field, problem])).toEqual([
      ['toString', 'unknown-field'],
      ['__proto__x', 'unknown-field'],
      ['organisation', 'missing'],
    ]);
  });

  it('reports a missing id, a bad id and the second of two equal ids', () => {
    const { problems } = built([
      ['organisation', organisation],
      ['unit', unit('', null)],
      ['unit', unit('部门一', null)],
      ['unit', unit('unit-a', null)],
      ['unit', unit('unit-a', null)],
    ]);
    expect(problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [0, 'id', 'missing'],
      [1, 'id', 'not-an-id'],
      [3, 'id', 'duplicate-id'],
    ]);
  });

  it('reports a reference that points at nothing', () => {
    const { problems } = built([['unit', unit('unit-a', 'unit-z')]]);
    expect(problems.map(({ row, field, problem, value }) => [row, field, problem, value])).toEqual([
      [0, 'organisation', 'no-such-fact', 'org-1'],
      [0, 'parent', 'no-such-fact', 'unit-z'],
    ]);
  });

  it('reports each circle of units once', () => {
    const { problems } = built([
      ['organisation', organisation],
      ['unit', unit('unit-a', 'unit-c')],
      ['unit', unit('unit-b', 'unit-a')],
      ['unit', unit('unit-c', 'unit-b')],
      ['unit', unit('unit-d', 'unit-c')],
      ['unit', unit('unit-e', 'unit-e')],
    ]);
    expect(problems.map(({ row, id, problem }) => [row, id, problem])).toEqual([
      [0, 'unit-a', 'cycle'],
      [4, 'unit-e', 'cycle'],
    ]);
  });
});
