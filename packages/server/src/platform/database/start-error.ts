export type StartErrorCode =
  | 'database.in-use'
  | 'database.folder-closed'
  | 'database.folder-foreign'
  | 'database.other-version'
  | 'database.half-moved'
  | 'database.no-binaries'
  | 'database.strong-role'
  | 'database.failed';

/** Why the private PostgreSQL server did not start, in words for the person who started it. */
export class DatabaseStartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string) {
    super(message);
    this.name = 'DatabaseStartError';
    this.code = code;
  }
}
