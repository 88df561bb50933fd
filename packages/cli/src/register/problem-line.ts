import { type FileProblem, type ProblemCode, reasonOf } from '@sallyport/server/tabular/file-problem';
import type { Language, Phrase } from '../words.ts';

/** What the command line offers besides changing the file. */
const options: Readonly<Partial<Record<ProblemCode, Phrase>>> = {
  'unknown-column': { zh: '确实不需要的列，可用 --leave-out 列出。', en: '--leave-out leaves a column out.' },
  'missing-column': { zh: '各行相同的，可用 --set 给出。', en: '--set gives one value for all rows.' },
  'time-without-offset': { zh: '也可用 --offset +08:00 给出。', en: '--offset +08:00 gives one for all.' },
  'unknown-kind': { zh: '可用 --kind 指明。', en: '--kind says which.' },
  'not-a-word': {
    zh: '可用的词，sallyport facts 加种类名可以列出。',
    en: '`sallyport facts KIND` lists the words.',
  },
  differs: { zh: '确要替换的，加 --replace。', en: 'To replace it, add --replace.' },
};

/** Why, and what to do now, in one language. */
export function reasonIn(problem: FileProblem, language: Language): string {
  const option = options[problem.code];
  const reason = reasonOf(problem)[language];
  return option === undefined ? reason : `${reason}${language === 'en' ? ' ' : ''}${option[language]}`;
}

/** `trip.csv:3:出境日期: …`, the form editors jump to. */
export function problemLine(problem: FileProblem, language: Language): string {
  const place = [problem.file, problem.row, problem.column].filter((part) => part !== null).join(':');
  return `${place}: ${reasonIn(problem, language)}`;
}
