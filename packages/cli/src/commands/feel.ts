import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync } from 'node:fs';
import type { WorkingDays } from '@sallyport/core/calendar';
import { parseExactJson, plainText, Refusal, readContext } from '@sallyport/core/feel';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { answerLines, written } from '../feel/batch.ts';
import { notUtf8 } from '../feel/batch-lines.ts';
import { type Engine, memoryEngine, type Reply, refusedBy, sqlEngine } from '../feel/engine.ts';
import { openSqlServer } from '../feel/sql-server.ts';
import { unconfirmedNote, unconfirmedYearsOf } from '../feel/unconfirmed.ts';
import { calendars } from '../law/read-packs.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { phrase } from '../words.ts';

type Options = OutputOptions & { readonly context?: string; readonly engine: string; readonly batch?: string };

export function feelCommand(): Command {
  const command = new Command('feel')
    .description('计算一个FEEL表达式 / evaluate a FEEL expression')
    .argument('[expression]', '以减号开头时写在 -- 之后 / after -- when it begins with a minus')
    .option('--context <file.json>', '名称的值 / values of the names')
    .option('--engine <sql|kernel|explain>', '计算引擎 / engine', 'explain')
    .option('--batch <file.jsonl>', '每行一个表达式，- 为标准输入 / one expression a line, - for standard input');
  return withOutputOptions(command).action((expression: string | undefined, options: Options) =>
    guarded(options, async (out) => {
      if ((expression === undefined) === (options.batch === undefined)) {
        throw new CliFailure({
          zh: '请给出一个表达式，或者用 --batch 给出一个文件。',
          en: 'Give one expression, or a file with --batch.',
        });
      }
      await withEngine(options.engine, async (engine, calendar) => {
        if (options.batch !== undefined) await answerFile(options, engine, calendar, out);
        else await answerOne(expression ?? '', options, engine, calendar, out);
      });
    }),
  );
}

type Work = (engine: Engine, calendar: WorkingDays) => Promise<void>;

async function withEngine(name: string, work: Work): Promise<void> {
  const calendar = calendars().get('cn');
  if (!calendar) throw new Error('the calendar cn is missing');
  if (name === 'kernel' || name === 'explain') return work(memoryEngine(calendar, name), calendar);
  if (name !== 'sql') {
    throw new CliFailure(
      {
        zh: '没有引擎“{name}”：请用 sql、kernel 或者 explain。',
        en: 'No engine "{name}": use sql, kernel or explain.',
      },
      { name },
    );
  }
  const server = await openSqlServer(calendar);
  try {
    await work(sqlEngine(calendar, server), calendar);
  } finally {
    await server.end();
  }
}

async function answerFile(
  { batch, context }: Options,
  engine: Engine,
  calendar: WorkingDays,
  out: Output,
): Promise<void> {
  const { language } = out;
  if (context !== undefined) {
    throw new CliFailure({
      zh: '用 --batch 时，每一行自带 context。',
      en: 'With --batch each line brings its own context.',
    });
  }
  const path = batch ?? '-';
  const input = path === '-' ? process.stdin : createReadStream(path);
  const progress = startProgress(language === 'zh' ? '已计算的行' : 'lines answered');
  try {
    // How many lines a stream has is not known before its end.
    const { noting, years } = notingYears(engine, calendar);
    await answerLines(input, process.stdout, noting, language, (answered) => progress.to(answered, 0));
    noteUnconfirmed(years(), out);
  } catch (error) {
    throw unreadable(error, path);
  } finally {
    progress.end();
  }
}

/** The engine, and the unconfirmed years that its answers came to count through. Only what speaks of working days is looked at again. */
function notingYears(engine: Engine, calendar: WorkingDays): { noting: Engine; years: () => number[] } {
  const found = new Set<number>();
  const noting: Engine = {
    ...engine,
    answer: async (questions) => {
      const replies = await engine.answer(questions);
      for (const [index, { text, context }] of questions.entries()) {
        const reply = replies[index];
        if (reply === undefined || !('answer' in reply) || !/working\s+days/.test(text)) continue;
        for (const year of unconfirmedYearsOf(text, context, calendar)) found.add(year);
      }
      return replies;
    },
  };
  return { noting, years: () => [...found].toSorted((a, b) => a - b) };
}

async function answerOne(
  text: string,
  options: Options,
  engine: Engine,
  calendar: WorkingDays,
  out: Output,
): Promise<void> {
  const source = options.context === undefined ? {} : readJson(options.context);
  const [reply] = await replyTo(text, source, engine);
  if (!reply) return;
  if (out.json) process.stdout.write(written(null, reply, out.language));
  else if ('answer' in reply) out.line(plainText(reply.answer));
  if ('answer' in reply) return noteUnconfirmed(unconfirmedYearsOf(text, readContext(source), calendar), out);
  process.exitCode = 1;
  const { line, column, message } = reply.refused;
  if (out.json) return;
  out.note(
    out.language === 'zh' ? `第${line}行第${column}列：${message.zh}` : `line ${line}, column ${column}: ${message.en}`,
  );
}

function noteUnconfirmed(years: readonly number[], out: Output): void {
  if (years.length === 0) return;
  out.note(phrase(unconfirmedNote, out.language, { years: years.join(out.language === 'zh' ? '、' : ', ') }));
}

async function replyTo(text: string, source: unknown, engine: Engine): Promise<readonly Reply[]> {
  try {
    return await engine.answer([{ text, context: readContext(source) }]);
  } catch (error) {
    if (error instanceof Refusal) return [{ refused: refusedBy(text, error) }];
    throw error;
  }
}

function readJson(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw new CliFailure({ zh: `{path} ${notUtf8.zh}`, en: `{path} is ${notUtf8.en}.` }, { path });
    return parseExactJson(bytes.toString('utf8').replace(/^\u{FEFF}/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new CliFailure(
        { zh: '{path} 不是JSON: {reason}', en: '{path} is not JSON: {reason}' },
        { path, reason: error.message },
      );
    }
    throw unreadable(error, path);
  }
}

/** A file that cannot be read is the user's to put right; anything else is a fault of the program. */
function unreadable(error: unknown, path: string): unknown {
  if (
    !(error instanceof Error) ||
    !('code' in error) ||
    typeof error.code !== 'string' ||
    !/^E[A-Z]+$/.test(error.code)
  ) {
    return error;
  }
  return new CliFailure(
    { zh: '读不了 {path}（{code}）。', en: 'Cannot read {path} ({code}).' },
    { path, code: error.code },
  );
}
