import { JournalError } from './journal-error.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785. Numbers and the escapes of strings are those of ECMAScript, which the RFC takes over; keys are sorted by UTF-16 unit, which is
 * the order of `sort()`. What has no form there is refused: a lone surrogate, NaN, the infinities, and what is no JSON at all.
 */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new JournalError('not-json');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return isList(value) ? `[${value.map(canonicalJson).join(',')}]` : members(value);
    default:
      throw new JournalError('not-json');
  }
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

function members(value: { readonly [key: string]: Json }): string {
  let text = '{';
  for (const key of Object.keys(value).toSorted(byUnit)) {
    const member = value[key];
    if (member === undefined) throw new JournalError('not-json');
    text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

export const byUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new JournalError('lone-surrogate');
  return JSON.stringify(text);
}
