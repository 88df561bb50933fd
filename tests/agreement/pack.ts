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

/** What the second revision of the pack reads otherwise. `start` stays: a trigger day does not move with the reading. */
const reread = [
  clause('fixed', { within: 'P9D', term: 'P2M', number: 1, start: '2024-02-29' }),
  clause('rolling', { rolling: 'P3D', rolls: 'no' }),
];
const doubled = settings.map((setting) => ({ ...setting, default: setting.default * 2 }));

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
  sources: { S: { zh: '试验', en: 'test' } },
  whereText: both,
};

/** A local regulation beside it: what it asks of a subject goes by where that is. */
const local = {
  ...instrument,
  id: 'local',
  instrument: 'local',
  kind: 'local-regulation',
  jurisdiction: 'cn',
  territory: 'cq',
};

/** Each fifth of the random rules is the local regulation's; its number says so, whatever rules it is read with. */
export const packOf = (id: string): 'agreement' | 'local' => (/^r\d*[05]$/.test(id) ? 'local' : 'agreement');

const textsOf = (
  rules: readonly RuleText[],
  own: { instrument: object; clauses: object; settings: readonly object[] },
): [string, string][] => [
  ['instrument.yaml', JSON.stringify(own.instrument)],
  ['clauses.yaml', JSON.stringify(own.clauses)],
  ['settings.yaml', JSON.stringify(own.settings.map((setting) => ({ ...setting, title: both, about: both })))],
  ...rules.map((rule) => [`rules/${rule.id}.yaml`, JSON.stringify(rule)] as [string, string]),
];

/** The same pack in two revisions, the second from a day on, with rules of its own reading. */
export function lawOfTwo(engine: Engine, first: readonly RuleText[], second: readonly RuleText[], appliesFrom: string) {
  return readSound(engine, [...new Set([...first, ...second].map(({ id }) => id))], (allowed) => {
    const kept = (rules: readonly RuleText[]) => rules.filter(({ id }) => allowed.has(id));
    const earlier = textsOf(kept(first), { instrument, clauses, settings });
    const later = { instrument: { ...instrument, revision: 2, appliesFrom }, clauses: reread, settings: doubled };
    const texts = [
      ...textsOf(kept(second), later),
      ...earlier.map(([path, text]) => [`revisions/1/${path}`, text] as [string, string]),
    ];
    return new Map([['agreement', new Map(texts)]]);
  });
}

/** Rules read, checked and compiled as packs are; what the checker refuses is left out, with its reason. */
export const lawOf = (engine: Engine, rules: readonly RuleText[]) =>
  readSound(
    engine,
    rules.map(({ id }) => id),
    (allowed) => {
      const kept = rules
        .filter(({ id }) => allowed.has(id))
        .map((rule) => (rule.after === undefined ? rule : { ...rule, after: `${packOf(rule.after)}/${rule.after}` }));
      const of = (pack: string): RuleText[] => kept.filter(({ id }) => packOf(id) === pack);
      return new Map([
        ['agreement', new Map(textsOf(of('agreement'), { instrument, clauses, settings }))],
        ['local', new Map(textsOf(of('local'), { instrument: local, clauses: [], settings: [] }))],
      ]);
    },
  );

function readSound(
  engine: Engine,
  ids: readonly string[],
  files: (allowed: ReadonlySet<string>) => ReadonlyMap<string, ReadonlyMap<string, string>>,
) {
  const refused = new Map<string, string>();
  const vocabulary = engine.facts.vocabularyOf(kinds);
  for (let left = new Set(ids); ; ) {
    const { law, problems } = engine.law.readLaw(files(left), vocabulary);
    const bad = new Map(
      problems.map((problem) => [/rules\/(.*)\.yaml$/.exec(problem.file)?.[1] ?? '', problem.message.en]),
    );
    if (bad.has('')) throw new Error(engine.law.formatProblem(problems[0]!, 'en'));
    if (bad.size === 0) return { law, refused, vocabulary };
    for (const [id, message] of bad) refused.set(id, message);
    // A rule that follows one left out is refused in its turn.
    left = new Set([...left].filter((id) => !refused.has(id)));
  }
}

export type Read = ReturnType<typeof lawOf>;
