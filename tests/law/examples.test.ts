import { runExamples } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { readSmallPack, ruleText } from './small-pack.ts';

const facts = 'trip: { submittedOn: 2024-03-01, departsOn: 2024-03-20, abroad: true }, traveller: {}';

/** What is said of an example with these facts that expects this. */
function said(expected: string, given = facts) {
  const examples = `[{ case: other, asOf: 2024-03-02, facts: { ${given} }, expect: ${expected} }]`;
  const { law, problems } = readSmallPack(ruleText({ examples }));
  expect(problems).toEqual([]);
  return law.rules.flatMap((rule) => runExamples(rule, law, vocabulary, calendars())).map(({ message }) => message);
}

describe('an example that fails says what was expected and what came out, in both languages', () => {
  it('a value', () => {
    expect(said('{ status: pending, due: 2024-03-18 }')).toEqual([
      { zh: 'due 应为 "2024-03-18"，实际得到 "2024-03-19"。', en: 'due: expected "2024-03-18", got "2024-03-19"' },
    ]);
    expect(said('{ status: pending, due: 2024-03-19 }')).toEqual([]);
  });

  it('a duty where none was expected, one that is not there, and too few', () => {
    expect(said('none')).toEqual([
      { zh: '示例写明没有应办事项，实际得到pending。', en: 'expected no duty, got pending' },
    ]);
    expect(said('{ subject: traveller-2, status: pending }')).toEqual([
      {
        zh: '示例写明一项应办事项，实际得到0项（traveller-1 pending）。',
        en: 'expected one duty, got 0 (traveller-1 pending)',
      },
    ]);
  });

  it('a cell that cannot be read', () => {
    expect(said('none', 'trip: { submittedOn: 2024-02-30 }, traveller: {}')).toEqual([
      {
        zh: 'trip trip-1 的 submittedOn（2024-02-30）：应为2026-11-23这样的日期。',
        en: 'submittedOn of trip trip-1 (2024-02-30): must be a day such as 2026-11-23',
      },
    ]);
  });
});

describe('an example is held to what it is called', () => {
  const named = (name: string, asOf: string, expected: string, given = facts) => {
    const examples = `[{ case: ${name}, asOf: ${asOf}, facts: { ${given} }, expect: ${expected} }]`;
    const { law, problems } = readSmallPack(ruleText({ examples }));
    expect(problems).toEqual([]);
    return law.rules
      .flatMap((rule) => runExamples(rule, law, vocabulary, calendars()))
      .map(({ message }) => message.en);
  };
  const untold = 'trip: { submittedOn: 2024-03-01, departsOn: 2024-03-20 }, traveller: {}';
  const unsubmitted = 'trip: { departsOn: 2024-03-20, abroad: true }, traveller: {}';

  it.each([
    ['missing', '2024-03-02', '{ status: unclear }', untold],
    ['missing', '2024-03-02', 'none', unsubmitted],
    ['notMet', '2024-03-02', '{ status: pending }', facts],
    ['other', '2024-02-28', 'none', facts],
  ])('as %s on %s it may come to %s', (name, asOf, expected, given) => {
    expect(named(name, asOf, expected, given)).toEqual([]);
  });

  it.each([
    ['missing', '2024-02-28', 'none', facts],
    ['missing', '2024-03-02', '{ status: pending }', facts],
    ['met', '2024-03-02', '{ status: pending }', facts],
    ['late', '2024-03-02', '{ status: pending }', facts],
    ['missed', '2024-03-02', '{ status: pending }', facts],
    ['void', '2024-03-02', '{ status: pending }', facts],
    ['exception', '2024-03-02', '{ status: pending }', facts],
  ])('called %s, it is refused when on %s it came to %s', (name, asOf, expected, given) => {
    expect(named(name, asOf, expected, given)).toEqual([expect.stringMatching(`^is called ${name} and has no `)]);
  });
});
