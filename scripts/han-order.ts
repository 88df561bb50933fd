/** The width of a line of the committed table. */
const width = 64;

/**
 * Every character that the collator has a reading for, in the order of the readings. Behind them it puts those it knows no reading of, as any
 * language has them: by radical and strokes. These need no table.
 */
export function hanOrder(): string {
  const byReading = new Intl.Collator('zh-u-co-pinyin').compare;
  const byRadical = new Intl.Collator('und').compare;
  const sorted = ideographs().toSorted((a, b) => byReading(a, b) || (a < b ? -1 : 1));
  let read = sorted.length;
  while (read > 1 && byRadical(sorted[read - 2] ?? '', sorted[read - 1] ?? '') < 0) read--;
  const lines = Array.from({ length: Math.ceil((read - 1) / width) }, (_, at) =>
    sorted.slice(at * width, Math.min((at + 1) * width, read - 1)).join(''),
  );
  return `${lines.join('\n')}\n`;
}

/** Zero as it is written in years and numbers of rooms is no ideograph to Unicode, and one to readers. */
const zero = '〇';

function ideographs(): string[] {
  const all = [zero];
  for (let code = 0x3400; code < 0x3_3480; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{Unified_Ideograph}/u.test(character)) all.push(character);
  }
  return all;
}
