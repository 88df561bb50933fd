import { parseDay } from '@sallyport/core/calendar';
import { exampleRegister, statusCodes } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { readSmallPack, ruleText } from '../../../../../tests/law/small-pack.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { dayOf, loadFacts, nobodySigns, offset, startOf } from '../../../../../tests/support/stored-duties.ts';
import { createAsker } from '../../platform/actions/asker.ts';
import type { FactCause } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readCalendars } from '../law/read-packs.ts';
import { createDuties } from './index.ts';

const org = 'org-a';
const now = startOf(parseDay('2024-08-01') ?? 0) + 9 * 3_600_000_000;
const officer = actorOf(org, 'security-officer');

/** Briefed before departure; in an emergency notice by word of mouth does instead. Two persons may put it off. */
const { law, problems } = readSmallPack(
  ruleText({
    waiver: 'test-2024/art-1',
    except:
      '[{ id: emergency, when: traveller.trip.emergency, because: { zh: 紧急, en: emergency }, clauses: [test-2024/art-1], met: { milestone: traveller.trip.oralNoticeOn } }]',
  }),
);

function journey() {
  const trip = { submittedOn: '2024-06-01', departsOn: '2024-09-20', abroad: true, emergency: true };
  const facts = { trip, traveller: {} };
  const register = exampleRegister(
    { case: 'other', asOf: '2024-08-01', facts, expect: 'none' },
    vocabulary,
    'traveller',
  );
  if ('zh' in register) throw new Error(register.en);
  const idOf = (kind: string): string => register.tables.get(kind)?.ids[0] ?? '';
  return { register, trip: idOf('trip'), traveller: idOf('traveller') };
}
const { register, trip, traveller } = journey();

eachInstallation(({ database, ownerClient }) => {
  const parts = {
    database,
    dayOf,
    offset,
    law,
    calendars: readCalendars(),
    salt: () => new Uint8Array(32),
    jobs: { send: async () => undefined },
    journal: { append: async () => undefined },
  };
  const { room, port, tick } = createDuties({ ...nobodySigns, ...parts });
  const seen = { record: async () => undefined };
  const ask = createAsker({ database, clock: { now: () => clock }, dayOf, seen });
  let clock = now;
  const one = async () => {
    const query = room.queries.find(({ contract }) => contract.name === 'duties.one');
    const { rows } = await ownerClient.query<{ rule: string; subject: string }>('SELECT rule, subject FROM duty');
    if (query === undefined || rows.length !== 1) throw new Error('there is not one duty');
    return (await ask(query, rows[0], officer)) as {
      duty: { status: string };
      evidence: { kind: string; id: string }[];
      history: { cause: string; status: string }[];
    };
  };
  const change = (kind: string, id: string, statement: string, cause: FactCause, of = org) =>
    database.inOrganisation(of, async (tx: Transaction) => {
      const before = await port.touched(tx, kind, [id]);
      await tx.once(statement);
      const touched = new Map([...before, ...(await port.touched(tx, kind, [id]))]);
      await port.settle(tx, touched, clock, cause);
    });

  beforeAll(async () => {
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join());
    await loadFacts(ownerClient, register, org);
    await tick(org, now);
  });

  test('evidence is of the kind that the variant taken asks for', async () => {
    await change('trip', trip, `UPDATE fact_trip SET oral_notice_on = '2024-07-20'`, 'fact');
    expect(await one()).toMatchObject({ duty: { status: 'met' }, evidence: [{ kind: 'trip', id: trip }] });
  });

  test('the history says that it was erased, and that it was put off by decision', async () => {
    await change('trip', trip, 'UPDATE fact_trip SET oral_notice_on = NULL', 'erasure');
    expect((await one()).history[0]).toMatchObject({ cause: 'erasure', status: 'pending' });
    const { duty, history } = await one();
    await change(
      'waiver',
      'w-1',
      `INSERT INTO fact_waiver (org_id, id, organisation, rule, subject, granted_on, until, happened_on)
       VALUES ('${org}', 'w-1', (SELECT id FROM fact_organisation), 'test-2024/sound', '${traveller}', '2024-07-30', '2024-12-01', '2024-07-30')`,
      'fact',
    );
    expect([duty.status, history.length]).toEqual(['pending', 3]);
    expect((await one()).history[0]).toMatchObject({ cause: 'waiver', status: 'waived' });
    const { rows } = await ownerClient.query('SELECT cause, status FROM duty_change ORDER BY version');
    expect(rows.map(({ cause, status }) => [cause, statusCodes[status]])).toEqual([
      ['revision', 'pending'],
      ['fact', 'met'],
      ['erasure', 'pending'],
      ['waiver', 'waived'],
    ]);
  });

  test('what happened and was recorded late is told by both clocks: what was so on a day, as known by a moment', async () => {
    const late = 'org-late';
    const at = (text: string): number => Date.parse(`${text}:00+08:00`) * 1000;
    const moment = (text: string): string => new Date(at(text) / 1000).toISOString();
    await loadFacts(ownerClient, register, late);
    await tick(late, now);
    clock = at('2024-09-25T10:00');
    await tick(late, at('2024-09-25T09:00'));
    // Told on 20 July, written down on 25 September, after it had been counted as missed.
    await change(
      'trip',
      trip,
      `UPDATE fact_trip SET oral_notice_on = '2024-07-20' WHERE org_id = '${late}'`,
      'fact',
      late,
    );
    clock = at('2024-09-25T12:00');
    const asked = async (name: string, input: object): Promise<Record<string, unknown>> => {
      const query = room.queries.find(({ contract }) => contract.name === name);
      if (query === undefined) throw new Error(`there is no ${name}`);
      return (await ask(query, input, actorOf(late, 'auditor'))) as Record<string, unknown>;
    };
    const known = async (day: string, by?: string) => {
      const input = {
        rule: 'test-2024/sound',
        day,
        mode: 'known',
        limit: 10,
        ...(by === undefined ? {} : { knownBy: moment(by) }),
      };
      const { items } = (await asked('duties.asOf', input)) as { items: { status: string; recordedAt: string }[] };
      return items.map(({ status, recordedAt }) => [status, recordedAt]);
    };
    const [firstSeen, closed, written] = ['2024-08-01T09:00', '2024-09-21T00:00', '2024-09-25T10:00'].map(moment);
    expect(await known('2024-09-22')).toEqual([['missed', closed]]);
    expect(await known('2024-09-22', '2024-09-25T09:59')).toEqual([['missed', closed]]);
    expect(await known('2024-09-22', '2024-09-25T10:00')).toEqual([['met', written]]);
    // A moment within a day, and not only its end.
    expect(await known('2024-09-25', '2024-09-25T09:59')).toEqual([['missed', closed]]);
    expect(await known('2024-09-25')).toEqual([['met', written]]);
    expect(await known('2024-08-01', '2024-08-01T08:59')).toEqual([]);
    expect(await known('2024-08-01')).toEqual([['pending', firstSeen]]);
    // Of a day before anybody looked, known only since it was written down.
    expect(await known('2024-07-25')).toEqual([]);
    expect(await known('2024-07-25', '2024-09-25T10:00')).toEqual([['met', written]]);
    expect(await known('2024-07-19', '2024-09-25T10:00')).toEqual([]);

    const summary = async (by: string) => {
      const input = { day: '2024-09-22', mode: 'known', knownBy: moment(by) };
      const { instruments, knownBy } = await asked('duties.summary', input);
      return [(instruments as { byStatus: object }[])[0]?.byStatus, knownBy];
    };
    // Null: something, by fewer than five people.
    expect(await summary('2024-09-25T09:59')).toMatchObject([{ missed: null, met: 0 }, moment('2024-09-25T09:59')]);
    expect(await summary('2024-09-25T10:00')).toMatchObject([{ missed: 0, met: null }, moment('2024-09-25T10:00')]);

    const refused = { rule: 'test-2024/sound', day: '2024-09-22', limit: 10 };
    await expect(
      asked('duties.asOf', { ...refused, mode: 'true', knownBy: moment('2024-09-25T09:59') }),
    ).rejects.toThrow('duties.moment-of-known');
    await expect(
      asked('duties.asOf', { ...refused, mode: 'known', knownBy: moment('2024-09-25T12:01') }),
    ).rejects.toThrow('duties.day-ahead');
  });
});
