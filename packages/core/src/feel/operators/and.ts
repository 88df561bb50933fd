import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { typeName } from '../types.ts';
import { always } from './makers/signature.ts';

/** False when one is false, else null when one is null. */
export const and: ScalarOperator = {
  arity: 'scalar',
  name: 'and',
  words: always('{…；并且}', '{…; and}'),
  cases: [
    { expression: 'true and true', value: 'true' },
    { expression: 'false and a', context: { a: null }, value: 'false' },
    { expression: 'true and a', context: { a: null }, value: 'null' },
    { expression: 'a and a', context: { a: null }, value: 'null' },
    { expression: 'true and true and false', value: 'false' },
    { expression: 'null and false', value: 'false' },
  ],
  typeOf: (types) => {
    const odd = types.find((type) => type !== 'boolean' && type !== 'null');
    return odd === undefined
      ? { type: 'boolean', nullable: 'args', want: types.map(() => 'boolean' as const) }
      : {
          zh: `and、or和not只连接条件，给出的是${typeName(odd).zh}：请写条件。`,
          en: `joins conditions; got ${typeName(odd).en}`,
        };
  },
  evaluate: (args) => (args.includes(false) ? false : args.includes(null) ? null : true),
  toKernel: (args) =>
    truth(`(${args.map((arg) => arg.isTrue).join('&&')})`, `(${args.map((arg) => arg.isFalse).join('||')})`),
  toSql: (args) => `(${args.join(' AND ')})`,
};
