import { describe, expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';
import { type Changes, readSmallPack, ruleText } from './small-pack.ts';

/** What the checker refuses, where it points, and what it says to do. Lines and columns are counted from 1. */
const refused: readonly (readonly [name: string, changes: Changes, line: number, column: number, message: RegExp])[] = [
  ['an unknown key', { colour: 'red' }, 17, 1, /“colour” is no key that belongs here/],
  ['a missing translation', { title: '{ zh: 事项 }' }, 2, 8, /“en” is missing here; add it/],
  ['an empty translation', { title: '{ zh: 事项, en: "" }' }, 2, 22, /is empty; write the text/],
  ['a clause that does not exist', { clauses: '[test-2024/art-9]' }, 4, 11, /there is no clause test-2024\/art-9/],
  ['a kind that does not exist', { subject: 'voyager' }, 6, 10, /“voyager” is no fact kind/],
  [
    'a field that does not exist',
    { on: 'traveller.trip.leavesOn' },
    7,
    20,
    /a trip has no field or relation “leavesOn”/,
  ],
  [
    'a bearer that is chosen',
    { bearer: 'if traveller.trip.abroad then traveller.trip.organisation else traveller.person.organisation' },
    9,
    9,
    /cannot be chosen with if/,
  ],
  ['a missing trigger', { on: null }, 1, 1, /“on” is missing here/],
  [
    'a trigger of the wrong type',
    { on: 'traveller.trip.abroad' },
    7,
    5,
    /a day is wanted here; this is a yes-or-no value/,
  ],
  [
    'a condition of the wrong type',
    { applies: 'traveller.trip.departsOn' },
    8,
    10,
    /a condition is wanted here; this is a day/,
  ],
  [
    'a due date of the wrong type',
    { due: 'setting.promptly' },
    12,
    6,
    /a day or point in time is wanted here; this is a duration/,
  ],
  ['a number', { due: 'add working days(traveller.trip.departsOn, 3)' }, 12, 49, /only 0, 1, true/],
  ['a written duration', { due: 'traveller.trip.departsOn - @"P3D"' }, 12, 33, /only 0, 1, true/],
  [
    'a word nobody declared',
    { applies: 'traveller.trip.kind = "pilgrimage"' },
    8,
    32,
    /“pilgrimage” is no declared word/,
  ],
  [
    'an unknown setting',
    { due: 'traveller.trip.departsOn - setting.later' },
    12,
    33,
    /“setting.later” is not known here; known are setting.promptly/,
  ],
  ['an unknown figure', { due: 'traveller.trip.departsOn - clause.lead' }, 12, 33, /“clause.lead” is not known here/],
  ['a misspelt setting', { due: 'traveller.trip.departsOn - setting.promtly' }, 12, 33, /perhaps setting.promptly/],
  [
    'a path over no declared relation',
    { applies: 'traveller.trip.person.leftOn = null' },
    8,
    25,
    /a trip has no field or relation “person”/,
  ],
  [
    'a path that is a list of lists',
    { applies: 'count(traveller.trip.travellers.debriefs) > 0' },
    8,
    42,
    /a list of its own for each item/,
  ],
  ['a broken expression', { applies: 'traveller.trip.abroad and' }, 8, 35, /cannot be read as an expression/],
  [
    'evidence of no kind',
    { met: '{ by: blessing, match: { traveller: traveller } }' },
    14,
    12,
    /“blessing” is no fact kind/,
  ],
  [
    'evidence that is searched for',
    { met: '{ by: briefing, match: { topic: precautions } }' },
    14,
    29,
    /match at least one reference/,
  ],
  [
    'evidence matched by a foreign field',
    { met: '{ by: briefing, match: { traveller: traveller, subject: traveller } }' },
    14,
    62,
    /a briefing has no field “subject”/,
  ],
  [
    'validity of what has none',
    { met: '{ by: debrief, match: { traveller: traveller }, covers: current }' },
    14,
    62,
    /a debrief has no validity/,
  ],
  ['a rule outside its edition', { inForce: '{ from: 2023-01-01 }' }, 17, 10, /lies outside its edition/],
  [
    'a rule that ends before it begins',
    { inForce: '{ from: 2024-05-01, to: 2024-04-01 }' },
    17,
    34,
    /ends after it begins/,
  ],
  ['neither due nor forbids', { due: null, met: null, closes: null }, 1, 1, /needs due and met, or forbids/],
  ['a rule after none', { after: 'elsewhere' }, 17, 8, /there is no rule test-2024\/elsewhere/],
  ['a rule after itself', { after: 'sound' }, 17, 8, /circle/],
  [
    'an exception that is never taken',
    { except: '[{ id: x, when: "false", because: { zh: 甲, en: A }, ends: true }]' },
    17,
    25,
    /never taken/,
  ],
  [
    'an exception that leaves nothing to meet',
    {
      except:
        '[{ id: x, when: traveller.trip.emergency, because: { zh: 甲, en: A }, closes: traveller.trip.submittedOn - setting.promptly }]',
    },
    17,
    86,
    /closes before its trigger day/,
  ],
  [
    'an exception whose window ends before it begins',
    {
      except:
        '[{ id: x, when: traveller.trip.emergency, because: { zh: 甲, en: A }, met: { by: briefing, match: { traveller: traveller }, from: traveller.trip.submittedOn + setting.promptly, until: traveller.trip.submittedOn } }]',
    },
    17,
    192,
    /the window is empty/,
  ],
  [
    'a recurring duty that closes on one day for all of its periods',
    {
      subject: 'organisation',
      on: 'organisation.establishedOn',
      applies: 'true',
      bearer: 'organisation',
      assignee: null,
      every: 'setting.yearly',
      due: 'period.end',
      closes: 'organisation.establishedOn',
      met: '{ by: publicityRecord, match: { organisation: organisation } }',
      examples: '[{ case: other, asOf: 2024-05-01, facts: { organisation: {} }, expect: none }]',
    },
    12,
    9,
    /closes by its period/,
  ],
  [
    'an exception whose evidence is never true',
    {
      except:
        '[{ id: x, when: traveller.trip.emergency, because: { zh: 甲, en: A }, met: { by: briefing, match: { traveller: traveller }, where: "false" } }]',
    },
    17,
    139,
    /never true/,
  ],
  [
    'an exception that asks for its own trigger to be unknown',
    {
      except:
        '[{ id: x, when: traveller.trip.submittedOn = null, because: { zh: 甲, en: A }, due: traveller.trip.departsOn }]',
    },
    17,
    25,
    /never gives a duty/,
  ],
  [
    'an exception that changes nothing',
    { except: '[{ id: x, when: traveller.trip.emergency, because: { zh: 甲, en: A } }]' },
    17,
    10,
    /must replace something/,
  ],
  ['a waiver clause that does not exist', { waiver: 'test-2024/art-9' }, 15, 9, /never, policy, or the clause/],
  ['a consequence that does not exist', { consequence: '[test-2024/art-9]' }, 17, 15, /there is no clause/],
  ['a file that is not named after its rule', { id: 'sound' }, 1, 5, /must be named/],
  [
    'an example of a day that does not exist',
    { examples: '[{ case: other, asOf: 2023-02-30, facts: {}, expect: none }]' },
    16,
    33,
    /a day that exists/,
  ],
];

describe('the checker', () => {
  test.each(refused)('refuses %s', (name, changes, line, column, message) => {
    const text = ruleText(changes);
    const { problems } = name.startsWith('a file')
      ? readSmallPack(text, { 'rules/other.yaml': text })
      : readSmallPack(text);
    const found = problems.find((problem) => message.test(problem.message.en));
    expect(
      found,
      problems.map((problem) => `${problem.line}:${problem.column} ${problem.message.en}`).join('\n'),
    ).toBeDefined();
    for (const problem of problems) expectBothLanguages(problem.message);
    expect([found?.line, found?.column]).toEqual([line, column]);
  });

  test('refuses broken YAML with its place, and goes on with the other files', () => {
    const { problems } = readSmallPack(ruleText(), { 'parallels.yaml': '- from: [unclosed\n' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'test-2024/parallels.yaml' });
  });

  test('refuses a file in another encoding, where its first foreign byte stands', () => {
    // 重庆 in GB18030, decoded as files are.
    const text = new TextDecoder().decode(Uint8Array.from([0xd6, 0xd8, 0xc7, 0xec]));
    const { problems } = readSmallPack(ruleText(), { 'parallels.yaml': `# why\n- from: ${text}\n` });
    expect(problems[0]).toMatchObject({ file: 'test-2024/parallels.yaml', line: 2, column: 9 });
    expect(problems[0]?.message.en).toMatch(/not in UTF-8/);
    expectBothLanguages(problems[0]?.message ?? { zh: '', en: '' });
  });

  test('refuses aliases, which could unfold without end', () => {
    const { problems } = readSmallPack(ruleText(), { 'parallels.yaml': 'a: &a [x, x]\nb: [*a, *a]\n' });
    expect(problems.map((problem) => problem.message.en).join()).toMatch(/aliases|Expected|expected/);
  });

  test('refuses a file that has no place in a pack', () => {
    const { problems } = readSmallPack(ruleText(), { 'notes.txt': 'hello' });
    expect(problems[0]?.message.en).toMatch(/no place in a pack/);
  });

  test('refuses a number where the article was not read', () => {
    const text =
      '- { id: art-1, number: "1", heading: { zh: 条, en: One }, gist: { zh: 容, en: C }, speaks: [duty], binds: [], sureness: secondary, source: S }\n';
    expect(
      readSmallPack(ruleText({ due: 'traveller.trip.departsOn - setting.promptly' }), { 'clauses.yaml': text })
        .problems[0],
    ).toMatchObject({ line: 1, message: { en: expect.stringMatching(/only where the article itself was read/) } });
  });

  test('holds a setting to the figure of the law that bounds it', () => {
    const setting = (days: number): string =>
      `- { id: promptly, type: days, default: ${days}, title: { zh: 及时, en: Promptly }, about: { zh: 本单位规定, en: Policy }, notLooserThan: test-2024/art-1.within }\n`;
    expect(readSmallPack(ruleText(), { 'settings.yaml': setting(5) }).problems).toEqual([]);
    expect(readSmallPack(ruleText(), { 'settings.yaml': setting(6) }).problems[0]?.message.en).toMatch(
      /looser than the law/,
    );
  });
});
