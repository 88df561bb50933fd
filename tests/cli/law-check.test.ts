import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

type Conflict = {
  readonly conflict: {
    readonly demands: string;
    readonly restrains: string;
    readonly reason: { readonly en: string } | null;
  };
};

const folder = mkdtempSync(join(tmpdir(), 'sallyport-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sallyport law check', () => {
  it('counts the packs, finds no fault in them, and tells each pair of clauses in conflict once', () => {
    const { status, stdout, stderr } = sallyport('law', 'check', '--lang', 'zh');
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/\d+个版本，\d+条条款，\d+条可计算规则/);
    expect(stdout).toMatch(/示例[1-9]\d*个，0个不符。/);
    const conflicts = stdout.split('\n').filter((line) => line.startsWith('可能冲突'));
    const pairs = conflicts.map((line) => line.split('加以限制。')[0]);
    expect(pairs.length).toBeGreaterThan(0);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(conflicts.join()).toContain('“紧急出行”要求的事，个人信息保护法第38条加以限制。出行、行程变更和紧急情况');
    expect(conflicts.join()).not.toMatch(/[a-z]+-[a-z]+-[a-z]+|”“/);
    // Each says why: what stands after the sentence is the pack's reason.
    for (const line of conflicts) expect(line).toMatch(/加以限制。.+。$/);
    expect(conflicts.join()).not.toContain('没有说明原因');
  });

  it('says the same as JSON, one value a line', () => {
    const lines = jsonLines(sallyport('law', 'check', '--json').stdout);
    expect(lines).toContainEqual({ counts: expect.objectContaining({ problems: 0 }) as object });
    const conflicts = lines.flatMap((line) => ('conflict' in (line as object) ? [line as Conflict] : []));
    const between = (demands: string, restrains: string): Conflict['conflict'] | undefined =>
      conflicts.find(({ conflict }) => conflict.demands === demands && conflict.restrains === restrains)?.conflict;
    // Disclose against do not disclose: every clause of the one side with every clause of the other, each with its own reason.
    const nispom = ['b', 'c-contacts', 'c-changes', 'd'].map((part) => `us-nispom-2021/sec-117-8-${part}`);
    const sead = ['general', 'unofficial-travel', 'deviation', 'day-trip', 'emergency'].map(
      (id) => `us-sead3-2017/${id}`,
    );
    for (const demands of [...sead, ...nispom]) {
      for (const article of [38, 39, 40, 41]) {
        const found = between(demands, `cn-pipl-2021/art-${article}`);
        expect(found?.reason?.en, `${demands} ${article}`).toMatch(
          sead.includes(demands) ? /^Travel/ : /^Reports to the FBI/,
        );
      }
      expect(between(demands, 'cn-dsl-2021/art-36')?.reason?.en, demands).toMatch(/^The reports touch data stored/);
    }
    expect(between('us-sead3-2017/deviation', 'cn-pipl-2021/art-38')).toMatchObject({
      demanding: ['us-sead3-2017/deviation-report'],
      restraining: ['cn-pipl-2021/transfer-route'],
    });
  });

  it('ends with status 1 and the place of a fault', () => {
    const pack = join(folder, 'broken');
    mkdirSync(pack);
    writeFileSync(join(pack, 'instrument.yaml'), 'id: broken\n');
    const { status, stdout } = sallyport('law', 'check', pack, '--lang', 'en');
    expect(status).toBe(1);
    expect(stdout).toContain('broken/instrument.yaml:1');
  });
});
