import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { and } from './and.ts';
import { always } from './makers/signature.ts';

/** True when one is true, else null when one is null. */
export const or: ScalarOperator = {
  arity: 'scalar',
  name: 'or',
  words: always('{…；或者}', '{…; or}'),
  cases: [
    { expression: 'false or true', value: 'true' },
    { expression: 'true or a', context: { a: null }, value: 'true' },
    { expression: 'false or a', context: { a: null }, value: 'null' },
    { expression: 'false or false', value: 'false' },
    { expression: 'a or a', context: { a: null }, value: 'null' },
    { expression: 'false or false or true', value: 'true' },
  ],
  typeOf: and.typeOf,
  evaluate: (args) => (args.includes(true) ? true : args.includes(null) ? null : false),
  toKernel: (args) =>
    truth(`(${args.map((arg) => arg.isTrue).join('||')})`, `(${args.map((arg) => arg.isFalse).join('&&')})`),
  toSql: (args) => `(${args.join(' OR ')})`,
};
