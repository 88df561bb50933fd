import { heldActs } from './gate-acts.ts';
import type { Bilingual } from './rule.ts';

const acts = Object.keys(heldActs);

/** What the shape of a file asks for. The schema carries the English; `sentenceOf` finds the Chinese that belongs to it. */
export const sentences = {
  empty: { zh: '内容为空：请填写。', en: 'is empty; write the text' },
  long: { zh: '超过2000个字符：请缩短。', en: 'is longer than 2000 characters' },
  slug: {
    zh: '应为小写字母、数字，中间用单个连字符：请改写。',
    en: 'must be lower-case letters, digits and single hyphens',
  },
  reference: { zh: '应写成<pack>/<clause>：请改写。', en: 'must be <pack>/<clause>' },
  day: { zh: '应为确实存在的日期，例如2026-12-01：请改写。', en: 'must be a day that exists, such as 2026-12-01' },
  word: { zh: '应为一个英文单词，可带数字：请改写。', en: 'must be one word' },
  phone: { zh: '应为电话号码，例如12339：请改写。', en: 'must be a telephone number, such as 12339' },
  site: { zh: '应为网站域名，例如www.example.cn：请改写。', en: 'must be a host name, such as www.example.cn' },
  gate: {
    zh: `应为可以暂缓的行为之一：${acts.join('、')}。请改写。`,
    en: `must be an act that can be held, one of ${acts.join(', ')}`,
  },
  yesNo: { zh: '只能是1（是）或者0（否）：请改写。', en: 'is 1 (yes) or 0 (no)' },
  camel: { zh: '应为一个首字母小写的英文单词：请改写。', en: 'must be one camelCase word' },
  twoPeople: { zh: '原文由两人确认：请写明两名确认人。', en: 'two people confirm a text' },
  hash: {
    zh: '应写成“sha256:”，后接所读文件的64位十六进制摘要：请改写。',
    en: 'must be “sha256:” and 64 hexadecimal digits of the file that was read',
  },
} as const satisfies Record<string, Bilingual>;

export const sentenceOf = (english: string): Bilingual | undefined =>
  Object.values(sentences).find(({ en }) => en === english);
