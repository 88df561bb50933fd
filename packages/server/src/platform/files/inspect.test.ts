import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../../../tests/support/zip.ts';
import { attachmentHeaders, cleanName } from './file-name.ts';
import { inspect, refuseMarked } from './inspect.ts';
import { usualLimits } from './kinds.ts';

const take = (name: string, content: Buffer | string, limits = usualLimits) =>
  inspect({ name, source: [Buffer.from(content)] }, limits, refuseMarked);

const outcome = async (...args: Parameters<typeof take>): Promise<string> => {
  const result = await take(...args);
  return result.ok ? `${result.kind} ${result.name}` : result.code;
};

const pdfOf = (objects: string): string => `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
const packed = (objects: string): string => {
  const bytes = deflateSync(Buffer.from(objects)).toString('latin1');
  return `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream\nendobj`;
};
const pdf = (objects: string): Buffer => Buffer.from(pdfOf(objects), 'latin1');

const types = (main: string) => `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${main}"/></Types>`;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const zip = (parts: Record<string, string>) =>
  zipOf(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
const docx = (more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': types(wordType),
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w/>',
    ...more,
  });
const xlsx = (more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': types(sheetType),
    '_rels/.rels': '<Relationships/>',
    'xl/workbook.xml': '<w/>',
    ...more,
  });
const relation = (type: string, mode: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://203.0.113.9/t" TargetMode="${mode}"/></Relationships>`;

describe('taken', () => {
  test.each<[string, Buffer | string, string]>([
    ['培训签到.csv', '姓名,日期\n张三,2026-11-23\n', 'csv 培训签到.csv'],
    ['BMI.csv', 'BMI,Age\n22,31\n', 'csv BMI.csv'],
    ['notes.TXT', Buffer.from([0xc5, 0xe0, 0xd1, 0xb5]), 'txt notes.txt'],
    ['notes.txt', Buffer.from('\ufeff会议 <2026年> 纪要', 'utf16le'), 'txt notes.txt'],
    ['纪要.pdf', pdf('1 0 obj << /Type /Catalog >> endobj'), 'pdf 纪要.pdf'],
    ['a.pdf', pdf(packed('4 0 << /Type /Page >>')), 'pdf a.pdf'],
    ['a.exe', docx(), 'docx a.docx'],
    ['台账.xlsx', xlsx({ 'xl/printerSettings/printerSettings1.bin': 'x' }), 'xlsx 台账.xlsx'],
    ['b.docx', docx({ 'word/_rels/document.xml.rels': relation('hyperlink', 'External') }), 'docx b.docx'],
  ])('%s', async (name, content, wanted) => expect(await outcome(name, content)).toBe(wanted));

  test('a picture under any name, as what it is, with the hash of what is kept', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const result = await take('证书.jpeg', png);
    expect(result).toMatchObject({ ok: true, kind: 'png', name: '证书.png', mime: 'image/png' });
    const again = await take('x', result.ok ? result.bytes : '');
    expect(again.ok && result.ok && again.sha256).toBe(result.ok && result.sha256);
  });

  test('bytes that look active by chance within a page are not', async () => {
    const page = '1 0 obj << /Length 20 >>\nstream\nq /JS /Launch /XFA Q\nendstream endobj';
    expect(await outcome('a.pdf', pdf(page))).toBe('pdf a.pdf');
  });
});

describe('refused', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['nothing', 'a.txt', '', 'file.empty'],
    ['a page', 'a.txt', ' <!DOCTYPE html><p>x', 'file.active-content'],
    ['a drawing with scripts', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file.active-content'],
    ['a script', 'a.txt', '#!/bin/sh\nid\n', 'file.active-content'],
    ['markup further in', 'a.txt', 'x\n<script>1</script>', 'file.active-content'],
    ['a cell that starts a program', 'a.csv', `a,b\n1,"=cmd|'/C calc'!A0"\n`, 'file.active-content'],
    ['text under another name', 'a.bat', 'dir\n', 'file.kind-not-taken'],
    ['text with control characters', 'a.txt', 'a\u0000b', 'file.kind-not-taken'],
    ['a program', 'a.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'file.kind-not-taken'],
    [
      'a program for Linux',
      'a.txt',
      Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1'),
      'file.kind-not-taken',
    ],
    ['an archive', 'a.docx', zip({ 'a.txt': 'x' }), 'file.archive'],
    ['another archive', 'a.csv', Buffer.from('1f8b0800000000000003', 'hex'), 'file.archive'],
    [
      'a photograph of another format',
      'a.heic',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'file.heic',
    ],
    ['a PDF file behind other bytes', 'a.pdf', `<html>${pdfOf('')}`, 'file.active-content'],
    ['a PDF file cut short', 'a.pdf', '%PDF-1.7\n1 0 obj', 'file.document-damaged'],
    [
      'a PDF file with a script',
      'a.pdf',
      pdf('1 0 obj << /OpenAction << /S /JavaScript /JS (x) >> >> endobj'),
      'file.active-content',
    ],
    ['a script by another spelling', 'a.pdf', pdf('1 0 obj << /S /J#61vaScript >> endobj'), 'file.active-content'],
    ['a script packed away', 'a.pdf', pdf(packed('4 0 << /S /Launch >>')), 'file.active-content'],
    [
      'a PDF file with files in it',
      'a.pdf',
      pdf('1 0 obj << /Names << /EmbeddedFiles 2 0 R >> >> endobj'),
      'file.active-content',
    ],
    ['a PDF file with a password', 'a.pdf', pdf('trailer << /Encrypt 7 0 R >>'), 'file.protected'],
    [
      'objects packed in a way that cannot be read',
      'a.pdf',
      pdf('5 0 obj << /Type /ObjStm /Filter /LZWDecode >> stream\nxx\nendstream'),
      'file.document-damaged',
    ],
    ['macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), 'file.active-content'],
    ['an OLE object', 'a.docx', docx({ 'word/embeddings/oleObject1.bin': 'x' }), 'file.active-content'],
    [
      'a template from elsewhere',
      'a.docx',
      docx({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'External') }),
      'file.active-content',
    ],
    [
      'the same in other letters',
      'a.docx',
      docx({ 'word/_rels/s.xml.rels': relation('attachedTemplate', '&#69;xternal') }),
      'file.active-content',
    ],
    ['a path out of the document', 'a.xlsx', xlsx({ '../../x': '1' }), 'file.document-damaged'],
    ['a part that lies twice', 'a.xlsx', xlsx({ 'XL/workbook.xml': '<v/>' }), 'file.document-damaged'],
    [
      'a document with bytes behind it',
      'a.docx',
      Buffer.concat([docx(), Buffer.from('more')]),
      'file.document-damaged',
    ],
    ['a mark in the name', '机密★5年 名单.csv', 'a,b\n', 'file.marked'],
    ['a mark as the name', '秘密5年.csv', 'a,b\n', 'file.marked'],
    ['a mark in the text', 'a.txt', '关于某事\n绝密★\n正文', 'file.marked'],
    [
      'a mark in a document, written in pieces',
      'a.docx',
      docx({ 'word/document.xml': '<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密&#x2605;10年</w:t></w:r></w:p><w:p/>' }),
      'file.marked',
    ],
    [
      'a mark in a cell',
      'a.xlsx',
      xlsx({ 'xl/sharedStrings.xml': '<sst><si><t>事由</t></si><si><t>绝密★</t></si></sst>' }),
      'file.marked',
    ],
    ['a mark in text of another encoding', 'a.csv', Buffer.from('bbfac3dca1ef', 'hex'), 'file.marked'],
  ])('%s (%s)', async (_, name, content, wanted) => {
    const result = await take(name, content);
    expect(result.ok ? `taken as ${result.kind}` : result.code).toBe(wanted);
    expect(result.ok ? '' : `${result.phrase.zh}${result.phrase.en}`).not.toMatch(/[{}]/);
  });

  test('what unpacks to more than it should', async () => {
    const bomb = docx({ 'word/_rels/b.rels': ' '.repeat(3 * 2 ** 20) });
    expect(await outcome('a.docx', bomb)).toBe('file.document-damaged');
  });

  test('what is too large, without reading on', async () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(1000);
      }
    }
    const result = await inspect({ name: 'a.txt', source: endless() }, { ...usualLimits, bytes: 10_000 }, refuseMarked);
    expect(result).toMatchObject({ ok: false, code: 'file.too-large' });
    expect(read).toBe(11);
  });
});

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\x\\report.PDF', 'pdf', 'report.pdf'],
    ['photo\u202egpj.exe', 'png', 'photogpj.png'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['', 'csv', 'file.csv'],
    ['a\r\nSet-Cookie: x.csv', 'csv', 'aSet-Cookie_ x.csv'],
    ['第1.5版', 'pdf', '第1.5版.pdf'],
    ['report 1.5', 'pdf', 'report 1.5.pdf'],
    ['𠮷'.repeat(300), 'txt', `${'𠮷'.repeat(100)}.txt`],
  ] as const)('%j kept as %s is %j', (given, kind, wanted) => expect(cleanName(given, kind)).toBe(wanted));

  test('is given out as an attachment, in ASCII and in full', () => {
    const headers = attachmentHeaders("证书 (1)'s.png", 'png');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="__ _1__s.png"; filename*=UTF-8\'\'%E8%AF%81%E4%B9%A6%20%281%29%27s.png',
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'image/png' });
  });
});
