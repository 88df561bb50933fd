/** The database cannot be reached, or went away in the middle: nothing was committed that was not acknowledged; try again. */
export class LostConnection extends Error {
  constructor(cause: unknown) {
    super('the database cannot be reached', { cause });
    this.name = 'LostConnection';
  }

  /** Class 08 (connection), 57P01-57P05 (shut down, crashed, starting), or the socket's own errors. */
  static is(error: unknown): boolean {
    if (error instanceof LostConnection) return true;
    if (!(error instanceof Error)) return false;
    const code = 'code' in error ? String(error.code) : '';
    return (
      code.startsWith('08') ||
      /^57P0[1-5]$/.test(code) ||
      ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT'].includes(code) ||
      error.message.startsWith('Connection terminated')
    );
  }
}
