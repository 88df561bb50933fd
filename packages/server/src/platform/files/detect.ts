import { fileTypeFromBuffer } from 'file-type';
import { type FileKind, type FileReason, mimes } from './kinds.ts';
import { isActiveText, readText } from './text-content.ts';

export type Detected = { readonly kind: FileKind; readonly text: string | null } | { readonly reason: FileReason };

const kindOfMime = new Map<string, FileKind>(Object.entries(mimes).map(([kind, mime]) => [mime, kind as FileKind]));
const archives = /zip|compress|rar|tar|7z|gzip|bzip|x-xz|zstd|lz|iso9660|x-archive|x-cpio|vnd\.debian|java-archive/;

/** What a file is by its content. Its name only tells apart two kinds of text: tables and the rest. */
export async function detect(bytes: Buffer, name: string): Promise<Detected> {
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  const kind = kindOfMime.get(mime);
  if (kind !== undefined) return { kind, text: null };
  if (mime === 'image/apng') return { reason: 'picture-moving' };
  if (/^image\/hei[cf]/.test(mime)) return { reason: 'heic' };
  if (archives.test(mime)) return { reason: 'archive' };
  // Two letters are enough to be taken for something else: a table that begins with "BMI" passes for a bitmap.
  const extension = /\.(txt|csv)$/i.exec(name)?.[1]?.toLowerCase();
  const text = readText(bytes);
  if (text !== null && isActiveText(text)) return { reason: 'active-content' };
  if (text === null || (extension !== 'txt' && extension !== 'csv')) return { reason: 'kind-not-taken' };
  return { kind: extension, text };
}
