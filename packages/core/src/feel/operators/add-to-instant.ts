import { instantStep } from './makers/instant-step.ts';
import { always } from './makers/signature.ts';

export const addToInstant = instantStep('add to instant', '+', always('{0}之后{1}', '{1} after {0}'), [
  {
    expression: '@"2026-03-01T23:30:00+08:00" + @"PT24H"',
    value: '"2026-03-02T15:30:00Z"',
    note: 'a point in time keeps no memory of its offset',
  },
  { expression: '@"PT24H" + @"2024-02-28T12:00:00Z"', value: '"2024-02-29T12:00:00Z"' },
  { expression: '@"2026-03-01T00:00:00Z" + a', context: { a: null }, value: 'null' },
  { expression: '@"2199-12-31T23:00:00Z" + @"PT1H"', value: 'null' },
]);
