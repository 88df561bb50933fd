import { remembered } from './remembered.ts';

const yes = new Set(['是', '有', '对', '真', 'yes', 'y', 'true', 't', '1', '√', '✓', '✔', '☑', '已', '属于']);
const no = new Set([
  '否',
  '无',
  '没有',
  '不是',
  '错',
  '假',
  'no',
  'n',
  'false',
  'f',
  '0',
  '×',
  '✗',
  '✘',
  '☐',
  '□',
  '未',
  '不属于',
]);

/** Yes or no in the words and marks people use; null for anything else. */
export const readYesNo = remembered((text: string): boolean | null => {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : null;
});
