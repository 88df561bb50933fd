const chinese = /(绝密|机密|秘密)[★☆⭐✩✪⋆*]|^(绝密|机密|秘密)\(?\d{1,2}年\)?$/u;
const banners = [
  /\b(?:TOP ?SECRET|SECRET|CONFIDENTIAL)\/\/[A-Z]/,
  /\((?:TS|S|C)\/\/[A-Z]{2,}[A-Z/ -]*\)/,
  /\/\/(?:NOFORN|ORCON|REL TO|SI|TK|HCS)\b/,
  /\b(?:NATO|COSMIC TOP) SECRET\b/,
];

/** What every mark has one of; nearly all cells have none and need no closer look. */
const perhaps = /密|[/\uff0f]{2}|SECRET|[\uff21-\uff3a]/;

/** Whether a title, a cell or a line carries the mark of a classified document: 绝密★, 机密★10年, TOP SECRET//…. A bare 机密 is a word. */
export function hasClassifiedMark(text: string): boolean {
  if (text.length < 3 || !perhaps.test(text)) return false;
  const plain = text.normalize('NFKC');
  return (
    (/密/.test(plain) && chinese.test(plain.replace(/[\s\u200b-\u200f\u2060\ufeff]/g, ''))) ||
    banners.some((banner) => banner.test(plain))
  );
}

/** The same of a longer text: a mark stands alone on its line, or at the head of one, so each line is looked at. */
export const hasClassifiedLine = (text: string): boolean =>
  perhaps.test(text) && text.split(/\r\n|[\n\r\f\u2028\u2029]/).some(hasClassifiedMark);
