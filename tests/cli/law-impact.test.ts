import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packsFolder } from '@sallyport/packs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, jsonLines, sallyport } from './sallyport.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-impact-'));
const changed = join(folder, 'org-policy');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The organisation gives itself ten days more for the talk after a return, and changes nothing else. */
beforeAll(() => {
  cpSync(join(packsFolder, 'org-policy'), changed, { recursive: true });
  const settings = join(changed, 'settings.yaml');
  const before = readFileSync(settings, 'utf8');
  const after = before.replace(
    /(- id: debriefWithin[^]*?default: )(\d+)/,
    (_, head: string, days: string) => `${head}${Number(days) + 10}`,
  );
  writeFileSync(settings, after);
});

const impact = (to: string, ...more: readonly string[]) => impactOn(demo, to, ...more);
const impactOn = (register: string, to: string, ...more: readonly string[]) =>
  sallyport(
    'law',
    'impact',
    '--from',
    packsFolder,
    '--to',
    to,
    '--register',
    register,
    '--as-of',
    '2026-11-23',
    ...more,
  );

type Line = {
  readonly change?: string;
  readonly rule?: string;
  readonly before?: { due: string };
  readonly after?: { due: string };
};

describe('sallyport law impact', () => {
  it('finds no difference between a law and itself', () => {
    const { status, stdout, stderr } = impact(packsFolder, '--json');
    expect(status, stderr).toBe(0);
    const [only, ...others] = jsonLines(stdout) as [{ totals: object; duties: number }];
    expect(others).toEqual([]);
    expect(only.totals).toEqual({ gained: 0, lost: 0, moved: 0 });
    expect(only.duties).toBeGreaterThan(1000);
  });

  it('lists only what a change of one setting moves, and counts it', () => {
    const { status, stdout, stderr } = impact(changed, '--json');
    expect(status, stderr).toBe(0);
    const lines = jsonLines(stdout) as Line[];
    const last = lines.pop();
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ rule }) => rule))).toEqual(
      new Set(['cn-cq-2023/debrief-after-return', 'cn-mss-2021/key-unit-return-interview']),
    );
    expect(new Set(lines.map(({ change }) => change))).toEqual(new Set(['moved']));
    for (const { before, after } of lines)
      expect(Date.parse(after?.due ?? '') - Date.parse(before?.due ?? '')).toBe(10 * 86_400_000);
    expect(last).toMatchObject({ totals: { gained: 0, lost: 0, moved: lines.length } });
    expect(impact(changed, '--lang', 'zh').stdout).toMatch(
      new RegExp(`\\n新增0项，取消0项，变动${lines.length}项；变动后共\\d+项应办事项。\\n$`),
    );
  });

  it('refuses a setting that is looser than the law it names', () => {
    const looser = join(folder, 'looser', 'org-policy');
    cpSync(join(packsFolder, 'org-policy'), looser, { recursive: true });
    const settings = join(looser, 'settings.yaml');
    const yearly = /(- id: annualReportInterval[^]*?default: )12\n/;
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, before.replace(yearly, '$113\n'));
    const refused = impact(looser, '--lang', 'en');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/org-policy\/settings\.yaml:\d+:\d+.*looser than the law/s);
    // Tighter is the organisation's own choice.
    writeFileSync(settings, before.replace(yearly, '$16\n'));
    expect(impact(looser, '--json').status).toBe(0);
  });

  it('refuses a register whose own setting is looser than the law, as evaluate does', () => {
    const register = join(folder, 'register');
    cpSync(demo, register, { recursive: true });
    writeFileSync(
      join(register, 'setting.jsonl'),
      '{"id":"S1","organisation":"organisation-0000001","name":"annualReportInterval","value":"13","fromDay":"2026-01-01"}\n',
    );
    const { status, stdout, stderr } = impactOn(register, changed, '--lang', 'en');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/setting:S1: .*looser than/);
  });

  it('refuses a folder that holds no pack', () => {
    expect(impact(join(folder, 'nowhere'))).toMatchObject({ status: 1, stdout: '' });
  });
});
