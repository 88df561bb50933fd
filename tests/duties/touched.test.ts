import { formatDay, parseDay } from '@sallyport/core/calendar';
import {
  type Decision,
  decisionsOf,
  generate,
  link,
  questionOf,
  Relations,
  reversePathsOf,
  runKernel,
  touchedSubjects,
} from '@sallyport/core/duties';
import {
  type Field,
  type Kind,
  type Register,
  RegisterBuilder,
  tableOf,
  vocabulary,
  writeCell,
} from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';

const law = lawOf();
const asOf = parseDay('2026-11-23') ?? 0;
const { register } = await readRegister(new URL('../../packages/cli/demo', import.meta.url).pathname);
const question = questionOf(law, register, asOf, calendars());
const codes = generate(question, vocabulary);
const paths = new Map(law.rules.map((rule) => [rule.id, reversePathsOf(rule)]));

type Rows = Map<string, Record<string, unknown>[]>;

/** The facts of a register as rows that the builder reads. */
function rowsOf(from: Register): Rows {
  const rows: Rows = new Map();
  for (const kind of vocabulary.kinds.values()) {
    const table = tableOf(from, kind.name);
    rows.set(
      kind.name,
      table.ids.map((id, row) => ({
        id,
        ...Object.fromEntries(
          Object.entries(kind.fields).map(([name, field]) => [name, cellText(from, field, name, kind, row)]),
        ),
      })),
    );
  }
  return rows;
}

function cellText(from: Register, field: Field, name: string, kind: Kind, row: number): unknown {
  const column = tableOf(from, kind.name).columns[name];
  const value = column?.values[row] ?? null;
  if (value === null || Number.isNaN(value)) return null;
  if (column?.type === 'ref') return value === -1 ? null : tableOf(from, field.to ?? '').ids[Number(value)];
  if (column?.type === 'word') return value === -1 ? null : from.words.words[Number(value)];
  if (column?.type === 'boolean') return value === 2 ? null : value === 1;
  if (column?.type === 'day' && value === -2147483648) return null;
  return column?.type === 'integer' ? value : writeCell(field, value);
}

function build(rows: Rows): Register | null {
  const builder = new RegisterBuilder(vocabulary);
  for (const [name, list] of rows) for (const row of list) builder.add(vocabulary.kinds.get(name) as Kind, row);
  const built = builder.build();
  return builder.problems.length === 0 ? built : null;
}

/** Another value of the field, or undefined when there is none. */
function changed(field: Field, value: unknown, rows: Rows): unknown {
  switch (field.type) {
    case 'boolean':
      return value !== true;
    case 'day':
      return typeof value === 'string' ? formatDay((parseDay(value) ?? 0) - 400) : '2024-02-29';
    case 'word':
      return Object.keys(field.words ?? {}).find((word) => word !== value);
    case 'integer':
      return Number(value ?? 0) + 1;
    case 'ref':
      return rows.get(field.to ?? '')?.find((row) => row['id'] !== value)?.['id'];
    case 'instant':
      return '2024-02-29T00:00:00Z';
    default:
      return undefined;
  }
}

const evaluate = (of: Register): Map<string, Map<number, string>> =>
  new Map(
    runKernel(link(codes, question, of)).map((duties) => {
      const bySubject = new Map<number, string>();
      for (const decision of decisionsOf(duties))
        bySubject.set(
          decision.subject,
          (bySubject.get(decision.subject) ?? '') + JSON.stringify(decision satisfies Decision),
        );
      return [duties.rule, bySubject];
    }),
  );

test('a changed field changes no duty but those of the subjects it touches', { timeout: 240_000 }, () => {
  const before = rowsOf(register);
  const old = evaluate(register);
  const oldRelations = new Relations(register);
  let changes = 0;
  let differing = 0;
  for (const kind of vocabulary.kinds.values()) {
    // Waivers, reviews and settings name their duty by text; they touch what they name, or everything.
    if (['waiver', 'reviewDecision', 'setting', 'override'].includes(kind.name)) continue;
    const list = before.get(kind.name) ?? [];
    for (const [name, field] of Object.entries(kind.fields)) {
      const row = (name.length * 7) % Math.max(list.length, 1);
      const fact = list[row];
      const value = fact && changed(field, fact[name], before);
      if (!fact || value === undefined) continue;
      const after = build(
        new Map([...before, [kind.name, list.map((one) => (one === fact ? { ...one, [name]: value } : one))]]),
      );
      if (!after) continue;
      changes++;
      const relations = new Relations(after);
      for (const [rule, now] of evaluate(after)) {
        const reach = paths.get(rule) ?? new Map();
        const then = old.get(rule) ?? new Map<number, string>();
        const differ = [...new Set([...then.keys(), ...now.keys()])].filter(
          (subject) => then.get(subject) !== now.get(subject),
        );
        if (differ.length === 0) continue;
        differing++;
        const touched = new Set([
          ...touchedSubjects(reach, kind.name, row, register, oldRelations),
          ...touchedSubjects(reach, kind.name, row, after, relations),
        ]);
        expect(
          differ.filter((subject) => !touched.has(subject)),
          `${rule}: ${kind.name}.${name}`,
        ).toEqual([]);
      }
    }
  }
  expect(changes).toBeGreaterThan(200);
  expect(differing).toBeGreaterThan(200);
});
