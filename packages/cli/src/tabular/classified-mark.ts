import { CliFailure } from '../failure.ts';

const chinese = /(绝密|机密|秘密)[★☆⭐✩✪⋆*]|^(绝密|机密|秘密)\(?\d{1,2}年\)?$/u;
const banners = [
  /\b(?:TOP ?SECRET|SECRET|CONFIDENTIAL)\/\/[A-Z]/,
  /\((?:TS|S|C)\/\/[A-Z]{2,}[A-Z/ -]*\)/,
  /\/\/(?:NOFORN|ORCON|REL TO|SI|TK|HCS)\b/,
  /\b(?:NATO|COSMIC TOP) SECRET\b/,
];

/** What every mark has one of; nearly all cells have none and need no closer look. */
const perhaps = /密|[/\uff0f]{2}|SECRET|[\uff21-\uff3a]/;

/** Whether text carries the mark of a classified document (PEOPLE.md): 绝密★, 机密★10年, TOP SECRET//…. A bare 机密 is a word. */
export function hasClassifiedMark(text: string): boolean {
  if (text.length < 3 || !perhaps.test(text)) return false;
  const plain = text.normalize('NFKC');
  return (
    (/密/.test(plain) && chinese.test(plain.replace(/[\s\u200b-\u200f\u2060\ufeff]/g, ''))) ||
    banners.some((banner) => banner.test(plain))
  );
}

/** Says where and whom to call, and nothing of what stood there. */
export const classifiedFound = (file: string, row: number | null): CliFailure =>
  new CliFailure(
    {
      zh: '未读入：{file}{row} 处有国家秘密标志。涉密内容不得录入本程序，程序没有留存任何内容。请不要再转发或者复制该文件，立即联系本单位保密工作机构；可能已经泄露的，按规定在24小时内报告保密行政管理部门。',
      en: 'Nothing was read: {file}{row} carries a classification mark. Classified content does not go into this program, and nothing of it was kept. Do not forward or copy the file; call your secrecy body or security officer now. A possible leak is to be reported to the secrecy authority within 24 hours.',
    },
    { file, row: row === null ? '' : `:${row}` },
  );
