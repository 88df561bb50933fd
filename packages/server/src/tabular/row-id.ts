import { createHash } from 'node:crypto';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The id of a row that brings none: its kind and a hash of what it says. The same row gives the same id whatever its place in
 * the file, so that a list may be imported again; a row that was corrected is a new row, which is why lists that will be
 * corrected need ids of their own.
 */
export function idOfContent(kind: string, values: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${kebab(kind)}-${createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16)}`;
}
