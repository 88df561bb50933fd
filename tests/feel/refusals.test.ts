import { describe, expect, it } from 'vitest';
import { parseExpression, Refusal, readContext, typeName } from '../../packages/core/src/feel/index.ts';
import { refusedCases } from '../../packages/core/src/feel/refusals.ts';
import { expectBothLanguages } from '../support/both-languages.ts';

function refusalOf(text: string, context: unknown): Refusal {
  try {
    parseExpression(text, readContext(context).scope);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('a refusal', () => {
  it.each(refusedCases)('of $expression speaks both languages', ({ expression, context, message }) => {
    const { text, message: english } = refusalOf(expression, context);
    expect(english).toBe(text.en);
    expect(text.en).toContain(message);
    expectBothLanguages(text);
  });

  it('reads in Chinese as an officer would write it', () => {
    const said = (text: string, context?: unknown) => refusalOf(text, context).text.zh;
    expect(said('"b" > 1')).toBe('文本与整数不能比较先后大小：请比较同一类的值。');
    expect(said('a + 1', { a: 'x' })).toBe('不能计算文本 + 整数：这两类值之间没有这种运算，请改用可以相互运算的值。');
    expect(said('@"P1M" + @"P1D"')).toMatch(/^不能计算按月计的时长 \+ 按日和小时计的时长：.*请先后加到日期上。$/);
    expect(said('elsewhere', { a: 1 })).toBe('此处没有“elsewhere”这个名称：可用的有a。');
    expect(said('departsOm', { departsOn: 1 })).toBe('此处没有“departsOm”这个名称：是不是departsOn。');
  });

  it('names every type in both languages', () => {
    expect(typeName({ list: { ref: 'trip' } })).toEqual({ zh: '列表（登记信息trip）', en: 'a list (a trip)' });
    expect(typeName('day')).toEqual({ zh: '日期', en: 'a day' });
  });
});
