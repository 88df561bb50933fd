import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, flag, integer, moment, ref, text, word } from './field.ts';
import { type Kind, kind } from './kind.ts';
import { RegisterBuilder } from './register.ts';
import { type Register, tableOf } from './table.ts';
import { vocabularyOf } from './vocabulary.ts';

const about = { about: ['测试', 'a test'] as [string, string], purpose: 'travel' as const, happened: 'madeOn' };
const unit = kind('unit', '部门', 'unit', { ...about, fields: { madeOn: day('日', 'day') } });
const trip = kind('trip', '行程', 'trip', {
  ...about,
  fields: {
    madeOn: day('日', 'day'),
    endsOn: day('止', 'end', { nullable: true }),
    at: moment('时', 'moment', { nullable: true }),
    size: integer('数', 'integer', { nullable: true }),
    abroad: flag('是否', 'flag', { nullable: true }),
    mode: word('方式', 'mode', { air: { zh: '空', en: 'air' }, sea: { zh: '海', en: 'sea' } }, { nullable: true }),
    topic: word('主题', 'topic', {}, { nullable: true }),
    unit: ref('部门', 'unit', 'unit', 'trips', { nullable: true }),
    before: ref('前次', 'trip before', 'trip', 'later', { nullable: true }),
    title: text('名', 'title'),
  },
});
const vocabulary = vocabularyOf([unit, trip]);

const some = (...values: unknown[]) => fc.constantFrom(...values);
const rows = fc.array(
  fc.record(
    {
      id: fc.oneof(
        fc.integer({ min: 0, max: 30 }).map((n) => `trip-${n}`),
        some('', '行程', 'a b', 7, null),
      ),
      madeOn: fc.oneof(some('2026-11-23', '2024-02-29'), some('2023-02-29', '2026-1-1', '', null, 5)),
      endsOn: some('2199-12-31', '2200-01-01', '', null, '２０２６-01-01'),
      at: some(
        '2026-11-23T08:00:00+08:00',
        '2026-11-23T00:00:00Z',
        '2026-11-23T08:00:00.5Z',
        '2026-11-23T24:00:00Z',
        null,
      ),
      size: some(0, -0, 12, -1, 1.5, 1e21, '12', 999_999_999_999_999, null),
      abroad: some(true, false, 'true', 'yes', null, 1),
      mode: some('air', 'sea', 'rail', 'toString', null),
      topic: some('law/one', 'b', '主题', '', null),
      unit: some('unit-1', 'unit-2', 'unit-9', null),
      before: some('trip-1', 'trip-2', 'trip-99', null),
      title: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        some('technology 技术', 'e\u0301', '"', '\\', '\ufeffa', null),
      ),
      other: some(1, 'x'),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 12 },
);

type Read = { readonly problems: unknown; readonly kinds: unknown };

function read(lines: readonly string[], asBytes: boolean): Read & { taken: number } {
  const builder = new RegisterBuilder(vocabulary);
  let taken = 0;
  const add = (of: Kind, line: string): void => {
    const bytes = new TextEncoder().encode(`xx${line}\n`);
    if (asBytes && builder.addLine(of, bytes, 2, bytes.length - 1)) taken++;
    else builder.add(of, JSON.parse(line) as Record<string, unknown>);
  };
  for (const id of ['unit-2', 'unit-1']) add(unit, JSON.stringify({ id, madeOn: '2020-01-01' }));
  for (const line of lines) add(trip, line);
  const register = builder.build();
  return { problems: builder.problems, kinds: ['unit', 'trip'].map((name) => plain(register, name)), taken };
}

const plain = (register: Register, name: string): unknown => {
  const { ids, columns } = tableOf(register, name);
  const known = register.words.words;
  return {
    ids,
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, { type, values }]) => [
        field,
        Array.from<unknown, unknown>(values, (value) =>
          type === 'word' && typeof value === 'number' ? (known[value] ?? null) : value,
        ),
      ]),
    ),
  };
};

describe('a line read as bytes', () => {
  it('gives the register and the problems that parsing it gives', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 1, 2), (facts, style) => {
        const lines = facts.map((fact) => {
          const line = JSON.stringify(fact);
          if (style === 1) return line.replaceAll(',"', ', "').replaceAll('":', '": ');
          return style === 2 ? ` ${line}` : line;
        });
        const { taken: _, ...quick } = read(lines, true);
        const { taken: none, ...slow } = read(lines, false);
        expect(none).toBe(0);
        expect(quick).toEqual(slow);
      }),
      { numRuns: 1000 },
    );
  });

  it('is not given to the parser when programs wrote it', () => {
    const line = '{"id":"trip-1","madeOn":"2026-11-23","unit":"unit-1","size":3,"abroad":true,"title":"技术培训"}';
    expect(read([line, line.replace('trip-1', 'trip-2')], true).taken).toBe(4);
  });

  it('names a field twice only to the parser', () => {
    const line = '{"id":"trip-1","madeOn":"2026-11-23","madeOn":"2026-11-24"}';
    expect(read([line], true).taken).toBe(2);
  });
});
