import { vocabulary } from '@sallyport/core/facts';
import { type Correction, correctionRefusal, correctLaw, type Law, readLaw } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import { ruleText, smallPackTexts } from './small-pack.ts';

const citation = { zh: '公报', en: 'Gazette' };
const textHash = `sha256:${'0'.repeat(64)}`;
const confirmed = { by: ['甲', '乙'], on: '2026-12-01', citation, textHash };

const both = '[test-2024/art-1, test-2024/report]';
const rule = ruleText({ clauses: both, due: 'traveller.trip.submittedOn + clause.within' });
const twoClauses = smallPackTexts(rule);
const packs = (overlay?: string): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map([
    ['test-2024', twoClauses],
    ...(overlay === undefined ? [] : [['ours', new Map([['overlay.yaml', overlay]])] as const]),
  ]);

const { law, problems } = readLaw(packs(), vocabulary);

const correction = (clause: string, changes: Partial<Correction> = {}): Correction => ({
  clause: `test-2024/${clause}`,
  number: null,
  heading: null,
  gist: null,
  figures: {},
  confirmed,
  ...changes,
});

/** What of the law somebody could tell apart: texts of files are not of it. */
const told = ({ rules, clauses, editions }: Law): unknown => ({
  rules: rules.map(({ id, sureness, constants, waiver }) => ({ id, sureness, constants, waiver })),
  clauses: [...clauses].map(([id, { clause }]) => [id, clause]),
  editions: editions.map((edition) => [
    edition.id,
    [...edition.clauses],
    edition.rules.map(({ sureness }) => sureness),
  ]),
});

test('a law corrected in memory is the law that the same overlay gives when all packs are read again', () => {
  expect(problems).toEqual([]);
  const changed = { number: '7', heading: { zh: '报告', en: 'Report' }, gist: { zh: '改', en: 'Changed' } };
  const corrected = correctLaw(law, [
    correction('report', changed),
    correction('art-1', { figures: { within: 'P9D', days: 12 } }),
  ]);
  const overlay = {
    overlay: 'test-2024',
    citation,
    confirmedBy: confirmed.by,
    confirmedOn: confirmed.on,
    textHash,
    clauses: [
      { id: 'report', ...changed },
      // A file writes all of a clause's figures, a correction those that change.
      { id: 'art-1', figures: { within: 'P9D', days: 12, counts: 'working', rolls: 'no' } },
    ],
  };
  const read = readLaw(packs(JSON.stringify(overlay)), vocabulary);
  expect(read.problems).toEqual([]);
  expect(told(corrected)).toEqual(told(read.law));
  expect(told(corrected)).not.toEqual(told(law));
  const [one] = corrected.rules;
  expect([one?.sureness, law.rules[0]?.sureness]).toEqual(['text', 'secondary']);
  expect(corrected.editions[0]?.rules[0]).toBe(one);
});

test('what the packs no longer know is passed over', () => {
  expect(correctLaw(law, [])).toBe(law);
  expect(correctLaw(law, [correction('gone')])).toBe(law);
  const { clauses } = correctLaw(law, [correction('art-1', { figures: { none: 3, within: 4 } })]);
  expect(clauses.get('test-2024/art-1')?.clause).toMatchObject({ figures: { within: 'P5D' }, confirmed });
});

test.each<[string, Correction, string | null]>([
  ['of nothing', correction('gone'), 'no-such-clause'],
  ['with a number that another clause has', correction('report', { number: '1' }), 'number-taken'],
  ['of a figure that the clause has not', correction('art-1', { figures: { fine: 5 } }), 'no-such-figure'],
  ['of a figure as another type', correction('art-1', { figures: { within: 5 } }), 'no-such-figure'],
  ['of how its days are counted', correction('art-1', { figures: { counts: 'calendar' } }), 'no-such-figure'],
  ['of its own number', correction('art-1', { number: '1', figures: { within: 'P6D' } }), null],
])('a correction %s', (_, one, refusal) => {
  expect(correctionRefusal(law, one)).toBe(refusal);
});

test('two clauses of one rule may not come to differ in a figure', () => {
  const clauses = (twoClauses.get('clauses.yaml') ?? '').replace(
    / {2}sureness: secondary\n {2}source: S\n/,
    '  sureness: secondary\n  source: S\n  figures: { within: P5D }\n',
  );
  const twice = readLaw(new Map([['test-2024', new Map([...twoClauses, ['clauses.yaml', clauses]])]]), vocabulary);
  expect(twice.problems).toEqual([]);
  expect(correctionRefusal(twice.law, correction('report', { figures: { within: 'P6D' } }))).toBe('figures-differ');
});

const term = 'reportWithin';
const written = {
  working: {
    due: `add working days(traveller.trip.submittedOn, clause.${term})`,
    figures: `{ ${term}: 10, counts: working }`,
  },
  calendar: { due: `traveller.trip.submittedOn + clause.${term}`, figures: `{ ${term}: P10D, counts: calendar }` },
} as const;

/** The law of a pack whose rule and clause are written for one way of counting. */
function lawCounting(way: keyof typeof written, due: string = written[way].due): Law {
  const texts = new Map(
    [...smallPackTexts(ruleText({ due }))].map(([file, text]) => [
      file,
      text.replace('{ within: P5D, days: 10, counts: working, rolls: no }', written[way].figures),
    ]),
  );
  const read = readLaw(new Map([['test-2024', texts]]), vocabulary);
  expect(read.problems).toEqual([]);
  return read.law;
}

/** All of a rule but where in its text each part stood. */
const withoutPlaces = (given: Law): unknown =>
  JSON.parse(
    JSON.stringify(given.rules, (name, value: unknown) =>
      name === 'from' || name === 'to' || name === 'toSql' || name === 'examples' ? undefined : value,
    ),
  );

test.each(['working', 'calendar'] as const)(
  'a rule counted otherwise than in %s days is the rule that would have been written so, in expression, constant and figure',
  (before) => {
    const after = before === 'working' ? 'calendar' : 'working';
    const [had, wanted] = [lawCounting(before), lawCounting(after)];
    const counted = correction('art-1', { figures: { counts: after } });
    expect(correctionRefusal(had, counted)).toBeNull();
    const corrected = correctLaw(had, [counted]);
    expect(withoutPlaces(corrected)).toEqual(withoutPlaces(wanted));
    expect(withoutPlaces(corrected)).not.toEqual(withoutPlaces(had));
    expect(corrected.clauses.get('test-2024/art-1')?.clause.figures).toEqual(
      wanted.clauses.get('test-2024/art-1')?.clause.figures,
    );
    // And back again, as when the confirmation is withdrawn.
    expect(withoutPlaces(correctLaw(had, []))).toEqual(withoutPlaces(had));
  },
);

test('the number of days is corrected with the way they are counted, as a number of the kind it was', () => {
  const counted = correction('art-1', { figures: { [term]: 15, counts: 'calendar' } });
  const corrected = correctLaw(lawCounting('working'), [counted]);
  expect(corrected.clauses.get('test-2024/art-1')?.clause.figures).toEqual({ [term]: 'P15D', counts: 'calendar' });
  expect(corrected.rules[0]?.constants[0]).toMatchObject({ type: 'duration', value: 15 * 86_400_000_000 });
});

test('a term that a rule reads in some other way is not counted otherwise, and a clause that counts so already is not corrected', () => {
  const odd = lawCounting('working', `add working days(traveller.trip.submittedOn, clause.${term} + 1)`);
  const counted = correction('art-1', { figures: { counts: 'calendar' } });
  expect(correctionRefusal(odd, counted)).toBe('counting-in-rule');
  // What the packs came to read otherwise since it was confirmed is passed over.
  expect(withoutPlaces(correctLaw(odd, [counted]))).toEqual(withoutPlaces(odd));
  const same = correction('art-1', { figures: { counts: 'working' } });
  expect(correctionRefusal(lawCounting('working'), same)).toBe('no-such-figure');
});

/** What an overlay in a folder makes of a pack that counts one way. */
function lawUnder(figures: string, due: string): ReturnType<typeof readLaw> {
  const texts = new Map(
    [...smallPackTexts(ruleText({ due }))].map(([file, text]) => [
      file,
      text.replace('{ within: P5D, days: 10, counts: working, rolls: no }', written.working.figures),
    ]),
  );
  const overlay = {
    overlay: 'test-2024',
    citation: confirmed.citation,
    confirmedBy: confirmed.by,
    confirmedOn: confirmed.on,
    textHash: confirmed.textHash,
    clauses: [{ id: 'art-1', figures: JSON.parse(figures) as unknown }],
  };
  const files = new Map([
    ['test-2024', texts],
    ['ours', new Map([['overlay.yaml', JSON.stringify(overlay)]])],
  ]);
  return readLaw(files, vocabulary);
}

test('an overlay that counts in other days gives the law that the same correction gives in the program', () => {
  const { law: laid, problems } = lawUnder(`{ "${term}": "P15D", "counts": "calendar" }`, written.working.due);
  expect(problems).toEqual([]);
  const counted = correction('art-1', { figures: { [term]: 15, counts: 'calendar' } });
  const corrected = correctLaw(lawCounting('working'), [counted]);
  expect(withoutPlaces(laid)).toEqual(withoutPlaces(corrected));
  const clause = 'test-2024/art-1';
  expect(laid.clauses.get(clause)?.clause).toEqual(corrected.clauses.get(clause)?.clause);
});

test('an overlay cannot count otherwise a term that a rule reads in some other way: it is refused at its place', () => {
  const odd = `add working days(traveller.trip.submittedOn, clause.${term} + 1)`;
  const { problems } = lawUnder(`{ "${term}": "P15D", "counts": "calendar" }`, odd);
  expect(problems.map(({ file }) => file)).toEqual(['ours/overlay.yaml']);
  expect(problems[0]?.message.en).toMatch(/counts cannot be turned here/);
});
