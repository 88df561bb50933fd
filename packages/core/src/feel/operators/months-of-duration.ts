import { durationPart } from './makers/duration-part.ts';
import { always } from './makers/signature.ts';

export const monthsOfDuration = durationPart({
  name: 'months',
  of: 'months',
  unit: 1,
  modulo: 12,
  words: always('{0}除整年外的月数', 'the months of {0} beyond whole years'),
  cases: [
    { expression: '@"P14M".months', value: '2' },
    { expression: '@"-P14M".months', value: '-2' },
    { expression: '@"P1Y".months', value: '0' },
    { expression: '(@"P1M" * a).months', context: { a: null }, value: 'null' },
  ],
});
