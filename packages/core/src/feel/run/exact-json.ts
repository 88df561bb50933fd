/** A number as JSON wrote it: a double would lose digits of 0.1 or of 34 of them. */
export class WrittenNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** `JSON.parse` with numbers kept as written; throws a SyntaxError as it does. */
export const parseExactJson = (text: string): unknown =>
  'rawJSON' in JSON ? parseWithSource(text) : parseMarked(text);

function parseWithSource(text: string): unknown {
  const revive: Reviver = (_, value, context) =>
    typeof value === 'number' ? new WrittenNumber(context?.source ?? String(value)) : value;
  return JSON.parse(text, revive);
}

const stringOrNumber = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*/g;

/** The same where JSON.parse does not tell the source, before Node 21: every text is marked, so that no text can pass for a number. */
export function parseMarked(text: string): unknown {
  JSON.parse(text); // Only of valid JSON does the pattern see the parts.
  const marked = text.replace(stringOrNumber, (whole: string, string?: string, colon?: string) =>
    string === undefined ? `"n${whole}"` : colon === undefined ? `"t${string.slice(1)}` : whole,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value !== 'string' ? value : value.startsWith('n') ? new WrittenNumber(value.slice(1)) : value.slice(1),
  );
}
