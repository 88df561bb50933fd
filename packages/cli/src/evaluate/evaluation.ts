import { type Day, parseDay } from '@sallyport/core/calendar';
import {
  type DutyColumns,
  generate,
  link,
  type Question,
  questionOf,
  Relations,
  runKernel,
} from '@sallyport/core/duties';
import { type Register, vocabulary } from '@sallyport/core/facts';
import type { Law } from '@sallyport/core/law';
import { CliFailure } from '../failure.ts';
import { calendars, lawOf } from '../law/read-packs.ts';
import type { Output } from '../output.ts';
import { startProgress } from '../progress.ts';
import { problemLine } from '../register/problem-line.ts';
import { readRegister } from '../register/read-folder.ts';
import { refusedSettings } from '../register/refused-settings.ts';
import { evaluateWords } from './words.ts';

export type Evaluation = { readonly law: Law; readonly register: Register; readonly question: Question };

/** Reads packs and a register folder and asks about a day. */
export async function openEvaluation(
  folder: string,
  packs: readonly string[],
  asOf: string | undefined,
  out: Output,
): Promise<Evaluation> {
  const day = dayOf(asOf);
  const law = lawOf(packs);
  const register = await openRegister(folder, out);
  refuseSettings(law, register, out);
  return { law, register, question: questionOf(law, register, day, calendars()) };
}

/** Every duty of a question, by the kernel, with a bar when that takes long. */
export function evaluateWhole(
  question: Question,
  register: Register,
  out: Output,
  relations = new Relations(register),
): DutyColumns[] {
  const progress = startProgress(evaluateWords.evaluating[out.language]);
  const kernel = link(generate(question, vocabulary), question, register, relations);
  const duties = runKernel(kernel, undefined, undefined, progress.to);
  progress.end();
  return duties;
}

/** A setting looser than the law allows is not counted with: every date it gives would be wrong. */
export function refuseSettings(law: Law, register: Register, out: Output): void {
  const refused = refusedSettings(law, register);
  if (refused.length === 0) return;
  const list = refused.map(({ id, reason }) => `setting:${id}: ${reason[out.language]}`);
  throw new CliFailure(
    {
      zh: '登记的参数有{count}项不能采用，未计算：\n{list}',
      en: '{count} settings of the register cannot be taken, and nothing was evaluated:\n{list}',
    },
    { count: refused.length, list: list.join('\n') },
    refused,
  );
}

/** A register folder read whole. One with a fault is not evaluated: what is left out could decide. */
export async function openRegister(folder: string, out: Output): Promise<Register> {
  const progress = startProgress(out.language === 'zh' ? '读取登记信息' : 'reading the register');
  const { register, problems } = await readRegister(folder, { progress: progress.to });
  progress.end();
  if (problems.length === 0) return register;
  throw new CliFailure(
    {
      zh: '登记信息有{count}处错误，未计算。请改正后重试：\n{list}',
      en: 'The register has {count} errors and was not evaluated. Correct them and try again:\n{list}',
    },
    {
      count: problems.length,
      list: problems
        .slice(0, 20)
        .map((problem) => problemLine(problem, out.language))
        .join('\n'),
    },
    problems,
  );
}

/** `--as-of`, or the day it is here now. */
export function dayOf(text: string | undefined): Day {
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  const day = parseDay(text ?? today);
  if (day !== null) return day;
  throw new CliFailure(
    { zh: '“{text}”不是有效日期。请写成 2026-11-23 的形式。', en: '"{text}" is no day. Write it as 2026-11-23.' },
    { text: text ?? '' },
  );
}
