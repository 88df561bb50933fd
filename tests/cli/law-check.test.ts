import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

vi.setConfig({ testTimeout: 120_000 });

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
  });

  it('says the same as JSON, one value a line', () => {
    const lines = jsonLines(sallyport('law', 'check', '--json').stdout);
    expect(lines).toContainEqual({ counts: expect.objectContaining({ problems: 0 }) as object });
    expect(lines).toContainEqual({
      conflict: expect.objectContaining({
        act: 'give-personal-data-abroad',
        demands: expect.any(String) as string,
      }) as object,
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
