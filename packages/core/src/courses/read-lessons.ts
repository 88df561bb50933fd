import type { Bilingual, PackProblem } from '../law/index.ts';
import { checkLesson, pictureLinks, unlike } from './check-lesson.ts';
import type { Lesson } from './course.ts';
import type { Clauses } from './legal-statement.ts';
import { clausesOf, type LessonText } from './lesson/blocks.ts';
import { pictureFault } from './lesson/check-picture.ts';
import { readLesson } from './lesson/read-lesson.ts';
import { lintText } from './lint/lint.ts';
import type { CourseText } from './schema.ts';

const languages = ['zh', 'en'] as const;

/** The lessons of a course in their order, both languages of each, with what is wrong in them and the clauses they link to. */
export function readLessons(
  folder: string,
  { lessons: order }: Pick<CourseText, 'lessons'>,
  files: ReadonlyMap<string, string>,
  law: Clauses,
): { lessons: readonly Lesson[]; problems: PackProblem[]; clauses: ReadonlySet<string> } {
  const problems: PackProblem[] = [];
  const fault = (name: string, line: number, message: Bilingual): void =>
    void problems.push({ file: `${folder}/${name}`, line, column: 1, message });
  const shown = new Set<string>();
  const clauses = new Set<string>();
  const one = (name: string, language: keyof Bilingual): LessonText => {
    const text = files.get(name);
    if (text === undefined) {
      fault(name, 1, faults.missing);
      return { title: '', blocks: [] };
    }
    const { lesson, problems: found } = readLesson(`${folder}/${name}`, text);
    problems.push(...found, ...checkLesson(`${folder}/${name}`, lesson, language, law));
    for (const { line, path } of pictureLinks(lesson)) {
      shown.add(path);
      if (!files.has(path)) fault(name, line, faults.picture(path));
    }
    for (const clause of clausesOf(lesson.blocks)) clauses.add(clause);
    return lesson;
  };
  const lessons = order.map((id): Lesson => {
    const [zh, en] = [`lessons/${id}.zh.md`, `lessons/${id}.en.md`];
    const lesson = { id, zh: one(zh, 'zh'), en: one(en, 'en') };
    const difference = files.has(zh) && files.has(en) ? unlike(lesson.zh, lesson.en) : null;
    if (difference) fault(zh, 1, difference);
    return lesson;
  });
  for (const [name, text] of files) {
    const [, id] = /^lessons\/(.+)\.(?:zh|en)\.md$/.exec(name) ?? [];
    if (id !== undefined && !order.includes(id)) fault(name, 1, faults.unlisted);
    if (!name.startsWith('pictures/')) continue;
    const wrong = pictureFault(text) ?? (shown.has(name) ? null : faults.unshown);
    if (wrong) fault(name, 1, wrong);
    for (const language of languages)
      if (name.endsWith(`.${language}.svg`))
        for (const words of text.matchAll(/>([^<>]*\S[^<>]*)</g)) {
          const found = lintText(words[1] ?? '', language, { part: 'text' });
          if (found) fault(name, 1, found.message);
        }
  }
  return { lessons, problems, clauses };
}

const faults = {
  missing: {
    zh: '缺少这篇课文：course.yaml列出的每一课都要有中文和英文，请补上。',
    en: 'the lesson is missing; each one that course.yaml lists is there in Chinese and English',
  },
  unlisted: {
    zh: 'course.yaml没有列出这一课：请补列，或者移走文件。',
    en: 'course.yaml does not list this lesson; add it there, or take the file away',
  },
  picture: (path: string): Bilingual => ({
    zh: `没有图片“${path.slice(0, 80)}”：请放入pictures文件夹，或者改正路径。`,
    en: `there is no picture “${path.slice(0, 80)}”; put it into the folder pictures, or put the path right`,
  }),
  unshown: {
    zh: '没有课文用到这张图片：请在课文中引用，或者移走。',
    en: 'no lesson shows this picture; show it, or take it away',
  },
};
