import { parseDay } from '@sallyport/core/calendar';
import { Explainer, exampleRegister, questionOf, Relations } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { describe, expect, test } from 'vitest';
import { distinctRules } from '../../packages/cli/src/law/distinct-rules.ts';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';

const law = lawOf();

/** The duties, by rule, that a fact triggered on a day gives a key and secret-bearing unit, asked about on that day. */
function dutiesOf(kind: string, cells: Record<string, string | boolean>, day: string): string[] {
  const organisation = { establishedOn: '2000-01-01', keyUnitSince: '2001-01-01', secretBearingSince: '2001-01-01' };
  const register = exampleRegister(
    { case: 'other', asOf: day, facts: { organisation, [kind]: cells }, expect: 'none' },
    vocabulary,
    kind,
  );
  if ('zh' in register) throw new Error(register.en);
  const asOf = parseDay(day) ?? 0;
  const question = questionOf(law, register, asOf, calendars());
  const explainer = new Explainer(register, new Relations(register), question);
  return law.rules
    .filter((rule) => rule.subject === kind && explainer.decide(rule, 0).length > 0)
    .map((rule) => rule.id);
}

describe('an amendment changes the answer on its day', () => {
  test('an order to correct: the Implementing Rules until 30 June 2023, the Counter-Espionage Law from 1 July', () => {
    const order = (day: string) =>
      dutiesOf('authorityNotice', { kind: 'correctionOrder', receivedOn: day, limitOn: day, foreign: false }, day);
    expect(order('2023-06-30')).toContain('cn-celir-2017/rectify-as-asked');
    expect(order('2023-06-30')).not.toContain('cn-cel-2023/correct-as-ordered');
    expect(order('2023-07-01')).toContain('cn-cel-2023/correct-as-ordered');
    expect(order('2023-07-01')).not.toContain('cn-celir-2017/rectify-as-asked');
    expect(law.rules.find((rule) => rule.id === 'cn-celir-2017/rectify-as-asked')?.because?.zh).toMatch(/2023/);
  });

  test('a document: nothing under the State Secrets Law of 2024 on 30 April, its duties from 1 May', () => {
    const made = (day: string) =>
      dutiesOf('document', { level: 'secret', createdOn: day, determinedOn: day }, day).filter((rule) =>
        rule.startsWith('cn-ssl-2024/'),
      );
    expect(made('2024-04-30')).toEqual([]);
    expect(made('2024-05-01').length).toBeGreaterThan(3);
  });

  test('a leak: to be reported promptly from 1 May 2024, within the hours of the Implementing Regulations from 1 September', () => {
    const reported = (day: string) =>
      dutiesOf(
        'incident',
        { clock: 'stateSecretLeak', discoveredOn: day, discoveredAt: `${day}T10:00:00+08:00` },
        day,
      ).filter((rule) => /^cn-ss(l|ir)-2024\/leak-report/.test(rule));
    expect(reported('2024-04-30')).toEqual([]);
    expect(reported('2024-05-01')).toEqual(['cn-ssl-2024/leak-report-promptly']);
    expect(reported('2024-08-31')).toEqual(['cn-ssl-2024/leak-report-promptly']);
    expect(reported('2024-09-01')).toEqual(['cn-ssir-2024/leak-report']);
  });

  test('a secret-bearing unit: the Implementing Regulations ask nothing of it before their own first day', () => {
    const asked = (day: string) =>
      dutiesOf('organisation', { establishedOn: '2000-01-01', secretBearingSince: '2001-01-01' }, day).filter((rule) =>
        rule.startsWith('cn-ssir-2024/'),
      );
    expect(asked('2024-05-01')).toEqual([]);
    expect(asked('2024-08-31')).toEqual([]);
    expect(asked('2024-09-01').length).toBeGreaterThan(3);
  });
});

describe('the packs', () => {
  test('hold at least eighty executable rules that differ in more than their clause', () => {
    const kinds = distinctRules(law);
    expect(kinds).toBeGreaterThanOrEqual(80);
    const [first] = law.rules.filter((rule) => !rule.standing);
    if (!first) throw new Error('there is no rule');
    // The same rule under another name, clause and day counts no second time.
    const twin = { ...first, id: 'x/y', pack: 'x', clauses: [], title: { zh: '甲', en: 'A' }, appliesFrom: 0, from: 0 };
    expect(distinctRules({ ...law, rules: [...law.rules, twin] })).toBe(kinds);
    const other = { ...twin, waiver: first.waiver === 'policy' ? 'never' : 'policy' };
    expect(distinctRules({ ...law, rules: [...law.rules, other] })).toBe(kinds + 1);
  });

  test('name no clause that is not there, and give a number only where the article was read', () => {
    const named = [
      ...law.rules.flatMap((rule) => [
        ...rule.clauses,
        ...rule.consequence,
        ...rule.variants.flatMap(({ clauses }) => clauses),
        ...(rule.waiver.includes('/') ? [rule.waiver] : []),
      ]),
      ...law.editions.flatMap(({ id, instrument, parallels, noParallels, conflicts }) => [
        ...parallels.flatMap(({ from, to }) => [from, to]),
        ...noParallels.map(({ from }) => from),
        ...conflicts.flatMap(({ demanded, restrained }) => [...demanded, ...restrained]),
        ...(instrument.line ? [`${id}/${instrument.line.clause}`] : []),
      ]),
      ...[...law.settings.values()].flatMap(({ notLooserThan }) => notLooserThan?.split('.')[0] ?? []),
    ];
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter((id) => !law.clauses.has(id))).toEqual([]);
    const numbered = [...law.clauses].filter(([, { clause }]) => clause.number !== undefined);
    expect(numbered.filter(([, { clause }]) => clause.sureness !== 'text').map(([id]) => id)).toEqual([]);
  });

  test('hold all 71 articles of the Counter-Espionage Law, and the ladder of article 56 in order', () => {
    const cel = law.editions.find((edition) => edition.id === 'cn-cel-2023');
    expect([...(cel?.clauses.values() ?? [])].map((clause) => clause.number)).toEqual(
      Array.from({ length: 71 }, (_, index) => String(index + 1)),
    );
    expect(cel?.clauses.get('art-56')?.ladder?.map((step) => step.step)).toEqual([1, 2, 3, 4]);
  });

  test('hold the nineteen Chongqing items without a number, each with a parallel', () => {
    const cq = law.editions.find((edition) => edition.id === 'cn-cq-2023');
    expect(cq?.clauses.size).toBe(19);
    expect(cq?.instrument.articles).toBe(29);
    for (const clause of cq?.clauses.values() ?? []) {
      expect(clause.number, clause.id).toBeUndefined();
      expect(
        cq?.parallels.some((parallel) => parallel.from === `cn-cq-2023/${clause.id}`),
        clause.id,
      ).toBe(true);
    }
  });

  test('give each Chongqing item a parallel in each of three laws, or say that there is none', () => {
    const cq = law.editions.find((edition) => edition.id === 'cn-cq-2023');
    const targets = [['cn-cel-2023', 'cn-ssl-2024'], ['cn-mss-2021'], ['cn-nsl-2015']];
    const answered = [...(cq?.clauses.keys() ?? [])].flatMap((id) =>
      targets.map((editions) => {
        const from = `cn-cq-2023/${id}`;
        const there = cq?.parallels.some((one) => one.from === from && editions.includes(one.to.split('/')[0] ?? ''));
        const none = cq?.noParallels.some((one) => one.from === from && editions.includes(one.none));
        return { id, editions, answer: Number(there) + Number(none) };
      }),
    );
    expect(answered).toHaveLength(57);
    expect(answered.filter(({ answer }) => answer !== 1)).toEqual([]);
  });

  test('mark as consequences what the chapter on liability of the Counter-Espionage Law says, its rights among them', () => {
    const cel = law.editions.find((edition) => edition.id === 'cn-cel-2023');
    for (let article = 53; article <= 69; article++)
      expect(cel?.clauses.get(`art-${article}`)?.speaks, String(article)).toContain('consequence');
  });

  test('mark as rights what the Counter-Espionage Law gives', () => {
    const cel = law.editions.find((edition) => edition.id === 'cn-cel-2023');
    for (const article of [3, 9, 11, 16, 25, 26, 27, 30, 31, 46, 47, 48, 52, 55, 62, 67, 68, 69]) {
      expect(cel?.clauses.get(`art-${article}`)?.speaks, String(article)).toContain('right');
    }
  });
});
