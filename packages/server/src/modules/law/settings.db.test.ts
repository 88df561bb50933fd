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
import { rowsOfDay } from '../duties/close-day.ts';
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
        registerRoom({ ids, leadsOf: leadsOfUnits }),
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
    const impact = await rooms.ask('law.settingImpact', promptly(4), officer);
    expect(impact).toMatchObject({
      day: '2024-08-01',
      gained: 0,
      lost: 0,
      moved: 1,
      lines: [{ change: 'moved', before: { due: '2024-09-19' }, after: { due: '2024-09-16' } }],
    });
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
    const engine = createEngine(law, calendars);
    expect(await disagreements(ownerClient, org, now, null, engine)).toEqual([]);
    await duties.tick(org, startOf(day + 1));
    const known = await database.inOrganisation(org, (tx) => rowsOfDay(tx, engine, day, offset));
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
});
