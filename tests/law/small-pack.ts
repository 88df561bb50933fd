import { vocabulary } from '../../packages/core/src/facts/index.ts';
import { type LawReading, readLaw } from '../../packages/core/src/law/index.ts';

const instrument = `id: test-2024
instrument: test
title: { zh: 试验规定, en: Test regulation }
short: { zh: 试验, en: Test }
issuer: { zh: 试验机关, en: Test body }
kind: regulation
jurisdiction: cn
calendar: cn
inForce: { from: 2024-01-01 }
revision: 1
appliesFrom: 2024-01-01
sources: { S: { zh: 来源, en: a source } }
whereText: { zh: 无, en: nowhere }
`;

const clauses = `- id: art-1
  number: "1"
  heading: { zh: 条, en: One }
  gist: { zh: 内容, en: Content }
  speaks: [duty]
  binds: [organisation]
  sureness: text
  source: S
  figures: { within: P5D, days: 10, counts: working, rolls: no }
- id: hearsay
  heading: { zh: 传闻, en: Hearsay }
  gist: { zh: 内容, en: Content }
  speaks: [duty]
  binds: [organisation]
  sureness: unconfirmed
  source: S
- id: report
  heading: { zh: 转引, en: Secondary }
  gist: { zh: 内容, en: Content }
  speaks: [duty]
  binds: [organisation]
  sureness: secondary
  source: S
`;

const settings = `- { id: promptly, type: days, default: 1, title: { zh: 及时, en: Promptly }, about: { zh: 本单位规定, en: Policy } }
- { id: yearly, type: months, default: 12, title: { zh: 每年, en: Yearly }, about: { zh: 本单位规定, en: Policy } }
- { id: twice, type: integer, default: 2, title: { zh: 两次, en: Twice }, about: { zh: 本单位规定, en: Policy } }
`;

/** The lines of a sound rule by key; a test changes or drops some. */
const soundRule: Readonly<Record<string, string>> = {
  id: 'sound',
  title: '{ zh: 事项, en: Duty }',
  concerns: 'sound',
  clauses: '[test-2024/art-1]',
  purpose: 'travel',
  subject: 'traveller',
  on: 'traveller.trip.submittedOn',
  applies: 'traveller.trip.abroad and traveller.trip.cancelledOn = null',
  bearer: 'traveller.trip.organisation',
  assignee: 'traveller.person',
  answerable: 'securityOfficer',
  due: 'traveller.trip.departsOn - setting.promptly',
  closes: 'traveller.trip.departsOn',
  met: '{ by: briefing, match: { traveller: traveller, topic: precautions } }',
  waiver: 'never',
  examples: '[{ case: other, asOf: 2024-05-01, facts: { traveller: {} }, expect: none }]',
};

export type Changes = Readonly<Record<string, string | null>>;

/** The text of the sound rule with some lines changed; null drops a line, a new key adds one. */
export function ruleText(changes: Changes = {}): string {
  const lines = Object.entries({ ...soundRule, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${value}`],
  );
  return `${lines.join('\n')}\n`;
}

/** The files of a pack of one instrument with this rule. */
export function smallPackTexts(
  rule: string,
  files: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const id = /^id: (\S+)/m.exec(rule)?.[1] ?? 'sound';
  return new Map(
    Object.entries({
      'instrument.yaml': instrument,
      'clauses.yaml': clauses,
      'settings.yaml': settings,
      [`rules/${id}.yaml`]: rule,
      ...files,
    }),
  );
}

/** Reads a pack of one instrument with this rule, or with other files in place of its own. */
export const readSmallPack = (rule: string, files: Readonly<Record<string, string>> = {}): LawReading =>
  readLaw(new Map([['test-2024', smallPackTexts(rule, files)]]), vocabulary);

type Files = Readonly<Record<string, string>>;

/** The sound pack as revision 2 from the middle of 2024 on, over the same as revision 1. */
export function twoRevisions(
  older: { rule?: Changes; files?: Files } = {},
  newer: { rule?: Changes; files?: Files } = {},
): LawReading {
  const first = smallPackTexts(ruleText(older.rule), older.files);
  const instrument = (first.get('instrument.yaml') ?? '')
    .replace('revision: 1', 'revision: 2')
    .replace('appliesFrom: 2024-01-01', 'appliesFrom: 2024-07-01');
  const texts = new Map([
    ...smallPackTexts(ruleText(newer.rule), { 'instrument.yaml': instrument, ...newer.files }),
    ...[...first].map(([path, text]) => [`revisions/1/${path}`, text] as const),
  ]);
  return readLaw(new Map([['test-2024', texts]]), vocabulary);
}
