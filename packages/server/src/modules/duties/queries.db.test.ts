import { parseDay } from '@sallyport/core/calendar';
import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import {
  allSubjects,
  dayOf,
  demoRegister,
  loadFacts,
  nobodySigns,
  offset,
  shippedEngine,
  startOf,
} from '../../../../../tests/support/stored-duties.ts';
import { type Actor, nobody } from '../../platform/actions/actor.ts';
import { createAsker } from '../../platform/actions/asker.ts';
import { refreshNames } from '../register/index.ts';
import { createDuties } from './index.ts';
import { settleWork } from './settle.ts';

const register = await demoRegister();
const org = 'org-a';
const now = startOf(parseDay('2026-11-23') ?? 0) + 9 * 3_600_000_000;
const engine = shippedEngine();
const parts = { dayOf, offset, jobs: { send: async () => undefined } };
const officer: Actor = {
  ...nobody(org),
  account: 'officer',
  grants: [{ role: 'security-officer', unit: null, subtree: new Set() }],
  via: 'session',
  secondFactor: true,
};
const kinds = new Set(['traveller', 'assignment', 'incident', 'report', 'document']);

const educationRules = new Set(
  engine.law.rules.filter(({ clauses }) => clauses.includes('cn-cq-2023/trip-education')).map(({ id }) => id),
);

/** Rules that are called so, in either language. */
const titled = (text: string) =>
  new Set(
    engine.law.rules
      .filter(({ title }) => title.zh.includes(text) || title.en.toLowerCase().includes(text))
      .map(({ id }) => id),
  );

type Item = {
  rule: string;
  subject: string;
  period: string | null;
  status: string;
  person: string | null;
  assignee: string | null;
  bearer: string | null;
  unit: string | null;
  due: string | null;
};
type Page = { items: Item[]; next: string | null };

eachInstallation(({ database, ownerClient }) => {
  const seen: string[] = [];
  const { law, calendars } = engine;
  const journal = { append: async () => undefined };
  const { room } = createDuties({
    ...nobodySigns,
    ...parts,
    law,
    calendars,
    database,
    journal,
    salt: () => new Uint8Array(32),
  });
  const ask = createAsker({
    database,
    clock: { now: () => now },
    dayOf,
    seen: { record: async (_tx, _actor, persons) => void seen.push(...persons) },
  });
  const query = async <T>(name: string, input: unknown, actor = officer): Promise<T> => {
    const found = room.queries.find(({ contract }) => contract.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return (await ask(found, input, actor)) as T;
  };

  beforeAll(async () => {
    await loadFacts(ownerClient, register, org);
    await refreshNames(ownerClient);
    for (const { kind, subjects } of await allSubjects(ownerClient, org)) {
      if (!kinds.has(kind)) continue;
      const work = [{ kind, rules: engine.kinds.get(kind) ?? [], subjects }];
      await database.inOrganisation(org, (tx) => settleWork(tx, { ...parts, engine }, work, now, 'fact'));
    }
  }, 300_000);

  test('pages give every duty once, in the order of their days', async () => {
    const all: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await query<Page>('duties.list', { limit: 37, ...(cursor === undefined ? {} : { cursor }) });
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const { rows } = await ownerClient.query(
      `SELECT rule, subject FROM duty WHERE period <= '2026-11-23' ORDER BY due_on, rule, subject, period`,
    );
    expect(all.map(({ rule, subject }) => ({ rule, subject }))).toEqual(rows);
    expect(all.length).toBeGreaterThan(100);
  });

  test.each([
    [{ status: ['overdue', 'missed'] }, ({ status }: Item) => status === 'overdue' || status === 'missed'],
    [{ instrument: 'cn-cq-2023' }, ({ rule }: Item) => rule.startsWith('cn-cq-2023/')],
    [{ rule: 'cn-cq-2023/pre-departure-education' }, ({ rule }: Item) => rule === 'cn-cq-2023/pre-departure-education'],
    [{ assignee: 'person-0000003' }, ({ assignee }: Item) => assignee === 'person-0000003'],
    [{ clause: 'cn-cq-2023/trip-education' }, ({ rule }: Item) => educationRules.has(rule)],
    [{ bearer: 'organisation-0000001' }, ({ bearer }: Item) => bearer === 'organisation-0000001'],
    [
      { dueFrom: '2026-01-01', dueBefore: '2026-07-01' },
      ({ due }: Item) => due !== null && due >= '2026-01-01' && due < '2026-07-01',
    ],
    [{ find: '王桂涛' }, ({ person, assignee }: Item) => person === 'person-0000003' || assignee === 'person-0000003'],
    [{ find: '行前教育' }, ({ rule }: Item) => titled('行前教育').has(rule)],
    [{ find: 'Education BEFORE departure' }, ({ rule }: Item) => titled('education before departure').has(rule)],
    [{ dueBefore: '2026-01-01' }, ({ due }: Item) => due !== null && due < '2026-01-01'],
    [{ subject: 'traveller-0000' }, ({ subject }: Item) => subject.startsWith('traveller-0000')],
  ])('%j limits the list to what it says', async (filter, holds) => {
    const { items } = await query<Page>('duties.list', { ...filter, limit: 200 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((item) => !holds(item))).toEqual([]);
  });

  test('a liaison sees the duties of the unit, a member those about and for the own person', async () => {
    const { items } = await query<Page>('duties.list', { limit: 200 });
    const placed = items.find(({ person, unit }) => person !== null && unit !== null);
    const [unit, person] = [placed?.unit ?? '', placed?.person ?? ''];
    const liaison: Actor = { ...officer, grants: [{ role: 'unit-liaison', unit, subtree: new Set([unit]) }] };
    const theirs = (await query<Page>('duties.list', { limit: 200 }, liaison)).items;
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((item) => item.unit !== unit)).toEqual([]);
    const member: Actor = { ...officer, person, grants: [{ role: 'member', unit: null, subtree: new Set() }] };
    const own = (await query<Page>('duties.list', { limit: 200 }, member)).items;
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((item) => item.person !== person)).toEqual([]);
    const other = items.find((item) => item.person !== null && item.person !== person);
    const key = { rule: other?.rule, subject: other?.subject, period: other?.period };
    await expect(query('duties.one', key, member)).rejects.toThrow('request.not-found');
    expect(seen).toContain(person);
  });

  test('the first page says how many there are, and the next one does not', async () => {
    type Counted = Page & { total: { count: number; more: boolean } | null };
    const first = await query<Counted>('duties.list', { status: ['met'], limit: 2 });
    const { rows } = await ownerClient.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM duty WHERE period <= '2026-11-23' AND status = 1`,
    );
    expect(first.total).toEqual({ count: rows[0]?.count, more: false });
    const second = await query<Counted>('duties.list', { status: ['met'], limit: 2, cursor: first.next });
    expect(second.total).toBe(null);
  });

  test('by rule and by unit the groups are those of the list under the same filter', async () => {
    type Groups = { groups: { id: string }[]; next: string | null };
    const filter = { status: ['overdue', 'pending'], dueFrom: '2026-06-01' };
    const all: Item[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page = await query<Page>('duties.list', { ...filter, limit: 200, ...(cursor && { cursor }) });
      all.push(...page.items);
      cursor = page.next;
    }
    const rules = (await query<Groups>('duties.groups', { ...filter, by: 'rule' })).groups.map(({ id }) => id);
    expect(rules.toSorted()).toEqual([...new Set(all.map(({ rule }) => rule))].toSorted());
    const units: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Groups = await query<Groups>('duties.groups', {
        ...filter,
        by: 'unit',
        limit: 2,
        ...(cursor && { cursor }),
      });
      units.push(...page.groups.map(({ id }) => id));
      cursor = page.next;
    }
    expect(units.length).toBeGreaterThan(2);
    expect(units.toSorted()).toEqual([...new Set(all.flatMap(({ unit }) => unit ?? []))].toSorted());
  });

  test('by person only the officer, the liaison for their units and the person may read, by name and without a figure', async () => {
    const { items } = await query<Page>('duties.list', { limit: 200 });
    const placed = items.find(({ assignee, unit }) => assignee !== null && unit !== null);
    const [unit, person] = [placed?.unit ?? '', placed?.assignee ?? ''];
    const asked = { order: 'zh', limit: 200 };
    const { people } = await query<{ people: object[] }>('duties.assignees', asked);
    expect(people).toContainEqual({ id: person, name: expect.any(String) as string });
    expect(people.every((one) => Object.keys(one).join() === 'id,name')).toBe(true);
    const as = (role: 'auditor' | 'unit-lead' | 'unit-liaison' | 'member'): Actor => ({
      ...officer,
      person,
      grants: [{ role, unit: role === 'auditor' ? null : unit, subtree: new Set([unit]) }],
    });
    for (const role of ['auditor', 'unit-lead'] as const)
      await expect(query('duties.assignees', asked, as(role))).rejects.toThrow('request.not-allowed');
    const theirs = await query<{ people: { id: string }[] }>('duties.assignees', asked, as('unit-liaison'));
    expect(theirs.people.length).toBeGreaterThan(0);
    expect(theirs.people.length).toBeLessThan(people.length);
    const own = await query<{ people: { id: string }[] }>('duties.assignees', asked, as('member'));
    expect(own.people.map(({ id }) => id)).toEqual([person]);
  });

  test('every explanation agrees with the stored row, in both languages', async () => {
    const { items } = await query<Page>('duties.list', { limit: 200 });
    const disagreeing: unknown[] = [];
    for (const { rule, subject, period } of items.filter((_, at) => at % 4 === 0)) {
      const told = await query<{
        agrees: boolean;
        zh: { sentences: { text: string }[] };
        en: { sentences: { text: string }[]; facts: { id: string }[]; outline: { lines: unknown[] }[] };
      }>('duties.explain', { rule, subject, period });
      if (!told.agrees) disagreeing.push({ rule, subject, period });
      expect(told.zh.sentences[0]?.text).toMatch(/\p{Script=Han}/u);
      expect(told.en.sentences.length).toBeGreaterThan(3);
      expect(told.en.outline.flatMap(({ lines }) => lines).length).toBeGreaterThan(1);
      // What it names can be opened, whatever it hangs on first of all.
      expect(told.en.facts.map(({ id }) => id)).toContain(subject);
    }
    expect(disagreeing).toEqual([]);
  }, 300_000);

  test('a stored row that says otherwise is named and computed again', async () => {
    const { items } = await query<Page>('duties.list', { rule: 'cn-cq-2023/pre-departure-education', limit: 1 });
    const { rule, subject, period } = items[0] ?? { rule: '', subject: '', period: null };
    await ownerClient.query('UPDATE duty SET met_on = 1, status = 2 WHERE rule = $1 AND subject = $2', [rule, subject]);
    expect(await query('duties.explain', { rule, subject, period })).toMatchObject({ agrees: false });
    expect(await query('duties.explain', { rule, subject, period })).toMatchObject({ agrees: true });
  });

  test('one duty shows its clauses, its group and its history on both clocks', async () => {
    const { items } = await query<Page>('duties.list', { rule: 'cn-cq-2023/pre-departure-education', limit: 1 });
    const { rule, subject, period } = items[0] ?? { rule: '', subject: '', period: null };
    const one = await query<{ history: unknown[]; group: { members: Item[] }; gates: unknown[]; clauses: unknown[] }>(
      'duties.one',
      { rule, subject, period },
    );
    expect(one.history.length).toBeGreaterThan(0);
    expect(one.group.members.map((member) => member.rule)).toContain(rule);
    expect(one.gates).toEqual([expect.objectContaining({ gate: 'trip.depart' })]);
    expect(one.clauses.length).toBeGreaterThan(0);
  });

  test('the summary counts every duty, and as known at the end of today says the same', async () => {
    const today = await query<{ instruments: unknown[]; urgent: Item[] }>('duties.summary', {});
    const then = await query<{ instruments: unknown[] }>('duties.summary', { day: '2026-11-23', mode: 'true' });
    expect(today.urgent).toHaveLength(10);
    expect(today.instruments.length).toBeGreaterThan(5);
    expect(then.instruments.length).toBe(today.instruments.length);
    await expect(query('duties.summary', { day: '2026-11-24' })).rejects.toThrow('duties.day-ahead');
  }, 300_000);

  test('today shows what can be acted on, and what fell due before the programme began apart from it', async () => {
    type Today = {
      programmeStart: string | null;
      urgent: Item[];
      open: Record<string, number | null>;
      backlog: { rule: string; duties: number | null }[];
    };
    const today = await query<Today>('duties.today', {});
    const start = today.programmeStart ?? '';
    expect(start).toBe('2023-09-01');
    expect(today.urgent.length).toBeGreaterThan(5);
    expect(today.urgent.filter(({ status, due }) => status === 'overdue' && (due ?? '') < start)).toEqual([]);
    const { rows } = await ownerClient.query<{ rule: string; duties: number; persons: number }>(
      `SELECT rule, count(*)::int AS duties, count(DISTINCT person)::int AS persons FROM duty
       WHERE period <= '2026-11-23' AND status IN (3, 4) AND due_on < $1::date GROUP BY rule ORDER BY duties DESC, rule`,
      [start],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(today.backlog.map(({ rule, duties }) => ({ rule, duties }))).toEqual(
      rows.map(({ rule, duties, persons }) => ({ rule, duties: persons > 0 && persons < 5 ? null : duties })),
    );
    const { items } = await query<Page>('duties.list', { status: ['unclear'], limit: 200 });
    const people = new Set(items.map(({ person }) => person).filter((person) => person !== null));
    expect(today.open['unclear']).toBe(people.size > 0 && people.size < 5 ? null : items.length);
  });

  test('today counts to somebody their own work, though it is that of one person', async () => {
    type Today = { open: { overdue: number | null; soon: number | null }; backlog: { duties: number | null }[] };
    const { rows } = await ownerClient.query<{ person: string; duties: number }>(
      `SELECT person, count(*)::int AS duties FROM duty WHERE period <= '2026-11-23' AND status = 3 AND due_on >= '2023-09-01'
         AND person IS NOT NULL AND person = coalesce(assignee, person) GROUP BY person ORDER BY duties DESC, person LIMIT 1`,
    );
    const [{ person, duties } = { person: '', duties: 0 }] = rows;
    const today = await query<Today>('duties.today', {}, actorOf(org, 'member', { person }));
    expect(duties).toBeGreaterThan(0);
    expect(today.open.overdue).toBeGreaterThanOrEqual(duties);
    expect(today.backlog.filter((line) => line.duties === null)).toEqual([]);
  });

  test('what was known and what is true of today are the same list', async () => {
    const input = { day: '2026-11-23', rule: 'cn-cq-2023/pre-departure-education' };
    const known = await query<Page>('duties.asOf', { ...input, mode: 'known' });
    const actual = await query<Page>('duties.asOf', { ...input, mode: 'true' });
    expect(known.items.length).toBeGreaterThan(0);
    expect(actual.items.map(({ subject, status }) => [subject, status])).toEqual(
      known.items.map(({ subject, status }) => [subject, status]),
    );
  });
});
