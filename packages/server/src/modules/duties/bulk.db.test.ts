import { exampleRegister } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { loadFacts } from '../../../../../tests/support/stored-duties.ts';

const org = 'org-a';
const rule = 'cn-cq-2023/pre-departure-education';
const one = { rule, subject: 'traveller-1', period: null };
const two = { rule, subject: 'traveller-2', period: null };
const nothing = { rule, subject: 'traveller-9', period: null };
const trip = { abroad: true, kind: 'official', createdOn: '2026-11-10', submittedOn: '2026-11-12' };
const facts = {
  organisation: { establishedOn: '2020-01-01' },
  trip: [
    { ...trip, departsOn: '2026-12-25' },
    { ...trip, departsOn: '2026-12-28' },
  ],
  traveller: [
    { trip: 'trip-1', person: 'person-1', addedOn: '2026-11-10' },
    { trip: 'trip-2', person: 'person-1', addedOn: '2026-11-10' },
  ],
  person: [{ joinedOn: '2021-01-01' }, { joinedOn: '2021-01-01' }, { joinedOn: '2021-01-01', leftOn: '2025-01-01' }],
};

type Assigned = { done: { at: number; before: string | null }[]; refused: { at: number; why: string }[] };
type Reminded = { done: number[]; refused: { at: number; why: string }[]; letters: number };

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const officer = { ...actorOf(org, 'security-officer'), account: 'officer', fresh: true };
  const other = { ...officer, account: 'other' };
  const assign = (person: string | null, duties: object[], who = officer) =>
    program.one('duties.assign', { person, duties }, who) as Promise<Assigned>;
  const remind = (duties: object[]) => program.one('duties.remind', { duties }, officer) as Promise<Reminded>;
  const assignees = async () =>
    ((await program.ask('duties.list', { rule, limit: 10 }, officer)) as { items: { assignee: string }[] }).items.map(
      ({ assignee }) => assignee,
    );
  const letters = async () =>
    (await ownerClient.query<{ account: string }>('SELECT account FROM mail ORDER BY id')).rows.map(
      ({ account }) => account,
    );

  beforeAll(async () => {
    const example = { case: 'other', asOf: '2026-11-23', facts, expect: 'none' } as const;
    const register = exampleRegister(example, vocabulary, 'traveller');
    if ('zh' in register) throw new Error(register.en);
    await loadFacts(ownerClient, register, org);
    await program.duties.tick(org, program.clock.now());
    await program.duties.recompute(org, program.clock.now());
    for (const person of ['person-1', 'person-2'])
      await ownerClient.query(
        `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, $2, $3, 'active', '2026-01-01')`,
        [org, `account-of-${person}`, person],
      );
    await ownerClient.query(
      `INSERT INTO mail_address (org_id, account, address, language, set_at) VALUES ($1, 'account-of-person-2', 'two@example.org', 'zh', '2026-01-01')`,
      [org],
    );
  }, 300_000);

  test('many duties are given to somebody, each that is not is named with its reason, and it is undone', async () => {
    expect(await assignees()).toEqual(['person-1', 'person-1']);
    const given = await assign('person-2', [one, nothing, two, one]);
    expect(given.done).toEqual([
      { at: 0, before: null },
      { at: 2, before: null },
    ]);
    expect(given.refused).toEqual([
      { at: 1, why: 'not-found' },
      { at: 3, why: 'not-found' },
    ]);
    expect(await assignees()).toEqual(['person-2', 'person-2']);
    expect((await assign('person-2', [one])).refused).toEqual([{ at: 0, why: 'already-theirs' }]);
    // What time and a full evaluation say afterwards is what was assigned.
    expect(await program.duties.countDiffering(org, program.clock.now())).toBe(0);
    await assign(null, [one]);
    expect(await assignees()).toEqual(['person-1', 'person-2']);
    const versions = await ownerClient.query(
      `SELECT change FROM fact_version WHERE kind = 'dutyAssignment' ORDER BY change`,
    );
    expect(versions.rows.map(({ change }: { change?: string }) => change)).toEqual(['correct', 'record', 'record']);
  });

  test('nobody who has left, and nobody out of reach, is given anything', async () => {
    await expect(assign('person-3', [one])).rejects.toThrow('duties.person-gone');
    const liaison = { ...actorOf(org, 'unit-liaison', { unit: 'unit-of-nobody' }), account: 'liaison' };
    await expect(assign('person-2', [one], liaison)).rejects.toThrow('request.not-found');
    expect((await assign(null, [one], liaison)).refused).toEqual([{ at: 0, why: 'not-found' }]);
  });

  test('a reminder is one letter a day to each, and says of whom none could be written', async () => {
    const first = await remind([one, two]);
    expect(first).toEqual({ done: [1], refused: [{ at: 0, why: 'no-address' }], letters: 1 });
    expect(await letters()).toEqual(['account-of-person-2']);
    expect((await remind([two])).refused).toEqual([{ at: 0, why: 'reminded-today' }]);
    await assign('person-2', [one]);
    // Another duty on the same day: there has been a letter, and it would say the same.
    expect(await remind([one])).toEqual({ done: [0], refused: [], letters: 0 });
    expect(await letters()).toEqual(['account-of-person-2']);
  });

  test('views are of the account that saved them, renamed, removed and put back; fifty of them and no more', async () => {
    const save = (input: object, who = officer) =>
      program.one('duties.saveView', { search: { status: 'overdue' }, ...input }, who) as Promise<{ id: string }>;
    const views = async (who = officer) =>
      ((await program.ask('duties.views', {}, who)) as { views: { id: string; name: string }[] }).views;
    const { id } = await save({ name: '逾期' });
    await expect(save({ name: '逾期' })).rejects.toThrow('duties.view-named-so');
    await save({ id, name: '逾期未完成' });
    expect((await views()).map(({ name }) => name)).toEqual(['逾期未完成']);
    expect(await views(other)).toEqual([]);
    await expect(save({ id, name: 'x' }, other)).rejects.toThrow('request.not-found');
    await expect(program.one('duties.removeView', { id }, other)).rejects.toThrow('request.not-found');
    await expect(save({ name: 'x', search: { find: '王' } })).rejects.toThrow('request.invalid');
    await expect(save({ name: '绝密★清单' })).rejects.toThrow('register.classified-mark');
    await program.one('duties.removeView', { id }, officer);
    expect(await views()).toEqual([]);
    for (let n = 0; n < 50; n++) await save({ name: `视图${n}` });
    await expect(save({ name: '再来一个' })).rejects.toThrow('duties.enough-views');
  });
});
