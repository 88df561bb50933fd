import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookParts, workbookOf } from '../../../../tests/support/workbook.ts';
import { zipOf } from '../../../../tests/support/zip.ts';
import { sourceOfBytes } from './bytes.ts';
import { checkWorkbook } from './check-workbook.ts';
import { createProblems } from './file-problem.ts';
import { readWorkbook } from './read-workbook.ts';

async function read(bytes: Buffer) {
  const problems = createProblems();
  const sheets = await readWorkbook(sourceOfBytes('book.xlsx', bytes), problems);
  return { sheets, codes: problems.list.map(({ code }) => code) };
}

const small = {
  人员: [
    ['姓名', '到岗日期'],
    ['张三', { serial: 46349 }],
    ['李四', 20261123],
    [true, null],
  ],
} as const;
const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024, 32);

describe('a workbook', () => {
  it('gives its sheets with the values of their cells', async () => {
    const { sheets, codes } = await read(workbookOf(small));
    expect(codes).toEqual([]);
    expect(sheets).toEqual([
      {
        name: '人员',
        rows: [
          ['姓名', '到岗日期'],
          ['张三', new Date('2026-11-23T00:00:00Z')],
          ['李四', 20261123],
          [true, null],
        ],
      },
    ]);
  });

  it('is refused before it is unpacked when its list of contents promises too much', async () => {
    const huge = { name: 'xl/media/a.bin', bytes: zeros(1), claimed: 900 * 1024 * 1024 };
    const started = performance.now();
    expect(await checkWorkbook(zipOf([...bookParts(small), huge]))).toBe('zip-bomb');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is refused when a part packs suspiciously well', async () => {
    expect(
      await checkWorkbook(zipOf([...bookParts(small), { name: 'xl/worksheets/sheet9.xml', bytes: zeros(40) }])),
    ).toBe('zip-bomb');
  });

  it('is refused when a part holds more than the list says', async () => {
    expect(
      await checkWorkbook(zipOf([...bookParts(small), { name: 'xl/x.xml', bytes: zeros(20), claimed: 1000 }])),
    ).toBe('zip-bomb');
  });

  it('is refused when it has too many parts', async () => {
    const parts = Array.from({ length: 2100 }, (_, at) => ({ name: `xl/${at}`, bytes: Buffer.from('x') }));
    expect(await checkWorkbook(zipOf([...bookParts(small), ...parts]))).toBe('zip-bomb');
  });

  it('is refused when it is something else', async () => {
    expect((await read(Buffer.from('编号,姓名\n'))).codes).toEqual(['not-a-workbook']);
    expect((await read(Buffer.alloc(0))).codes).toEqual(['not-a-workbook']);
    expect((await read(zipOf([{ name: 'a.txt', bytes: Buffer.from('x') }]))).codes).toEqual(['not-a-workbook']);
    expect((await read(zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<workbook') }]))).codes).toEqual([
      'not-a-workbook',
    ]);
  });

  it('never brings the program down, whatever its bytes', async () => {
    const whole = workbookOf(small);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, cut) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        const { sheets, codes } = await read(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
        expect(sheets === null).toBe(codes.length > 0);
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});
