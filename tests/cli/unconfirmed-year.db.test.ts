import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

const register = mkdtempSync(join(tmpdir(), 'sallyport-years-'));
afterAll(() => rmSync(register, { recursive: true, force: true }));

/** Writes facts, with no in every flag that is not given. */
function write(name: string, ...rows: readonly object[]): void {
  const flags = Object.entries(vocabulary.kinds.get(name)?.fields ?? {})
    .filter(([, field]) => field.type === 'boolean' && !field.nullable)
    .map(([field]) => [field, false]);
  const lines = rows.map((row) => `${JSON.stringify({ ...Object.fromEntries(flags), ...row })}\n`);
  writeFileSync(join(register, `${name}.jsonl`), lines.join(''));
}

const organisation = { id: 'o-1', name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2010-01-01' };
const document = { organisation: 'o-1', title: '示例文件', unclear: true };
write('organisation', { ...organisation, secretBearingSince: '2020-01-01' });
// Ten working days: one count stays in 2026, the other ends in 2027, whose holidays nobody has announced.
write(
  'document',
  { id: 'd-1', ...document, createdOn: '2026-12-01' },
  { id: 'd-2', ...document, createdOn: '2026-12-28' },
);

const evaluated = (...more: readonly string[]) =>
  sallyport('evaluate', '--register', register, '--as-of', '2026-12-29', ...more);
const rule = 'cn-ssir-2024/unclear-level-submission';

describe('a date counted through a year whose calendar nobody has confirmed', () => {
  it.each(['kernel', 'explain', 'sql'])('is marked in the JSON of the %s engine, and no other date is', (engine) => {
    const { status, stdout, stderr } = evaluated('--json', '--engine', engine);
    expect(status, stderr).toBe(0);
    const lines = jsonLines(stdout) as { rule: string; subject: string; unconfirmedYears: number[] }[];
    const marked = lines.filter(({ unconfirmedYears }) => unconfirmedYears.length > 0);
    expect(marked.map((line) => [line.rule, line.subject, line.unconfirmedYears])).toEqual([[rule, 'd-2', [2027]]]);
    expect(lines.filter((line) => line.rule === rule)).toHaveLength(2);
  });

  it('is marked in the line a person reads, and in the summary', () => {
    const lineOf = (text: string, subject: string) =>
      text.split('\n').find((line) => line.includes(rule) && line.includes(`\t${subject}\t`));
    const zh = evaluated('--lang', 'zh').stdout;
    expect(lineOf(zh, 'd-2')).toMatch(/\t推算经过2027年，工作日安排待核实$/);
    expect(lineOf(zh, 'd-1')).not.toContain('待核实');
    expect(lineOf(evaluated('--lang', 'en').stdout, 'd-2')).toMatch(
      /\tcounted through 2027, working days not confirmed$/,
    );
    const summary = sallyport('summary', '--register', register, '--as-of', '2026-12-29', '--lang', 'zh').stdout;
    expect(summary).toContain('有1项的期限推算经过2027年，该年的工作日安排尚未核实，日期可能有出入。');
  });
});
