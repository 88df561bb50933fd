/** A number as JSON wrote it: a double would lose digits of 0.1 or of 34 of them. */
export class WrittenNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** One object says a name twice: of which value is meant JSON has no word (RFC 8259, 4), and `JSON.parse` takes the last. */
export class TwiceNamed extends SyntaxError {
  readonly key: string;

  constructor(key: string) {
    super(`the name ${JSON.stringify(key)} stands twice in one object`);
    this.key = key;
  }
}

/** `JSON.parse` with numbers kept as written; throws a SyntaxError as it does, and where an object says a name twice. */
export function parseExactJson(text: string): unknown {
  const found = 'rawJSON' in JSON ? parseWithSource(text) : parseMarked(text);
  refuseTwiceNamed(text);
  return found;
}

const nameOrBrace = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

/** Of valid JSON: a text before a colon is a name, and belongs to the innermost object that is open. */
function refuseTwiceNamed(text: string): void {
  const open: Set<string>[] = [];
  for (const [whole, string, colon] of text.matchAll(nameOrBrace)) {
    if (whole === '{') open.push(new Set());
    else if (whole === '}') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const key = JSON.parse(string) as string;
      const names = open.at(-1);
      if (names?.has(key) === true) throw new TwiceNamed(key);
      names?.add(key);
    }
  }
}

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
