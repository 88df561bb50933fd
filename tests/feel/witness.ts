import { evaluate, FeelDate, FeelDateTime, FeelDuration } from 'feelin';
import {
  formatInstant,
  formatMicros,
  formatMonths,
  parseInstant,
  parseMicros,
  parseMonths,
} from '../../packages/core/src/calendar/index.ts';

/** Our at-literals as feelin's values; everything else as it is. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null) return value;
  if ('@' in value) return evaluate(`@"${String(value['@'])}"`, {}).value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, given(part)]));
}

/** What feelin answers, as the JSON text our engines print. */
export function witness(expression: string, context: unknown): string {
  try {
    return shown(evaluate(expression, (given(context) ?? {}) as Record<string, unknown>).value);
  } catch (error) {
    return `throws ${error instanceof Error ? error.name : 'something'}`;
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(',')}]`;
  if (value instanceof FeelDate) return JSON.stringify(value.iso);
  if (value instanceof FeelDateTime) {
    const instant = parseInstant(value.iso);
    return JSON.stringify(instant === null ? value.iso : formatInstant(instant));
  }
  if (value instanceof FeelDuration) return JSON.stringify(durationText(value.iso));
  return JSON.stringify(value) ?? 'undefined';
}

function durationText(iso: string): string {
  const months = parseMonths(iso);
  if (months !== null) return formatMonths(months);
  const micros = parseMicros(iso);
  return micros === null ? iso : formatMicros(micros);
}

/** Whether two answers are one: numbers as doubles, because feelin has no others. */
export function agree(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [a, b] = [
    JSON.parse(ours) as unknown,
    theirs.startsWith('throws') || theirs === 'undefined' ? undefined : JSON.parse(theirs),
  ];
  return JSON.stringify(a) === JSON.stringify(b);
}
