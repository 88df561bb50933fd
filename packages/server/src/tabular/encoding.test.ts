import { expect, it } from 'vitest';
import { sourceOfBytes } from './bytes.ts';
import { encodingOf } from './encoding.ts';
import { createProblems } from './file-problem.ts';
import { readCsv } from './read-csv.ts';

const text = '姓名,部门\n张三,一室\n';

/** 姓名,部门 LF 张三,一室 LF in GB18030: Node decodes it and does not encode it. */
const gb18030 = Buffer.from('d0d5c3fb2cb2bfc3c50ad5c5c8fd2cd2bbcad20a', 'hex');
const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

async function seen(bytes: Buffer) {
  const source = sourceOfBytes('a.csv', bytes);
  const encoding = await encodingOf(await source.open());
  const problems = createProblems();
  const rows: unknown[] = [];
  await readCsv(source, problems, ({ cells }) => rows.push(cells));
  return { encoding, rows, codes: problems.list.map(({ code }) => code) };
}

const rows = [
  ['姓名', '部门'],
  ['张三', '一室'],
];

it.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\ufeff${text}`)],
  ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', utf16be],
  ['gb18030', gb18030],
])('%s is told apart', async (encoding, bytes) => {
  expect(await seen(bytes)).toEqual({ encoding, rows, codes: [] });
});

it('UTF-16 without a mark is told by its zeros', async () => {
  const ascii = 'name,unit\nAnna,Lab\n';
  expect((await seen(Buffer.from(ascii, 'utf16le'))).encoding).toBe('utf-16le');
  expect((await seen(Buffer.from(ascii, 'utf16le').swap16())).encoding).toBe('utf-16be');
});

it('a character on the border of two pieces is whole', async () => {
  const long = `${'x'.repeat(1024 * 1024 - 4)}\n字字字,文\n`;
  const { encoding, rows: read } = await seen(Buffer.from(long));
  expect(encoding).toBe('utf-8');
  expect(read.at(-1)).toEqual(['字字字', '文']);
});

it('bytes of no encoding are refused', async () => {
  expect((await seen(Buffer.from('ff80fffe0aff', 'hex'))).codes).toEqual(['wrong-encoding']);
});
