/** Written letter by letter, or a day figure by figure. */
const written: ReadonlySet<string> = new Set([
  'find',
  'subject',
  'number',
  'on',
  'day',
  'by',
  'from',
  'before',
  'until',
]);

/**
 * Whether a change of the address takes the place of the one before. What is chosen is a step that the browser's back button undoes; of
 * what is still being written only the last state is.
 */
export const isBeingWritten = (next: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(next).some((name) => written.has(name));
