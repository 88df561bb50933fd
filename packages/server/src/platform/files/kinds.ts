import { ExplainedError } from '../words/explained-error.ts';
import { createWords, type Phrase, type Values } from '../words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** What is taken. Each is named after its usual extension. */
export const mimes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;

/** A package of a course is kept beside evidence, and is none. */
export const keptMimes = { ...mimes, zip: 'application/zip' } as const;

export type FileKind = keyof typeof mimes;
export type KeptKind = keyof typeof keptMimes;
export type PictureKind = 'jpg' | 'png' | 'webp';

export type FileLimits = {
  /** Bytes of one file as it comes in. */
  readonly bytes: number;
  /** Files of one request. */
  readonly count: number;
  /** Of a picture: a small file can unpack to gigabytes. */
  readonly pixels: number;
  /** Bytes of a package of a course. */
  readonly packageBytes: number;
};

export const usualLimits: FileLimits = {
  bytes: 25 * 2 ** 20,
  count: 10,
  pixels: 50_000_000,
  packageBytes: 100 * 2 ** 20,
};

export type FileReason = keyof typeof zh;

export type FileRefused = { readonly ok: false; readonly code: `file.${FileReason}`; readonly phrase: Phrase };

const say = createWords(zh, en);

/** The sender is told what to do instead: an expected outcome, not an error. */
export function refuseFile(reason: FileReason, limits: FileLimits = usualLimits): FileRefused {
  const limit: Partial<Record<FileReason, number>> = {
    'too-large': Math.floor(limits.bytes / 2 ** 20),
    'too-many': limits.count,
    'package-too-large': Math.floor(limits.packageBytes / 2 ** 20),
    'picture-too-large': Math.floor(limits.pixels / 1_000_000),
  };
  const values: Values = limit[reason] === undefined ? {} : { limit: limit[reason] };
  return { ok: false, code: `file.${reason}`, phrase: say(reason, values) };
}

/** A stored file cannot be given back. */
export const fileFault = (reason: 'gone' | 'changed', cause?: unknown): ExplainedError =>
  new ExplainedError(`file.${reason}`, say(reason), cause === undefined ? {} : { cause });
