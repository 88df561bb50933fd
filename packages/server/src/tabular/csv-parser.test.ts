import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvStop, createCsvParser } from './csv-parser.ts';

function parse(text: string, separator = ',', pieces: readonly number[] = []): string[][] {
  const rows: string[][] = [];
  const parser = createCsvParser(separator, (cells) => rows.push(cells));
  let from = 0;
  for (const length of pieces) {
    parser.push(text.slice(from, from + length));
    from += length;
  }
  parser.push(text.slice(from));
  parser.end();
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('the CSV reader', () => {
  it('reads quotes, doubled quotes, line ends inside quotes and all line ends', () => {
    expect(parse('a,"b ""c"", d"\r\n"e\nf",\ng\rh')).toEqual([['a', 'b "c", d'], ['e\nf', ''], ['g'], ['h']]);
    expect(parse('a;b\tc', ';')).toEqual([['a', 'b\tc']]);
    expect(parse('')).toEqual([]);
    expect(parse('""')).toEqual([['']]);
  });

  it('takes a quotation mark inside a cell for text', () => {
    expect(parse('5" pipe,x')).toEqual([['5" pipe', 'x']]);
  });

  it('reads back whatever is written, in pieces of any size', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '字', '𠮷', ' ') }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(7), { maxLength: 40 }),
        (rows, pieces) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
          expect(parse(text, ',', pieces)).toEqual(rows);
        },
      ),
    );
  });

  it('stops at a quote that is never closed, and says where it began', () => {
    expect(() => parse('a,b\nc,"d\ne,f\n')).toThrow(new CsvStop('unclosed-quote', 2));
    expect(() => parse(`a\n"${'x'.repeat(2_000_000)}`)).toThrow(new CsvStop('unclosed-quote', 2));
    expect(() => parse('x'.repeat(2_000_000))).toThrow(new CsvStop('line-too-long', 1));
    expect(() => parse(','.repeat(300))).toThrow(new CsvStop('too-many-columns', 1));
  });
});
