import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

const overlays = mkdtempSync(join(tmpdir(), 'sallyport-overlay-'));
afterAll(() => rmSync(overlays, { recursive: true, force: true }));

it('law list names the editions and show tells one clause, in the language asked for', () => {
  const list = sallyport('law', 'list', '--json');
  expect(list.status, list.stderr).toBe(0);
  const editions = jsonLines(list.stdout) as { readonly edition: string }[];
  expect(editions.map(({ edition }) => edition)).toEqual(
    expect.arrayContaining(['cn-cel-2023', 'cn-cq-2023', 'us-sead3-2017']),
  );
  const shown = ['zh', 'en'].map((lang) => sallyport('law', 'show', 'cn-cel-2023/art-12', '--lang', lang).stdout);
  expect(shown[0]).toContain(' · 已核原文 · 公开的法律条文汇编');
  expect(shown[1]).toContain(' · text read · github.com/LawRefBook/Laws');
  expect(sallyport('law', 'show', 'cn-cel-2023/art-999')).toMatchObject({ status: 1, stdout: '' });
});

it('law show says figures in words, and how their days are counted', () => {
  const shown = (clause: string, lang: string) => sallyport('law', 'show', clause, '--lang', lang).stdout;
  const hours = shown('cn-ssir-2024/art-61', 'zh');
  expect(hours).toContain('  报告期限：24小时，按自然日计算，遇休息日不顺延\n');
  expect(hours).not.toMatch(/PT24H|counts|rolls/);
  expect(shown('us-sead3-2017/day-trip', 'en')).toContain('  report within: 5 working days\n');
  expect(shown('us-sead3-2017/day-trip', 'zh')).toContain('  报告期限：5个工作日\n');
});

it('law list says how many articles overlays confirmed, each folder given by its own --packs, and who did', () => {
  const folders = (['trip-education', 'return-interview'] as const).map((clause, index) => {
    const folder = join(overlays, clause);
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'overlay.yaml'),
      `overlay: cn-cq-2023
citation: { zh: 公报, en: Gazette }
confirmedBy: [张三, 李四]
confirmedOn: 2026-12-01
textHash: sha256:${'0'.repeat(64)}
clauses: [{ id: ${clause}, number: "${18 + index}" }]
`,
    );
    return ['--packs', folder];
  });
  const { stdout } = sallyport('law', 'list', 'cn-cq-2023', ...folders.flat(), '--json');
  const [edition, ...parts] = jsonLines(stdout) as { clause?: string; rule?: string; confirmed?: object | null }[];
  expect(edition?.confirmed).toEqual({ confirmed: 2, articles: 29 });
  expect(parts).toContainEqual(
    expect.objectContaining({ rule: 'cn-cq-2023/debrief-after-return', standing: false }) as object,
  );
  expect(parts.filter(({ clause, confirmed }) => clause !== undefined && confirmed !== null)).toMatchObject([
    { clause: 'cn-cq-2023/trip-education', confirmed: { by: ['张三', '李四'], on: '2026-12-01' } },
    { clause: 'cn-cq-2023/return-interview' },
  ]);
});

it('law show names the rights beside the duties of articles 26 and 32, in both languages', () => {
  const shown = (clause: string, lang: string) => sallyport('law', 'show', clause, '--lang', lang).stdout;
  for (const article of [26, 32]) {
    const zh = shown(`cn-cel-2023/art-${article}`, 'zh');
    const en = shown(`cn-cel-2023/art-${article}`, 'en');
    expect(zh).toMatch(/一并阅读：\n(.*\n)*.*第31条.*(.*\n)*.*第67条/);
    expect(en).toContain('Read beside it:');
    for (const right of [24, 25, 27, 28, 29, 30, 31, 67, 68, 69]) expect(zh).toContain(`第${right}条`);
  }
});

it('law show cites what two people read as the source of a clause they confirmed', () => {
  const folder = join(overlays, 'cited');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'overlay.yaml'),
    `overlay: cn-cq-2023
citation: { zh: 市人大公报2023年第4号, en: Gazette 4 of 2023 }
confirmedBy: [张三, 李四]
confirmedOn: 2026-12-01
textHash: sha256:${'0'.repeat(64)}
clauses: [{ id: trip-education, number: "18(1)" }]
`,
  );
  const shown = (...more: string[]) =>
    sallyport('law', 'show', 'cn-cq-2023/trip-education', '--lang', 'zh', ...more).stdout;
  const [, before] = shown().split('\n');
  const [, after] = shown('--packs', folder).split('\n');
  expect(after).toContain('市人大公报2023年第4号');
  expect(after).not.toContain(before?.split(' · ').at(-1));
});
