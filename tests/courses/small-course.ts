import { createHash } from 'node:crypto';
import { type Course, type CourseReading, readCourse } from '@sallyport/core/courses';
import { readInstalledLaw } from '../../packages/server/src/modules/law/read-packs.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The law that comes with the program, read once. */
export const law = readInstalledLaw();

const both = (text: string): string => `{ zh: 甲${text}, en: ${text} }`;

/** A question whose first `right` options are right. */
export const questionText = (id: string, options = 3, right = 1): string =>
  [
    `- id: ${id}`,
    ...(right > 1 ? ['  choose: several'] : []),
    `  ask: ${both(`ask ${id}`)}`,
    '  practice: true',
    '  options:',
    ...Array.from({ length: options }, (_, at) => [
      `    - text: ${both(`option ${at} of ${id}`)}`,
      ...(at < right ? ['      right: true'] : []),
      `      why: ${both(`why ${at} of ${id}`)}`,
    ]).flat(),
    '',
  ].join('\n');

export const lesson = (language: 'zh' | 'en'): string =>
  language === 'zh'
    ? '# 报告\n\n发现以后，依照[反间谍法](clause:cn-cel-2023/art-16)及时告知。\n'
    : '# Reporting\n\nOnce found, [the law](clause:cn-cel-2023/art-16) asks to tell it promptly.\n';

/** A whole course of two categories, with the texts of some files replaced. A null takes a file away. */
export function smallFiles(changes: Readonly<Record<string, string | null>> = {}): Map<string, string> {
  const files: Record<string, string | null> = {
    'course.yaml': courseText(),
    'lessons/one.zh.md': lesson('zh'),
    'lessons/one.en.md': lesson('en'),
    'questions/first.yaml': Array.from({ length: 8 }, (_, at) => questionText(`first-${at}`, 3 + (at % 2))).join(''),
    'questions/second.yaml': Array.from({ length: 6 }, (_, at) => questionText(`second-${at}`, 4, 1 + (at % 2))).join(
      '',
    ),
    ...changes,
  };
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));
}

export const courseText = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    id: 'small',
    revision: '1',
    title: '{ zh: 小课程, en: A small course }',
    about: '{ zh: 试用, en: For trying }',
    audience: 'all',
    topics: '[counter-espionage]',
    passMark: '80',
    attempts: '3',
    waitHours: '24',
    validMonths: '12',
    categories: `[{ id: first, title: ${both('first')}, draw: 4 }, { id: second, title: ${both('second')}, draw: 3 }]`,
    lessons: '[one]',
    clauses: '[cn-cel-2023/art-16]',
    ...changes,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

export const readSmall = (changes: Readonly<Record<string, string | null>> = {}): CourseReading =>
  readCourse('small', smallFiles(changes), law, sha256);

export function smallCourse(changes: Readonly<Record<string, string | null>> = {}): Course {
  const { course, problems } = readSmall(changes);
  if (course === null) throw new Error(JSON.stringify(problems));
  return course;
}
