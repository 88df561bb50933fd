import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { type Paper, rowsOfPairs } from './paper.ts';
import { createPress } from './press.ts';

const press = createPress();
afterAll(() => press.end());

/** What a user may have typed, in the language of the sheet and of other sheets. */
const hostile = '#panic("x") *粗* _斜_ $x$ <label> @ref // 注 </w:t><w:p/> &amp; \\u{41}';

const paper: Paper = {
  language: 'zh',
  orientation: 'portrait',
  unit: '平安精密研究院',
  title: '保密承诺书',
  below: ['填表日期：2026年11月28日', '编号：平安-2026-000123'],
  foot: '平安精密研究院保密承诺书',
  code: { text: 'SP1-2026-000123-ABCDEFGHJKMNPQRS', caption: '2026-000123' },
  parts: [
    {
      part: 'pairs',
      pairs: [
        { label: '姓名', value: '张三' },
        { label: '部门', value: hostile },
        { label: '说明', value: '第一行\n第二行', wide: true },
      ],
    },
    { part: 'paragraph', style: 'heading', text: '一、承诺事项' },
    { part: 'paragraph', style: 'body', text: hostile },
    { part: 'boxes', boxes: [{ label: '部门意见', sign: true, seal: true }] },
    { part: 'signatures', labels: ['制表人', '审核人'] },
  ],
};

const list = (rows: number): Paper => ({
  ...paper,
  language: 'en',
  orientation: 'landscape',
  code: null,
  parts: [
    {
      part: 'table',
      columns: [
        { head: 'Number', share: 1, align: 'right' },
        { head: 'Name of the unit', share: 4 },
      ],
      rows: Array.from({ length: rows }, (_, at) => [String(at + 1), `unit-${at}`]),
    },
  ],
});

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  // The reader takes the bytes for itself.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ''));
}

const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

/** The text of a part of a DOCX, as a reader of XML has it. */
const textOf = (bytes: Uint8Array, part: string): string =>
  [...strFromU8(partsOf(bytes)[part] ?? new Uint8Array()).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([whole, said]) => (whole === '<w:br/>' ? '\n' : (said ?? '')))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

test('a form as a PDF says what it was given, and nothing of it is read as markup', async () => {
  const [page = '', ...more] = await pagesOf(await press.print(paper, 'pdf'));
  expect(more).toEqual([]);
  for (const said of [
    '平安精密研究院保密承诺书2026-000123填表日期：2026年11月28日编号：平安-2026-000123',
    '张三',
    '第一行第二行',
    '一、承诺事项',
    '签名：（盖章）年月日',
    '制表人：',
    '第1页，共1页',
  ])
    expect(page).toContain(said);
  expect(page.split(squeezed(hostile))).toHaveLength(3);
});

test('a form as a DOCX says the same, in the type that a word processor in China has', async () => {
  const bytes = await press.print(paper, 'docx');
  const text = textOf(bytes, 'word/document.xml');
  for (const said of [
    '平安精密研究院',
    '保密承诺书',
    '编号：平安-2026-000123',
    '2026-000123',
    '第一行\n第二行',
    '部门意见',
  ])
    expect(text).toContain(said);
  expect(text.split(hostile)).toHaveLength(3);
  expect(textOf(bytes, Object.keys(partsOf(bytes)).find((name) => /footer\d*\.xml$/.test(name)) ?? '')).toBe(
    '平安精密研究院保密承诺书第  页，共  页',
  );
  const document = strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('w:eastAsia="黑体"');
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(strFromU8(partsOf(bytes)['word/styles.xml'] ?? new Uint8Array())).toContain('w:eastAsia="仿宋"');
});

test('English is set with straight quotation marks, and what is between them is whole', async () => {
  const said: Paper = { ...list(1), parts: [{ part: 'paragraph', style: 'body', text: 'the unit’s “own” \\ form' }] };
  expect((await pagesOf(await press.print(said, 'pdf')))[0]).toContain('theunit\'s"own"\\form');
});

test('the same paper is the same bytes in both formats, with nothing of the moment of printing', async () => {
  for (const format of ['pdf', 'docx'] as const) {
    const first = await press.print(paper, format);
    await press.print(list(1), format);
    expect(Buffer.from(await press.print(paper, format)).equals(first)).toBe(true);
    const year = String(new Date().getFullYear());
    const said = format === 'pdf' ? Buffer.from(first).toString('latin1') : textOf(first, 'docProps/core.xml');
    expect(said).not.toContain(`D:${year}`);
    expect(said).not.toMatch(/\d{4}-\d\d-\d\dT/);
  }
});

test('the head of a table stands on each page, and the pages are counted', async () => {
  const pages = await pagesOf(await press.print(list(120), 'pdf'));
  expect(pages.length).toBeGreaterThan(2);
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('NumberNameoftheunit');
    expect(page).toContain(`Page${at + 1}of${pages.length}`);
  }
  expect(pages.at(-1)).toContain('unit-119');
  const docx = strFromU8(partsOf(await press.print(list(120), 'docx'))['word/document.xml'] ?? new Uint8Array());
  expect(docx.split('<w:tblHeader/>')).toHaveLength(2);
  expect(docx).toContain('w:orient="landscape"');
});

test('a list of a thousand rows leaves the server its time while it is printed', async () => {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  await press.print(list(1000), 'pdf');
  const took = performance.now() - began;
  clearInterval(beat);
  expect(longest).toBeLessThan(took / 2);
});

test('what needs more time than there is ends alone: the next paper is printed', async () => {
  const hurried = createPress({ seconds: 0 });
  await expect(hurried.print(list(500), 'pdf')).rejects.toMatchObject({ code: 'paper.too-long' });
  await hurried.end();
  await expect(press.print(list(40_000), 'pdf')).rejects.toMatchObject({ code: 'paper.too-long' });
  expect(await pagesOf(await press.print(list(1), 'pdf'))).toHaveLength(1);
});

test('two narrow pairs share a row, and a wide one or one left over takes all of it', () => {
  const pair = (label: string, wide = false) => ({ label, value: '', wide });
  const rows = rowsOfPairs([pair('a'), pair('b'), pair('c'), pair('d', true), pair('e'), pair('f'), pair('g')]);
  expect(rows.map((row) => row.map(({ label }) => label).join(''))).toEqual(['ab', 'c', 'd', 'ef', 'g']);
});
