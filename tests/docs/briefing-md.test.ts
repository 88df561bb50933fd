import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { runExamples } from '../../packages/core/src/duties/index.ts';
import { vocabulary } from '../../packages/core/src/facts/index.ts';
import { gateActs, readLaw } from '../../packages/core/src/law/index.ts';

const guide = readFileSync(new URL('../../docs/briefing.md', import.meta.url), 'utf8');
const [library = '', rule = ''] = Array.from(guide.matchAll(/^```yaml\n(.*?)^```$/gms), (match) => match[1] ?? '');

/** What the guide leaves to the organisation: a clause of its own to rest on, and examples. */
const pack = new Map([
  [
    'instrument.yaml',
    `id: our-rules-2026
instrument: our-rules
title: { zh: 本单位出行规定, en: Our rules on travel }
short: { zh: 出行规定, en: Our travel }
issuer: { zh: 本单位, en: The organisation }
kind: policy
jurisdiction: any
calendar: cn
inForce: { from: 2026-01-01 }
revision: 1
appliesFrom: 2026-01-01
sources: { OWN: { zh: 本单位的决定, en: The organisation's own decision } }
whereText: { zh: 本单位内部文件, en: A paper of the organisation }
`,
  ],
  [
    'clauses.yaml',
    `- id: advisories
  heading: { zh: 阅知安全提示, en: Advisories read }
  gist: { zh: 本单位规定，不是法律规定。, en: "Policy, not law." }
  speaks: [duty]
  binds: [organisation]
  sureness: text
  source: OWN
`,
  ],
  [
    'rules/advisories-read.yaml',
    `${rule}clauses: [our-rules-2026/advisories]
examples:
  - case: met
    asOf: 2026-03-05
    facts:
      trip: { abroad: true, kind: official, submittedOn: 2026-03-01, departsOn: 2026-03-10 }
      traveller: {}
      briefing: { topic: advisories, heldOn: 2026-03-04 }
    expect: { status: met, metOn: 2026-03-04, evidence: [briefing-1] }
  - case: notMet
    asOf: 2026-03-05
    facts:
      trip: { abroad: true, kind: official, submittedOn: 2026-03-01, departsOn: 2026-03-10 }
      traveller: {}
      briefing: { topic: precautions, heldOn: 2026-03-04 }
    expect: { status: pending, due: 2026-03-10 }
`,
  ],
]);

test('the library of the guide is YAML, and its rule reads that advisories were acknowledged and holds the departure', () => {
  expect(parse(library)).toBeTypeOf('object');
  const { law, problems } = readLaw(new Map([['our-rules-2026', pack]]), vocabulary);
  expect(problems).toEqual([]);
  const [one] = law.rules;
  if (one === undefined) throw new Error('the guide gave no rule');
  expect(gateActs(one)).toEqual(['trip.depart']);
  expect(runExamples(one, law, vocabulary, calendars())).toEqual([]);
});
