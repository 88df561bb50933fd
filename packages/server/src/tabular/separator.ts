const separators = [',', ';', '\t', '|'];

/**
 * The separator of a CSV file: the character found most often outside quotes in its first rows. A first line `sep=;`, which
 * Excel writes, decides. Commas win a draw.
 */
export function separatorOf(start: string): { readonly separator: string; readonly skip: number } {
  const told = /^sep=(.)\r?\n/.exec(start);
  if (told?.[1] !== undefined) return { separator: told[1], skip: told[0].length };
  const outside = start
    .slice(0, 64 * 1024)
    .replace(/"(?:[^"]|"")*"?/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 10)
    .join('\n');
  let best = ',';
  let most = 0;
  for (const separator of separators) {
    const count = outside.split(separator).length - 1;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return { separator: best, skip: 0 };
}
