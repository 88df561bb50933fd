import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationCsv } from '../../../../tests/support/organisation.ts';
import { workbookOf } from '../../../../tests/support/workbook.ts';
import { CliFailure } from '../failure.ts';
import { problemLine } from './problem-line.ts';
import { readRegister } from './read-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-register-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
const unit = (id: string, more: object = {}): string =>
  JSON.stringify({ id, organisation: 'org-1', name: id, establishedOn: '2001-05-01', ...more });

async function read() {
  const { register, problems } = await readRegister(folder);
  const ids = Object.fromEntries(
    [...register.tables].filter(([, { ids: some }]) => some.length > 0).map(([kind, { ids: some }]) => [kind, some]),
  );
  return {
    ids,
    problems: problems.map(({ file, row, column, code }) => [file, row, column, code]),
    lines: problems.map((problem) => problemLine(problem, 'en')),
  };
}

describe('readRegister', () => {
  it('reads a folder of CSV, XLSX and JSONL named in either language', async () => {
    put('单位.csv', organisationCsv);
    put('unit.jsonl', `${unit('unit-1')}\n\n${unit('unit-2', { parent: 'unit-1' })}`);
    put(
      '人员.xlsx',
      workbookOf({
        表: [
          ['工号', '姓名', '部门', '身份', '到岗日期'],
          ['p1', '张三', 'unit-2', '学生', { serial: 40179 }],
        ],
      }),
    );
    put('README.md', '# x');
    put('.hidden', 'x');
    put('~$人员.xlsx', 'x');
    expect(await read()).toEqual({
      ids: { organisation: ['org-1'], unit: ['unit-1', 'unit-2'], person: ['p1'] },
      problems: [],
      lines: [],
    });
  });

  it('refuses a kind in two files, names of no kind, and folders', async () => {
    put('organisation.csv', organisationCsv);
    put('单位.jsonl', '');
    put('notes.csv', 'a,b');
    put('trip.doc', 'x');
    mkdirSync(join(folder, 'old'));
    expect((await read()).problems).toEqual([
      ['notes.csv', null, null, 'unknown-file'],
      ['old', null, null, 'unknown-file'],
      ['trip.doc', null, null, 'unknown-file'],
      ['单位.jsonl', null, null, 'two-files'],
    ]);
  });

  it('names file, line, field and reason of what is wrong in JSON Lines', async () => {
    put('organisation.csv', organisationCsv);
    const rows = [
      unit('unit-1'),
      '{"id":',
      '[1]',
      'null',
      unit('unit-1'),
      unit('unit-3', { establishedOn: '2023-02-30' }),
      unit('unit-4', { parent: 'unit-9' }),
      unit('unit-5', { colour: 'red' }),
    ];
    put('unit.jsonl', `${rows.join('\r\n')}\r\n`);
    const { ids, problems, lines } = await read();
    expect(problems).toEqual([
      ['unit.jsonl', 2, null, 'not-json'],
      ['unit.jsonl', 3, null, 'not-json'],
      ['unit.jsonl', 4, null, 'not-json'],
      ['unit.jsonl', 6, 'establishedOn', 'not-a-day'],
      ['unit.jsonl', 8, 'colour', 'unknown-field'],
      ['unit.jsonl', 5, 'id', 'duplicate-id'],
      ['unit.jsonl', 7, 'parent', 'no-such-fact'],
    ]);
    expect(lines[3]).toBe(
      'unit.jsonl:6:establishedOn: "2023-02-30" is no day. Write 2026-11-23, and check that the month has that day.',
    );
    expect(ids['unit']).toEqual(['unit-1', 'unit-1', 'unit-4']);
  });

  it('reads lines that lie across its pieces, and stops at other encodings', async () => {
    put('organisation.csv', organisationCsv);
    put(
      'unit.jsonl',
      Array.from({ length: 60_000 }, (_, at) =>
        unit(`unit-${String(at).padStart(6, '0')}`, { name: '科研管理处'.repeat(1 + (at % 9)) }),
      ).join('\n'),
    );
    expect((await read()).ids['unit']).toHaveLength(60_000);
    put('unit.jsonl', Buffer.concat([Buffer.from(`${unit('unit-1')}\n`), Buffer.from('d0d5c3fb0a', 'hex')]));
    expect((await read()).problems).toEqual([['unit.jsonl', 1, null, 'wrong-encoding']]);
    put('unit.jsonl', `${unit('unit-1')}\n${' '.repeat(6_000_000)}`);
    expect((await read()).problems).toEqual([['unit.jsonl', 2, null, 'line-too-long']]);
  });

  it('fails in words when there is no folder', async () => {
    await expect(readRegister(join(folder, 'none'))).rejects.toThrow(CliFailure);
  });

  it('never throws on a line, whatever it holds', async () => {
    put('organisation.csv', organisationCsv);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.json(),
            fc.string(),
            fc
              .dictionary(fc.constantFrom('id', 'name', 'parent', '__proto__', 'x'), fc.jsonValue())
              .map((row) => JSON.stringify(row)),
          ),
        ),
        async (rows) => {
          put('unit.jsonl', rows.join('\n'));
          expect((await readRegister(folder)).register.tables.get('organisation')?.ids).toEqual(['org-1']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a great CSV', () => {
  const megabyte = 1024 * 1024;

  it('of 200 MB is read without holding it', { timeout: 60_000 }, async () => {
    put('organisation.csv', organisationCsv);
    const handle = openSync(join(folder, 'trip.csv'), 'w');
    writeSync(handle, '编号,类别,是否出国(境),事由,紧急出行,登记日期\n');
    const long = '学术交流'.repeat(150);
    let size = 0;
    for (let trip = 0; size < 200 * megabyte; ) {
      let text = '';
      for (const end = trip + 500; trip < end; trip++) text += `trip-${trip},因公,是,${long},否,2026/1/3\n`;
      size += writeSync(handle, text);
    }
    closeSync(handle);
    const { ids, problems } = await read();
    expect(problems).toEqual([]);
    expect(ids['trip']?.length).toBeGreaterThan(100_000);
  });

  it('with a quote that is never closed is refused at once', async () => {
    put('organisation.csv', organisationCsv);
    const handle = openSync(join(folder, 'trip.csv'), 'w');
    writeSync(handle, '编号,类别\n"t1,因公\n');
    // A file of holes: it reads as zeros and takes no room.
    ftruncateSync(handle, 200 * megabyte);
    closeSync(handle);
    const started = performance.now();
    expect((await read()).problems).toEqual([['trip.csv', 2, null, 'unclosed-quote']]);
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('beyond the limit is refused unread', async () => {
    put('organisation.csv', organisationCsv);
    const handle = openSync(join(folder, 'trip.csv'), 'w');
    ftruncateSync(handle, 600 * megabyte);
    closeSync(handle);
    expect((await read()).problems).toEqual([['trip.csv', null, null, 'too-big']]);
  });
});
