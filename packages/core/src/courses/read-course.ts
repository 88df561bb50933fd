import { contentHash, type PackProblem, YamlFile } from '../law/index.ts';
import { AnswerKey } from './answer-key.ts';
import { guessedByLength } from './check-bank.ts';
import { checkQuestion } from './check-question.ts';
import type { Category, Course, Question } from './course.ts';
import { type Clauses, clauseFault } from './legal-statement.ts';
import { lintText } from './lint/lint.ts';
import { readLessons } from './read-lessons.ts';
import { type CourseText, courseSchema, type QuestionText, questionSchema, reviewsSchema } from './schema.ts';

export type CourseReading = {
  /** Null where anything is wrong: a course with a problem is not offered. */
  readonly course: Course | null;
  readonly problems: readonly PackProblem[];
  /** What may stay so, and should be known. */
  readonly warnings: readonly PackProblem[];
};

const guide = 'docs/courses.md';
const known =
  /^(?:course|reviews)\.yaml$|^questions\/[a-z0-9-]+\.yaml$|^lessons\/[a-z0-9-]+\.(?:zh|en)\.md$|^pictures\/[a-z0-9.-]+\.svg$/;

/**
 * The content of a course that was read without a problem once, and kept because attempts began with it: what the law or the checks say by now
 * takes nothing from it. Null where it is none.
 */
export const readKept = (...read: Parameters<typeof readAll>): Course | null => readAll(...read).content;

/**
 * Reads and checks one course: form, questions, what its texts teach, and that every clause it names is there. `files` maps paths inside the
 * folder to their text; `sha256` gives the hexadecimal digest of a text in UTF-8.
 */
export function readCourse(...read: Parameters<typeof readAll>): CourseReading {
  const { content, problems, warnings } = readAll(...read);
  return { course: problems.length === 0 ? content : null, problems, warnings };
}

function readAll(
  folder: string,
  files: ReadonlyMap<string, string>,
  law: Clauses,
  sha256: (text: string) => string,
): { readonly content: Course | null } & Omit<CourseReading, 'course'> {
  const problems: PackProblem[] = [];
  const warnings: PackProblem[] = [];
  const opened: YamlFile[] = [];
  const open = (name: string): YamlFile => {
    const file = new YamlFile(`${folder}/${name}`, files.get(name) ?? '', null, guide);
    opened.push(file);
    return file;
  };
  for (const name of [...files.keys()].toSorted())
    if (!known.test(name)) problems.push({ file: `${folder}/${name}`, line: 1, column: 1, message: faults.unknown });
  const courseFile = open('course.yaml');
  const text = files.has('course.yaml') ? courseFile.read(courseSchema) : null;
  if (!files.has('course.yaml')) courseFile.fault([], faults.missing);
  if (text) checkCourse(text, courseFile, folder, law);
  const bank: QuestionText[] = [];
  const categories = text?.categories.map((category, index): Category => {
    const texts = readQuestions(category.id, files, open, law);
    bank.push(...(texts ?? []));
    const questions = texts?.map(questionOf) ?? null;
    const at = ['categories', index, 'draw'];
    if (questions && questions.length < category.draw) courseFile.fault(at, faults.few(category.id, questions.length));
    else if (questions && questions.length < category.draw * 2)
      warnings.push({ ...placeOf(courseFile, at), message: faults.scarce(category.id) });
    return { ...category, questions: questions ?? [] };
  });
  const guessed = guessedByLength(bank);
  if (guessed) warnings.push({ ...placeOf(courseFile, ['categories']), message: guessed });
  if (text && categories) {
    checkUnique(categories, open);
    for (const name of files.keys())
      if (name.startsWith('questions/') && !text.categories.some(({ id }) => name === `questions/${id}.yaml`))
        problems.push({ file: `${folder}/${name}`, line: 1, column: 1, message: faults.category });
  }
  const lessons = text ? readLessons(folder, text, files, law) : null;
  problems.push(...(lessons?.problems ?? []));
  if (text && lessons) checkTaught(text, courseFile, lessons.clauses);
  const reviews = files.has('reviews.yaml') ? open('reviews.yaml').read(reviewsSchema) : [];
  for (const file of opened) problems.push(...file.problems);
  const whole = text && categories && lessons && reviews;
  const contentFiles = new Map([...files].filter(([name]) => name !== 'reviews.yaml'));
  return {
    content: whole
      ? {
          ...text,
          hash: contentHash(contentFiles, sha256),
          categories,
          lessons: lessons.lessons,
          pictures: new Map([...files].filter(([name]) => name.startsWith('pictures/'))),
          reviews,
        }
      : null,
    problems: problems.toSorted(byPlace),
    warnings,
  };
}

const byPlace = (a: PackProblem, b: PackProblem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** The place of a value, without a fault there. */
function placeOf(file: YamlFile, path: readonly (string | number)[]): Omit<PackProblem, 'message'> {
  const before = file.problems.length;
  file.fault(path, faults.unknown);
  const [found] = file.problems.splice(before, 1);
  return { file: file.name, line: found?.line ?? 1, column: found?.column ?? 1 };
}

function checkCourse(text: CourseText, file: YamlFile, folder: string, law: Clauses): void {
  const name = folder.split('/').at(-1) ?? folder;
  if (text.id !== name) file.fault(['id'], faults.name(name));
  for (const language of ['zh', 'en'] as const) {
    for (const key of ['title', 'about'] as const) {
      const found = lintText(text[key][language], language, { part: 'text' });
      if (found) file.fault([key, language], found.message);
    }
    for (const [index, { title }] of text.categories.entries()) {
      const found = lintText(title[language], language, { part: 'text' });
      if (found) file.fault(['categories', index, 'title', language], found.message);
    }
  }
  for (const [index, id] of text.clauses.entries()) {
    const fault = clauseFault(law, id);
    if (fault) file.fault(['clauses', index], fault);
  }
  for (const list of ['topics', 'clauses', 'lessons'] as const)
    for (const [index, id] of text[list].entries())
      if (text[list].indexOf(id) < index) file.fault([list, index], faults.twice(id));
  for (const [index, { id }] of text.categories.entries())
    if (text.categories.findIndex((other) => other.id === id) < index)
      file.fault(['categories', index, 'id'], faults.twice(id));
}

function readQuestions(
  category: string,
  files: ReadonlyMap<string, string>,
  open: (name: string) => YamlFile,
  law: Clauses,
): readonly QuestionText[] | null {
  const name = `questions/${category}.yaml`;
  const file = open(name);
  if (!files.has(name)) {
    file.fault([], faults.bank);
    return null;
  }
  const texts = file.read(questionSchema.array());
  for (const [index, text] of (texts ?? []).entries()) checkQuestion(text, file, [index], law);
  return texts;
}

/** A file of questions that stands in no course, read and checked as one of a course is. */
export function readBank(file: YamlFile, law: Clauses): readonly Question[] {
  const texts = file.read(questionSchema.array()) ?? [];
  for (const [index, text] of texts.entries()) checkQuestion(text, file, [index], law);
  return texts.map(questionOf);
}

const questionOf = ({ id, choose, scenario, method, ask, options, clauses }: QuestionText): Question => ({
  id,
  choose: choose ?? 'one',
  scenario: scenario && method ? { method, text: scenario } : null,
  ask,
  options: options.map(({ text }) => text),
  clauses: clauses ?? [],
  key: new AnswerKey(options.map(({ right, why }) => ({ right: right === true, why }))),
});

/** A question is found again by its name, and the same one twice would be asked twice. */
function checkUnique(categories: readonly Category[], open: (name: string) => YamlFile): void {
  const names = new Set<string>();
  const asked = new Set<string>();
  for (const { id: category, questions } of categories)
    for (const [index, { id, ask, scenario }] of questions.entries()) {
      const wording = `${scenario?.text.zh ?? ''}\n${ask.zh}`;
      if (names.has(id)) open(`questions/${category}.yaml`).fault([index, 'id'], faults.twice(id));
      else if (asked.has(wording)) open(`questions/${category}.yaml`).fault([index, 'ask'], faults.asked);
      names.add(id);
      asked.add(wording);
    }
}

/** What a course says it teaches, and what its lessons link to, are one list. */
function checkTaught(text: CourseText, file: YamlFile, linked: ReadonlySet<string>): void {
  for (const [index, id] of text.clauses.entries())
    if (!linked.has(id)) file.fault(['clauses', index], faults.untaught(id));
  for (const id of linked) if (!text.clauses.includes(id)) file.fault(['clauses'], faults.unlisted(id));
}

const faults = {
  unknown: {
    zh: '课程中不应有这个文件：请移走，可有的文件见docs/courses.md。',
    en: 'this file has no place in a course; docs/courses.md lists the files',
  },
  missing: { zh: '缺少这个文件：它写明是哪一门课程，请补上。', en: 'the file is missing; it says what the course is' },
  bank: {
    zh: '缺少这个文件：每个类别各有一个题库文件，请补上。',
    en: 'the file is missing; each category has its bank of questions',
  },
  category: {
    zh: 'course.yaml没有这个类别：请补列，或者移走文件。',
    en: 'course.yaml has no such category; add it there, or take the file away',
  },
  name: (name: string) => ({
    zh: `应与文件夹同名，即${name}：请改成一致。`,
    en: `must be the name of the folder, ${name}`,
  }),
  twice: (id: string) => ({
    zh: `${id}重复出现：请删去一处，或者改用其他编号。`,
    en: `${id} is there twice; remove one, or name it otherwise`,
  }),
  asked: { zh: '这道题与前面的一道相同：请删去一道。', en: 'this question was asked before; remove one' },
  few: (id: string, questions: number) => ({
    zh: `类别${id}只有${questions}道题，不够抽取：请补题，或者改小draw。`,
    en: `the category ${id} has only ${questions} questions to draw from; add some, or make draw smaller`,
  }),
  scarce: (id: string) => ({
    zh: `类别${id}的题数不到抽取数的两倍，补考时多半会遇到同样的题：宜补题。`,
    en: `the category ${id} has fewer than twice the questions it draws, so that a second attempt meets most of them again; more would be better`,
  }),
  untaught: (id: string) => ({
    zh: `课文没有讲到条款${id}：请在课文中链接，或者从此处删去。`,
    en: `no lesson links to the clause ${id}; link to it, or leave it out here`,
  }),
  unlisted: (id: string) => ({
    zh: `课文讲到条款${id}，此处没有列出：请补列。`,
    en: `the lessons link to the clause ${id}, which is not listed here; add it`,
  }),
};
