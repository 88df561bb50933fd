import { expect } from 'vitest';

type Both = { readonly zh: string; readonly en: string };

/** What the sentence quotes is the user's own text, in any language. */
const unquoted = (text: string): string => text.replaceAll(/“[^”]*”/gu, ' ');
const quoted = (text: string): string[] => [...text.matchAll(/“[^”]*”/gu)].map(([whole]) => whole).toSorted();
const numbers = (text: string): string[] => [...new Set(unquoted(text).match(/\d+/g))].toSorted();
/** Paths and dotted names: clauses, rules, fields, documents. */
const names = (text: string): string[] => unquoted(text).match(/[\w-]+[./][\w./-]*\w/g) ?? [];

/** Why a sentence is not said equally well in both languages; empty when it is. */
export function unequal({ zh, en }: Both): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) faults.push(`${what}: ${zh} / ${en}`);
  };
  need(/\p{Script=Han}/u.test(unquoted(zh)), 'no Chinese');
  need(zh.endsWith('。'), 'the Chinese is no whole sentence');
  need(!/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(unquoted(zh)), 'half-width punctuation');
  need(!/[\p{Script=Han}，。：；、（）]/u.test(unquoted(en)), 'Chinese in the English');
  need(!/undefined|\[object|\$\{|NaN/.test(unquoted(`${zh} ${en}`)), 'a value that is not there');
  need(quoted(zh).join() === quoted(en).join(), 'quotes differ');
  need(numbers(zh).join() === numbers(en).join(), 'numbers differ');
  need(
    names(en).every((name) => zh.includes(name)),
    'a name is lost',
  );
  need(zh.isWellFormed() && en.isWellFormed(), 'half of a surrogate pair');
  return faults;
}

export const expectBothLanguages = (message: Both): void => expect(unequal(message)).toEqual([]);
