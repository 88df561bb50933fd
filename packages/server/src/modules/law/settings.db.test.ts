import { hash, randomUUID } from 'node:crypto';
import { formatDay, parseDay } from '@sallyport/core/calendar';
import { exampleRegister } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { base64, closeDay, sha256From } from '@sallyport/core/journal';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSmallPack, ruleText, smallPackTexts } from '../../../../../tests/law/small-pack.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../tests/support/rooms.ts';
import {
  dayOf,
  disagreements,
  loadFacts,
  nobodySigns,
  offset,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import type { EntryDraft } from '../../platform/actions/ports.ts';
import { rowsOfDay } from '../duties/closed-rows.ts';
import { createEngine } from '../duties/engine.ts';
import { createDuties } from '../duties/index.ts';
import { leadsOfUnits } from '../identity/index.ts';
import { registerRoom } from '../register/index.ts';
import { createLawOf, createLawRoom, readCalendars, readInstalledLaw } from './index.ts';

const org = 'org-a';
const officer = actorOf(org, 'security-officer');
const day = parseDay('2024-08-01') ?? 0;
const now = startOf(day) + 9 * 3_600_000_000;
const ids = { uuid: randomUUID };
const calendars = readCalendars();

/** The small pack, whose setting of days is held to the five days of its first article. */
const { law } = readSmallPack(ruleText(), {
  'settings.yaml': (smallPackTexts('').get('settings.yaml') ?? '').replace(
    'type: days, default: 1,',
    'type: days, default: 1, notLooserThan: test-2024/art-1.within,',
  ),
});

/** Handed in today: the value of today is the one of the duty for life. */
function journey() {
  const trip = { submittedOn: '2024-08-01', departsOn: '2024-09-20', abroad: true };
  const facts = { trip, traveller: {} };
  const register = exampleRegister(
    { case: 'other', asOf: '2024-08-01', facts, expect: 'none' },
    vocabulary,
    'traveller',
  );
  if ('zh' in register) throw new Error(register.en);
  return { register, organisation: register.tables.get('organisation')?.ids[0] ?? '' };
}

/** The same with a standing duty that begins with the programme. */
function startedLaw() {
  const rule = ruleText({
    id: 'kept-up',
    concerns: 'kept-up',
    subject: 'organisation',
    purpose: 'education',
    on: 'max(organisation.programmeStartedOn, edition.from)',
    applies: 'organisation.dissolvedOn = null',
    bearer: 'organisation',
    assignee: null,
    every: 'setting.yearly',
    due: 'period.end',
    closes: 'period.end',
    met: '{ by: publicityRecord, match: { organisation: organisation, toAllStaff: true } }',
    examples: '[{ case: other, asOf: 2024-05-01, facts: { organisation: {} }, expect: none }]',
  });
  return readSmallPack(ruleText(), { 'rules/kept-up.yaml': rule }).law;
}

/** Nine people who left without what they owed: four whose last day for it was 4 March, five on 9 March. */
function missedJourneys() {
  const nine = Array.from({ length: 9 }, (_, at) => at + 1);
  const facts = {
    trip: ['2024-03-05', '2024-03-10'].map((departsOn) => ({ submittedOn: '2024-02-01', departsOn, abroad: true })),
    person: nine.map(() => ({})),
    traveller: nine.map((at) => ({ trip: `trip-${at < 5 ? 1 : 2}`, person: `person-${at}` })),
  };
  const register = exampleRegister(
    { case: 'other', asOf: '2024-08-01', facts, expect: 'none' },
    vocabulary,
    'traveller',
  );
  if ('zh' in register) throw new Error(register.en);
  return register;
}

const { register, organisation } = journey();
const promptly = (value: number, from = '2024-08-01') => ({ name: 'promptly', value, from });
const houseRule = (fields: object) => ({
  kind: 'internalRule',
  fields: {
    organisation,
    topic: 'travel',
    touchesStaff: true,
    adoptedOn: '2024-07-02',
    title: '出国（境）管理办法',
    ...fields,
  },
});

eachInstallation(({ database, ownerClient }) => {
  const entries: EntryDraft[] = [];
  const journal = { append: async (_tx: unknown, drafts: readonly EntryDraft[]) => void entries.push(...drafts) };
  const jobs = { send: async () => undefined };
  const salt = () => new Uint8Array(32).fill(7);
  const clock = { now: () => now };
  const duties = createDuties({ ...nobodySigns, law, calendars, database, dayOf, offset, salt, jobs, journal });
  const roomsOf = (installed: typeof law): TestRooms =>
    testRooms(
      database,
      [
        createLawRoom(installed, { ...nobodySigns, ...duties, ids, lawOf: createLawOf(installed) }),
        registerRoom({ ids, leadsOf: leadsOfUnits, isMerged: async () => false, inRoom: async () => null }),
      ],
      {
        clock,
        dayOf,
        jobs,
        journal,
        duties: duties.port,
      },
    );
  const rooms = roomsOf(law);
  const due = async (): Promise<string[]> => {
    const { rows } = await ownerClient.query<{ due: string }>('SELECT due FROM duty WHERE org_id = $1', [org]);
    return rows.map((row) => formatDay(Number(row.due)));
  };
  const record = async (facts: object): Promise<string> =>
    ((await rooms.one('register.record', facts, officer)) as { id: string }).id;
  let consulted = '';

  beforeAll(async () => {
    await loadFacts(ownerClient, register, org);
    await duties.tick(org, now);
    consulted = await record(houseRule({ consultedOn: '2024-07-01', publishedOn: '2024-07-10' }));
  });

  describe('a value is refused', () => {
    const refused = (input: object) => rooms.refused('run', 'law.decideSetting', input, officer);

    test('where it is looser than the law, retroactive or of no setting', async () => {
      expect(await refused({ ...promptly(6), internalRule: consulted })).toEqual(['law.setting-looser']);
      expect(await refused({ ...promptly(3, '2024-07-31'), internalRule: consulted })).toEqual([
        'law.setting-retroactive',
      ]);
      expect(await refused({ ...promptly(3), name: 'none' })).toEqual(['law.no-such-setting']);
      expect(await rooms.refused('ask', 'law.settingImpact', promptly(6), officer)).toEqual(['law.setting-looser']);
    });

    test('where it touches staff and no rule of the house says so that they were consulted on', async () => {
      expect(await refused(promptly(4))).toEqual(['register.consultation-first']);
      const unpublished = await record(houseRule({ consultedOn: '2024-07-01' }));
      const later = await record(houseRule({ consultedOn: '2024-07-01', publishedOn: '2024-08-02' }));
      const ended = await record(
        houseRule({ consultedOn: '2024-07-01', publishedOn: '2024-07-10', endedOn: '2024-08-01' }),
      );
      for (const internalRule of [unpublished, later, ended, 'none'])
        expect(await refused({ ...promptly(4), internalRule })).toEqual(['register.consultation-first']);
    });

    test('where it touches sensitive data whose impact was not assessed', async () => {
      const shipped = roomsOf(readInstalledLaw());
      const checkIns = { name: 'checkInInterval', value: 1, from: '2024-08-01', internalRule: consulted };
      const again = () => shipped.refused('run', 'law.decideSetting', checkIns, officer);
      expect(await again()).toEqual(['register.impact-assessment-first']);
      const flags = { crossBorder: false, entrusted: false, automated: false, secrecyRequired: false, urgent: false };
      const activity = await record({
        kind: 'processingActivity',
        fields: { organisation, sensitive: true, ...flags, plannedOn: '2024-07-01' },
      });
      expect(await again()).toEqual(['register.impact-assessment-first']);
      await record({ kind: 'impactAssessment', fields: { organisation, activity, completedOn: '2024-07-05' } });
      expect(await again()).toEqual([]);
    });

    test('by whom it is not theirs to decide', async () => {
      for (const actor of [actorOf(org, 'auditor'), actorOf(org, 'unit-lead', { unit: 'u' }), actorOf(org, 'member')])
        expect(await rooms.refused('run', 'law.decideSetting', promptly(4), actor)).toEqual(['request.not-allowed']);
      const partly = actorOf(org, 'security-officer', { unit: 'u' });
      expect(await rooms.refused('run', 'law.decideSetting', promptly(4), partly)).toEqual(['request.not-found']);
    });
  });

  test('what it would do is shown before; then duties move, their history says why, and the closed day holds them', async () => {
    expect(await due()).toEqual(['2024-09-19']);
    const impact = (await rooms.ask('law.settingImpact', promptly(4), officer)) as object;
    expect(impact).toMatchObject({
      day: '2024-08-01',
      gained: 0,
      lost: 0,
      moved: 1,
      lines: [{ change: 'moved', before: { due: '2024-09-19' }, after: { due: '2024-09-16' } }],
    });
    // A trip handed in today has the value of today; had the value held since yesterday, it would have that.
    const tomorrow = promptly(4, '2024-08-02');
    expect(await rooms.ask('law.settingImpact', tomorrow, officer)).toMatchObject({ day: '2024-08-02', moved: 0 });
    const past = await rooms.ask('law.settingImpact', { ...tomorrow, heldSince: '2024-07-31' }, officer);
    expect(past).toMatchObject({ ...impact, day: '2024-08-01' });
    for (const heldSince of ['2024-08-01', '2021-07-31'])
      expect(await rooms.refused('ask', 'law.settingImpact', { ...tomorrow, heldSince }, officer)).toEqual([
        'law.since-out-of-reach',
      ]);
    // Only shown so far.
    expect(await due()).toEqual(['2024-09-19']);
    await rooms.one('law.decideSetting', { ...promptly(4), internalRule: consulted }, officer);
    expect(entries.at(-1)).toMatchObject({
      action: 'law.decideSetting',
      fields: { name: 'promptly', value: '4', internalRule: consulted },
    });
    await duties.recompute(org, now);
    expect(await due()).toEqual(['2024-09-16']);
    const { rows } = await ownerClient.query('SELECT cause FROM duty_change WHERE org_id = $1 ORDER BY version', [org]);
    expect(rows.map(({ cause }: { cause: string }) => cause)).toEqual(['revision', 'setting']);
    // What was decided since then is not what is tried on the past.
    expect(
      await rooms.ask('law.settingImpact', { ...promptly(2, '2024-08-02'), heldSince: '2024-07-31' }, officer),
    ).toMatchObject({ moved: 1, lines: [{ before: { due: '2024-09-16' }, after: { due: '2024-09-18' } }] });
    const engine = createEngine(law, calendars);
    expect(await disagreements(ownerClient, org, now, null, engine)).toEqual([]);
    await duties.tick(org, startOf(day + 1));
    const known = await database.inOrganisation(org, (tx) => rowsOfDay(tx, day, offset));
    expect(known).toMatchObject([{ due: '2024-09-16' }]);
    const sha = sha256From((message) => new Uint8Array(hash('sha256', message, 'buffer')));
    const { closed } = closeDay(sha, day, known, salt());
    expect(entries.find(({ action }) => action === 'day.closed')?.open).toMatchObject({
      day: '2024-08-01',
      rows: 1,
      root: base64(closed.root),
    });
  });

  test('the list says what holds, since when, what the pack proposes and how far it may go', async () => {
    const { settings } = (await rooms.ask('law.settings', {}, actorOf(org, 'member'))) as {
      settings: { name: string }[];
    };
    expect(settings.map(({ name }) => name)).toEqual([...law.settings.keys()]);
    expect(settings.find(({ name }) => name === 'promptly')).toMatchObject({
      value: 4,
      since: '2024-08-01',
      standard: 1,
      own: [{ value: 4, from: '2024-08-01' }],
      notLooserThan: { clause: 'test-2024/art-1', figure: 'within' },
      touchesStaff: true,
      touchesSensitive: false,
    });
  });

  describe('another start of the programme', () => {
    const other = 'org-b';
    const theirs = actorOf(other, 'security-officer');
    const begun = startedLaw();
    const duties = createDuties({
      ...nobodySigns,
      law: begun,
      calendars,
      database,
      dayOf,
      offset,
      salt,
      jobs,
      journal,
    });
    const rooms = testRooms(
      database,
      [
        createLawRoom(begun, { ...nobodySigns, ...duties, ids, lawOf: createLawOf(begun) }),
        registerRoom({ ids, leadsOf: leadsOfUnits, isMerged: async () => false, inRoom: async () => null }),
      ],
      { clock, dayOf, jobs, journal, duties: duties.port },
    );
    const stored = async (): Promise<unknown[]> =>
      (
        await ownerClient.query(
          `SELECT rule, period::text, count(*)::int FROM duty WHERE org_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
          [other],
        )
      ).rows;
    const missed = { rule: 'test-2024/sound', period: '-infinity', count: 9 };
    const preview = (start: string) => rooms.ask('law.startImpact', { day: start }, theirs);

    beforeAll(async () => {
      await loadFacts(ownerClient, missedJourneys(), other);
      await duties.tick(other, now);
    });

    test('is previewed: the duties it begins, and how many of the missed it tells apart, five persons behind each number', async () => {
      const before = await stored();
      expect(before).toEqual([missed]);
      expect(await preview('2024-04-01')).toMatchObject({
        start: null,
        toBacklog: 9,
        fromBacklog: 0,
        // The period to come is there ahead of its day, and in no count until it begins (DECISIONS 3).
        gained: 1,
        lost: 0,
        moved: 0,
        lines: [
          {
            change: 'gained',
            rule: 'test-2024/kept-up',
            period: '2024-04-01',
            before: null,
            after: { status: 'pending', due: '2025-03-31' },
          },
        ],
      });
      // The day itself is no longer before the start.
      expect(await preview('2024-03-09')).toMatchObject({ toBacklog: null, gained: 1 });
      expect(await preview('2024-03-10')).toMatchObject({ toBacklog: 9 });
      expect(await preview('2024-08-02')).toMatchObject({ gained: 0 });
      // Only shown so far.
      expect(await stored()).toEqual(before);
    });

    test('comes about as it was shown, and can be looked at the other way round', async () => {
      const found = await rooms.ask('law.startImpact', { day: '2024-04-01' }, theirs);
      const { organisation: id } = found as { organisation: string };
      const fact = (await rooms.ask('register.one', { kind: 'organisation', id }, theirs)) as {
        version: number;
        fields: object;
      };
      const fields = { ...fact.fields, programmeStartedOn: '2024-04-01' };
      await rooms.one(
        'register.correct',
        { kind: 'organisation', id, version: fact.version, fields, reason: '按启用通知更正' },
        theirs,
      );
      expect(await stored()).toEqual([
        { rule: 'test-2024/kept-up', period: '2024-04-01', count: 1 },
        { rule: 'test-2024/kept-up', period: '2025-04-01', count: 1 },
        missed,
      ]);
      expect(await preview('2024-04-01')).toMatchObject({
        start: '2024-04-01',
        toBacklog: 0,
        fromBacklog: 0,
        gained: 0,
        lost: 0,
        moved: 0,
      });
      expect(await preview('2024-03-09')).toMatchObject({ toBacklog: 0, fromBacklog: 5, gained: 1, lost: 1 });
      expect(await preview('2024-03-01')).toMatchObject({ toBacklog: 0, fromBacklog: 9 });
    });

    test('is for the officer and the auditor of the whole organisation, where there is one', async () => {
      const refused = (actor: ReturnType<typeof actorOf>) =>
        rooms.refused('ask', 'law.startImpact', { day: '2024-04-01' }, actor);
      expect(await refused(actorOf(other, 'auditor'))).toEqual([]);
      for (const actor of [actorOf(other, 'unit-lead', { unit: 'u' }), actorOf(other, 'member')])
        expect(await refused(actor)).toEqual(['request.not-allowed']);
      expect(await refused(actorOf(other, 'security-officer', { unit: 'u' }))).toEqual(['request.not-found']);
      expect(await refused(actorOf('org-c', 'security-officer'))).toEqual(['law.organisation-first']);
    });
  });
});
