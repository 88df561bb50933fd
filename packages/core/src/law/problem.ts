import type { Bilingual } from './rule.ts';

/** Something wrong in a pack: where, and a sentence in both languages that says what is wrong and what to do. */
export type PackProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Bilingual;
};

export const formatProblem = ({ file, line, column, message }: PackProblem, language: 'zh' | 'en'): string =>
  `${file}:${line}:${column}: ${message[language]}`;
