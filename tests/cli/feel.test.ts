import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sallyport } from './sallyport.ts';

// The calendar of 2199 is confirmed by nobody, whenever this is read.
it('feel says on standard error when it counted working days through a year nobody has confirmed', () => {
  for (const engine of ['explain', 'kernel']) {
    const count = (expression: string, ...more: string[]) => sallyport('feel', expression, '--engine', engine, ...more);
    expect(count('add working days(@"2024-09-30", 1)')).toEqual({ status: 0, stdout: '2024-10-08\n', stderr: '' });
    expect(count('add working days(@"2198-12-31", 1)', '--lang', 'zh')).toMatchObject({
      status: 0,
      stderr: '推算经过2198、2199年，该年的工作日安排尚未核实，结果可能有出入。\n',
    });
    const json = count('working days between(@"2024-01-01", @"2024-01-03") + string length("x")', '--json');
    expect(json.stderr).toBe('');
    const between = count('working days between(@"2199-01-07", @"2199-01-01")', '--lang', 'en', '--json');
    expect(between.stderr).toBe(
      'The count runs through 2199, whose working days are not confirmed; the result may shift.\n',
    );
    expect(Object.keys(JSON.parse(between.stdout) as object)).toEqual(Object.keys(JSON.parse(json.stdout) as object));
  }
});

it('feel says so once of a whole batch, and nothing of a batch that counts through confirmed years', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-batch-'));
  const asked = (name: string, ...expressions: string[]) => {
    const file = join(folder, name);
    writeFileSync(file, expressions.map((expression, id) => `${JSON.stringify({ id, expression })}\n`).join(''));
    return sallyport('feel', '--batch', file, '--lang', 'zh');
  };
  const through = ['add working days(@"2199-01-07", 1)', 'add working days(@"2198-12-31", 1)', '1 + 1'];
  expect(asked('through.jsonl', ...through)).toMatchObject({
    status: 0,
    stderr: '推算经过2198、2199年，该年的工作日安排尚未核实，结果可能有出入。\n',
  });
  expect(asked('known.jsonl', 'add working days(@"2024-09-30", 1)', 'add working days(')).toMatchObject({ stderr: '' });
  rmSync(folder, { recursive: true });
});
