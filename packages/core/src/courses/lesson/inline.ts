import type { Bilingual } from '../../law/index.ts';
import type { Inline, Line } from './blocks.ts';

const piece = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]*)\)/gu;
const clauseLink = /^clause:([a-z0-9-]+\/[a-z0-9-]+)$/;

/** The pieces of one line of Markdown; `fault` is told what a lesson does not have. */
export function readInline(text: string, fault: (message: Bilingual) => void): Line {
  const pieces: Inline[] = [];
  let at = 0;
  const add = (upTo: number): void => {
    const between = text.slice(at, upTo);
    if (/<[a-z/!]/i.test(between)) fault(inlineFaults.html);
    else if (/[*_`]{2}|`|\]\(/.test(between)) fault(inlineFaults.mark);
    if (between !== '') pieces.push({ form: 'text', text: between });
  };
  for (const match of text.matchAll(piece)) {
    const [whole, strong, label = '', target = ''] = match;
    add(match.index);
    at = match.index + whole.length;
    if (strong !== undefined) pieces.push({ form: 'strong', text: strong });
    else {
      const [, clause] = clauseLink.exec(target) ?? [];
      if (clause === undefined) fault(inlineFaults.link(target));
      else pieces.push({ form: 'clause', text: label, clause });
    }
  }
  add(text.length);
  return pieces;
}

const inlineFaults = {
  html: {
    zh: '课文中不能写HTML标签：请改用docs/courses.md列出的写法。',
    en: 'a lesson holds no HTML; docs/courses.md lists what it may hold',
  },
  mark: {
    zh: '此处的标记没有闭合，或者课文中不用：请对照docs/courses.md改写。',
    en: 'a mark here is not closed, or none that lessons use; see docs/courses.md',
  },
  link: (target: string): Bilingual => ({
    zh: `链接“${target.slice(0, 80)}”不指向条款：课文只能链接条款，写成(clause:<pack>/<clause>)，请改写。`,
    en: `the link “${target.slice(0, 80)}” is to no clause; lessons link to clauses alone, as (clause:<pack>/<clause>)`,
  }),
};
