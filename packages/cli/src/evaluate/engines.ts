import { Explainer, generate, link, type Question, Relations, runKernel } from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { loadRegister, withDatabase } from '../sql/database.ts';
import { runRule } from '../sql/run-rules.ts';
import { columnLines, type DutyLine, lineOf, sqlLine } from './duty-line.ts';

export const engines = ['kernel', 'sql', 'explain'] as const;
export type Engine = (typeof engines)[number];

/** Every duty of a question, sorted by rule, subject and period, by one of the three back ends. They agree on every line. */
export function dutyLines(engine: Engine, question: Question, register: Register): AsyncGenerator<DutyLine> {
  return engine === 'kernel'
    ? byKernel(question, register)
    : engine === 'sql'
      ? bySql(question, register)
      : byExplainer(question, register);
}

async function* byKernel(question: Question, register: Register): AsyncGenerator<DutyLine> {
  const kernel = link(generate(question, vocabulary), question, register);
  const rules = new Map(question.rules.map((rule) => [rule.id, rule]));
  for (const duties of runKernel(kernel)) {
    const rule = rules.get(duties.rule);
    if (rule) yield* columnLines(rule, duties, register);
  }
}

async function* byExplainer(question: Question, register: Register): AsyncGenerator<DutyLine> {
  const explainer = new Explainer(register, new Relations(register), question);
  for (const rule of question.rules) {
    const line = lineOf(rule, register);
    const count = tableOf(register, rule.subject).ids.length;
    for (let row = 0; row < count; row++) for (const duty of explainer.decide(rule, row)) yield line(duty);
  }
}

const organisation = 'register';

async function* bySql(question: Question, register: Register): AsyncGenerator<DutyLine> {
  const database = await withDatabase(question.calendars);
  try {
    await loadRegister(database.client, register, organisation);
    for (const rule of question.rules) {
      for (const duty of await runRule(database.client, rule, question, organisation)) yield sqlLine(rule, duty);
    }
  } finally {
    await database.end();
  }
}
