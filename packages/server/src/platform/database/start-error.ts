import type { Phrase } from '../words/words.ts';

export type StartErrorCode =
  | 'database.in-use'
  | 'database.folder-closed'
  | 'database.folder-foreign'
  | 'database.other-version'
  | 'database.half-moved'
  | 'database.no-binaries'
  | 'database.strong-role'
  | 'database.unreachable'
  | 'database.failed';

/** Why the database could not be opened, in words for the person who started the program. */
export class DatabaseStartError extends Error {
  readonly code: StartErrorCode;
  readonly phrase: Phrase;

  constructor(code: StartErrorCode, phrase: Phrase, options?: ErrorOptions) {
    super(phrase.en, options);
    this.name = 'DatabaseStartError';
    this.code = code;
    this.phrase = phrase;
  }
}
