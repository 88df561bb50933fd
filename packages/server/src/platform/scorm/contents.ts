import { readZipDirectory, type ZipEntry } from '../files/zip-directory.ts';

/** Of one package: what it unpacks to lies in the server's memory when it is given out. */
export const packageLimits = { files: 5000, unpacked: 300 * 2 ** 20, file: 100 * 2 ** 20, path: 300 };

export type Contents = ReadonlyMap<string, ZipEntry>;
export type ContentsFault = 'package-damaged' | 'protected' | 'package-too-large' | 'package-paths';

/** Anything that could lie elsewhere than in the package, or be two files to somebody else: nothing is ever written under these names all the same. */
const strange = /(?:^|\/)\.{1,2}(?:\/|$)|^\/|\/\/|[\\:\p{Cc}\ufffd]/u;

/** The files of a package, judged by its directory alone; nothing is unpacked. */
export function contentsOf(zip: Buffer): Contents | ContentsFault {
  const entries = readZipDirectory(zip);
  if (entries === null || entries.length === 0) return 'package-damaged';
  if (entries.length > packageLimits.files) return 'package-too-large';
  if (entries.some(({ encrypted }) => encrypted)) return 'protected';
  if (entries.some(({ name }) => strange.test(name) || name.length > packageLimits.path)) return 'package-paths';
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) return 'package-paths';
  // What a directory claims is what is unpacked at most: a bomb that claims little stays as little as it claims.
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > packageLimits.unpacked || entries.some(({ size }) => size > packageLimits.file))
    return 'package-too-large';
  return new Map(entries.flatMap((entry) => (entry.name.endsWith('/') ? [] : [[entry.name, entry] as const])));
}

/** One file of it; null where it is damaged or holds more than it claims. */
export const unpacked = ({ unpack, size }: ZipEntry): Buffer | null => {
  const bytes = unpack(Math.max(size, 1));
  return bytes === null || bytes.length !== size ? null : bytes;
};
