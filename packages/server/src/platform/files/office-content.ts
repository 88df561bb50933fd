import type { FileReason } from './kinds.ts';
import { readZipDirectory } from './zip-directory.ts';

const mostParts = 5000;
const mostUnpacked = 300 * 2 ** 20;
const mostRelations = 2 ** 20;

/** Macros, ActiveX, OLE packages, and programs by their names. Embedded documents stay closed: they are data to us. */
const activePart =
  /(?:^|\/)(?:vba[^/]*\.(?:bin|xml)|activex\/.*|oleobject[^/]*|macrosheets\/.*|attachedtoolbars[^/]*)$|\.(?:exe|dll|com|scr|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|lnk|jar|msi)$/i;
const activeType = /macroEnabled|vbaProject|ms-office\.activeX/i;
/** Parts that an office program fetches or starts by itself when it opens the document. */
const fetched =
  /<Relationship\b(?=[^>]*\/(?:attachedTemplate|oleObject|frame|subDocument|package)")(?=[^>]*TargetMode\s*=\s*["']External)/i;

/** Why a DOCX or XLSX file is not taken; `null` when it is. It is judged by its directory, its types and its relations. */
export function refuseOffice(file: Buffer): FileReason | null {
  const entries = readZipDirectory(file);
  if (entries === null || entries.length === 0 || entries.length > mostParts) return 'document-damaged';
  if (entries.some(({ encrypted }) => encrypted)) return 'protected';
  if (entries.reduce((total, { size }) => total + size, 0) > mostUnpacked) return 'document-damaged';
  if (entries.some(({ name }) => /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|\\|\0/.test(name))) return 'document-damaged';
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) return 'document-damaged';
  if (entries.some(({ name }) => activePart.test(name))) return 'active-content';
  for (const { name, unpack } of entries) {
    if (!/\.rels$|^\[content_types\]\.xml$/i.test(name)) continue;
    const part = unpack(mostRelations);
    if (part === null) return 'document-damaged';
    const text = withoutEntities(part.toString(part[0] === 0xff ? 'utf16le' : 'utf8'));
    if (fetched.test(text) || activeType.test(text)) return 'active-content';
  }
  return null;
}

/** `&#69;xternal` is the same word to an XML reader. */
export const withoutEntities = (text: string): string =>
  text.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
    const point = code.startsWith('x') || code.startsWith('X') ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
