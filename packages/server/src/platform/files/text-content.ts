/** Text as people's programs write it: UTF-8, UTF-16 with its mark, or GB 18030. `null` for anything else. */
export function readText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text === null || control.test(text) ? null : text;
}

/** Tabs, line ends and form feeds are in real text; other control characters are not. */
const control = /[^\P{Cc}\t\n\f\r]|[\ufffe\uffff]/u;

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}

/** Pages and scripts: what a program would run when the file came to it under another name. */
const runsAtStart = /^\s*(?:<[a-z!?/]|#!|%!ps|\{\\rtf|@echo\b|mime-version:)/i;
const markup = /<\s*(?:script|html|svg|iframe|object|embed|body|xml)\b/i;
/** A cell that makes a spreadsheet start a program: =cmd|'/C …'!A0. */
const startsProgram = /(?:^|[,;\t\n\r"])\s*[=+@-][^,;\t\n\r]*\|[^,;\t\n\r]*!/;

export const isActiveText = (text: string): boolean =>
  runsAtStart.test(text) || markup.test(text) || startsProgram.test(text);
