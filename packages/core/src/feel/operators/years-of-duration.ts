import { durationPart } from './makers/duration-part.ts';
import { always } from './makers/signature.ts';

export const yearsOfDuration = durationPart({
  name: 'years',
  of: 'months',
  unit: 12,
  modulo: 0,
  words: always('{0}的整年数', 'the whole years of {0}'),
  cases: [
    { expression: '@"P14M".years', value: '1' },
    { expression: '@"-P14M".years', value: '-1' },
    { expression: '@"P11M".years', value: '0' },
    { expression: '(@"P1M" * a).years', context: { a: null }, value: 'null' },
  ],
});
