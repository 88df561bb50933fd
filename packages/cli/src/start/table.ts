/** Columns a text takes on a terminal: Chinese characters and full-width signs take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}

export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** Rows as lines with aligned columns: the first to the left, numbers to the right. */
export function cells(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((text, index) => Math.max(known[index] ?? 0, width(text))),
    [],
  );
  return rows.map((row) =>
    row
      .map((text, index) =>
        index === 0
          ? padded(text, widths[index] ?? 0)
          : ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text))) + text,
      )
      .join('  '),
  );
}
