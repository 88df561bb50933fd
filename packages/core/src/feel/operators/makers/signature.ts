import type { ScalarOperator, Words } from '../../operator.ts';
import { type Type, typeName } from '../../types.ts';

/** Type rule of an operator with exactly these argument types. */
export const fixed =
  (want: readonly Type[], type: Type, nullable: 'never' | 'args' | 'always' = 'args'): ScalarOperator['typeOf'] =>
  (types) =>
    types.length === want.length && types.every((given, index) => given === want[index])
      ? { type, nullable }
      : `expects ${want.map(typeName).join(', ')} but was given ${types.map(typeName).join(', ') || 'nothing'}`;

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
