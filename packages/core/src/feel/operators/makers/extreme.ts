import { compareDecimal } from '../../decimal.ts';
import { isNullCode, type KernelWriter, nullCode, scalar } from '../../kernel.ts';
import type { Case, ListOperator } from '../../operator.ts';
import { isOrdered, type Type, typeName } from '../../types.ts';
import { compareText, type Value } from '../../values.ts';
import { compareValues } from './comparison.ts';

/** `min` and `max`: null for an empty list, and when an item is null. */
export function extreme(name: 'min' | 'max', words: ListOperator['words'], cases: readonly Case[]): ListOperator {
  const symbol = name === 'min' ? '<' : '>';
  const better = (type: Type, a: Value, b: Value): boolean => {
    const order = compareValues(type, a, b);
    return name === 'min' ? order < 0 : order > 0;
  };
  return {
    arity: 'list',
    name,
    words,
    cases,
    typeOf: (element) => {
      const type = element === 'null' ? 'integer' : element;
      if (isOrdered(type)) return { type, nullable: 'always', want: [type] };
      const given = typeName(element);
      return {
        zh: `${name}的各项应有先后大小，给出的是${given.zh}：请改用数、日期、时刻、时长或者文本。`,
        en: `${name} needs values with an order; got ${given.en}`,
      };
    },
    evaluate: (items, _, element) =>
      items.includes(null)
        ? null
        : items.reduce<Value>((best, item) => (best === null || better(element, item, best) ? item : best), null),
    toKernel: (list, _, element, writer) => {
      const best = writer.variable(nullCode(element));
      const first = writer.variable('true');
      list.each((item) => {
        const value = writer.temp(item.code);
        writer.line(`if (${isNullCode(value, element)}) { ${best} = ${nullCode(element)}; break; }`);
        writer.line(`if (${first} || ${order(element, value, best, symbol, writer)}) {`);
        writer.line(`${best} = ${value}; ${first} = false; }`);
      });
      return scalar(best);
    },
    toSql: (list, _, element) => {
      const item = element === 'string' ? `(${list.element}) COLLATE "C"` : list.element;
      return `(SELECT CASE WHEN bool_or((${list.element}) IS NULL) THEN NULL ELSE ${name}(${item}) END FROM ${list.source()})`;
    },
  };
}

function order(type: Type, a: string, b: string, symbol: string, writer: KernelWriter): string {
  if (type === 'string') return `${writer.constant(compareText)}(${a},${b}) ${symbol} 0`;
  if (type === 'decimal') return `${writer.constant(compareDecimal)}(${a},${b}) ${symbol} 0`;
  return `${a} ${symbol} ${b}`;
}
