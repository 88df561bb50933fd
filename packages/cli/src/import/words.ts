import type { Phrase } from '../words.ts';

export const importWords = {
  progress: { zh: '读取文件', en: 'reading' },
  change: {
    zh: '{kind}：新增 {added}，替换 {replaced}，不变 {unchanged}',
    en: '{kind}: {added} new, {replaced} replaced, {unchanged} unchanged',
  },
  done: { zh: '已导入 {into}。', en: 'Imported into {into}.' },
  dryRun: { zh: '试运行：{into} 没有任何改动。', en: 'Dry run: nothing in {into} was changed.' },
  refused: {
    zh: '没有导入：共 {count} 处问题。请改正后重试；没有改动任何登记信息。',
    en: 'Nothing was imported: {count} problems. Correct them and try again; the register is unchanged.',
  },
  more: {
    zh: '……另有 {count} 处。用 --errors FILE.csv 可得到完整清单。',
    en: '… and {count} more. --errors FILE.csv writes them all.',
  },
  file: { zh: '文件', en: 'File' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  reason: { zh: '原因', en: 'Reason' },
} satisfies Record<string, Phrase>;
