import { isNullCode, truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';

/** `x = null`: the one question a rule may ask of a field that it may only find present or absent. */
export const isNull: ScalarOperator = {
  arity: 'scalar',
  name: '= null',
  words: ([type]) =>
    type === 'day' || type === 'instant'
      ? { zh: '{0}尚未发生或者未知', en: '{0} has not happened or is not known' }
      : { zh: '{0}未知', en: '{0} is not known' },
  cases: [
    { expression: 'a = null', context: { a: null }, value: 'true' },
    { expression: 'a = null', context: { a: 1 }, value: 'false' },
    { expression: 'null = a', context: { a: { '@': '2026-11-23' } }, value: 'false' },
    { expression: 'a != null', context: { a: '' }, value: 'true' },
    { expression: '[] = null', value: 'false' },
    { expression: '1 / 0 = null', value: 'true' },
  ],
  typeOf: ([type = 'null']) =>
    type === 'opaque'
      ? {
          zh: `这是${typeName(type).zh}：规则读取登记信息，不读姓名、文字内容和联系方式，请改用其他登记信息。`,
          en: `is ${typeName(type).en}; rules read facts, not names, texts or contacts`,
        }
      : { type: 'boolean', nullable: 'never' },
  evaluate: ([value = null]) => value === null,
  toKernel: ([value], [type = 'null'], writer) => {
    const name = writer.temp(value?.code ?? 'null');
    const test = isNullCode(name, type);
    return truth(`(${test})`, `(!(${test}))`);
  },
  toSql: ([value = '']) => `((${value}) IS NULL)`,
};
