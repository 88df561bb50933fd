import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusCodes } from '@sallyport/core/duties';
import { afterAll, describe, expect, it } from 'vitest';
import { demo, jsonLines, sallyport } from './sallyport.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluated = (register: string, ...more: readonly string[]) =>
  sallyport('evaluate', '--register', register, '--as-of', '2026-11-23', '--json', ...more);

describe('sallyport', () => {
  it('tells of every verb, in both languages', () => {
    const { status, stdout, stderr } = sallyport('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const verb of ['start', 'summary', 'law', 'evaluate', 'facts', 'feel', 'import', 'generate', 'organisation'])
      expect(stdout).toContain(`  ${verb} `);
    for (const verb of [['law', 'check'], ['evaluate'], ['feel']]) {
      const help = sallyport(...verb, '--help');
      expect(help.status).toBe(0);
      expect(help.stdout).toContain('--json');
      expect(help.stdout).toMatch(/[\u4e00-\u9fff]+.* \/ [a-z]+/);
    }
  });

  it('refuses what it does not know in one sentence on standard error, with status 1 and no stack', () => {
    for (const args of [
      ['nosuch'],
      ['facts', 'nothing'],
      ['law', 'list', 'nothing'],
      ['evaluate', '--register', demo, '--engine', 'magic'],
      ['evaluate', '--register', demo, '--status', 'done'],
      ['evaluate', '--register', demo, '--as-of', '2023-02-30'],
      ['evaluate', '--register', join(folder, 'nowhere')],
      ['summary', '--lang', 'fr'],
    ]) {
      const { status, stdout, stderr } = sallyport(...args);
      expect({ status, stdout }, args.join(' ')).toEqual({ status: 1, stdout: '' });
      expect(stderr.trim(), args.join(' ')).not.toBe('');
      expect(stderr, args.join(' ')).not.toMatch(/\n\s+at /);
    }
  });
});

describe('sallyport start', () => {
  it('shows every instrument with its share, ten urgent duties with bearer, day and clause, and what is unclear', () => {
    const { status, stdout, stderr } = sallyport('summary', '--lang', 'zh');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('待补信息');
    expect(stdout).toMatch(/\d+\/\d+ \(\d+%\)/);
    const [summary] = jsonLines(sallyport('summary', '--json').stdout) as [
      {
        readonly instruments: readonly { readonly title: { readonly zh: string } }[];
        readonly urgent: readonly {
          readonly bearer: string;
          readonly due: string;
          readonly clauses: readonly { readonly zh: string }[];
        }[];
        readonly unclear: readonly unknown[];
      },
    ];
    expect(summary.instruments.length).toBeGreaterThanOrEqual(10);
    for (const { title } of summary.instruments) expect(stdout).toContain(title.zh);
    expect(summary.urgent).toHaveLength(10);
    for (const { bearer, due, clauses } of summary.urgent) {
      expect(bearer).not.toBe('');
      expect(due).toMatch(/^\d{4}-\d\d-\d\d/);
      expect(stdout).toContain(`${bearer} · ${clauses.map(({ zh }) => zh).join('、')}`);
    }
    expect(summary.unclear.length).toBeGreaterThan(0);
  });
});

describe('sallyport evaluate', () => {
  it('says the same by kernel and by explainer, byte for byte, and keeps only the statuses asked for', () => {
    const kernel = evaluated(demo);
    expect(kernel.status, kernel.stderr).toBe(0);
    expect(evaluated(demo, '--engine', 'explain').stdout).toBe(kernel.stdout);
    const lines = jsonLines(kernel.stdout) as { readonly status: string }[];
    expect(lines.length).toBeGreaterThan(1000);
    const filtered = jsonLines(evaluated(demo, '--status', 'overdue,review').stdout);
    expect(filtered).toEqual(lines.filter(({ status }) => status === 'overdue' || status === 'review'));
  });

  it('does not evaluate a register with errors, and says where they are', () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'unit.jsonl'), '{"id":"u-1","nonsense":1}\n');
    const { status, stdout, stderr } = sallyport('evaluate', '--register', broken, '--lang', 'en');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('unit.jsonl:1');
  });
});

describe('sallyport generate', () => {
  it('writes the same bytes for the same seed, with every status occurring', () => {
    const [one, two] = ['one', 'two'].map((name) => {
      const at = join(folder, name);
      expect(sallyport('generate', at, '--people', '80', '--trips', '60', '--seed', '7').status).toBe(0);
      return new Map(readdirSync(at).map((file) => [file, readFileSync(join(at, file), 'utf8')]));
    });
    expect(two).toEqual(one);
    const found = jsonLines(evaluated(join(folder, 'one')).stdout) as { readonly status: string }[];
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(statusCodes));
  });
});

it('generate writes nothing beside a file that evaluate would refuse the register for', () => {
  const at = mkdtempSync(join(tmpdir(), 'sallyport-beside-'));
  writeFileSync(join(at, 'minutes.docx'), '');
  const { status, stdout, stderr } = sallyport('generate', at, '--people', '5', '--trips', '1', '--lang', 'en');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('minutes.docx');
  expect(readdirSync(at)).toEqual(['minutes.docx']);
  rmSync(at, { recursive: true });
});

it.each(['person.csv', '人员.xlsx', 'trip.JSONL'])('generate writes nothing beside %s of another register', (name) => {
  const at = join(folder, `with-${name}`);
  mkdirSync(at);
  writeFileSync(join(at, name), '');
  expect(sallyport('generate', at, '--people', '5', '--trips', '1')).toMatchObject({ status: 1, stdout: '' });
  expect(readdirSync(at)).toEqual([name]);
});

describe('sallyport feel and facts', () => {
  it('prints a value, or the place of a refusal', () => {
    expect(sallyport('feel', '1 + 2')).toEqual({ status: 0, stdout: '3\n', stderr: '' });
    const refused = sallyport('feel', '1 +', '--lang', 'en');
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^line 1, column 4: /);
  });

  it('prints the vocabulary as JSON Schema, or one kind of it', () => {
    const { status, stdout } = sallyport('facts', '--json');
    expect(status).toBe(0);
    const whole = JSON.parse(stdout) as { $defs: object };
    expect(whole).toMatchObject({ $schema: expect.stringContaining('json-schema.org') as string });
    expect(Object.keys(whole.$defs).length).toBeGreaterThan(50);
    const one = JSON.parse(sallyport('facts', '人员', '--json').stdout) as { $defs: object };
    expect(Object.keys(one.$defs)).toEqual(['person']);
  });
});
