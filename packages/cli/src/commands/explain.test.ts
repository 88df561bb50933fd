import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const program = `
  const { Command } = await import('commander');
  const { explainCommand } = await import(${JSON.stringify(join(import.meta.dirname, 'explain.ts'))});
  await new Command('sallyport').addCommand(explainCommand()).parseAsync();`;

function explain(...args: string[]) {
  const all = ['explain', '--register', demo, '--as-of', '2026-11-23', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program, ...all], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  return { status, stdout, stderr };
}

describe('sallyport explain', () => {
  it('takes a rule by its own id and says why, in the language asked for', () => {
    const said = explain('pre-departure-education', 'traveller-0000002', '--lang', 'zh');
    expect(said.status).toBe(0);
    expect(said.stdout).toMatch(
      /^行前教育（出行人员 traveller-0000002，截至2026年11月23日，按现在所知）\n状态：未履行。/,
    );
    expect(explain('cn-cq-2023/pre-departure-education', 'traveller-0000002', '--lang', 'en').stdout).toContain(
      '\nStatus: Missed. ',
    );
  });

  it('shows every period, the newest first, or the one a day lies in', () => {
    const all = explain('cooling-off-check', 'cooling-off-0000005', '--json')
      .stdout.trim()
      .split('\n')
      .map((line): { period: string } => JSON.parse(line));
    expect(all.map(({ period }) => period)).toEqual(['2026-10-07', '2026-04-07']);
    const one = explain('cooling-off-check', 'cooling-off-0000005', '--period', '2026-09-30', '--lang', 'en');
    expect(one.stdout).toContain('this period begins on 7 April 2026');
    expect(one.stdout).not.toContain('7 October 2026.');
    const none = explain('cooling-off-check', 'cooling-off-0000005', '--period', '2020-01-01', '--lang', 'en');
    expect(none).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No period holds 2020-01-01. Periods begin on 2026-04-07, 2026-10-07.\n',
    });
  });

  it('gives programs the whole trace: labels in both languages, values, records', () => {
    const [line = ''] = explain('pre-departure-education', 'traveller-0000002', '--json').stdout.split('\n');
    const { status, sentences, tree } = JSON.parse(line) as {
      status: string;
      sentences: { topic: string; text: string }[];
      tree: unknown[];
    };
    expect(status).toBe('missed');
    expect(sentences.map(({ topic }) => topic)).toContain('deadline');
    const traveller = { kind: expect.objectContaining({ en: 'traveller' }) as unknown, id: 'traveller-0000002' };
    expect(tree[0]).toEqual({
      part: 'on',
      form: 'field',
      label: { zh: '登记日期', en: 'added on' },
      value: '2025-08-20',
      record: traveller,
      parts: [expect.objectContaining({ value: 'traveller-0000002', record: traveller })],
    });
  });

  it('says what is wrong and what may have been meant', () => {
    expect(explain('pre-departure-eduction', 'traveller-0000002', '--lang', 'en')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no rule "pre-departure-eduction". Did you mean cn-cq-2023/pre-departure-education?\n',
    });
    expect(explain('cn-mss-2021/debrief-after-return', 'traveller-0000002', '--lang', 'en').stderr).toContain(
      'Did you mean cn-cq-2023/debrief-after-return?',
    );
    const subject = explain('pre-departure-education', 'traveler-0000002', '--lang', 'zh');
    expect(subject.status).toBe(1);
    expect(subject.stderr).toContain('没有编号为“traveler-0000002”的出行人员');
    expect(subject.stderr).toContain('traveller-0000002');
    expect(explain('no-such-rule-at-all', 'x', '--lang', 'en').stderr).toContain('`sallyport law list <edition>`');
  });
});
