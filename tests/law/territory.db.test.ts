import { parseDay } from '@sallyport/core/calendar';
import {
  conditionOf,
  decisionsOf,
  Explainer,
  exampleRegister,
  explain,
  explainAll,
  explainSilence,
  explanationText,
  generate,
  link,
  type Question,
  questionOf,
  Relations,
  reversePathsOf,
  runKernel,
  type Silence,
  touchedSubjects,
} from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import { describe, expect, it } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { runRule } from '../../packages/cli/src/sql/run-rules.ts';
import { eachDatabase } from '../support/databases.ts';
import { readSmallPack, ruleText, smallPackTexts } from './small-pack.ts';

type Cells = Readonly<Record<string, string | boolean>>;
const law = lawOf();
const days = calendars();
const asOf = parseDay('2026-03-10') ?? 0;
const ruleOf = (id: string): Rule => {
  const rule = law.rules.find((one) => one.id === `cn-cq-2023/${id}`);
  if (!rule) throw new Error(`${id} is gone`);
  return rule;
};

function registerOf(facts: Record<string, Cells[]>): Register {
  const register = exampleRegister(
    { case: 'other', asOf: '2026-03-10', facts, expect: 'none' },
    vocabulary,
    'organisation',
  );
  if ('zh' in register) throw new Error(register.en);
  return register;
}

/** Organisations in Chongqing, elsewhere, and of which nobody says where they are; departments and sites that lie elsewhere than theirs. */
const journeys = [
  { id: 'chongqing', organisation: 'chongqing' },
  { id: 'at-home', organisation: 'chongqing', unit: 'at-home' },
  { id: 'in-chengdu', organisation: 'chongqing', unit: 'in-chengdu' },
  { id: 'sichuan', organisation: 'sichuan' },
  { id: 'beijing', organisation: 'beijing' },
  { id: 'in-yuzhong', organisation: 'beijing', unit: 'in-yuzhong' },
  { id: 'unsaid', organisation: 'unsaid' },
  { id: 'in-wanzhou', organisation: 'unsaid', unit: 'in-wanzhou' },
  // Departments under one that lies elsewhere: the nearest above that says where it is.
  { id: 'under-chengdu', organisation: 'chongqing', unit: 'under-chengdu' },
  { id: 'back-home', organisation: 'chongqing', unit: 'back-home' },
  { id: 'deep-in-yuzhong', organisation: 'beijing', unit: 'deep-4' },
  // One step further up than is looked for: it counts as being where the organisation is.
  { id: 'too-deep', organisation: 'beijing', unit: 'deep-5' },
];
const deep = ['deep-1', 'deep-2', 'deep-3', 'deep-4', 'deep-5'];
const register = registerOf({
  organisation: [
    { id: 'chongqing', region: 'cq' },
    { id: 'sichuan', region: 'sc' },
    { id: 'beijing', region: 'bj' },
    { id: 'unsaid' },
    { id: 'silent' },
    { id: 'left', region: 'bj' },
    { id: 'under-closed', region: 'bj' },
    { id: 'american', seat: 'us' },
  ],
  unit: [
    { id: 'at-home', organisation: 'chongqing' },
    { id: 'in-chengdu', organisation: 'chongqing', region: 'sc' },
    { id: 'in-yuzhong', organisation: 'beijing', region: 'cq' },
    { id: 'in-wanzhou', organisation: 'unsaid', region: 'cq' },
    { id: 'in-fuling', organisation: 'left', region: 'cq', closedOn: '2025-01-31' },
    { id: 'under-chengdu', organisation: 'chongqing', parent: 'in-chengdu' },
    { id: 'back-home', organisation: 'chongqing', parent: 'under-chengdu', region: 'cq' },
    ...deep.map((id, at) => ({ id, organisation: 'beijing', parent: deep[at - 1] ?? 'in-yuzhong' })),
    { id: 'closed', organisation: 'under-closed', region: 'cq', closedOn: '2025-01-31' },
    { id: 'open-below', organisation: 'under-closed', parent: 'closed' },
  ],
  person: [{ organisation: 'chongqing' }],
  trip: journeys.map((journey) => ({ abroad: true, kind: 'official', departsOn: '2026-03-20', ...journey })),
  traveller: journeys.map(({ id }) => ({ id, trip: id, addedOn: '2026-03-01' })),
  buildingProject: [
    { id: 'here', organisation: 'chongqing' },
    { id: 'in-sichuan', organisation: 'chongqing', region: 'sc' },
    { id: 'in-chongqing', organisation: 'sichuan', region: 'cq' },
    { id: 'somewhere', organisation: 'silent' },
  ].map((project) => ({ inControlArea: true, startedOn: '2025-05-01', ...project })),
});
const relations = new Relations(register);
const known = questionOf(law, register, asOf, days);
const { places: _, ...unknown } = known;

/** Each duty of a rule as subject and status, without those whose turn is still to come. */
const explained = (rule: Rule, question: Question): string[] =>
  explainAll(rule, register, relations, question)
    .filter(({ begins }) => begins === null)
    .map(({ subject, status }) => `${tableOf(register, rule.subject).ids[subject]} ${status}`);

const wanted: Readonly<Record<string, readonly string[]>> = {
  // The department of a trip goes before its organisation; where neither is said, nobody can tell.
  'pre-departure-education': [
    'at-home pending',
    'back-home pending',
    'chongqing pending',
    'deep-in-yuzhong pending',
    'in-wanzhou pending',
    'in-yuzhong pending',
    'unsaid unclear',
  ],
  // What the organisation owes as a whole: itself, or with a department there that is open.
  'precautions-lead-named': [
    'beijing overdue',
    'chongqing overdue',
    'silent unclear',
    // A department that is open, under one that was closed.
    'under-closed overdue',
    'unsaid overdue',
  ],
  // A site lies where it lies, whoever builds.
  'building-permit-while-building': ['here overdue', 'in-chongqing overdue', 'somewhere unclear'],
};

describe('a local regulation', () => {
  it.each(Object.entries(wanted))('binds what is in its territory: %s', (id, duties) => {
    const rule = ruleOf(id);
    expect(explained(rule, known).toSorted()).toEqual(duties);
    expect(explained(rule, unknown).toSorted()).toEqual(duties);
  });

  it('leaves what fell into the time in which there was a department there', () => {
    const rule = ruleOf('regular-self-inspection');
    const row = tableOf(register, 'organisation').rowOf('left');
    const duties = new Explainer(register, relations, known).decide(rule, row);
    const closed = parseDay('2025-01-31') ?? 0;
    expect(duties.length).toBeGreaterThan(0);
    expect(duties.every(({ period, status }) => (period ?? 0) <= closed && status === 'missed')).toBe(true);
  });

  it('leaves the law of the country alone: what Sichuan owes under it, Chongqing owes too', () => {
    const national = law.rules.filter(({ pack, subject }) => pack === 'cn-cel-2023' && subject === 'organisation');
    expect(national.length).toBeGreaterThan(5);
    for (const rule of national) {
      const of = (id: string) => explained(rule, known).filter((line) => line.startsWith(id)).length;
      expect([rule.id, of('sichuan')]).toEqual([rule.id, of('chongqing')]);
    }
  });

  it('asks for the region alone where it is not known, and says so in both languages', () => {
    const rule = ruleOf('pre-departure-education');
    const [duty] = new Explainer(register, relations, known).decide(
      rule,
      tableOf(register, 'traveller').rowOf('unsaid'),
    );
    if (!duty) throw new Error('there is no duty');
    expect([duty.status, duty.missing]).toEqual(['unclear', ['organisation.region']]);
    const told = (language: 'zh' | 'en'): string =>
      explanationText(explain(duty, { law, register, question: known, vocabulary }, language), language);
    expect(told('zh')).toContain('单位 unsaid 的“所在地区”未知');
    expect(told('en')).toContain('“region” of organisation unsaid is not known');
  });

  it('says where a subject is that it does not bind', () => {
    const rule = ruleOf('pre-departure-education');
    const row = tableOf(register, 'traveller').rowOf('in-chengdu');
    const silences: Silence[] = [];
    expect(new Explainer(register, relations, known).decide(rule, row, (one) => silences.push(one))).toEqual([]);
    const [silence] = silences;
    if (!silence) throw new Error('nothing was said');
    const told = (language: 'zh' | 'en'): string =>
      explanationText(
        explainSilence(rule, row, silence, { law, register, question: known, vocabulary }, language),
        language,
      );
    expect(told('zh')).toContain('只在重庆市施行，而部门 in-chengdu 的“所在地区”为“四川省”');
    expect(told('en')).toContain('has effect in Chongqing alone, and “region” of unit in-chengdu is “Sichuan”');
  });

  it('says which department above decides, and that of its own that is nearer', () => {
    const rule = ruleOf('pre-departure-education');
    const told = (id: string): string => {
      const row = tableOf(register, 'traveller').rowOf(id);
      const silences: Silence[] = [];
      const [duty] = new Explainer(register, relations, known).decide(rule, row, (one) => silences.push(one));
      const world = { law, register, question: known, vocabulary };
      const [silence] = silences;
      if (duty) return explanationText(explain(duty, world, 'en'), 'en');
      if (!silence) throw new Error('nothing was said');
      return explanationText(explainSilence(rule, row, silence, world, 'en'), 'en');
    };
    expect(told('under-chengdu')).toContain('“region” of unit in-chengdu is “Sichuan”');
    expect(told('back-home')).toContain('“region” of unit back-home is “Chongqing”');
    expect(told('back-home')).not.toContain('in-chengdu');
    expect(told('deep-in-yuzhong')).toContain('“region” of unit in-yuzhong is “Chongqing”');
  });

  it('reaches those below when the region of a department above is changed', () => {
    const rule = ruleOf('pre-departure-education');
    const row = tableOf(register, 'unit').rowOf('in-yuzhong');
    const touched = touchedSubjects(reversePathsOf(rule, law.rules), 'unit', row, register, relations);
    const ids = [...touched].map((subject) => tableOf(register, 'traveller').ids[subject] ?? '');
    expect(ids.toSorted()).toEqual(['deep-in-yuzhong', 'in-yuzhong']);
  });

  it.each([
    [
      'no territory',
      (text: string) => text.replace('kind: regulation', 'kind: local-regulation'),
      /name it with territory/,
    ],
    ['a territory of the law of the country', (text: string) => `${text}territory: cq\n`, /only a local regulation/],
    ['no such region', (text: string) => `${text}territory: zz\n`, /territory|cq/],
  ])('is refused with %s', (_, change, message) => {
    const rule = ruleText();
    const instrument = change(smallPackTexts(rule).get('instrument.yaml') ?? '');
    const [problem] = readSmallPack(rule, { 'instrument.yaml': instrument }).problems;
    expect(problem?.file).toBe('test-2024/instrument.yaml');
    expect(problem?.message.en).toMatch(message);
  });

  it('is asked of no subject where everything is in one region, and passed over whole where nothing is in its own', () => {
    const rule = ruleOf('pre-departure-education');
    const asked = (region: string): Question => questionOf(law, registerOf({ organisation: [{ region }] }), asOf, days);
    expect(conditionOf(rule, asked('cq'))).toBe(rule.applies);
    expect(conditionOf(rule, known)).not.toBe(rule.applies);
    const packs = generate(asked('sc'), vocabulary).map((code) => code.rule.pack);
    expect(packs).toContain('cn-cel-2023');
    expect(packs).not.toContain('cn-cq-2023');
  });

  it('is answered alike by the kernel', () => {
    for (const question of [known, unknown]) {
      const rules = Object.keys(wanted).map(ruleOf);
      for (const duties of runKernel(link(generate({ ...question, rules }, vocabulary), question, register))) {
        const ids = tableOf(register, duties.subjectKind).ids;
        const lines = decisionsOf(duties).map(({ subject, status }) => `${ids[subject]} ${status}`);
        expect(lines.toSorted()).toEqual(wanted[duties.rule.slice('cn-cq-2023/'.length)]);
      }
    }
  });

  eachDatabase((database) => {
    it('is answered alike by SQL', { timeout: 120_000 }, async () => {
      await prepareDatabase(database.client, days);
      await loadRegister(database.client, register, 'o');
      for (const question of [known, unknown]) {
        for (const [id, duties] of Object.entries(wanted)) {
          const rows = await runRule(database.client, ruleOf(id), question, 'o');
          expect(rows.map(({ subject, status }) => `${subject} ${status}`).toSorted()).toEqual(duties);
        }
      }
    });
  });
});
