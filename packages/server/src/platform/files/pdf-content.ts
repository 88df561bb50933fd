import { inflateSync } from 'node:zlib';
import type { FileReason } from './kinds.ts';

const mostUnpacked = 64 * 2 ** 20;

/** Names that make a reader run, fetch, send or unpack something. */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|3D)(?![A-Za-z0-9])/;

/**
 * Why a PDF file is not taken; `null` when it is. Looked at are the objects in the open and those packed into object
 * streams; page content and pictures hold no actions, and among their bytes any name turns up by chance.
 */
export function refusePdf(file: Buffer): FileReason | null {
  // A reader would forgive other bytes in front, and another program would take the file for what they say.
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'document-damaged';
  const text = file.toString('latin1');
  if (!text.slice(-1024).includes('%%EOF')) return 'document-damaged';
  const open: string[] = [];
  let room = mostUnpacked;
  let at = 0;
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (match.index < at) continue;
    const outside = text.slice(at, match.index);
    const from = match.index + match[0].length;
    const end = text.indexOf('endstream', from);
    if (end === -1) return 'document-damaged';
    open.push(outside);
    at = end;
    const dictionary = readable(outside.slice(outside.lastIndexOf(' obj') + 1));
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue;
    const unpacked = unpack(dictionary, file.subarray(from, end), room);
    if (unpacked === null) return 'document-damaged';
    room -= unpacked.length;
    open.push(unpacked);
  }
  open.push(text.slice(at));
  const names = open.map(readable);
  if (names.some((part) => /\/Encrypt(?![A-Za-z0-9])/.test(part))) return 'protected';
  return names.some((part) => active.test(part)) ? 'active-content' : null;
}

/** `/J#61vaScript` is the same name to a reader. */
const readable = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function unpack(dictionary: string, bytes: Buffer, room: number): string | null {
  if (!/\/Filter/.test(dictionary)) return bytes.toString('latin1');
  if (/\/Predictor/.test(dictionary)) return null;
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/|>>)/.test(dictionary)) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(room, 1) }).toString('latin1');
  } catch {
    return null;
  }
}
