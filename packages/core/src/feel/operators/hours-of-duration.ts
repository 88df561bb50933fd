import { durationPart } from './makers/duration-part.ts';
import { always } from './makers/signature.ts';

export const hoursOfDuration = durationPart({
  name: 'hours',
  of: 'duration',
  unit: 3_600_000_000,
  modulo: 24,
  words: always('{0}除整天外的小时数', 'the hours of {0} beyond whole days'),
  cases: [
    { expression: '@"P2DT12H".hours', value: '12' },
    { expression: '@"-PT36H".hours', value: '-12' },
    { expression: '@"PT59M".hours', value: '0' },
    { expression: '(@"P1D" * 104250).hours', value: 'null' },
  ],
});
