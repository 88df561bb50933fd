/** Points of a line of text at the size of the sheet, and of the air around it. */
const [lineHeight, air] = [15, 3];
/** As high as a spreadsheet lets a row be. */
const highest = 409;

/** Characters a text is wide, as the widths of columns are told: those of Chinese take two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2.1 : 1), 0);

/** How high a row is, so that each of its cells shows all it says: not every program works it out by itself when it opens the file. */
export function rowHeight(cells: readonly (string | number)[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) =>
    String(cell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, widths[at] ?? 10))), 0),
  );
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + air);
}
