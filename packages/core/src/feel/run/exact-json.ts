/** A number as JSON wrote it: a double would lose digits of 0.1 or of 34 of them. */
export class WrittenNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** `JSON.parse` with numbers kept as written; throws a SyntaxError as it does. */
export function parseExactJson(text: string): unknown {
  const revive: Reviver = (_, value, context) =>
    typeof value === 'number' ? new WrittenNumber(context?.source ?? String(value)) : value;
  return JSON.parse(text, revive);
}
