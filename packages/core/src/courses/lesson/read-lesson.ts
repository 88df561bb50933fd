import type { Bilingual, PackProblem } from '../../law/index.ts';
import { isMethod, methodNames } from '../methods.ts';
import type { Block, LessonText, Line } from './blocks.ts';
import { readInline } from './inline.ts';

type Fault = (line: number, message: Bilingual) => void;

/** A lesson read from its Markdown, with what is wrong in it. The subset is small, so that no lesson can bring code into a page. */
export function readLesson(file: string, text: string): { lesson: LessonText; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const fault: Fault = (line, message) => void problems.push({ file, line, column: 1, message });
  const lines = text.split(/\r\n|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const title = /^# (.+)$/.exec(lines[first] ?? '')?.[1]?.trim();
  if (title === undefined) fault(Math.max(first, 0) + 1, faults.title);
  const from = title === undefined ? 0 : first + 1;
  return { lesson: { title: title ?? '', blocks: readBlocks(lines, from, lines.length, fault, false) }, problems };
}

const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/;
const item = /^(?:- |(\d+)\. )(.*)$/;

function readBlocks(lines: readonly string[], from: number, to: number, fault: Fault, inside: boolean): Block[] {
  const blocks: Block[] = [];
  let at = from;
  while (at < to) {
    const line = lines[at] ?? '';
    const number = at + 1;
    const say = (message: Bilingual): void => fault(number, message);
    const heading = /^(#+) (.+)$/.exec(line);
    const image = picture.exec(line);
    if (line.trim() === '') at += 1;
    else if (line.startsWith(':::')) {
      const end = lines.findIndex((other, index) => index > at && index < to && other.trim() === ':::');
      const upTo = end === -1 ? to : end;
      const [, word = ''] = /^:::scenario\s*(\S*)\s*$/.exec(line) ?? [];
      if (inside || end === -1 || !line.startsWith(':::scenario')) say(faults.scenario);
      else if (isMethod(word))
        blocks.push({
          form: 'scenario',
          line: number,
          method: word,
          blocks: readBlocks(lines, at + 1, upTo, fault, true),
        });
      else say(faults.method(word));
      at = upTo + 1;
    } else if (heading) {
      const level = heading[1]?.length;
      if (level === 2 || level === 3)
        blocks.push({ form: 'heading', line: number, level, text: readInline(heading[2] ?? '', say) });
      else say(faults.heading);
      at += 1;
    } else if (image) {
      const [, alt = '', path = ''] = image;
      if (alt.trim() === '') say(faults.alt);
      blocks.push({ form: 'picture', line: number, path, alt });
      at += 1;
    } else {
      if (/^(?:[>|]|```|\* |\+ |---)/.test(line)) say(faults.form);
      let end = at + 1;
      while (end < to && !/^(?:\s*$|#|:::|!\[)/.test(lines[end] ?? '')) end += 1;
      const group = lines.slice(at, end);
      blocks.push(item.test(line) ? readList(group, number, fault) : paragraph(group, number, say));
      at = end;
    }
  }
  return blocks;
}

const paragraph = (group: readonly string[], line: number, say: (message: Bilingual) => void): Block => ({
  form: 'paragraph',
  line,
  text: readInline(joined(group), say),
});

function readList(group: readonly string[], line: number, fault: Fault): Block {
  const items: { at: number; parts: string[] }[] = [];
  for (const [index, text] of group.entries()) {
    const match = item.exec(text);
    if (match) items.push({ at: line + index, parts: [match[2] ?? ''] });
    else items.at(-1)?.parts.push(text);
  }
  const read = ({ at, parts }: (typeof items)[number]): Line => readInline(joined(parts), (said) => fault(at, said));
  return { form: 'list', line, ordered: /^\d/.test(group[0] ?? ''), items: items.map(read) };
}

/** Lines of a paragraph are one text; between Chinese characters and marks a line's end is no space. */
const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .reduce((text, part) =>
      /[^\x20-\x7e“”]$/u.test(text) && /^[^\x20-\x7e“”]/u.test(part) ? text + part : `${text} ${part}`,
    );

const faults = {
  title: { zh: '课文第一行应为标题，以“# ”开头：请补上。', en: 'a lesson begins with its title, after “# ”; add it' },
  scenario: {
    zh: '情景以“:::scenario <method>”开始，以“:::”单独一行结束，不能嵌套：请改写。',
    en: 'a scenario begins with “:::scenario <method>”, ends with a line “:::” and holds no other',
  },
  method: (word: string): Bilingual => ({
    zh: `情景应写明手法，“${word.slice(0, 40)}”不在其中：请改为${methodNames.join('、')}之一。`,
    en: `a scenario names its method, and “${word.slice(0, 40)}” is none; use one of ${methodNames.join(', ')}`,
  }),
  heading: { zh: '课文内只用二级、三级标题：请改写。', en: 'inside a lesson headings have two or three number signs' },
  alt: {
    zh: '图片缺少文字说明：请在方括号内写明图上说了什么。',
    en: 'the picture has no text; say in the brackets what it shows',
  },
  form: {
    zh: '课文不用引用、表格、代码和分隔线：请改为段落或者列表。',
    en: 'lessons have no quotations, tables, code or rules; write paragraphs or lists',
  },
};
