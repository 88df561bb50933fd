/**
 * Whether a spreadsheet may run a text of a CSV file as a formula. Blanks and marks nobody sees are passed over before the sign, and a
 * full-width sign is the sign itself: Excel takes both so, where its language is Chinese or Japanese. A leading tab or line end counts by
 * itself, since it moves what follows into a cell of its own.
 */
export function isFormulaLike(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  const [first = ''] = text.replace(/^[\s\p{C}]+/u, '').slice(0, 2);
  return /^[=+\-@]/.test(first.normalize('NFKC'));
}
