import { type Day, formatDay, formatInstant, parseDay, parseInstant, type WorkingDays } from '../calendar/index.ts';
import { type Kind, type Register, RegisterBuilder, tableOf, type Vocabulary } from '../facts/index.ts';
import { isRef } from '../feel/index.ts';
import { type Bilingual, type ExampleText, type Law, noKind, type Rule, unsuperseded } from '../law/index.ts';
import { Explainer } from './decide.ts';
import { isBoundary } from './example-boundary.ts';
import { labelFault, type Outcome } from './example-labels.ts';
import { cellRefused, notEqual, notNone, notOne, notSoMany } from './example-words.ts';
import { type Question, questionOf } from './question.ts';
import { Relations } from './relations.ts';
import type { Silence } from './silence.ts';
import type { Traced } from './traced.ts';

export type ExampleFailure = { readonly rule: string; readonly index: number; readonly message: Bilingual };

type Cells = Readonly<Record<string, unknown>>;

/** The register of an example, with everything it leaves out filled in as docs/packs.md says. */
export function exampleRegister(example: ExampleText, vocabulary: Vocabulary, subject: string): Register | Bilingual {
  const facts = new Map<string, Cells[]>();
  for (const [name, given] of Object.entries(example.facts)) facts.set(name, Array.isArray(given) ? given : [given]);
  if (!facts.has(subject)) facts.set(subject, [{}]);
  if (example.settings)
    facts.set('setting', [
      ...(facts.get('setting') ?? []),
      ...Object.entries(example.settings).map(([name, value]) => ({
        name,
        value: String(value),
        fromDay: '1900-01-01',
      })),
    ]);
  const builder = new RegisterBuilder(vocabulary);
  const pending = [...facts.keys()];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const kind = vocabulary.kinds.get(name);
    if (!kind) return noKind(name);
    for (const field of Object.values(kind.fields)) {
      if (field.type !== 'ref' || field.nullable || field.to === undefined || facts.has(field.to)) continue;
      facts.set(field.to, [{}]);
      pending.push(field.to);
    }
  }
  for (const [name, rows] of facts) {
    const kind = vocabulary.kinds.get(name);
    if (kind) rows.forEach((row, index) => builder.add(kind, completed(kind, row, index, facts)));
  }
  const register = builder.build();
  const [problem] = builder.problems;
  return problem ? cellRefused(problem) : register;
}

function completed(kind: Kind, row: Cells, index: number, facts: ReadonlyMap<string, readonly Cells[]>): Cells {
  const full: Record<string, unknown> = { id: `${kind.name}-${index + 1}`, ...row };
  for (const [name, field] of Object.entries(kind.fields)) {
    if (name in full || field.nullable) continue;
    full[name] = name === kind.happened ? '2020-01-01' : fallback(field, facts);
  }
  return full;
}

function fallback(field: Kind['fields'][string], facts: ReadonlyMap<string, readonly Cells[]>): unknown {
  switch (field.type) {
    case 'boolean':
      return false;
    case 'integer':
      return field.min ?? 0;
    case 'word':
      return Object.keys(field.words ?? {})[0] ?? 'none';
    case 'ref':
      return facts.get(field.to ?? '')?.[0]?.['id'] ?? `${field.to}-1`;
    case 'day':
      return '2020-01-01';
    case 'instant':
      return '2020-01-01T00:00:00Z';
    case 'text':
      return '示例';
  }
}

/** Runs the examples of a rule; says for each that fails what was expected and what came out. */
export function runExamples(
  rule: Rule,
  law: Law,
  vocabulary: Vocabulary,
  calendars: ReadonlyMap<string, WorkingDays>,
): ExampleFailure[] {
  const question = (register: Register, day: Day): Question => questionOf(law, register, day, calendars);
  const asked = { vocabulary, question };
  return rule.examples.flatMap((example, index) => {
    const register = exampleRegister(example, vocabulary, rule.subject);
    const message = 'zh' in register ? register : faultOf(rule, example, register, asked);
    return message === null ? [] : [{ rule: rule.id, index, message }];
  });
}

/** What an example is run with. */
type Asked = { readonly vocabulary: Vocabulary; readonly question: (register: Register, day: Day) => Question };

/** What differs between an example and what the explainer decides, or between its name and what it shows. */
function faultOf(rule: Rule, example: ExampleText, register: Register, asked: Asked): Bilingual | null {
  const day = parseDay(example.asOf) ?? 0;
  const outcome = outcomeOf(rule, register, asked.question(register, day));
  const later = (): Outcome => outcomeOf(rule, register, asked.question(register, day + longEnough));
  const run = (moved: ExampleText): Outcome | null => {
    // Asked on another day alone, the register is the same.
    const other = moved.facts === example.facts ? register : exampleRegister(moved, asked.vocabulary, rule.subject);
    return 'zh' in other ? null : outcomeOf(rule, other, asked.question(other, parseDay(moved.asOf) ?? 0));
  };
  const changes = (): boolean => isBoundary(example, outcome, run);
  return differs(rule, example, register, outcome) ?? labelFault(rule, example, outcome, { later, changes });
}

/** Days after which everything that an example speaks of has happened. */
const longEnough = 3653;

/** What differs between an example and what the explainer decides; null when nothing does. */
export const compareExample = (
  rule: Rule,
  example: ExampleText,
  register: Register,
  question: Question,
): Bilingual | null => differs(rule, example, register, outcomeOf(rule, register, question));

function outcomeOf(rule: Rule, register: Register, question: Question): Outcome {
  const alone = unsuperseded(rule);
  const explainer = new Explainer(register, new Relations(register), {
    ...question,
    rules: question.rules.map((other) => (other.id === rule.id && other.revision === rule.revision ? alone : other)),
  });
  const silences: Silence[] = [];
  const duties = tableOf(register, rule.subject).ids.flatMap((_, row) =>
    explainer.decide(alone, row, (silence) => silences.push(silence)),
  );
  return { duties, silences };
}

function differs(rule: Rule, example: ExampleText, register: Register, { duties }: Outcome): Bilingual | null {
  const { ids } = tableOf(register, rule.subject);
  if (example.expect === 'none')
    return duties.length === 0 ? null : notNone(duties.map((duty) => duty.status).join(', '));
  const wanted = Array.isArray(example.expect) ? example.expect : [example.expect];
  for (const want of wanted) {
    const named = duties.filter(
      (duty) =>
        (want.subject === undefined || ids[duty.subject] === want.subject) &&
        (want.period === undefined || duty.period === parseDay(want.period)),
    );
    if (named.length !== 1) return notOne(want.period, named.length, duties.map((duty) => told(duty, ids)).join('; '));
    const difference = named[0] && differenceOf(want, named[0], register);
    if (difference) return difference;
  }
  const named = wanted.every((want) => want.period === undefined);
  return named && wanted.length !== duties.length && wanted.every((want) => want.subject === undefined)
    ? notSoMany(wanted.length, duties.length)
    : null;
}

const told = ({ subject, period, status }: Traced, ids: readonly string[]): string =>
  `${ids[subject]}${period === null ? '' : ` ${formatDay(period)}`} ${status}`;

type Wanted = Exclude<ExampleText['expect'], 'none' | readonly unknown[]>;

function differenceOf(want: Wanted, duty: Traced, register: Register): Bilingual | null {
  const { rule } = duty;
  const moment = (value: number | null): string | null =>
    value === null ? null : rule.clock === 'instant' ? formatInstant(value) : formatDay(value);
  const idOf = (kind: string | undefined, row: number | null): string | null =>
    kind === undefined || row === null ? null : (tableOf(register, kind).ids[row] ?? null);
  const refKind = (type: Rule['variants'][0]['bearer']['type']): string | undefined =>
    isRef(type) ? type.ref : undefined;
  const evidenceKind =
    duty.variant.met?.form === 'milestone' ? refKind(duty.variant.met.path.of.type) : duty.variant.met?.kind;
  const got: Record<string, unknown> = {
    status: duty.status,
    due: moment(duty.due),
    closes: moment(duty.closes),
    metOn: moment(duty.metOn),
    evidence: duty.evidence.map((row) => idOf(evidenceKind, row)),
    bearer: idOf(refKind(duty.variant.bearer.type), duty.bearer),
    assignee: idOf(rule.assignee ? refKind(rule.assignee.type) : undefined, duty.assignee),
    missing: duty.missing,
  };
  for (const [key, value] of Object.entries(want)) {
    if (key === 'subject' || key === 'period' || value === undefined) continue;
    if (JSON.stringify(normal(got[key])) !== JSON.stringify(normal(value)))
      return notEqual(key, JSON.stringify(value), JSON.stringify(got[key]));
  }
  return null;
}

/** An instant may be written with any offset. */
const normal = (value: unknown): unknown => (typeof value === 'string' ? (parseInstant(value) ?? value) : value);
