import { parseDay } from '@sallyport/core/calendar';
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
import { type Register, vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';
import { changesOf } from './changes.ts';

const law = lawOf();
const asOf = parseDay('2026-11-23') ?? 0;
const { register } = await readRegister(new URL('../../packages/cli/demo', import.meta.url).pathname);
const question = questionOf(law, register, asOf, calendars());
const codes = generate(question, vocabulary);
const paths = new Map(law.rules.map((rule) => [rule.id, reversePathsOf(rule, law.rules)]));

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

test('a changed field changes no duty but those of the subjects it touches', { timeout: 300_000 }, () => {
  const old = evaluate(register);
  const oldRelations = new Relations(register);
  let changes = 0;
  let differing = 0;
  for (const { kind, field, row, after } of changesOf(register)) {
    // Waivers, reviews and settings name their duty by text; they touch what they name, or everything.
    if (['waiver', 'reviewDecision', 'setting', 'override'].includes(kind.name)) continue;
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
        `${rule}: ${kind.name}.${field}`,
      ).toEqual([]);
    }
  }
  expect(changes).toBeGreaterThan(200);
  expect(differing).toBeGreaterThan(200);
});
