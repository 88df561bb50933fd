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

const most = 8;

/** Types one after the other, as each language lists them; a long list is cut. */
export function typeList(types: readonly Type[]): Words {
  const names = types.slice(0, most).map(typeName);
  if (types.length > most) names.push({ zh: '其他值', en: 'others' });
  if (names.length === 0) return { zh: '空', en: 'nothing' };
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
