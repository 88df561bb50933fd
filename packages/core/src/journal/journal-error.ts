/** What the caller may not ask of the journal. Damaged or hostile input is never thrown: it is told as a value. */
export type JournalErrorCode =
  | 'lone-surrogate'
  | 'not-json'
  | 'entry-too-long'
  | 'entry-malformed'
  | 'salt-length'
  | 'hash-length'
  | 'tile-missing'
  | 'out-of-range'
  | 'duplicate-row'
  | 'batch-shape'
  | 'cover-missing'
  | 'key-name';

export class JournalError extends Error {
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode) {
    super(`journal.${code}`);
    this.name = 'JournalError';
    this.code = code;
  }
}
