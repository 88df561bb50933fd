import type { Bilingual, PackProblem } from '../law/index.ts';
import { type Clauses, clauseFault, isLegal, strayArticle } from './legal-statement.ts';
import { type Block, clausesOf, type LessonText, linesOf, picturesOf, plain } from './lesson/blocks.ts';
import { lintText } from './lint/lint.ts';

/** What is wrong with what a lesson says, in one language. */
export function checkLesson(file: string, lesson: LessonText, language: keyof Bilingual, law: Clauses): PackProblem[] {
  const problems: PackProblem[] = [];
  const fault = (line: number, message: Bilingual | null | undefined): void => {
    if (message) problems.push({ file, line, column: 1, message });
  };
  fault(1, lintText(lesson.title, language, { part: 'text' })?.message);
  for (const { line, clause } of clauseLinks(lesson.blocks)) fault(line, clauseFault(law, clause));
  for (const { line, blocks } of statements(lesson.blocks)) {
    const texts = blocks.flatMap(linesOf).map(plain);
    const clauses = clausesOf(blocks);
    for (const text of texts) {
      fault(line, lintText(text, language, { part: 'text' })?.message);
      fault(line, strayArticle(text, language, law, clauses));
    }
    if (clauses.length === 0 && texts.some((text) => isLegal(text, language))) fault(line, faults.unbacked);
  }
  const [first] = lesson.blocks;
  if (!lesson.blocks.some(({ form }) => form === 'paragraph')) fault(first?.line ?? 1, faults.empty);
  for (const block of lesson.blocks)
    if (block.form === 'paragraph' && story[language].test(linesOf(block).map(plain).join('')))
      fault(block.line, faults.story);
  return problems;
}

const clauseLinks = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => clausesOf([block]).map((clause) => ({ line: block.line, clause })));

/** What stands or falls together: a list belongs to the paragraph that leads to it, and a scenario is one whole. */
function statements(blocks: readonly Block[]): { line: number; blocks: Block[] }[] {
  const groups: { line: number; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.form === 'list' && last?.blocks.at(-1)?.form === 'paragraph') last.blocks.push(block);
    // A heading names what follows; it states nothing.
    else if (block.form !== 'heading') groups.push({ line: block.line, blocks: [block] });
    else groups.push({ line: block.line, blocks: [] });
  }
  return groups;
}

/** Beginnings by which a story is told outside a scenario, where no method would be asked for. */
const story: Readonly<Record<keyof Bilingual, RegExp>> = {
  zh: /^(?:案例|情景|例如，?某|某(?:日|天|单位|公司|人)|有一天|一天，)/u,
  en: /^(?:Case:|Scenario:|One day|Imagine|Suppose (?:that )?(?:you|a|somebody)|An? (?:man|woman|colleague|visitor|stranger) )/u,
};

/** Whether both languages say the same: what can be counted of it. */
export function unlike(zh: LessonText, en: LessonText): Bilingual | null {
  const shape = (blocks: readonly Block[]): string =>
    blocks
      .map((block) =>
        block.form === 'list'
          ? `list of ${block.items.length}`
          : block.form === 'scenario'
            ? `scenario ${block.method} (${shape(block.blocks)})`
            : block.form === 'heading'
              ? `heading ${block.level}`
              : block.form,
      )
      .join(', ');
  const ofZh = shape(zh.blocks);
  const ofEn = shape(en.blocks);
  if (ofZh !== ofEn) {
    const [one, other] = [ofZh.split(', '), ofEn.split(', ')];
    const at = one.findIndex((form, index) => form !== other[index]);
    const place = (at === -1 ? one.length : at) + 1;
    return {
      zh: `与英文课文从第${place}个段落起不同：请补译，使两种语言逐段对应。`,
      en: `it differs from the English from block ${place} on; both languages have the same blocks`,
    };
  }
  const clauses = (lesson: LessonText): string => [...new Set(clausesOf(lesson.blocks))].toSorted().join(', ');
  return clauses(zh) === clauses(en)
    ? null
    : {
        zh: `与英文课文链接的条款不同：请使两种语言链接相同的条款。`,
        en: 'it links to other clauses than the English; both languages name the same ones',
      };
}

/** The pictures a lesson shows, each with the line of its block. */
export const pictureLinks = (lesson: LessonText): { line: number; path: string }[] =>
  lesson.blocks.flatMap((block) => picturesOf([block]).map((path) => ({ line: block.line, path })));

const faults = {
  unbacked: {
    zh: '此处讲到法律，却没有链接条款：请写成[文字](clause:<pack>/<clause>)，或者改为不涉及法律的说法。',
    en: 'this speaks of the law and links to no clause; write [text](clause:<pack>/<clause>), or leave the law out',
  },
  empty: { zh: '课文没有正文：请写上。', en: 'the lesson has no text; write it' },
  story: {
    zh: '此处讲了一个情景，却没有写明手法：请放进“:::scenario <method>”和“:::”之间。',
    en: 'this tells a scenario and names no method; put it between “:::scenario <method>” and “:::”',
  },
};
