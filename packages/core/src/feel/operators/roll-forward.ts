import { rollForward as roll, type WorkingDays } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

const rollOrNone = (calendar: WorkingDays, day: number): number =>
  day === noDay ? noDay : (roll(calendar, day) ?? noDay);

/** Put around a limit whose clause says `rolls: yes`; not to be written in a rule. */
export const rollForward: ScalarOperator = {
  arity: 'scalar',
  name: 'roll forward',
  words: always('{0}，遇休息日顺延至下一个工作日', '{0}, or the next working day when that is a rest day'),
  cases: [
    { expression: 'roll forward(@"2026-11-22")', value: '"2026-11-23"' },
    { expression: 'roll forward(@"2026-11-23")', value: '"2026-11-23"' },
    { expression: 'roll forward(@"2024-09-29")', value: '"2024-09-29"' },
    { expression: 'roll forward(a)', context: { a: null }, value: 'null' },
  ],
  typeOf: fixed(['day'], 'day', 'always'),
  evaluate: ([day = null], _, { calendar }) => (day === null ? null : roll(calendar, day as number)),
  toKernel: ([day], _, writer) => scalar(`${writer.constant(rollOrNone)}(calendar,${day?.code})`),
  toSql: ([day = ''], _, writer) => `feel_add_working_days(${writer.calendar()}, ${day}, 0)`,
};
