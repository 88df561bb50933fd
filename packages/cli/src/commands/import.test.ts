import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFolder, peopleCsv } from '../../../../tests/support/import-folder.ts';
import { readRegister } from '../register/read-folder.ts';

/** Runs the two verbs as a program of their own, as the command does. */
const program = `
  const { Command } = await import('commander');
  const { importCommand } = await import(${JSON.stringify(join(import.meta.dirname, 'import.ts'))});
  const { generateCommand } = await import(${JSON.stringify(join(import.meta.dirname, 'generate.ts'))});
  await new Command('sallyport').addCommand(importCommand()).addCommand(generateCommand()).parseAsync();`;
const argumentsOf = (args: readonly string[]): string[] => ['--input-type=module', '--eval', program, ...args];
const options = { encoding: 'utf8', cwd: import.meta.dirname } as const;

function sallyport(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argumentsOf(args), options);
  return { status, stdout, stderr };
}

let at = importFolder();
beforeEach(() => {
  at = importFolder();
});

describe('sallyport import', () => {
  it('says what was imported, in the language asked for', () => {
    at.organisation();
    const people = at.file('person.csv', peopleCsv);
    expect(sallyport('import', people, '--into', at.into, '--dry-run', '--lang', 'zh')).toEqual({
      status: 0,
      stdout: `人员：新增 2，替换 0，不变 0\n试运行：${at.into} 没有任何改动。\n`,
      stderr: '',
    });
    expect(sallyport('import', people, '--into', at.into, '--lang', 'en').stdout).toBe(
      `person: 2 new, 0 replaced, 0 unchanged\nImported into ${at.into}.\n`,
    );
    expect(sallyport('import', people, '--into', at.into, '--json').stdout).toBe(
      `${JSON.stringify({ kind: 'person', added: 0, replaced: 0, unchanged: 2 })}\n${JSON.stringify({ into: at.into, dryRun: false })}\n`,
    );
  });

  it('lists what is wrong, writes the list as CSV, and ends with status 1', () => {
    at.organisation();
    const people = at.file('=person.csv', peopleCsv.replace('2010-1-1', '2023-02-30'));
    const { status, stderr } = sallyport(
      'import',
      people,
      '--kind',
      '人员',
      '--into',
      at.into,
      '--lang',
      'zh',
      '--errors',
      at.path('e.csv'),
    );
    expect(status).toBe(1);
    expect(stderr).toBe(
      '=person.csv:2:入职日期: “2023-02-30”不是有效日期。请写成 2026-11-23 的形式，并核对当月有无这一天。\n没有导入：共 1 处问题。请改正后重试；没有改动任何登记信息。\n',
    );
    expect(readFileSync(at.path('e.csv'), 'utf8')).toBe(
      "\ufeff文件,行,列,原因\r\n'=person.csv,2,入职日期,“2023-02-30”不是有效日期。请写成 2026-11-23 的形式，并核对当月有无这一天。\r\n",
    );
  });

  it('refuses what it does not understand in a sentence', () => {
    at.organisation();
    const people = at.file('person.csv', peopleCsv);
    for (const more of [
      ['--kind', 'nothing'],
      ['--set', 'nothing=1'],
      ['--offset', '8'],
    ]) {
      const { status, stderr } = sallyport('import', people, '--into', at.into, ...more);
      expect(status, more.join(' ')).toBe(1);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).not.toContain('error:');
    }
  });
});

describe('sallyport generate', () => {
  it('refuses numbers that are none, days that are none, and a folder that holds a register', () => {
    at.organisation();
    for (const args of [
      ['--people', '0'],
      ['--as-of', '2023-02-30'],
      ['--kinds', 'nothing'],
    ]) {
      expect(sallyport('generate', at.path('new'), ...args).status, args.join(' ')).toBe(1);
    }
    expect(sallyport('generate', at.into).status).toBe(1);
  });
});

describe('an import that is killed', () => {
  let big = '';
  beforeAll(() => {
    const folder = importFolder();
    big = folder.path('big');
    execFileSync(
      process.execPath,
      argumentsOf(['generate', big, '--people', '4000', '--trips', '100', '--kinds', 'person,completion']),
      options,
    );
  });

  it('leaves the register as it was or as it should be, whenever it happens', async () => {
    at.organisation();
    writeFileSync(join(at.into, 'person.jsonl'), '');
    const files = ['organisation', 'unit', 'person', 'course', 'completion']
      .map((kind) => join(big, `${kind}.jsonl`))
      .filter((file) => existsSync(file));
    const seen = new Set<number>();
    for (let wait = 150; wait < 1500; wait += 170) {
      const child = spawn(process.execPath, argumentsOf(['import', ...files, '--into', at.into, '--replace']), {
        cwd: import.meta.dirname,
        stdio: 'ignore',
      });
      await after(wait);
      child.kill('SIGKILL');
      const { register, problems } = await readRegister(at.into);
      expect(problems).toEqual([]);
      seen.add(register.tables.get('person')?.ids.length ?? 0);
    }
    expect([...seen].every((count) => count === 0 || count === 4000)).toBe(true);
  });
});
