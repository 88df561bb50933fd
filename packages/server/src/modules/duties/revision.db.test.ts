import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { exampleRegister, statusCodes } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { type Changes, smallPackTexts, twoRevisions } from '../../../../../tests/law/small-pack.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import {
  dayOf,
  disagreements,
  loadFacts,
  nobodySigns,
  offset,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import { createAsker } from '../../platform/actions/asker.ts';
import { readCalendars } from '../law/read-packs.ts';
import { createEngine } from './engine.ts';
import { createDuties } from './index.ts';
import { createDutiesPort } from './settle.ts';
import { tick } from './ticker.ts';

const calendars = readCalendars();
const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const nine = (text: string): number => startOf(day(text)) + 9 * 3_600_000_000;

/** The second revision asks for the same five days sooner; it applies from the middle of 2024 on. */
const longer: Changes = { due: 'traveller.trip.departsOn - setting.promptly - clause.within' };
const again = {
  'instrument.yaml': (smallPackTexts('').get('instrument.yaml') ?? '')
    .replace('revision: 1', 'revision: 2')
    .replace(
      'appliesFrom: 2024-01-01',
      'appliesFrom: 2024-07-01\nreassessClosed: { zh: 原解读有误, en: the reading was wrong }',
    ),
};
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

const lawOf = (older: Changes, newer: Changes, files: Readonly<Record<string, string>> = {}) => {
  const { law, problems } = twoRevisions({ rule: older }, { rule: newer, files });
  expect(problems.map(({ message }) => message.en)).toEqual([]);
  return law;
};

type Facts = Parameters<typeof exampleRegister>[0]['facts'];

function registerOf(facts: Facts, subject: string) {
  const register = exampleRegister({ case: 'other', asOf: '2024-08-01', facts, expect: 'none' }, vocabulary, subject);
  if ('zh' in register) throw new Error(register.en);
  return register;
}

/** A trip handed in before the second revision applies, with a briefing held or none. */
const journey = (briefing: boolean) =>
  registerOf(
    {
      trip: { submittedOn: '2024-06-01', departsOn: '2024-09-20', abroad: true },
      traveller: {},
      ...(briefing ? { briefing: { topic: 'precautions', heldOn: '2024-06-15' } } : {}),
    },
    'traveller',
  );

eachInstallation(({ database, ownerClient }) => {
  const partsOf = (law: ReturnType<typeof lawOf>, lawState = 'both') => ({
    engine: createEngine(law, calendars),
    database,
    dayOf,
    offset,
    lawState,
    salt: () => new Uint8Array(32).fill(7),
    jobs: { send: async () => undefined },
    journal: { append: async () => undefined },
  });
  const duties = async (org: string): Promise<string[]> => {
    const { rows } = await ownerClient.query<{ status: number; due: string; revision: number; period: string }>(
      'SELECT status, due, revision, period::text FROM duty WHERE org_id = $1 ORDER BY rule, subject, period',
      [org],
    );
    return rows.map(
      ({ status, due, revision, period }) =>
        `${revision} ${period === '-infinity' ? '' : `${period} `}${formatDay(Number(due))} ${statusCodes[status]}`,
    );
  };
  const causes = async (org: string): Promise<string[]> => {
    const { rows } = await ownerClient.query<{ cause: string }>(
      'SELECT cause FROM duty_change WHERE org_id = $1 ORDER BY rule, subject, period, version',
      [org],
    );
    return rows.map(({ cause }) => cause);
  };

  test('a settled duty keeps the reading it was settled under, an open one goes over on the day', async () => {
    const parts = partsOf(lawOf({}, longer));
    for (const [org, briefing] of [
      ['open', false],
      ['settled', true],
    ] as const) {
      await loadFacts(ownerClient, journey(briefing), org);
      await tick(parts, org, nine('2024-06-20'));
    }
    expect([await duties('open'), await duties('settled')]).toEqual([['1 2024-09-19 pending'], ['1 2024-09-19 met']]);
    for (const org of ['open', 'settled']) {
      await tick(parts, org, nine('2024-07-02'));
      expect(await disagreements(ownerClient, org, nine('2024-07-02'), null, parts.engine)).toEqual([]);
    }
    expect([await duties('open'), await duties('settled')]).toEqual([['2 2024-09-14 pending'], ['1 2024-09-19 met']]);
    expect(await causes('open')).toEqual(['revision', 'revision']);
    expect(await causes('settled')).toEqual(['revision']);
  });

  test('what opens again after the day is read by the newer revision, and the explanation says so', async () => {
    const law = lawOf({}, longer);
    const parts = partsOf(law);
    const port = createDutiesPort(parts);
    const now = nine('2024-07-03');
    await database.inOrganisation('settled', async (tx) => {
      const [briefing] = await tx.rows<{ id: string }>('SELECT id FROM fact_briefing WHERE org_id = $1', [tx.org]);
      const touched = await port.touched(tx, 'briefing', [briefing?.id ?? '']);
      await tx.count('DELETE FROM fact_briefing WHERE org_id = $1', [tx.org]);
      await port.settle(tx, touched, now, 'fact');
    });
    expect(await duties('settled')).toEqual(['2 2024-09-14 pending']);
    expect(await disagreements(ownerClient, 'settled', now, null, parts.engine)).toEqual([]);
    const { room } = createDuties({ ...nobodySigns, ...parts, law, calendars });
    const query = room.queries.find(({ contract }) => contract.name === 'duties.explain');
    if (query === undefined) throw new Error('there is no explanation');
    const seen = { record: async () => undefined };
    const ask = createAsker({ database, clock: { now: () => now }, dayOf, seen });
    const { rows } = await ownerClient.query<{ rule: string; subject: string }>(
      'SELECT rule, subject FROM duty WHERE org_id = $1',
      ['settled'],
    );
    const told = await ask(query, rows[0], actorOf('settled', 'security-officer'));
    expect(told).toMatchObject({ agrees: true });
    expect(JSON.stringify(told)).toContain('still open then');
  });

  test('a settled duty is read again where the publisher chose so, and one recorded late by its trigger day', async () => {
    const parts = partsOf(lawOf({}, longer, again));
    await loadFacts(ownerClient, journey(true), 'reassessed');
    await tick(parts, 'reassessed', nine('2024-06-20'));
    await tick(parts, 'reassessed', nine('2024-07-01'));
    expect(await duties('reassessed')).toEqual(['2 2024-09-14 met']);
    expect(await causes('reassessed')).toEqual(['revision', 'revision']);
    const late = partsOf(lawOf({}, longer));
    await loadFacts(ownerClient, journey(true), 'late');
    await tick(late, 'late', nine('2024-08-01'));
    expect(await duties('late')).toEqual(['1 2024-09-19 met']);
    expect(await disagreements(ownerClient, 'late', nine('2024-08-01'), null, late.engine)).toEqual([]);
  });

  test('a revision that comes with the program leaves what was settled before it', async () => {
    const law = lawOf({}, longer);
    const oldest = law.rules.flatMap((rule) => (rule.revision === 1 ? [{ ...rule, supersededFrom: null }] : []));
    const [before, after] = [partsOf({ ...law, rules: oldest }, 'before'), partsOf(law, 'after')];
    for (const [org, briefing] of [
      ['met-before', true],
      ['open-before', false],
    ] as const) {
      await loadFacts(ownerClient, journey(briefing), org);
      await tick(before, org, nine('2024-07-10'));
      await tick(after, org, nine('2024-07-11'));
    }
    expect(await duties('met-before')).toEqual(['1 2024-09-19 met']);
    expect(await duties('open-before')).toEqual(['2 2024-09-14 pending']);
    expect(await causes('met-before')).toEqual(['revision']);
  });

  test('periods of a recurring duty are told apart in the same way', async () => {
    const parts = partsOf(lawOf(yearly, { ...yearly, due: 'period.start + clause.within' }));
    await loadFacts(ownerClient, registerOf({ organisation: {} }, 'organisation'), 'yearly');
    await tick(parts, 'yearly', nine('2024-06-20'));
    expect(await duties('yearly')).toEqual(['1 2024-01-01 2024-12-31 pending', '2 2025-01-01 2025-01-06 pending']);
    await tick(parts, 'yearly', nine('2024-07-02'));
    expect(await duties('yearly')).toEqual(['2 2024-01-01 2024-01-06 overdue', '2 2025-01-01 2025-01-06 pending']);
    expect(await disagreements(ownerClient, 'yearly', nine('2024-07-02'), null, parts.engine)).toEqual([]);
  });
});
