import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClassifiedMark } from '@sallyport/server/tabular/classified-mark';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { importFolder, peopleCsv } from '../../../../tests/support/import-folder.ts';
import { organisationFlags } from '../../../../tests/support/organisation.ts';
import { CliFailure } from '../failure.ts';
import { readRegister } from '../register/read-folder.ts';
import { readyFolder } from '../register/ready-folder.ts';
import { openImport } from './commit.ts';

let at = importFolder();
beforeEach(() => {
  at = importFolder();
});

describe('import writes all or nothing', () => {
  it('writes nothing on a dry run', async () => {
    const rows = '名称,数据所在法域,成立日期\n示例单位,中国内地,2001-05-01\n';
    const set = new Map(Object.keys(organisationFlags).map((name) => [name, '否']));
    const { changes, problems } = await at.run([at.file('organisation.csv', rows)], { dryRun: true, set });
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ added: 1 }]);
    expect(existsSync(at.into)).toBe(false);
  });

  it('finishes an import that died between two files, and reads it before', async () => {
    at.organisation();
    const ready = readyFolder(at.into);
    mkdirSync(ready);
    writeFileSync(
      join(ready, 'person.jsonl'),
      `${JSON.stringify({ id: 'p0', organisation: 'org-1', unit: 'unit-1', name: '王五', standing: 'student', joinedOn: '2020-01-01' })}\n`,
    );
    const { register } = await readRegister(at.into);
    expect(register.tables.get('person')?.ids).toEqual(['p0']);
    await at.run([at.file('person.csv', peopleCsv)]);
    expect(at.lines('person.jsonl')).toHaveLength(3);
    expect(existsSync(ready)).toBe(false);
  });

  it('removes what an import that died before its end left behind', async () => {
    at.organisation();
    mkdirSync(join(at.into, '.importing-999999999'));
    await at.run([at.file('person.csv', peopleCsv)]);
    expect(readdirSync(at.into).toSorted()).toEqual(['organisation.jsonl', 'person.jsonl', 'unit.jsonl']);
  });

  it('refuses a second import before it reads what the first is about to change', async () => {
    at.organisation();
    const first = openImport(at.into);
    // The folder of a process that runs: this one's parent.
    renameSync(join(at.into, `.importing-${process.pid}`), join(at.into, `.importing-${process.ppid}`));
    await expect(at.run([at.file('person.csv', peopleCsv)])).rejects.toThrow(CliFailure);
    expect(readdirSync(at.into).toSorted()).toEqual([`.importing-${process.ppid}`, 'organisation.jsonl', 'unit.jsonl']);
    first.end();
  });

  it('makes no folder for an import that brings nothing in', async () => {
    const { problems } = await at.run([at.file('person.csv', peopleCsv)]);
    expect(problems).not.toEqual([]);
    expect(existsSync(at.into)).toBe(false);
  });

  it('whatever the bytes: imports all or nothing, and fails only in words', async () => {
    at.organisation();
    await at.run([at.file('person.csv', peopleCsv)]);
    const before = at.everything();
    const text = Buffer.from(peopleCsv);
    const cell = fc.string({
      unit: fc.constantFrom(...Array.from('张三p1一室,;\t"\n\r=@\'是否2026-/年月\u0000\ud800绝密★')),
    });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)),
      fc.array(cell, { maxLength: 8 }).map((cells) => Buffer.from(`姓名,工号,部门,身份,入职日期\n${cells.join('')}`)),
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(255))
        .map(([at, byte]) => Buffer.concat([text.subarray(0, at), Buffer.from([byte]), text.subarray(at + 1)])),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('person.csv', 'person.jsonl', '人员.CSV', 'person.xlsx', 'x.csv'),
        async (content, name) => {
          const result = await at.run([at.file(name, content)]).catch((error: unknown) => {
            if (error instanceof CliFailure || error instanceof ClassifiedMark) return null;
            throw error;
          });
          const written = result !== null && result.problems.length === 0;
          const after = at.everything();
          expect(written || JSON.stringify(after) === JSON.stringify(before)).toBe(true);
          expect((await readRegister(at.into)).problems).toEqual([]);
          for (const [old, content] of Object.entries(before)) writeFileSync(join(at.into, old), content);
        },
      ),
      // What a mark of classified text is refused with is a sentence as well.
      { numRuns: 300, examples: [[Buffer.from(`姓名,工号,部门,身份,入职日期\n绝密★`), 'person.csv']] },
    );
  }, 300_000);
});
