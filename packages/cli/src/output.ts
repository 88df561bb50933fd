import { ClassifiedMark } from '@sallyport/server/tabular/classified-mark';
import type { Command } from 'commander';
import { CliFailure } from './failure.ts';
import { type Language, languageOf, type Phrase, phrase, type Values } from './words.ts';

export type OutputOptions = { readonly json?: boolean; readonly lang?: string };

/** Where a command writes: results to standard output, everything said about the work to standard error. */
export type Output = {
  readonly language: Language;
  readonly json: boolean;
  /** One line of text on standard output; nothing under `--json`. */
  line(text: string): void;
  /** The same, from a phrase. */
  say(text: Phrase, values?: Values): void;
  /** One JSON value a line on standard output; only under `--json`. */
  data(value: unknown): void;
  /** One line on standard error, in both forms. */
  note(text: string): void;
};

/** Adds the two options every verb has. */
export const withOutputOptions = (command: Command): Command =>
  command.option('--json', 'JSON 输出 / print JSON').option('--lang <zh|en>', '语言 / language (zh, en)');

function outputOf(options: OutputOptions, locale = process.env['LC_ALL'] ?? process.env['LANG']): Output {
  if (options.lang !== undefined && options.lang !== 'zh' && options.lang !== 'en') {
    throw new CliFailure(
      { zh: '不支持语言“{lang}”：请用 zh 或者 en。', en: 'No language "{lang}": use zh or en.' },
      { lang: options.lang },
    );
  }
  const language = languageOf(options.lang, locale);
  const json = options.json === true;
  const line = (text: string): void => {
    if (!json) process.stdout.write(`${text}\n`);
  };
  return {
    language,
    json,
    line,
    say: (text, values) => line(phrase(text, language, values)),
    data: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Says a failure in the user's language and sets exit status 1; passes every other error on. */
function reportFailure(thrown: unknown, options: OutputOptions): void {
  const error = fromSystem(refused(thrown));
  if (!(error instanceof CliFailure)) throw error;
  const language = languageOf(options.lang, process.env['LC_ALL'] ?? process.env['LANG']);
  const message = error.say(language);
  if (options.json === true && !isUnwritten(thrown))
    process.stdout.write(`${JSON.stringify({ failed: message, details: error.detailsIn(language) })}\n`);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** What must not come in is said in both languages where it was found. */
const refused = (error: unknown): unknown => (error instanceof ClassifiedMark ? new CliFailure(error.phrase) : error);

/** What the system refuses about a file (no right, no room, no such folder) is for the user to mend, and no fault of the program. */
function fromSystem(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  if (isUnwritten(error)) return unwritten(error.code);
  if (!('path' in error)) return error;
  return new CliFailure(
    { zh: '无法读写 {path}（{reason}）。', en: 'Cannot read or write {path} ({reason}).' },
    { path: String(error.path), reason: String(error.code) },
  );
}

/** Standard output took no more. */
const isUnwritten = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && 'syscall' in error && error.syscall === 'write' && !('path' in error);

const unwritten = (code: unknown): CliFailure =>
  new CliFailure(
    {
      zh: '无法写出结果（{reason}），输出不完整。',
      en: 'The output could not be written ({reason}) and is not complete.',
    },
    { reason: String(code) },
  );

/** A reader that has seen enough, as `head` has, ends the program and is no fault of it; a full disk is said where there is still a way to. */
function endWithReader(stream: NodeJS.WritableStream, options: OutputOptions): void {
  stream.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    reportFailure(error, options);
    process.exit(1);
  });
}

/** Runs the work of a verb: `.action((files, options) => guarded(options, async (out) => { … }))`. */
export async function guarded(options: OutputOptions, work: (out: Output) => Promise<void> | void): Promise<void> {
  endWithReader(process.stdout, options);
  try {
    await work(outputOf(options));
  } catch (error) {
    reportFailure(error, options);
  }
}
