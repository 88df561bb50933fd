import { formatDay, parseDay } from '@sallyport/core/calendar';
import {
  decisionsOf,
  Explainer,
  exampleRegister,
  explain,
  explanationText,
  generate,
  groupsOf,
  link,
  questionOf,
  Relations,
  runExamples,
  runKernel,
} from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { type LawReading, readLaw } from '@sallyport/core/law';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { type Changes, ruleText, smallPackTexts, twoRevisions } from './small-pack.ts';

const said = ({ problems }: LawReading): string[] => problems.map(({ file, message }) => `${file}: ${message.en}`);
const longer = { due: 'traveller.trip.departsOn - setting.promptly - clause.within' };

/** Due days by trigger day, of explainer and kernel, which must agree. */
function dueBy(
  { law }: LawReading,
  facts: Parameters<typeof exampleRegister>[0]['facts'],
  asOf: string,
  subject: string,
) {
  const register = exampleRegister({ case: 'other', asOf, facts, expect: 'none' }, vocabulary, subject);
  if ('zh' in register) throw new Error(register.en);
  const question = questionOf(law, register, parseDay(asOf) ?? 0, calendars());
  const explainer = new Explainer(register, new Relations(register), question);
  const ids = register.tables.get(subject)?.ids ?? [];
  const explained = law.rules.flatMap((rule) => ids.flatMap((_, row) => explainer.decide(rule, row)));
  const results = runKernel(link(generate(question, vocabulary), question, register));
  const show = (duty: { period: number | null; due: number | null; status: string }, revision: number): string =>
    `${revision} ${duty.period === null ? '-' : formatDay(duty.period)} ${duty.due === null ? '-' : formatDay(duty.due)} ${duty.status}`;
  const told = explained.map((duty) => show(duty, duty.rule.revision));
  expect(results.flatMap((duties) => decisionsOf(duties).map((duty) => show(duty, duties.revision)))).toEqual(told);
  return { told, explained, results, law, register, question };
}

const trip = (submittedOn: string) => ({
  trip: { submittedOn, departsOn: '2024-09-20', abroad: true },
  traveller: {},
});

describe('two revisions of one pack', () => {
  it('are read together, and each duty is read by the one of its trigger day', () => {
    const law = twoRevisions({}, { rule: longer });
    expect(said(law)).toEqual([]);
    expect(law.law.editions.map(({ id, revisions }) => [id, revisions.map(({ number }) => number)])).toEqual([
      ['test-2024', [1, 2]],
    ]);
    expect(dueBy(law, trip('2024-06-30'), '2024-08-01', 'traveller').told).toEqual(['1 - 2024-09-19 pending']);
    expect(dueBy(law, trip('2024-07-01'), '2024-08-01', 'traveller').told).toEqual(['2 - 2024-09-14 pending']);
  });

  it('read a figure of the law each in its own way', () => {
    const clauses = (within: string) => ({
      'clauses.yaml': (smallPackTexts('').get('clauses.yaml') ?? '').replace('within: P5D', `within: ${within}`),
    });
    const law = twoRevisions({ rule: longer }, { rule: longer, files: clauses('P9D') });
    expect(said(law)).toEqual([]);
    expect(dueBy(law, trip('2024-06-30'), '2024-08-01', 'traveller').told).toEqual(['1 - 2024-09-14 pending']);
    expect(dueBy(law, trip('2024-07-01'), '2024-08-01', 'traveller').told).toEqual(['2 - 2024-09-10 pending']);
  });

  it('give a setting its default of the day, until the organisation decides', () => {
    const settings = (days: number) => ({
      'settings.yaml': (smallPackTexts('').get('settings.yaml') ?? '').replace('default: 1,', `default: ${days},`),
    });
    const law = twoRevisions({}, { files: settings(4) });
    const own = { setting: { name: 'promptly', value: '2', fromDay: '2024-03-01' } };
    expect(dueBy(law, trip('2024-06-30'), '2024-08-01', 'traveller').told).toEqual(['1 - 2024-09-19 pending']);
    expect(dueBy(law, trip('2024-07-01'), '2024-08-01', 'traveller').told).toEqual(['2 - 2024-09-16 pending']);
    for (const day of ['2024-06-30', '2024-07-01'])
      expect(dueBy(law, { ...trip(day), ...own }, '2024-08-01', 'traveller').told[0]).toMatch(/2024-09-18/);
  });

  it('part the periods of a recurring duty by their first day', () => {
    const yearly: Changes = {
      purpose: 'organisation',
      subject: 'organisation',
      on: 'max(organisation.establishedOn, edition.from)',
      applies: 'organisation.dissolvedOn = null',
      bearer: 'organisation',
      assignee: null,
      every: 'setting.yearly',
      due: 'period.end',
      closes: null,
      met: '{ by: drill, match: { organisation: organisation } }',
      examples: '[{ case: other, asOf: 2023-05-01, facts: { organisation: {} }, expect: none }]',
    };
    const law = twoRevisions({ rule: yearly }, { rule: { ...yearly, due: 'period.start + clause.within' } });
    expect(said(law)).toEqual([]);
    expect(dueBy(law, { organisation: {} }, '2025-03-01', 'organisation').told).toEqual([
      '1 2024-01-01 2024-12-31 overdue',
      '2 2025-01-01 2025-01-06 overdue',
      '2 2026-01-01 2026-01-06 pending',
    ]);
  });

  it('are told apart where a duty is shown', () => {
    const law = twoRevisions({}, { rule: { ...longer, concerns: 'changed' } });
    const { explained, results, register, question } = dueBy(law, trip('2024-06-30'), '2024-08-01', 'traveller');
    const [duty] = explained;
    if (!duty) throw new Error('no duty');
    const telling = { law: law.law, register, question, vocabulary };
    expect(explanationText(explain(duty, telling, 'zh'), 'zh')).toMatch(/由第1次修订来读/);
    expect(explanationText(explain(duty, telling, 'en'), 'en')).toMatch(/read by revision 1/);
    expect(groupsOf(law.law.rules, results).map(({ concerns }) => concerns)).toEqual(['sound']);
  });

  it('end a rule that the later one leaves out, and begin one that it brings', () => {
    const extra = { 'rules/extra.yaml': ruleText({ id: 'extra' }) };
    const dropped = twoRevisions({ files: extra }, {});
    expect(dueBy(dropped, trip('2024-06-30'), '2024-08-01', 'traveller').told).toHaveLength(2);
    expect(dueBy(dropped, trip('2024-07-01'), '2024-08-01', 'traveller').told).toHaveLength(1);
    const brought = twoRevisions({}, { files: extra });
    expect(dueBy(brought, trip('2024-06-30'), '2024-08-01', 'traveller').told).toHaveLength(1);
    expect(dueBy(brought, trip('2024-07-01'), '2024-08-01', 'traveller').told).toHaveLength(2);
  });

  it('keep their examples, whichever day these are of', () => {
    const examples =
      '[{ case: notMet, asOf: 2024-08-01, facts: { trip: { submittedOn: 2024-07-20, departsOn: 2024-09-20, abroad: true }, traveller: {} }, expect: { status: pending, due: 2024-09-19 } }]';
    const { law } = twoRevisions({ rule: { examples } }, { rule: longer });
    expect(law.rules.flatMap((rule) => runExamples(rule, law, vocabulary, calendars()))).toEqual([]);
  });

  it('let a rule follow another under whichever reading that was met', () => {
    const follower = { 'rules/next.yaml': ruleText({ id: 'next', after: 'sound' }) };
    const met = { briefing: { traveller: 'traveller-1', topic: 'precautions', heldOn: '2024-07-15' } };
    const law = twoRevisions({}, { rule: longer, files: follower });
    expect(said(law)).toEqual([]);
    const before = { ...trip('2024-07-02'), ...met };
    expect(dueBy(law, before, '2024-08-01', 'traveller').told.map((line) => line.slice(0, 1))).toEqual(['2', '2']);
  });
});

describe('the checker refuses a revision', () => {
  it.each<[string, LawReading, RegExp]>([
    [
      'whose number does not go up',
      twoRevisions({}, { files: { 'instrument.yaml': smallPackTexts('').get('instrument.yaml') ?? '' } }),
      /must be more than 1/,
    ],
    ['in a folder of another number', readLaw(new Map([['test-2024', misplaced()]]), vocabulary), /this says 1/],
    [
      'that moves the trigger day of a rule',
      twoRevisions({}, { rule: { on: 'traveller.trip.departsOn' } }),
      /the trigger day picks the revision/,
    ],
    [
      'that gives a rule another subject',
      twoRevisions(
        {},
        {
          rule: {
            subject: 'trip',
            on: 'trip.submittedOn',
            applies: null,
            bearer: 'trip.organisation',
            assignee: null,
            due: 'trip.departsOn',
            closes: null,
            met: '{ milestone: trip.returnedOn }',
          },
        },
      ),
      /the subject is traveller in the revision before/,
    ],
    [
      'that makes a rule recur',
      twoRevisions({}, { rule: { every: 'setting.yearly' } }),
      /is the same in every revision/,
    ],
    [
      'that gives a setting another unit',
      twoRevisions(
        {},
        {
          files: {
            'settings.yaml': (smallPackTexts('').get('settings.yaml') ?? '').replace('type: days', 'type: workingDays'),
          },
        },
      ),
      /the setting is days in the revision before/,
    ],
    [
      'with a file that has no place in a pack',
      twoRevisions({ files: { 'notes.txt': 'x' } }),
      /revisions\/1\/notes\.txt: this file has no place/,
    ],
  ])('%s', (_, reading, message) => {
    expect(said(reading).join('\n')).toMatch(message);
  });
});

function misplaced(): ReadonlyMap<string, string> {
  const texts = smallPackTexts(ruleText());
  return new Map([...texts, ...[...texts].map(([path, text]) => [`revisions/7/${path}`, text] as const)]);
}
