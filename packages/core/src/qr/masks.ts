/** Which modules a mask turns over (ISO/IEC 18004, table 10). */
export const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** How hard a code is to read: long runs, blocks, what looks like a corner, and too much of one colour. */
export function penalty(matrix: readonly (readonly boolean[])[]): number {
  const rows = matrix.map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  const columns = matrix.map((_, column) => rows.map((row) => row[column]).join(''));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    sum += 40 * [...line.matchAll(/(?=0000(?=1011101)|1011101(?=0000))/g)].length;
  }
  for (let at = 0; at + 1 < rows.length; at++)
    for (let column = 0; column + 1 < rows.length; column++) {
      const four = `${rows[at]?.slice(column, column + 2)}${rows[at + 1]?.slice(column, column + 2)}`;
      if (four === '0000' || four === '1111') sum += 3;
    }
  const dark = rows.join('').replaceAll('0', '').length / rows.length ** 2;
  return sum + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}
