import type { Operator, ScalarOperator } from '../operator.ts';
import { absolute } from './absolute.ts';
import { addNumbers } from './add-numbers.ts';
import { addToDay } from './add-to-day.ts';
import { addWorkingDays } from './add-working-days.ts';
import { and } from './and.ts';
import { atLeast } from './at-least.ts';
import { atMost } from './at-most.ts';
import { concatenate } from './concatenate.ts';
import { contains } from './contains.ts';
import { count } from './count.ts';
import { divideNumbers } from './divide-numbers.ts';
import { addDurations, scaleDuration, subtractDurations } from './duration-arithmetic.ts';
import { endsWith } from './ends-with.ts';
import { equal } from './equal.ts';
import { greaterThan } from './greater-than.ts';
import { conditional } from './if.ts';
import { addToInstant, subtractFromInstant } from './instant-arithmetic.ts';
import { isNull } from './is-null.ts';
import { lessThan } from './less-than.ts';
import { listContains } from './list-contains.ts';
import { makeDay } from './make-day.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { monthsBetween } from './months-between.ts';
import { monthsAfterDay, monthsBeforeDay } from './months-from-day.ts';
import { multiplyNumbers } from './multiply-numbers.ts';
import { negate } from './negate.ts';
import { not } from './not.ts';
import { oneOf } from './one-of.ts';
import { or } from './or.ts';
import { dateOfDay, monthOfDay, weekdayOfDay, yearOfDay } from './part-of-day.ts';
import { daysOfDuration, hoursOfDuration, monthsOfDuration, yearsOfDuration } from './part-of-duration.ts';
import { rollForward } from './roll-forward.ts';
import { startsWith } from './starts-with.ts';
import { stringLength } from './string-length.ts';
import { subtractFromDay } from './subtract-from-day.ts';
import { subtractNumbers } from './subtract-numbers.ts';
import { substring } from './substring.ts';
import { substringAfter } from './substring-after.ts';
import { substringBefore } from './substring-before.ts';
import { sum } from './sum.ts';
import { timeBetween } from './time-between.ts';
import { widen } from './widen.ts';
import { workingDaysBetween } from './working-days-between.ts';

/** What stands behind a sign; the first whose types fit is taken. */
export const infix: Readonly<Record<string, readonly ScalarOperator[]>> = {
  '+': [addNumbers, addToDay, monthsAfterDay, addToInstant, addDurations, concatenate],
  '-': [subtractNumbers, timeBetween, subtractFromDay, monthsBeforeDay, subtractFromInstant, subtractDurations],
  '*': [multiplyNumbers, scaleDuration],
  '/': [divideNumbers],
  '<': [lessThan],
  '<=': [atMost],
  '>': [greaterThan],
  '>=': [atLeast],
};

/** Functions by name. */
export const functions: Readonly<Record<string, readonly Operator[]>> = {
  not: [not],
  abs: [absolute],
  count: [count],
  min: [min],
  max: [max],
  sum: [sum],
  date: [makeDay],
  contains: [contains],
  substring: [substring],
  'list contains': [listContains],
  'string length': [stringLength],
  'starts with': [startsWith],
  'ends with': [endsWith],
  'substring before': [substringBefore],
  'substring after': [substringAfter],
  'years and months duration': [monthsBetween],
  'add working days': [addWorkingDays],
  'working days between': [workingDaysBetween],
  'roll forward': [rollForward],
};

/** What may stand after a point. */
export const properties: Readonly<Record<string, readonly ScalarOperator[]>> = {
  year: [yearOfDay],
  month: [monthOfDay],
  day: [dateOfDay],
  weekday: [weekdayOfDay],
  days: [daysOfDuration],
  hours: [hoursOfDuration],
  years: [yearsOfDuration],
  months: [monthsOfDuration],
};

/** Operators the checker itself puts into the tree. */
export const builtIn = { and, or, not, equal, isNull, oneOf, conditional, negate, widen, rollForward, atLeast, atMost, lessThan, greaterThan, listContains };

/** Every operator once. */
export const allOperators: readonly Operator[] = [
  ...new Set<Operator>([
    and, or, equal, isNull, oneOf, conditional, negate, widen,
    ...Object.values(infix).flat(),
    ...Object.values(functions).flat(),
    ...Object.values(properties).flat(),
  ]),
];
