import { readText } from '../files/text-content.ts';
import { type ContentsFault, contentsOf, unpacked } from './contents.ts';
import { type Manifest, type ManifestFault, readManifest } from './manifest.ts';

export type PackageFault = ContentsFault | ManifestFault | 'package-no-manifest' | 'package-encoding' | 'marked';

/** What is read for classification marks: what people read, as text. Scripts are looked at by the two who review. */
const readable = /\.(?:x?html?|xml|txt|json|vtt|csv)$/i;
const pages = /\.x?html?$/i;
/** Characters of all texts together: more is no course but an archive. */
const mostText = 60 * 2 ** 20;

/** Why a package is not taken, or its manifest. `refuses`: whether a text must not come in. */
export function checkPackage(zip: Buffer, refuses: (text: string) => boolean): Manifest | PackageFault {
  const contents = contentsOf(zip);
  if (typeof contents === 'string') return contents;
  const file = contents.get('imsmanifest.xml');
  if (file === undefined) return 'package-no-manifest';
  let read = 0;
  for (const [path, entry] of contents) {
    if (refuses(path)) return 'marked';
    if (!readable.test(path)) continue;
    read += entry.size;
    if (read > mostText) return 'package-too-large';
    const bytes = unpacked(entry);
    if (bytes === null) return 'package-damaged';
    // Into a page in two-byte characters no adapter can be put without writing the page anew.
    if (pages.test(path) && isWide(bytes)) return 'package-encoding';
    const text = readText(bytes);
    if (text !== null && refuses(text)) return 'marked';
  }
  const bytes = unpacked(file);
  const text = bytes === null ? null : readText(bytes);
  return text === null ? 'package-manifest' : readManifest(text, (path) => contents.has(path));
}

const isWide = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
