import { parseDay, parseInstant, parseMicros, parseMonths } from '../../calendar/index.ts';
import { parseDecimal } from '../decimal.ts';
import { Refusal } from '../refusal.ts';
import type { Node } from '../tree.ts';
import type { Type } from '../types.ts';
import type { Value } from '../values.ts';

export type Span = { readonly from: number; readonly to: number };

export const literalNode = (type: Type, value: Value, { from, to }: Span): Node => ({
  form: 'literal',
  type,
  value,
  nullable: value === null,
  from,
  to,
});

/** A number as written: whole numbers are integers, anything with a point is decimal. */
export function numberLiteral(text: string, span: Span): Node {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    if (!Number.isSafeInteger(value))
      throw new Refusal(
        'this whole number is larger than 9007199254740991; write it with a point to get a decimal',
        span.from,
        span.to,
      );
    return literalNode('integer', value, span);
  }
  const value = /^\d*\.\d+$/.test(text) && text.length <= 40 ? parseDecimal(text) : null;
  if (!value)
    throw new Refusal(
      `“${text.slice(0, 40)}” is not a number of the subset; write digits, at most one point, no exponent`,
      span.from,
      span.to,
    );
  return literalNode('decimal', value, span);
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\', "'": "'" };

/** The text of a string literal, NFC. U+0000 and lone surrogates are refused: three engines would keep three different things. */
export function stringText(source: string, span: Span): string {
  const text = source
    .slice(1, -1)
    .replaceAll(/\\(u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|[\s\S])/g, (whole, code: string) => {
      if (code.length === 1) {
        const known = escapes[code];
        if (known === undefined)
          throw new Refusal(
            `“${whole}” is no escape; use \\n, \\t, \\r, \\", \\\\, \\uXXXX or \\UXXXXXX`,
            span.from,
            span.to,
          );
        return known;
      }
      const point = Number.parseInt(code.replaceAll(/[uU{}]/g, ''), 16);
      if (point > 0x10ffff) throw new Refusal('no such character', span.from, span.to);
      return String.fromCodePoint(point);
    });
  if (text.includes('\0') || !text.isWellFormed())
    throw new Refusal('a text may hold neither U+0000 nor half of a surrogate pair', span.from, span.to);
  return text.normalize('NFC');
}

/** `@"…"` and `date("…")`, `date and time("…")`, `duration("…")`: a day, an instant or a duration by its ISO 8601 text. */
export function temporalLiteral(text: string, span: Span, only?: readonly Type[]): Node {
  const found = readTemporal(text);
  if (found && (!only || only.includes(found.type))) return literalNode(found.type, found.value, span);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?$/.test(text)) {
    throw new Refusal('a point in time needs an offset, such as +08:00 or Z', span.from, span.to);
  }
  throw new Refusal(
    `“${text.slice(0, 40)}” is no day (2026-11-23) from 1900 to 2199, point in time with offset, or duration (P12M, P3D, PT24H)`,
    span.from,
    span.to,
  );
}

/** A day, instant or duration by its text, or null. */
export function readTemporal(text: string): { type: Type; value: number } | null {
  const readers: readonly (readonly [Type, (text: string) => number | null])[] = [
    ['day', parseDay],
    ['instant', parseInstant],
    ['months', parseMonths],
    ['duration', parseMicros],
  ];
  for (const [type, read] of readers) {
    const value = read(text);
    if (value !== null) return { type, value };
  }
  return null;
}
