import type { RuleText } from '../../packages/core/src/law/index.ts';
import type { Engine } from './engine.ts';
import { kinds } from './vocabulary.ts';

/** A setting of each type, with what rules may use it as. */
const settings = [
  { id: 'lead', type: 'days', default: 3 },
  { id: 'span', type: 'days', default: 30 },
  { id: 'validity', type: 'months', default: 12 },
  { id: 'month', type: 'months', default: 1 },
  { id: 'limit', type: 'hours', default: 24 },
  { id: 'half', type: 'hours', default: 36 },
  { id: 'wanted', type: 'integer', default: 2 },
  { id: 'working', type: 'workingDays', default: 3 },
] as const;

export const settingNames: readonly string[] = settings.map(({ id }) => id);
export const durations = {
  duration: ['setting.lead', 'setting.span', 'setting.limit', 'setting.half', 'clause.within', 'clause.rolling'],
  months: ['setting.validity', 'setting.month', 'clause.term'],
  integer: ['setting.wanted', 'setting.working', 'clause.number'],
  day: ['edition.from', 'clause.start'],
} as const;

const both = { zh: '试验', en: 'test' };
const clause = (id: string, figures: object) => ({
  id,
  heading: both,
  gist: both,
  speaks: ['duty'],
  binds: ['organisation'],
  sureness: 'secondary',
  source: 'S',
  figures,
});

const clauses = [
  clause('fixed', { within: 'P5D', term: 'P1M', number: 2, start: '2024-02-29' }),
  clause('rolling', { rolling: 'P7D', rolls: 'yes' }),
];

const instrument = {
  id: 'agreement',
  instrument: 'agreement',
  title: both,
  short: both,
  issuer: both,
  kind: 'policy',
  jurisdiction: 'any',
  calendar: 'cn',
  adopted: '1900-01-01',
  inForce: { from: '1900-01-01' },
  revision: 1,
  appliesFrom: '1900-01-01',
  sources: { S: 'test' },
  whereText: both,
};

/** Rules read, checked and compiled as a pack is; what the checker refuses is left out, with its reason. */
export function lawOf(engine: Engine, rules: readonly RuleText[]) {
  const refused = new Map<string, string>();
  const vocabulary = engine.facts.vocabularyOf(kinds);
  for (let left = rules; ; ) {
    const files = new Map([
      ['instrument.yaml', JSON.stringify(instrument)],
      ['clauses.yaml', JSON.stringify(clauses)],
      ['settings.yaml', JSON.stringify(settings.map((setting) => ({ ...setting, title: both, about: both })))],
      ...left.map((rule) => [`rules/${rule.id}.yaml`, JSON.stringify(rule)] as const),
    ]);
    const { law, problems } = engine.law.readLaw(new Map([['agreement', files]]), vocabulary);
    const bad = new Map(
      problems.map((problem) => [/rules\/(.*)\.yaml$/.exec(problem.file)?.[1] ?? '', problem.message.en]),
    );
    if (bad.has('')) throw new Error(engine.law.formatProblem(problems[0]!, 'en'));
    if (bad.size === 0) return { law, refused, vocabulary };
    for (const [id, message] of bad) refused.set(id, message);
    // A rule that follows one left out is refused in its turn.
    left = left.filter((rule) => !refused.has(rule.id));
  }
}

export type Read = ReturnType<typeof lawOf>;
