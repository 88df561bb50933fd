import { parseDay } from '@sallyport/core/calendar';
import { exampleRegister, generate, link, questionOf, runKernel } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { ExampleText } from '@sallyport/core/law';
import { describe, expect, it } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';

const law = lawOf();
const known = calendars();
const jurisdictions = new Map(law.editions.map(({ id, instrument }) => [id, instrument.jurisdiction]));
type Cells = Readonly<Record<string, string | null>>;

/** The countries whose law gives a duty for the facts of an example, all packs asked, with every organisation changed. */
function countries({ facts, asOf }: ExampleText, subject: string, change: Cells): string[] {
  const given = facts['organisation'] ?? {};
  const organisation = (Array.isArray(given) ? given : [given]).map((cells) => ({ ...cells, ...change }));
  const example: ExampleText = { case: 'other', asOf, facts: { ...facts, organisation }, expect: 'none' };
  const register = exampleRegister(example, vocabulary, subject);
  if ('zh' in register) throw new Error(register.en);
  const question = questionOf(law, register, parseDay(asOf) ?? 0, known);
  const duties = runKernel(link(generate(question, vocabulary), question, register));
  const packs = duties.filter(({ count }) => count > 0).map(({ rule }) => rule.split('/')[0] ?? '');
  return [...new Set(packs.map((pack) => jurisdictions.get(pack) ?? ''))].toSorted();
}

/** The first example of each rule of a country that shows the duty met: what there is to owe stands in it. */
const examplesOf = (country: string) =>
  law.rules.flatMap((rule) => {
    const example = rule.examples.find((one) => one.case === 'met' || one.case === 'review');
    return jurisdictions.get(rule.pack) === country && example ? [{ rule, example }] : [];
  });

describe('a seat', () => {
  it('in the United States: no rule of any Chinese pack gives a duty, whatever the example of it says', {
    timeout: 300_000,
  }, () => {
    const examples = examplesOf('cn');
    expect(examples.length).toBeGreaterThan(100);
    const reached = examples.filter(({ rule, example }) =>
      countries(example, rule.subject, { seat: 'us' }).includes('cn'),
    );
    expect(reached.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('in China without a clearance: no rule of any pack of the United States does', { timeout: 300_000 }, () => {
    const examples = examplesOf('us');
    expect(examples.length).toBeGreaterThan(20);
    const reached = examples.filter(({ rule, example }) =>
      countries(example, rule.subject, { seat: 'cn', clearedSince: null }).includes('us'),
    );
    expect(reached.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('in China with a clearance of the United States: both laws speak of one journey', () => {
    const trip = { abroad: true, kind: 'official', submittedOn: '2026-03-01', departsOn: '2026-03-20' };
    const example: ExampleText = {
      case: 'other',
      asOf: '2026-03-10',
      facts: { trip, traveller: { cleared: true, addedOn: '2026-03-01', briefingRequired: true } },
      expect: 'none',
    };
    expect(countries(example, 'traveller', { seat: 'cn', region: 'cq', clearedSince: '2022-01-01' })).toEqual([
      'any',
      'cn',
      'us',
    ]);
    expect(countries(example, 'traveller', { seat: 'us', clearedSince: '2022-01-01' })).toEqual(['any', 'us']);
    expect(countries(example, 'traveller', { seat: 'cn', region: 'cq' })).toEqual(['any', 'cn']);
  });
});
