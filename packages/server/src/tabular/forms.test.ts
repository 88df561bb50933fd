import { describe, expect, it } from 'vitest';
import { readDayForm, readExcelNumber } from './day-forms.ts';
import { separatorOf } from './separator.ts';
import { readYesNo } from './yes-no.ts';

const day = (text: string): string => {
  const reading = readDayForm(text);
  return reading.ok ? reading.day : reading.code;
};

describe('days in the forms people write', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/11/3', '2026-11-03'],
    ['2026.1.23', '2026-01-23'],
    ['20261123', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026年1月3号', '2026-01-03'],
    ['2026 年 1 月 3 日', '2026-01-03'],
    ['2026/11/23', '2026-11-23'],
    [' 2026-11-23 00:00:00 ', '2026-11-23'],
    ['2026-11-23T08:30', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['11/23/2026', '2026-11-23'],
    ['5.5.2026', '2026-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it.each([
    '2023-02-30',
    '2023-02-29',
    '2023/2/30',
    '20230230',
    '2026年13月1日',
    '26/11/3',
    '32/01/2026',
    '30/02/2026',
    '2026-11',
    '明天',
    '1899-12-31',
    '2026-1/2',
  ])('%s is no day', (text) => {
    expect(day(text)).toBe('not-a-day');
  });

  it('refuses what has two readings', () => {
    expect(day('03/04/2026')).toBe('ambiguous-day');
    expect(day('3.4.2026')).toBe('ambiguous-day');
  });

  it('knows how Excel counts', () => {
    expect(readExcelNumber(46349)).toEqual({ ok: true, day: '2026-11-23' });
    expect(readExcelNumber(46349.75)).toEqual({ ok: true, day: '2026-11-23' });
    expect(readExcelNumber(61)).toEqual({ ok: true, day: '1900-03-01' });
    expect(readExcelNumber(20261123)).toEqual({ ok: true, day: '2026-11-23' });
    for (const number of [60, 0, -1, 20230230, 1e300, Number.NaN])
      expect(readExcelNumber(number)).toEqual({ ok: false, code: 'not-a-day' });
  });
});

describe('yes and no', () => {
  it.each(['是', '有', 'yes', 'Y', 'TRUE', '1', '√', '✓', ' 是 '])('%s is yes', (text) =>
    expect(readYesNo(text)).toBe(true),
  );
  it.each(['否', '无', 'no', 'N', 'False', '0', '×'])('%s is no', (text) => expect(readYesNo(text)).toBe(false));
  it.each(['也许', '2', '-', 'ok'])('%s is neither', (text) => expect(readYesNo(text)).toBe(null));
});

describe('the separator', () => {
  it.each([
    ['a,b;c,d\n', ','],
    ['姓名;部门;备注\n张三;一室;"a,b,c,d,e"\n', ';'],
    ['a\tb\tc\n1,5\t2\t3\n', '\t'],
    ['sep=;\na,b,c;d\n', ';'],
    ['姓名\n张三\n', ','],
  ])('of %j is %j', (text, separator) => expect(separatorOf(text).separator).toBe(separator));
});
