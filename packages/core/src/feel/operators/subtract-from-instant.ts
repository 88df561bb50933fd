import { instantStep } from './makers/instant-step.ts';
import { always } from './makers/signature.ts';

export const subtractFromInstant = instantStep('subtract from instant', '-', always('{0}之前{1}', '{1} before {0}'), [
  { expression: '@"2024-03-01T00:00:00Z" - @"P1D"', value: '"2024-02-29T00:00:00Z"' },
  { expression: '@"1900-01-01T00:00:00Z" - @"PT0.000001S"', value: 'null' },
  { expression: '@"2024-03-01T00:00:00Z" - a', context: { a: { '@': '-PT1H' } }, value: '"2024-03-01T01:00:00Z"' },
]);
