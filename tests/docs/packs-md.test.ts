import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { mutateRule, runExamples } from '../../packages/core/src/duties/index.ts';
import { vocabulary } from '../../packages/core/src/facts/index.ts';
import { readLaw } from '../../packages/core/src/law/index.ts';

const guide = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');
const blocks = Array.from(guide.matchAll(/^```yaml\n(.*?)^```$/gms), (match) => match[1] ?? '');

it.each(blocks.map((text) => ({ opening: text.split('\n')[0], text })))('$opening … is YAML', ({ text }) => {
  expect(parse(text)).toBeTypeOf('object');
});

const packs = lawOf();

it('every clause, pack and setting the guide names is one of the product', () => {
  const named = blocks.join('').match(/\b(?:cn|us|org)-[a-z0-9-]+\/[a-z0-9-]+/g) ?? [];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((id) => !packs.clauses.has(id))).toEqual([]);
  const settings = (blocks.join('').match(/\bsetting\.\w+/g) ?? []).map((name) => name.slice('setting.'.length));
  expect(settings.filter((name) => !packs.settings.has(name) && name !== 'drillInterval')).toEqual([]);
});

it('the settings the guide shows are as the packs have them, bound and all', () => {
  const shown = blocks
    .filter((text) => /^- id: \w+\n {2}type:/.test(text))
    .flatMap((text) => parse(text) as { id: string; type: string; default: number; notLooserThan?: string }[]);
  expect(shown.map(({ id }) => id)).toEqual(['preDepartureLead', 'annualReportInterval']);
  for (const { id, type, default: value, notLooserThan } of shown)
    expect(packs.settings.get(id)).toMatchObject({ type, default: value, ...(notLooserThan ? { notLooserThan } : {}) });
});

/** The worked example: each of its blocks names its file in the first line. */
const files = new Map(
  blocks.flatMap((text) => {
    const name = /^# our-rules-2026\/(\S+)\n/.exec(text)?.[1];
    return name === undefined ? [] : [[name, text] as const];
  }),
);

const { law, problems, warnings } = readLaw(new Map([['our-rules-2026', files]]), vocabulary);
const rule = law.rules.find(({ id }) => id === 'our-rules-2026/drill-held');

it('the worked example has its four files and passes the check', () => {
  expect([...files.keys()]).toEqual(['instrument.yaml', 'clauses.yaml', 'settings.yaml', 'rules/drill-held.yaml']);
  expect([...problems, ...warnings]).toEqual([]);
});

it('its examples hold and notice every change of its rule', () => {
  if (!rule) throw new Error('the worked example gave no rule');
  expect(rule.examples.length).toBeGreaterThan(5);
  expect(runExamples(rule, law, vocabulary, calendars())).toEqual([]);
  const { survivors, total } = mutateRule(rule, law, vocabulary, calendars());
  expect(total).toBeGreaterThan(5);
  expect(survivors).toEqual([]);
});
