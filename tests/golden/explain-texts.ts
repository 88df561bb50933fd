import { join } from 'node:path';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';
import { formatDay, parseDay } from '../../packages/core/src/calendar/index.ts';
import {
  Explainer,
  exampleRegister,
  explain,
  explainSilence,
  explanationText,
  type Language,
  outline,
  questionOf,
  Relations,
  type Silence,
  type Telling,
  type Traced,
  topicWords,
} from '../../packages/core/src/duties/index.ts';
import { type Register, tableOf, vocabulary } from '../../packages/core/src/facts/index.ts';
import type { ExampleText, Law, Rule } from '../../packages/core/src/law/index.ts';
import { demoCases, exampleCases } from './explain-cases.ts';

const demoDay = '2026-11-23';
export const languages: readonly Language[] = ['zh', 'en'];
export const goldenPath = (language: Language): string => join(import.meta.dirname, 'explain', `${language}.txt`);

export const law = lawOf();
const days = calendars();

/** What one register answers about one day. */
type Asked = { readonly telling: Telling; readonly explainer: Explainer };
/** One text, with the duty or the silence it tells of. */
export type Told = {
  readonly name: string;
  readonly register: Register;
  readonly text: (language: Language) => string;
  readonly duty: Traced | null;
  /** What its sentences rest on, as lines; nothing where there is no duty. */
  readonly outline: (language: Language) => string;
  /** Another duty told of with the same register and law. */
  readonly again: (duty: Traced, language: Language) => string;
};

const asked = (register: Register, asOf: string, rule?: Rule): Asked => {
  const question = questionOf(law, register, parseDay(asOf) ?? 0, days);
  const rules = rule ? question.rules.map((other) => (other.id === rule.id ? rule : other)) : question.rules;
  return {
    telling: { law, register, question, vocabulary },
    explainer: new Explainer(register, new Relations(register), { ...question, rules }),
  };
};

function toldOf({ telling, explainer }: Asked, rule: Rule, row: number): Told[] {
  let silence: Silence | null = null;
  const duties = explainer.decide(rule, row, (note) => {
    silence = note;
  });
  const again = (duty: Traced, language: Language): string =>
    explanationText(explain(duty, telling, language), language);
  const about = {
    again,
    register: telling.register,
    name: `${rule.id} ${tableOf(telling.register, rule.subject).ids[row]}`,
  };
  const silent = silence;
  if (silent)
    return [
      {
        ...about,
        duty: null,
        outline: () => '',
        text: (language) => explanationText(explainSilence(rule, row, silent, telling, language), language),
      },
    ];
  return duties.map((duty) => ({
    ...about,
    duty,
    text: (language) => explanationText(explain(duty, telling, language), language),
    outline: (language) => outlineText(duty, telling, language),
  }));
}

const outlineText = (duty: Traced, telling: Telling, language: Language): string =>
  outline(duty, telling, language)
    .topics.flatMap(({ topic, lines }) => [
      topicWords[topic][language],
      ...lines.map(
        ({ level, text, value }) =>
          '  '.repeat(level) + text + (value === null ? '' : `${language === 'zh' ? '：' : ': '}${value}`),
      ),
    ])
    .join('\n');

const ruleOf = (from: Law, id: string): Rule => {
  const rule = from.rules.find((known) => known.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return rule;
};

const only = (told: readonly Told[], name: string, period?: string): Told => {
  const found = period === undefined ? told.at(-1) : told.find(({ duty }) => duty?.period === parseDay(period));
  if (!found)
    throw new Error(
      `${name}: there is no such duty; periods ${told.map(({ duty }) => (duty && duty.period !== null ? formatDay(duty.period) : '')).join(' ')}`,
    );
  return found;
};

/** Everything an example tells of: each subject, each period. */
export function exampleTold(rule: Rule, example: Pick<ExampleText, 'asOf' | 'facts' | 'settings'>): Told[] {
  const register = exampleRegister({ ...example, case: 'other', expect: 'none' }, vocabulary, rule.subject);
  if ('zh' in register) throw new Error(`${rule.id}: ${register.en}`);
  const question = asked(register, example.asOf);
  return tableOf(register, rule.subject).ids.flatMap((_, row) => toldOf(question, rule, row));
}

/** The chosen duties, in order. */
export async function goldenTold(): Promise<Told[]> {
  const { register } = await readRegister(join(import.meta.dirname, '../../packages/cli/demo'));
  const demo = asked(register, demoDay);
  const fromDemo = demoCases.map(({ rule: id, subject, period }) => {
    const rule = ruleOf(law, id);
    const row = tableOf(register, rule.subject).ids.indexOf(subject);
    return only(toldOf(demo, rule, row), `${id} ${subject}`, period);
  });
  const fromExamples = exampleCases.map(({ rule: id, example, period }) => {
    const rule = ruleOf(law, id);
    const text = typeof example === 'number' ? rule.examples[example] : example;
    if (!text) throw new Error(`${id} has no such example`);
    return only(exampleTold(rule, text), `${id} example`, period);
  });
  return [...fromDemo, ...fromExamples];
}

export const goldenText = (told: readonly Told[], language: Language): string =>
  told.map(({ text }) => text(language)).join('\n');
