import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

const root = join(import.meta.dirname, '../..');
const folder = 'packages/cli/example/two-laws';

/** The commands of the example's README, by verb, as a reader copies them; only the folder is made absolute. */
const commands = readFileSync(join(root, folder, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('npx sallyport '))
  .map((line) => line.replace(folder, join(root, folder)).split(' ').slice(2));
const run = (args: readonly string[] = [], ...more: readonly string[]): string => {
  const { status, stdout, stderr } = sallyport(...args, ...more);
  expect(status, stderr).toBe(0);
  return stdout;
};
const [gate, before, after, why] = commands;
const duties = (args?: readonly string[]) =>
  (jsonLines(run(args, '--json')) as { rule: string; subject: string }[]).map(({ rule, subject }) => [rule, subject]);

describe('the example under two laws', () => {
  it('has the four commands of its README', () => {
    expect(commands.map(([verb]) => verb)).toEqual(['gate', 'evaluate', 'evaluate', 'explain']);
  });

  it('holds a departure for a duty of one law that another restrains, until two persons decide', () => {
    const [held] = jsonLines(run(gate, '--json')) as { open: boolean; conflicts: unknown[] }[];
    expect(held?.open).toBe(false);
    expect(held?.conflicts).toMatchObject([
      {
        act: 'give-personal-data-abroad',
        demands: 'us-sead3-2017/itinerary-before-travel',
        restrains: [{ rule: 'cn-pipl-2021/foreign-authority-approval' }, { rule: 'cn-pipl-2021/transfer-route' }],
        holds: true,
        decision: null,
      },
    ]);
  });

  it('gives one law to a traveller without a clearance, and both to one with it', () => {
    const lines = jsonLines(run(['evaluate', '--register', join(root, folder), '--as-of', '2026-11-23', '--json'])) as {
      rule: string;
      subject: string;
      conflicts: readonly unknown[];
    }[];
    const of = (subject: string): string[] => [
      ...new Set(lines.filter((line) => line.subject === subject).map(({ rule }) => rule.slice(0, 2))),
    ];
    expect(of('V1')).toContain('us');
    expect(of('V2')).toContain('cn');
    expect(of('V2')).not.toContain('us');
    const inConflict = lines
      .filter(({ conflicts }) => conflicts.length > 0)
      .map(({ rule, subject }) => [rule, subject]);
    expect(inConflict).toContainEqual(['us-nispom-2021/suspicious-contact-report', 'I1']);
    expect(inConflict).toContainEqual(['us-sead3-2017/itinerary-before-travel', 'V1']);
  });

  it('answers by the Implementing Rules until 30 June 2023 and by the new law from 1 July, and says why', () => {
    expect(duties(before)).toEqual([['cn-celir-2017/rectify-as-asked', 'N1']]);
    expect(duties(after)).toEqual([
      ['cn-cel-2023/correct-as-ordered', 'N2'],
      ['cn-celir-2017/rectify-as-asked', 'N1'],
    ]);
    expect(run(why, '--lang', 'en')).toMatch(/There is no duty\.[^]*until 1 July 2023[^]*article 56 of the new/);
    expect(run(why, '--lang', 'zh')).toMatch(/没有应办事项[^]*2023年7月1日新的反间谍法施行/);
  });
});
