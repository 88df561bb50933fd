import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importFolder, peopleCsv } from '../support/import-folder.ts';
import { workbookOf } from '../support/workbook.ts';
import { jsonLines, sallyport } from './sallyport.ts';

it('imports Chinese ledgers in GB18030 and XLSX alike, evaluates them, and changes nothing on bad input', () => {
  const csv = importFolder();
  csv.organisation();
  const text = csv.file('person.csv', gb18030(peopleCsv));
  const imported = sallyport('import', text, '--into', csv.into, '--kind', 'person', '--lang', 'en');
  expect(imported).toMatchObject({ status: 0 });

  const book = importFolder();
  book.organisation();
  const rows = peopleCsv.trim().split('\n');
  const sheet = book.file('person.xlsx', workbookOf({ 人员: rows.map((row) => row.split(',')) }));
  expect(sallyport('import', sheet, '--into', book.into)).toMatchObject({ status: 0 });
  expect(readFileSync(`${book.into}/person.jsonl`, 'utf8')).toBe(readFileSync(`${csv.into}/person.jsonl`, 'utf8'));

  const evaluated = sallyport('evaluate', '--register', csv.into, '--as-of', '2026-11-23', '--json');
  expect(evaluated).toMatchObject({ status: 0 });
  expect(jsonLines(evaluated.stdout).length).toBeGreaterThan(0);

  const before = csv.everything();
  const bad = csv.file('bad.csv', peopleCsv.replace('2010-1-1', '2023-02-30'));
  const refused = sallyport('import', bad, '--into', csv.into, '--kind', 'person', '--replace');
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('bad.csv:2:');
  expect(csv.everything()).toEqual(before);
});

/** Two bytes a Chinese character, found by decoding all pairs: Node only decodes GB18030. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from(Array.from(text).flatMap((character) => bytes.get(character) ?? [...Buffer.from(character)]));
}
