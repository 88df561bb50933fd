import { firstDay, lastDay } from '../../../calendar/index.ts';
import { noDay } from '../../../facts/index.ts';
import { type Choice, chosenCode, type KernelValue, type KernelWriter, scalar } from '../../kernel.ts';

export const largest = Number.MAX_SAFE_INTEGER;

/** A whole number within ±(2^53 - 1), or null; never minus zero. */
export const integerOrNull = (value: number): number | null => (Number.isSafeInteger(value) ? value + 0 : null);

/** Kernel code that keeps a whole number within ±(2^53 - 1); NaN stays NaN. */
export function integerCode(code: string, writer: KernelWriter): KernelValue {
  const name = writer.temp(code);
  return scalar(`(${name}<=${largest}&&${name}>=-${largest}?${name}:NaN)`);
}

/** Kernel code that keeps a day number within the calendar; NaN becomes "not known". */
function dayCode(code: string, writer: KernelWriter): KernelValue {
  const name = writer.temp(code);
  return scalar(`(${name}>=${firstDay}&&${name}<=${lastDay}?${name}:${noDay})`);
}

/** A day as a number that is NaN when not known, so that arithmetic passes it on. */
export const dayNumber = (code: string): string => `(${code}===${noDay}?NaN:${code})`;

const literalMicros = /^\(*(-?\d{1,15})\)*$/;

/** The numbers a duration may be, where they are known while the code is written. */
function choicesOf(micros: KernelValue | undefined): readonly Choice[] | undefined {
  const literal = literalMicros.exec(micros?.code ?? '');
  return literal ? [{ test: null, value: Number(literal[1]) }] : micros?.choices;
}

/**
 * Kernel code of a day moved by a duration. A duration fixed when the code is written becomes a number of days: most settings are,
 * and then one comparison keeps the day within the calendar.
 */
export function movedDay(
  day: string,
  micros: KernelValue | undefined,
  sign: 1 | -1,
  writer: KernelWriter,
): KernelValue {
  const name = writer.temp(day);
  const choices = choicesOf(micros)?.map(({ test, value }) => ({ test, value: floorDays(sign * value) }));
  if (choices === undefined || choices.some(({ value }) => Math.abs(value) > lastDay - firstDay)) {
    const moved = sign > 0 ? `${micros?.code}` : `0-(${micros?.code})`;
    return dayCode(`${dayNumber(name)}+${writer.constant(floorDays)}(${moved})`, writer);
  }
  if (choices.length > 1) {
    // In 32 bits "not known" and what it is moved to lie outside the calendar on one side or the other.
    return dayCode(`(${name}+${chosenCode(choices)}|0)`, writer);
  }
  const days = choices[0]?.value ?? 0;
  // "Not known" is less than every day.
  const outside = days > 0 ? `${name}===${noDay}||${name}>${lastDay - days}` : `${name}<${firstDay - days}`;
  return scalar(`(${outside}?${noDay}:${name}${days < 0 ? days : `+${days}`})`);
}

/** Whole days of a duration in microseconds, rounded down; exact for every safe integer. */
export function floorDays(micros: number): number {
  const rest = ((micros % 86_400_000_000) + 86_400_000_000) % 86_400_000_000;
  return (micros - rest) / 86_400_000_000;
}
