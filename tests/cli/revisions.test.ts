import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packsFolder } from '@sallyport/packs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, jsonLines, sallyport } from './sallyport.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-revisions-'));
const pack = join(folder, 'cn-cq-2023');
const appliesFrom = '2026-06-01';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(pack, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

/** From June on the organisation reads the regulations so that the talk after a return is held a good deal sooner. */
beforeAll(() => {
  cpSync(join(packsFolder, 'cn-cq-2023'), pack, { recursive: true });
  cpSync(join(packsFolder, 'cn-cq-2023'), join(pack, 'revisions/1'), { recursive: true });
  edit('instrument.yaml', (text) =>
    text.replace(/^revision: 1$/m, 'revision: 2').replace(/^appliesFrom: .*$/m, `appliesFrom: ${appliesFrom}`),
  );
  edit('rules/debrief-after-return.yaml', (text) =>
    text.replace(/^due: .*$/m, 'due: traveller.trip.returnedOn').replace(/^examples:[^]*$/m, `examples:\n${example}`),
  );
});

const example = `  - case: other
    asOf: 2026-07-01
    facts: { traveller: {} }
    expect: none
`;

type Line = {
  readonly rule: string;
  readonly revision: number;
  readonly subject: string;
  readonly status: string;
  readonly due: string | null;
};

const evaluate = (packs: readonly string[], ...more: readonly string[]): Line[] => {
  const asked = ['--register', demo, '--as-of', '2026-11-23', '--json', ...packs.flatMap((dir) => ['--packs', dir])];
  const { status, stdout, stderr } = sallyport('evaluate', ...asked, ...more);
  expect(status, stderr).toBe(0);
  return jsonLines(stdout) as Line[];
};
const talks = (lines: readonly Line[]) => lines.filter(({ rule }) => rule === 'cn-cq-2023/debrief-after-return');

describe('a pack with an earlier revision', () => {
  it('gives each duty the reading of its trigger day, in one sorted run, by kernel and explainer', () => {
    const before = evaluate([]);
    const after = evaluate([folder]);
    expect(after.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(
      before.map(({ rule, subject }) => `${rule} ${subject}`),
    );
    const old = new Map(talks(before).map((line) => [line.subject, line]));
    const [earlier, later] = [1, 2].map((revision) => talks(after).filter((line) => line.revision === revision));
    expect(earlier?.length).toBeGreaterThan(0);
    expect(earlier).toEqual(earlier?.map(({ subject }) => old.get(subject)));
    expect(later?.length).toBeGreaterThan(0);
    expect(later?.filter(({ subject, due }) => (due ?? '') < appliesFrom || due === old.get(subject)?.due)).toEqual([]);
    expect(evaluate([folder], '--engine', 'explain')).toEqual(after);
  });

  it('lists its revisions, each with its number, its first day and its hash', () => {
    const { stdout } = sallyport('law', 'list', 'cn-cq-2023', '--packs', folder, '--json');
    const [{ revisions }] = jsonLines(stdout) as [
      { revisions: { number: number; appliesFrom: string; hash: string }[] },
    ];
    expect(revisions.map(({ number, appliesFrom: from }) => [number, from])).toEqual([
      [1, '2023-09-01'],
      [2, appliesFrom],
    ]);
    const [shipped] = jsonLines(sallyport('law', 'list', 'cn-cq-2023', '--json').stdout) as [
      { revisions: { hash: string }[] },
    ];
    expect(revisions[0]?.hash).toBe(shipped.revisions[0]?.hash);
    expect(revisions[1]?.hash).not.toBe(revisions[0]?.hash);
    expect(sallyport('law', 'list', 'cn-cq-2023', '--packs', folder, '--lang', 'zh').stdout).toMatch(
      /第2次修订，自2026-06-01起用，sha256:[0-9a-f]{64}/,
    );
  });

  it('says in an explanation which revision reads the duty', () => {
    const [one] = talks(evaluate([folder])).filter(({ revision }) => revision === 1);
    const asked = ['--register', demo, '--as-of', '2026-11-23', '--packs', folder, '--lang', 'en'];
    const { stdout } = sallyport('explain', 'debrief-after-return', one?.subject ?? '', ...asked);
    expect(stdout).toMatch(/read by revision 1, which applies from/);
  });
});
