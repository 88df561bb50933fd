import { expect, it, vi } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

vi.setConfig({ testTimeout: 60_000 });

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
