import type { ScalarOperator, Words } from '../../operator.ts';
import type { Type } from '../../types.ts';
import { typeList } from './reasons.ts';

/** Type rule of an operator with exactly these argument types. */
export const fixed =
  (want: readonly Type[], type: Type, nullable: 'never' | 'args' | 'always' = 'args'): ScalarOperator['typeOf'] =>
  (types) => {
    if (types.length === want.length && types.every((given, index) => given === want[index])) return { type, nullable };
    const [wanted, given] = [typeList(want), typeList(types)];
    return {
      zh: `应依次给出${wanted.zh}，给出的是${given.zh}：请改正参数。`,
      en: `expects ${wanted.en} but was given ${given.en}`,
    };
  };

/** Words that are the same for all types. */
export const always =
  (zh: string, en: string): (() => Words) =>
  () => ({ zh, en });

type Manner = 'time' | 'duration' | 'text' | 'number';

function mannerOf(types: readonly Type[]): Manner {
  const type = types.find((known) => known !== 'null');
  if (type === 'day' || type === 'instant') return 'time';
  if (type === 'months' || type === 'duration') return 'duration';
  return type === 'string' ? 'text' : 'number';
}

/** Words that follow what is compared: days are earlier, durations shorter, numbers smaller. */
export const byManner =
  (words: Readonly<Record<Manner, Words>>) =>
  (types: readonly Type[]): Words =>
    words[mannerOf(types)];
