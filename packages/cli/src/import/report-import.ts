import { writeFileSync } from 'node:fs';
import type { FileProblem } from '@sallyport/server/tabular/file-problem';
import { csvText } from '@sallyport/server/tabular/write-csv';
import { CliFailure } from '../failure.ts';
import type { Output } from '../output.ts';
import { problemLine, reasonIn } from '../register/problem-line.ts';
import { phrase } from '../words.ts';
import type { ImportResult } from './import-files.ts';
import { importWords } from './words.ts';

const shown = 50;

/** Says what was imported, or lists what stood in the way and fails. */
export function reportImport(
  result: ImportResult,
  into: string,
  out: Output,
  options: { readonly dryRun: boolean; readonly errors?: string },
): void {
  const { problems, changes } = result;
  if (options.errors !== undefined) writeFileSync(options.errors, errorTable(problems, out));
  if (problems.length > 0) {
    for (const problem of problems.slice(0, shown)) out.note(problemLine(problem, out.language));
    if (problems.length > shown) out.note(phrase(importWords.more, out.language, { count: problems.length - shown }));
    for (const problem of problems)
      out.data({ problem: { ...place(problem), code: problem.code, reason: reasonIn(problem, out.language) } });
    throw new CliFailure(importWords.refused, { count: problems.length });
  }
  for (const { kind, ...counts } of changes) {
    out.say(importWords.change, { kind: kind.label, ...counts });
    out.data({ kind: kind.name, ...counts });
  }
  out.say(options.dryRun ? importWords.dryRun : importWords.done, { into });
  out.data({ into, dryRun: options.dryRun });
}

const place = ({ file, row, column }: FileProblem) => ({ file, row, column });

const errorTable = (problems: readonly FileProblem[], { language }: Output): string =>
  csvText([
    [importWords.file, importWords.row, importWords.column, importWords.reason].map((heading) => heading[language]),
    ...problems.map((problem) => [problem.file, problem.row, problem.column, reasonIn(problem, language)]),
  ]);
