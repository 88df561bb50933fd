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
        {
          zh: '整数不能大于9007199254740991：请写上小数点，作为小数计算。',
          en: 'this whole number is larger than 9007199254740991; write it with a point to get a decimal',
        },
        span.from,
        span.to,
      );
    return literalNode('integer', value, span);
  }
  const value = /^\d*\.\d+$/.test(text) && text.length <= 40 ? parseDecimal(text) : null;
  if (!value)
    throw new Refusal(
      {
        zh: `“${text.slice(0, 40)}”不是可用的数：只写数字，最多一个小数点，不写指数。`,
        en: `“${text.slice(0, 40)}” is not a number of the subset; write digits, at most one point, no exponent`,
      },
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
            {
              zh: `“${whole}”不是转义写法：请用 \\n、\\t、\\r、\\"、\\\\、\\uXXXX 或者 \\UXXXXXX。`,
              en: `“${whole}” is no escape; use \\n, \\t, \\r, \\", \\\\, \\uXXXX or \\UXXXXXX`,
            },
            span.from,
            span.to,
          );
        return known;
      }
      const point = Number.parseInt(code.replaceAll(/[uU{}]/g, ''), 16);
      if (point > 0x10ffff)
        throw new Refusal(
          {
            zh: '没有编号这么大的字符：请核对转义写法中的编号。',
            en: 'no such character; check the number of the escape',
          },
          span.from,
          span.to,
        );
      return String.fromCodePoint(point);
    });
  if (text.includes('\0') || !text.isWellFormed())
    throw new Refusal(
      {
        zh: '文本不能含有U+0000或者半个代理对，各计算引擎的读法不一致：请删去这个字符。',
        en: 'a text may hold neither U+0000 nor half of a surrogate pair',
      },
      span.from,
      span.to,
    );
  return text.normalize('NFC');
}

/** `@"…"` and `date("…")`, `date and time("…")`, `duration("…")`: a day, an instant or a duration by its ISO 8601 text. */
export function temporalLiteral(text: string, span: Span, only?: readonly Type[]): Node {
  const found = readTemporal(text);
  if (found && (!only || only.includes(found.type))) return literalNode(found.type, found.value, span);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?$/.test(text)) {
    throw new Refusal(
      { zh: '时刻要写明时差：请在末尾加上+08:00或者Z。', en: 'a point in time needs an offset, such as +08:00 or Z' },
      span.from,
      span.to,
    );
  }
  throw new Refusal(
    {
      zh: `“${text.slice(0, 40)}”不是1900年至2199年的日期（2026-11-23）、带时差的时刻或者时长（P12M、P3D、PT24H）：请改成其中一种写法。`,
      en: `“${text.slice(0, 40)}” is no day (2026-11-23) from 1900 to 2199, point in time with offset, or duration (P12M, P3D, PT24H)`,
    },
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
