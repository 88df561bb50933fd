import type { Operator, ScalarOperator } from '../operator.ts';
import { absolute } from './absolute.ts';
import { addDurations } from './add-durations.ts';
import { addNumbers } from './add-numbers.ts';
import { addToDay } from './add-to-day.ts';
import { addToInstant } from './add-to-instant.ts';
import { addWorkingDays } from './add-working-days.ts';
import { and } from './and.ts';
import { atLeast } from './at-least.ts';
import { atMost } from './at-most.ts';
import { concatenate } from './concatenate.ts';
import { contains } from './contains.ts';
import { count } from './count.ts';
import { dateOfDay } from './date-of-day.ts';
import { daysOfDuration } from './days-of-duration.ts';
import { divideNumbers } from './divide-numbers.ts';
import { endsWith } from './ends-with.ts';
import { equal } from './equal.ts';
import { greaterThan } from './greater-than.ts';
import { hoursOfDuration } from './hours-of-duration.ts';
import { conditional } from './if.ts';
import { isNull } from './is-null.ts';
import { lessThan } from './less-than.ts';
import { listContains } from './list-contains.ts';
import { makeDay } from './make-day.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { monthOfDay } from './month-of-day.ts';
import { monthsAfterDay } from './months-after-day.ts';
import { monthsBeforeDay } from './months-before-day.ts';
import { monthsBetween } from './months-between.ts';
import { monthsOfDuration } from './months-of-duration.ts';
import { multiplyNumbers } from './multiply-numbers.ts';
import { negate } from './negate.ts';
import { not } from './not.ts';
import { oneOf } from './one-of.ts';
import { or } from './or.ts';
import { rollForward } from './roll-forward.ts';
import { scaleDuration } from './scale-duration.ts';
import { startsWith } from './starts-with.ts';
import { stringLength } from './string-length.ts';
import { substring } from './substring.ts';
import { substringAfter } from './substring-after.ts';
import { substringBefore } from './substring-before.ts';
import { subtractDurations } from './subtract-durations.ts';
import { subtractFromDay } from './subtract-from-day.ts';
import { subtractFromInstant } from './subtract-from-instant.ts';
import { subtractNumbers } from './subtract-numbers.ts';
import { sum } from './sum.ts';
import { timeBetween } from './time-between.ts';
import { weekdayOfDay } from './weekday-of-day.ts';
import { widen } from './widen.ts';
import { workingDaysBetween } from './working-days-between.ts';
import { yearOfDay } from './year-of-day.ts';
import { yearsOfDuration } from './years-of-duration.ts';

/** What stands behind a sign; the first whose types fit is taken. */
export const infix: ReadonlyMap<string, readonly ScalarOperator[]> = new Map(
  Object.entries({
    '+': [addNumbers, addToDay, monthsAfterDay, addToInstant, addDurations, concatenate],
    '-': [subtractNumbers, timeBetween, subtractFromDay, monthsBeforeDay, subtractFromInstant, subtractDurations],
    '*': [multiplyNumbers, scaleDuration],
    '/': [divideNumbers],
    '<': [lessThan],
    '<=': [atMost],
    '>': [greaterThan],
    '>=': [atLeast],
  }),
);

/** Functions by name. */
export const functions: ReadonlyMap<string, readonly Operator[]> = new Map(
  Object.entries({
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
  }),
);

/** What may stand after a point. */
export const properties: ReadonlyMap<string, readonly ScalarOperator[]> = new Map(
  Object.entries({
    year: [yearOfDay],
    month: [monthOfDay],
    day: [dateOfDay],
    weekday: [weekdayOfDay],
    days: [daysOfDuration],
    hours: [hoursOfDuration],
    years: [yearsOfDuration],
    months: [monthsOfDuration],
  }),
);

/** Operators the checker itself puts into the tree. */
export const builtIn = {
  and,
  or,
  not,
  equal,
  isNull,
  oneOf,
  conditional,
  negate,
  widen,
  rollForward,
  atLeast,
  atMost,
  lessThan,
  greaterThan,
  listContains,
};

/** Every operator once. */
export const allOperators: readonly Operator[] = [
  ...new Set<Operator>([
    and,
    or,
    equal,
    isNull,
    oneOf,
    conditional,
    negate,
    widen,
    ...[...infix.values()].flat(),
    ...[...functions.values()].flat(),
    ...[...properties.values()].flat(),
  ]),
];
