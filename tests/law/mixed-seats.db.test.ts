import { parseDay } from '@sallyport/core/calendar';
import {
  decisionsOf,
  Explainer,
  exampleRegister,
  explainAll,
  explainSilence,
  explanationText,
  generate,
  link,
  type Question,
  questionOf,
  Relations,
  runKernel,
  type Silence,
} from '@sallyport/core/duties';
import { tableOf, vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { runRule } from '../../packages/cli/src/sql/run-rules.ts';
import { eachDatabase } from '../support/databases.ts';

const law = lawOf();
const days = calendars();
const asOf = parseDay('2026-03-10') ?? 0;
const seats = [
  { id: 'chinese', seat: 'cn', region: 'cq' },
  { id: 'american', seat: 'us', clearedSince: '2022-01-01' },
  { id: 'cleared', seat: 'cn', region: 'cq', clearedSince: '2022-01-01' },
];
const each = (cells: (id: string) => Record<string, string | boolean>) => seats.map(({ id }) => ({ id, ...cells(id) }));

/** Three organisations of one register, each with a person who goes abroad. */
const register = exampleRegister(
  {
    case: 'other',
    asOf: '2026-03-10',
    facts: {
      organisation: seats,
      person: each((organisation) => ({ organisation })),
      trip: each((organisation) => ({
        organisation,
        abroad: true,
        kind: 'official',
        submittedOn: '2026-03-01',
        departsOn: '2026-03-20',
      })),
      traveller: each((id) => ({ trip: id, person: id, cleared: true, addedOn: '2026-03-01', briefingRequired: true })),
    },
    expect: 'none',
  },
  vocabulary,
  'traveller',
);
if ('zh' in register) throw new Error(register.en);
const relations = new Relations(register);
const known = questionOf(law, register, asOf, days);
const { spoken: _, ...unknown } = known;

/** The subjects of each rule that has duties. */
type Owed = Record<string, string[]>;
const owed = (entries: readonly (readonly [string, string[]])[]): Owed =>
  Object.fromEntries(entries.filter(([, subjects]) => subjects.length > 0));

const explained = (question: Question): Owed =>
  owed(
    law.rules.map((rule) => [
      rule.id,
      explainAll(rule, register, relations, question).map(
        ({ subject }) => tableOf(register, rule.subject).ids[subject] ?? '',
      ),
    ]),
  );
const inKernel = (question: Question): Owed =>
  owed(
    runKernel(link(generate(question, vocabulary), question, register)).map((duties) => [
      duties.rule,
      decisionsOf(duties).map(({ subject }) => tableOf(register, duties.subjectKind).ids[subject] ?? ''),
    ]),
  );

const travellers = Object.entries(explained(known)).filter(([, subjects]) =>
  subjects.every((id) => seats.some((one) => one.id === id)),
);
const countries = (id: string): string[] => [
  ...new Set(
    travellers
      .filter(([, subjects]) => subjects.includes(id))
      .map(
        ([rule]) => law.editions.find((edition) => rule.startsWith(`${edition.id}/`))?.instrument.jurisdiction ?? '',
      ),
  ),
];

test('each organisation of a register of two seats has the law of its own, and one that is cleared both', () => {
  expect(countries('chinese').toSorted()).toEqual(['any', 'cn']);
  expect(countries('american').toSorted()).toEqual(['any', 'us']);
  expect(countries('cleared').toSorted()).toEqual(['any', 'cn', 'us']);
});

test('the kernel says the same, and so do both where nothing is known of the seats beforehand', () => {
  expect(known.spoken).toEqual({ cn: 'some', us: 'some' });
  const answers = explained(known);
  expect(inKernel(known)).toEqual(answers);
  expect(explained(unknown)).toEqual(answers);
  expect(inKernel(unknown)).toEqual(answers);
});

test('why there is no duty is told of the seat, not of the rule', () => {
  const rule = law.rules.find(({ id }) => id === 'cn-cq-2023/pre-departure-education');
  if (!rule) throw new Error('the rule is gone');
  const silences: Silence[] = [];
  const row = tableOf(register, 'traveller').rowOf('american');
  expect(new Explainer(register, relations, known).decide(rule, row, (one) => silences.push(one))).toEqual([]);
  const [silence] = silences;
  if (!silence) throw new Error('nothing was said');
  const told = (language: 'zh' | 'en'): string =>
    explanationText(
      explainSilence(rule, row, silence, { law, register, question: known, vocabulary }, language),
      language,
    );
  expect(silence.reason).toBe('elsewhere');
  expect(told('en')).toContain('speaks to organisations seated in mainland China');
  expect(told('zh')).toContain('只针对所在法域为中国内地的单位');
});

eachDatabase((database) => {
  test('the statements say the same', async () => {
    await prepareDatabase(database.client, days);
    await loadRegister(database.client, register, 'o');
    for (const question of [known, unknown]) {
      const rows: [string, string[]][] = [];
      for (const rule of law.rules) {
        const duties = await runRule(database.client, rule, question, 'o');
        rows.push([rule.id, duties.map(({ subject }) => subject)]);
      }
      expect(owed(rows)).toEqual(explained(known));
    }
  }, 300_000);
});
