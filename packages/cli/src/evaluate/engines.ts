import {
  type DutyColumns,
  doubtsOf,
  Explainer,
  generate,
  link,
  type Question,
  Relations,
  readingFinder,
  readingsOf,
  runKernel,
  speaks,
  type Told,
} from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import { loadRegister, withDatabase } from '../sql/database.ts';
import { runRule } from '../sql/run-rules.ts';
import type { Note } from './annotation.ts';
import { columnLines, type DutyLine, lineOf, sqlLine } from './duty-line.ts';
import { jsonLines } from './json-lines.ts';

export const engines = ['kernel', 'sql', 'explain'] as const;
export type Engine = (typeof engines)[number];

/** Every duty of a question, sorted by rule, subject and period, by one of the three back ends. They agree on every line. */
export function dutyLines(
  engine: Engine,
  question: Question,
  register: Register,
  told: Told,
): AsyncGenerator<DutyLine> {
  const lines =
    engine === 'kernel'
      ? byKernel(question, register, told)
      : engine === 'sql'
        ? bySql(question, register)
        : byExplainer(question, register);
  return question.rules.some((rule) => rule.supersededFrom !== null) ? merged(lines, question) : lines;
}

/** What `dutyLines` gives from the kernel, as text of what it found; null where lines have to be sorted again because a rule has several readings. */
export function kernelText(
  question: Question,
  register: Register,
  duties: readonly DutyColumns[],
  wanted: ReadonlySet<Status> | null,
  notes: (rule: Rule) => Note | null,
): Generator<RuleText> | null {
  return question.rules.some((rule) => rule.supersededFrom !== null)
    ? null
    : textOf(question, register, duties, wanted, notes);
}

/** Some lines of JSON of one rule, in UTF-8. */
type RuleText = { readonly rule: string; readonly text: Uint8Array };

function* textOf(
  question: Question,
  register: Register,
  found: readonly DutyColumns[],
  wanted: ReadonlySet<Status> | null,
  notes: (rule: Rule) => Note | null,
): Generator<RuleText> {
  const doubts = doubtsOf(question, new Relations(register));
  const reading = readingFinder(question.rules);
  for (const duties of found) {
    const rule = reading(duties);
    if (!rule) continue;
    for (const text of jsonLines(rule, duties, register, doubts(rule), wanted, notes(rule)))
      yield { rule: rule.id, text };
  }
}

async function* byKernel(question: Question, register: Register, told: Told): AsyncGenerator<DutyLine> {
  const relations = new Relations(register);
  const kernel = link(generate(question, vocabulary), question, register, relations);
  const doubts = doubtsOf(question, relations);
  const reading = readingFinder(question.rules);
  for (const duties of runKernel(kernel, undefined, undefined, told)) {
    const rule = reading(duties);
    if (rule) yield* columnLines(rule, duties, register, doubts(rule));
  }
}

async function* byExplainer(question: Question, register: Register): AsyncGenerator<DutyLine> {
  const relations = new Relations(register);
  const explainer = new Explainer(register, relations, question);
  const doubts = doubtsOf(question, relations);
  for (const rule of question.rules) {
    const line = lineOf(rule, register, doubts(rule));
    const count = tableOf(register, rule.subject).ids.length;
    for (let row = 0; row < count; row++) for (const duty of explainer.decide(rule, row)) yield line(duty);
  }
}

const organisation = 'register';

async function* bySql(question: Question, register: Register): AsyncGenerator<DutyLine> {
  const database = await withDatabase(question.calendars);
  try {
    await loadRegister(database.client, register, organisation);
    const doubts = doubtsOf(question, new Relations(register));
    for (const rule of question.rules.filter((one) => speaks(one, question))) {
      const doubt = doubts(rule);
      const { ids } = tableOf(register, rule.subject);
      // Both lists are sorted by id.
      let row = 0;
      for (const duty of await runRule(database.client, rule, question, organisation)) {
        row = ids.indexOf(duty.subject, row);
        yield sqlLine(rule, duty, doubt(row, duty.period));
      }
    }
  } finally {
    await database.end();
  }
}

/** The readings of one rule come one after the other, each sorted; here they become one sorted run. */
async function* merged(lines: AsyncGenerator<DutyLine>, question: Question): AsyncGenerator<DutyLine> {
  let several: DutyLine[] = [];
  for await (const line of lines) {
    if (several[0] && several[0].rule !== line.rule) {
      yield* several.toSorted(bySubject);
      several = [];
    }
    if (readingsOf(question.rules, line.rule).length > 1) several.push(line);
    else yield line;
  }
  yield* several.toSorted(bySubject);
}

const bySubject = (a: DutyLine, b: DutyLine): number =>
  a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : (a.period ?? '') < (b.period ?? '') ? -1 : 1;
