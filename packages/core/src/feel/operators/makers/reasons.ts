import { type Type, typeName } from '../../types.ts';
import type { Words } from '../../words.ts';

/** Why an operator refuses its arguments: sentences that several operators share. */

export function cannotCompute(a: Type, symbol: string, b: Type): Words {
  const [left, right] = [typeName(a), typeName(b)];
  return {
    zh: `不能计算${left.zh} ${symbol} ${right.zh}：这两类值之间没有这种运算，请改用可以相互运算的值。`,
    en: `cannot compute ${left.en} ${symbol} ${right.en}`,
  };
}

/** Types one after the other, as each language lists them. */
export function typeList(types: readonly Type[]): Words {
  const names = types.map(typeName);
  if (names.length === 0) return { zh: '空', en: 'nothing' };
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
