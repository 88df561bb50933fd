import type { Bilingual } from '../../law/index.ts';

const kept = /^<svg[\s>]/;
/** What runs, what fetches, and what brings other markup in. */
const refused =
  /<(?:script|foreignObject|image|use|animate|set|iframe|style|a)[\s>/]|\son[a-z]+\s*=|href\s*=|url\(\s*(?!#)|<!|<\?|javascript:/i;

/** Why a picture cannot come with a course; null when it can. */
export function pictureFault(svg: string): Bilingual | null {
  if (!kept.test(svg.trimStart()) || svg.length > 60_000) return pictureFaults.form;
  if (!/\sviewBox\s*=/.test(svg)) return pictureFaults.box;
  return refused.test(svg) ? pictureFaults.unsafe : null;
}

const pictureFaults = {
  form: {
    zh: '图片应为不超过60000个字符的SVG，以<svg开头：请重新导出。',
    en: 'a picture is an SVG of at most 60000 characters that begins with <svg',
  },
  box: {
    zh: 'SVG缺少viewBox，无法随屏幕缩放：请补上。',
    en: 'the SVG has no viewBox and cannot follow the screen; add it',
  },
  unsafe: {
    zh: 'SVG中有脚本、样式表、链接或者外部内容：请只保留图形和文字。',
    en: 'the SVG holds a script, a style sheet, a link or something from outside; keep shapes and text alone',
  },
};
