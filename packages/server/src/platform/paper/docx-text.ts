import { convertMillimetersToTwip, TextRun } from 'docx';
import type { Paper } from './paper.ts';

/** By name, as a word processor in China has them; another takes its own in their place. */
const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
export const fonts = {
  body: { ...latin, eastAsia: '仿宋' },
  heading: { ...latin, eastAsia: '黑体' },
  title: { ...latin, eastAsia: '黑体' },
};

export const millimetres = convertMillimetersToTwip;

/** Between the margins. */
export const textWidth = ({ orientation }: Paper): number =>
  millimetres((orientation === 'landscape' ? 297 : 210) - 25 - 22);

/** A text with its line breaks. */
export const lines = (text: string, size: number, bold = false): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, size, bold, ...(at === 0 ? {} : { break: 1 }) }));
