import { createHash } from 'node:crypto';
import { hasClassifiedLine, hasClassifiedMark } from '@sallyport/core/facts';
import { checkPackage } from '../scorm/check-package.ts';
import { detect } from './detect.ts';
import { cleanName } from './file-name.ts';
import {
  type FileKind,
  type FileLimits,
  type FileReason,
  type FileRefused,
  type KeptKind,
  keptMimes,
  refuseFile,
} from './kinds.ts';
import { refuseOffice } from './office-content.ts';
import { officeText } from './office-text.ts';
import { refusePdf } from './pdf-content.ts';
import { redraw } from './picture.ts';

export type Incoming = {
  readonly name: string;
  readonly source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What it is to become, where that is no evidence: a package of a course is taken as that alone. */
  readonly as?: 'package';
};

export type Inspected = {
  readonly ok: true;
  readonly name: string;
  readonly kind: KeptKind;
  readonly mime: string;
  /** What is to be kept; of a picture, not what came in. */
  readonly bytes: Buffer;
  readonly sha256: string;
};

/** Text that must not come in; by default, text with a classification mark. */
export type RefuseText = (text: string) => boolean;

export const refuseMarked: RefuseText = (text) => hasClassifiedMark(text) || hasClassifiedLine(text);

/** Reads an incoming file to its end or its limit, decides by content what it is, and says why not or gives what to keep. */
export async function inspect(
  file: Incoming,
  limits: FileLimits,
  refuse: RefuseText,
): Promise<Inspected | FileRefused> {
  const no = (reason: FileReason): FileRefused => refuseFile(reason, limits);
  if (refuse(file.name) || refuse(file.name.replace(/\.[^.]*$/, ''))) return no('marked');
  const isPackage = file.as === 'package';
  const bytes = await collect(file.source, isPackage ? limits.packageBytes : limits.bytes);
  if (bytes === null) return no(isPackage ? 'package-too-large' : 'too-large');
  if (bytes.length === 0) return no('empty');
  if (isPackage) {
    const checked = checkPackage(bytes, refuse);
    return typeof checked === 'string' ? no(checked) : kept(file.name, 'zip', bytes);
  }
  const found = await detect(bytes, file.name);
  if ('reason' in found) return no(found.reason);
  if (found.text !== null && refuse(found.text)) return no('marked');
  const keeping = await keepable(bytes, found.kind, limits);
  if ('reason' in keeping) return no(keeping.reason);
  if ((found.kind === 'docx' || found.kind === 'xlsx') && refuse(officeText(bytes))) return no('marked');
  return kept(file.name, found.kind, keeping.bytes);
}

const kept = (name: string, kind: KeptKind, bytes: Buffer): Inspected => ({
  ok: true,
  name: cleanName(name, kind),
  kind,
  mime: keptMimes[kind],
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function keepable(
  bytes: Buffer,
  kind: FileKind,
  limits: FileLimits,
): Promise<{ readonly bytes: Buffer } | { readonly reason: FileReason }> {
  if (kind === 'jpg' || kind === 'png' || kind === 'webp') return await redraw(bytes, kind, limits);
  const reason = kind === 'pdf' ? refusePdf(bytes) : kind === 'docx' || kind === 'xlsx' ? refuseOffice(bytes) : null;
  return reason === null ? { bytes } : { reason };
}

/** Stops reading at the limit: a sender without end must not fill the memory. */
async function collect(source: Incoming['source'], most: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
