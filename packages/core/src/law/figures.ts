import { parseDay, parseMicros, parseMonths } from '../calendar/index.ts';
import type { Type, Value } from '../feel/index.ts';
import type { Clause, SettingText } from './schema.ts';

/** A clause's figures that a rule can read, with their types. `counts` and `rolls` say how limits run and are no figures. */
export function figuresOf(
  clause: Pick<Clause, 'figures'>,
): { name: string; type: Type; value: Value; rolls: boolean }[] {
  const rolls = clause.figures?.['rolls'] === 'yes';
  return Object.entries(clause.figures ?? {}).flatMap(([name, text]) => {
    if (name === 'counts' || name === 'rolls') return [];
    const read = readFigure(text);
    return read ? [{ name, ...read, rolls }] : [];
  });
}

/** A figure is a whole number, a day or an ISO 8601 duration; null for anything else. */
export function readFigure(text: string | number): { type: Type; value: Value } | null {
  if (typeof text === 'number') return { type: 'integer', value: text };
  const day = parseDay(text);
  if (day !== null) return { type: 'day', value: day };
  const months = parseMonths(text);
  if (months !== null) return { type: 'months', value: months };
  const micros = parseMicros(text);
  return micros === null ? null : { type: 'duration', value: micros };
}

/** The FEEL type of a setting, and the value of a number in it. */
export function settingType(type: SettingText['type']): Type {
  return type === 'days' || type === 'hours' ? 'duration' : type === 'months' ? 'months' : 'integer';
}

export function settingValue(type: SettingText['type'], number: number): number {
  return type === 'days' ? number * 86_400_000_000 : type === 'hours' ? number * 3_600_000_000 : number;
}

/** The number that a value was written as: days of a setting of days, and not their microseconds. */
export function settingNumber(type: SettingText['type'], value: number): number {
  return value / settingValue(type, 1);
}
