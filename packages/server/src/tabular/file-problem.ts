import type { RowProblem } from '@sallyport/core/facts';
import { type Phrase, type Values, withValues } from '../platform/words/words.ts';
import { limits } from './limits.ts';
import { problemWords } from './problem-words.ts';

export type ProblemCode = RowProblem['problem'] | keyof typeof problemWords;

/** Something wrong with a file: where, and why in a code that both languages have a sentence for. */
export type FileProblem = {
  readonly file: string;
  /** Line of a JSONL file, row of a CSV or XLSX file, counted from 1; null when it is about the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly values: Values;
};

export const reasonOf = ({ code, values }: Pick<FileProblem, 'code' | 'values'>): Phrase =>
  withValues(problemWords[code], values);

/** Gathers problems up to the limit; a file with a fault in each of a million rows does not need all of them said. */
export type Problems = {
  readonly list: FileProblem[];
  add(file: string, row: number | null, column: string | null, code: ProblemCode, values?: Values): void;
  full(): boolean;
};

export function createProblems(): Problems {
  const list: FileProblem[] = [];
  const full = (): boolean => list.length >= limits.problems;
  return {
    list,
    full,
    add: (file, row, column, code, values = {}) => {
      if (!full()) list.push({ file, row, column, code, values });
    },
  };
}
