import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';
import { courseText, lesson, questionText, readSmall, smallFiles } from './small-course.ts';

type Case = readonly [what: string, changes: Readonly<Record<string, string | null>>, place: string, says: RegExp];

const zh = (text: string): Record<string, string> => ({ 'lessons/one.zh.md': text });
const both = (text: string): Record<string, string> => ({
  'lessons/one.zh.md': `${lesson('zh')}\n${text}`,
  'lessons/one.en.md': `${lesson('en')}\n${text}`,
});
/** The bank of the first category with its first question changed. */
const bank = (change: (question: string) => string): Record<string, string> => ({
  'questions/first.yaml': [0, 1, 2, 3, 4, 5, 6, 7]
    .map((at) => (at === 0 ? change(questionText('first-0')) : questionText(`first-${at}`)))
    .join(''),
});
const scenario = '  scenario: { zh: 对方来信要资料, en: A letter asks for papers }\n';

const faulty: readonly Case[] = [
  [
    'a key nobody knows',
    { 'course.yaml': `${courseText()}colour: red\n` },
    'course.yaml:14:1',
    /no key that belongs here; docs\/courses\.md/,
  ],
  ['no course at all', { 'course.yaml': null }, 'course.yaml:1:1', /says what the course is/],
  [
    'a name that is not the folder’s',
    { 'course.yaml': courseText({ id: 'other' }) },
    'course.yaml:1:5',
    /name of the folder, small/,
  ],
  ['a topic nobody knows', { 'course.yaml': courseText({ topics: '[magic]' }) }, 'course.yaml:6:10', /must be one of/],
  ['a pass mark above all', { 'course.yaml': courseText({ passMark: '101' }) }, 'course.yaml:7:11', /at most 100/],
  [
    'a clause that is not there',
    { 'course.yaml': courseText({ clauses: '[cn-cel-2023/art-16, cn-cel-2023/art-99]' }) },
    'course.yaml:13:31',
    /no clause cn-cel-2023\/art-99/,
  ],
  [
    'a clause that is only recalled',
    { 'course.yaml': courseText({ clauses: '[cn-cel-2023/art-16, cn-mss-2021/self-inspection]' }) },
    'course.yaml:13:31',
    /unconfirmed and cannot be taught/,
  ],
  [
    'a clause no lesson teaches',
    { 'course.yaml': courseText({ clauses: '[cn-cel-2023/art-16, cn-cel-2023/art-12]' }) },
    'course.yaml:13:31',
    /no lesson links to/,
  ],
  [
    'a clause taught and not listed',
    { 'course.yaml': courseText({ clauses: '[]' }) },
    'course.yaml:13:10',
    /not listed here/,
  ],
  ['a lesson in one language', { 'lessons/one.en.md': null }, 'lessons/one.en.md:1:1', /in Chinese and English/],
  [
    'a lesson nobody lists',
    { 'lessons/two.zh.md': '# 甲\n\n乙\n' },
    'lessons/two.zh.md:1:1',
    /does not list this lesson/,
  ],
  [
    'a category without questions',
    { 'questions/second.yaml': null },
    'questions/second.yaml:1:1',
    /each category has its bank/,
  ],
  [
    'fewer questions than are drawn',
    { 'questions/second.yaml': questionText('only') },
    'course.yaml:11:128',
    /only 1 questions to draw from/,
  ],
  [
    'questions of no category',
    { 'questions/third.yaml': questionText('x') },
    'questions/third.yaml:1:1',
    /no such category/,
  ],
  ['a file of another kind', { 'lessons/notes.txt': 'x' }, 'lessons/notes.txt:1:1', /no place in a course/],
  ['a lesson without a title', zh('没有标题\n'), 'lessons/one.zh.md:1:1', /begins with its title/],
  [
    'a lesson that says less',
    zh('# 报告\n\n[反间谍法](clause:cn-cel-2023/art-16)\n\n## 再说\n\n多一段\n'),
    'lessons/one.zh.md:1:1',
    /differs from the English from block 2/,
  ],
  ['HTML in a lesson', both('<b>1</b>'), 'lessons/one.zh.md:5:1', /no HTML/],
  ['a link out of the house', both('[12339](https://www.12339.gov.cn)'), 'lessons/one.en.md:5:1', /is to no clause/],
  [
    'a picture that is not there',
    both('![12339](pictures/a.svg)'),
    'lessons/one.zh.md:5:1',
    /no picture “pictures\/a\.svg”/,
  ],
  [
    'a picture that runs something',
    { ...both('![12339](pictures/a.svg)'), 'pictures/a.svg': '<svg viewBox="0 0 1 1"><script/></svg>' },
    'pictures/a.svg:1:1',
    /a script/,
  ],
  ['the law without a clause', zh(`${lesson('zh')}\n依法不得如此。\n`), 'lessons/one.zh.md:5:1', /links to no clause/],
  [
    'an article of another clause',
    zh('# 报告\n\n依照第十二条，见[反间谍法](clause:cn-cel-2023/art-16)。\n'),
    'lessons/one.zh.md:3:1',
    /“第十二条” is none of the clauses/,
  ],
  ['a scenario without a method', both(':::scenario\n\n12339\n\n:::'), 'lessons/one.zh.md:5:1', /names its method/],
  [
    'a method that is none',
    both(':::scenario foreigner\n\n12339\n\n:::'),
    'lessons/one.zh.md:5:1',
    /“foreigner” is none/,
  ],
  [
    'a story outside a scenario',
    zh(`${lesson('zh')}\n某日，一人来信索要图纸。\n`),
    'lessons/one.zh.md:5:1',
    /names no method/,
  ],
  [
    'a lesson that teaches suspicion',
    zh(`${lesson('zh')}\n外国人都要提防。\n`),
    'lessons/one.zh.md:5:1',
    /teaches suspicion of people for where they come from/,
  ],
  [
    'no right option',
    bank((text) => text.replace('      right: true\n', '')),
    'questions/first.yaml:5:5',
    /no option is right/,
  ],
  [
    'two best answers',
    bank(() => questionText('first-0', 3, 2).replace('  choose: several\n', '')),
    'questions/first.yaml:5:5',
    /more than one option is right/,
  ],
  [
    'several, and only one',
    bank((text) => text.replace('  ask:', '  choose: several\n  ask:')),
    'questions/first.yaml:6:5',
    /fewer than two right/,
  ],
  [
    'nothing but right options',
    bank(() => questionText('first-0', 3, 3)),
    'questions/first.yaml:6:5',
    /every option is right/,
  ],
  [
    'no explanation',
    bank((text) => text.replace(/ {6}why: .*0 of .*\n/, '')),
    'questions/first.yaml:5:7',
    /“why” is missing/,
  ],
  [
    'one language',
    bank((text) => text.replace(/ask: \{ zh: [^,]*, /, 'ask: { ')),
    'questions/first.yaml:2:8',
    /“zh” is missing/,
  ],
  [
    'Chinese that is English',
    bank((text) => text.replace('zh: 甲ask', 'zh: ask')),
    'questions/first.yaml:2:14',
    /the Chinese text is not Chinese/,
  ],
  [
    'all of the above',
    bank((text) => text.replace('en: option 2 of first-0', 'en: All of the above')),
    'questions/first.yaml:10:45',
    /stands for other options/,
  ],
  [
    'a scenario that names no method',
    bank((text) => text.replace('  ask:', `${scenario}  ask:`)),
    'questions/first.yaml:2:13',
    /scenario names no method/,
  ],
  [
    'a method and no scenario',
    bank((text) => text.replace('  ask:', '  method: theft\n  ask:')),
    'questions/first.yaml:2:11',
    /a method and no scenario/,
  ],
  [
    'two options that say the same',
    bank((text) => text.replaceAll('option 2', 'option 1')),
    'questions/first.yaml:10:19',
    /two options say the same/,
  ],
  [
    'neither clauses nor practice',
    bank((text) => text.replace('  practice: true\n', '')),
    'questions/first.yaml:1:3',
    /say what it rests on/,
  ],
  [
    'practice that is law',
    bank((text) => text.replace('en: ask', 'en: by law ask')),
    'questions/first.yaml:3:13',
    /practice is not enough/,
  ],
  [
    'a question on a clause that is not there',
    bank((text) => text.replace('  practice: true\n', '  clauses: [cn-cel-2023/art-99]\n')),
    'questions/first.yaml:3:13',
    /no clause cn-cel-2023\/art-99/,
  ],
  [
    'a question that teaches suspicion',
    bank((text) => text.replace('zh: 甲why 0', 'zh: 外籍人员靠不住why 0')),
    'questions/first.yaml:7:18',
    /teaches suspicion of people/,
  ],
  [
    'a name used twice',
    bank((text) => text.replace('id: first-0', 'id: second-1')),
    'questions/second.yaml:14:7',
    /second-1 is there twice/,
  ],
  [
    'a question asked twice',
    bank(() => questionText('first-0').replace('甲ask first-0', '甲ask first-1')),
    'questions/first.yaml:13:8',
    /was asked before/,
  ],
];

describe('a faulty course is refused', () => {
  test.each(faulty)('%s', (_, changes, place, says) => {
    const { course, problems } = readSmall(changes);
    expect(course).toBeNull();
    const said = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message.en}`);
    expect(
      said.some((one) => one.startsWith(`small/${place}: `) && says.test(one)),
      said.join('\n'),
    ).toBe(true);
    for (const { message } of problems) expectBothLanguages(message);
  });
});

test('a bank that is hardly larger than its draw is only warned of', () => {
  const { course, warnings } = readSmall({
    'questions/second.yaml': [0, 1, 2, 3].map((at) => questionText(`s-${at}`)).join(''),
  });
  expect(course).not.toBeNull();
  expect(warnings.map(({ file, line, message }) => `${file}:${line} ${message.en}`)).toEqual([
    expect.stringMatching(/^small\/course\.yaml:11 the category second has fewer than twice/),
  ]);
});

test('a bank whose right options are mostly the longest is warned of', () => {
  const telling = questionText('t').replaceAll('option 0 of t', 'option 0 of t again');
  const all = Array.from({ length: 10 }, (_, at) => telling.replaceAll(/\bt\b/g, `t-${at}`)).join('');
  const { course, warnings } = readSmall({ 'questions/first.yaml': all });
  expect(course).not.toBeNull();
  expect(warnings.map(({ message }) => message.en)).toEqual([
    expect.stringMatching(/^in 7\d % of the questions the right option is the longest/),
  ]);
});

test('a lesson is read into blocks, with lines joined as each language joins them', () => {
  const { course } = readSmall({
    'lessons/one.zh.md':
      '# 报告\n\n第一行，\n第二行见[法](clause:cn-cel-2023/art-16)。\n\n- 甲**要点**\n- 乙\n  续\n\n:::scenario theft\n\n1. 丙\n\n:::\n',
    'lessons/one.en.md':
      '# Reporting\n\nOne line,\nanother by [law](clause:cn-cel-2023/art-16).\n\n- A **point**\n- B\n  goes on\n\n:::scenario theft\n\n1. C\n\n:::\n',
  });
  const [only] = course?.lessons ?? [];
  expect(only?.zh.blocks[0]).toMatchObject({
    form: 'paragraph',
    text: [{ text: '第一行，第二行见' }, { clause: 'cn-cel-2023/art-16', text: '法' }, { text: '。' }],
  });
  expect(only?.en.blocks[0]).toMatchObject({
    text: [{ text: 'One line, another by ' }, { form: 'clause' }, { text: '.' }],
  });
  expect(only?.zh.blocks[1]).toMatchObject({
    form: 'list',
    ordered: false,
    items: [[{ text: '甲' }, { form: 'strong', text: '要点' }], [{ text: '乙续' }]],
  });
  expect(only?.en.blocks[1]).toMatchObject({ items: [[{ text: 'A ' }, { text: 'point' }], [{ text: 'B goes on' }]] });
  expect(only?.zh.blocks[2]).toMatchObject({
    form: 'scenario',
    method: 'theft',
    blocks: [{ form: 'list', ordered: true }],
  });
});

test('any text in place of a file, and any piece put into one, is read or refused in both languages', () => {
  const files = smallFiles();
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '- ',
      ': ',
      '"',
      '{',
      '[',
      '#',
      ':::scenario ',
      '](clause:',
      '![',
      '**',
      '\n',
      '&a ',
      '*a',
      '第一百条',
      'null',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...files.keys()), piece, fc.nat(), fc.boolean(), (name, put, at, whole) => {
      const text = files.get(name) ?? '';
      const cut = at % (text.length + 1);
      const { course, problems } = readSmall({ [name]: whole ? put : text.slice(0, cut) + put + text.slice(cut) });
      expect(course === null).toBe(problems.length > 0);
      for (const { line, column, message } of problems) {
        expect([line > 0, column > 0]).toEqual([true, true]);
        expect(message.zh.isWellFormed() && message.en.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
