import { rulesMetBy } from '@sallyport/core/courses';
import { type Status, statuses } from '@sallyport/core/law';
import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../../tests/support/rooms.ts';
import { nobody } from '../../../platform/actions/actor.ts';
import { readInstalledLaw } from '../../law/index.ts';

const org = 'org-overview';
const topic = 'counter-espionage';
const officer = actorOf(org, 'security-officer');
const liaison = actorOf(org, 'unit-liaison', { unit: 'unit-a' });

type Figures = Readonly<Record<'owed' | 'met' | 'pending' | 'overdue' | 'unclear' | 'putOff', number | null>>;
type ByUnit = {
  readonly total: Figures;
  readonly units: readonly { readonly unit: string; readonly figures: Figures }[];
};
type Due = {
  readonly items: readonly {
    readonly person: string;
    readonly name: string;
    readonly unitName: string;
    readonly rule: string;
    readonly status: string;
  }[];
  readonly next: string | null;
};

/** Names in the order in which a list in Chinese has them. */
const names = ['艾一', '白二', '陈三', '丁四', '鄂五', '方六', '高七', '何八', '金九', '孔十', '李十一', '马十二'];

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const machine = { ...nobody(org), via: 'machine' as const };
  const record = (kind: string, rows: readonly (readonly [id: string, fields: object])[]) =>
    program.run(
      'register.import',
      rows.map(([id, fields]) => ({ kind, id, fields })),
      machine,
    );
  const byUnit = (by = officer) => program.ask('education.coverageByUnit', { topic }, by) as Promise<ByUnit>;
  const due = async (input: object = {}, by = officer) =>
    (await program.ask('education.due', { topic, ...input }, by)) as Due;

  beforeAll(async () => {
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await record('organisation', [[org, { ...house, keyUnitSince: '2023-09-01' }]]);
    const unit = (name: string) => ({ organisation: org, name, establishedOn: '2020-01-01' });
    await record('unit', [
      ['unit-a', unit('研究一室')],
      ['unit-b', unit('办公室')],
      ['unit-c', unit('财务处')],
    ]);
    const person = (unitOf: string, name: string) => ({
      organisation: org,
      unit: unitOf,
      name,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
    const people = (unitOf: string, many: number) =>
      names.slice(0, many).map((name, at) => [`${unitOf}-${at}`, person(unitOf, name)] as const);
    // Twelve, of whom six have completed; seven, of whom all have; three, who could be counted out.
    await record('person', [...people('unit-a', 12), ...people('unit-b', 7), ...people('unit-c', 3)].toReversed());
    const done = [
      ...names.slice(0, 6).map((_, at) => `unit-a-${at}`),
      ...names.slice(0, 7).map((_, at) => `unit-b-${at}`),
    ];
    await record(
      'completion',
      done.map((one) => [
        `completion-${one}`,
        { person: one, topic, completedOn: '2026-10-01', validUntil: '2027-10-01' },
      ]),
    );
  });

  test('coverage says of how many, and nothing of fewer than five', async () => {
    const { topics } = (await program.ask('education.coverage', {}, officer)) as {
      topics: { topic: string; figures: Figures; rules: { rule: string }[]; courses: { course: string }[] }[];
    };
    const [shown] = topics.filter((one) => one.topic === topic);
    expect(shown?.rules.map(({ rule }) => rule)).toContain('cn-cel-2023/key-unit-staff-education');
    expect(shown?.courses.map(({ course }) => course)).toEqual(['general']);
    const { total, units } = await byUnit();
    // One figure of a topic is one figure: the two pages cannot be taken from each other.
    expect(shown?.figures).toEqual(total);
    const of = (unit: string) => units.find((one) => one.unit === unit)?.figures;
    expect(Object.values(of('unit-c') ?? {})).toEqual(Array(7).fill(null));
    expect(total.owed === null || [of('unit-a'), of('unit-b')].some((one) => one?.owed === null)).toBe(true);
    expect(of('unit-a')).toMatchObject({ pending: 0, unclear: 0, exempt: 0 });
  });

  test('a liaison sees the own unit, somebody without such a role nothing', async () => {
    const { units } = await byUnit(liaison);
    expect(units.map(({ unit, figures }) => [unit, figures.owed, figures.met, figures.overdue])).toEqual([
      ['unit-a', 12, 6, 6],
    ]);
    const member = actorOf(org, 'member', { person: 'unit-a-1' });
    for (const name of ['education.coverage', 'education.coverageByUnit', 'education.due'])
      expect(await program.refused('ask', name, name === 'education.coverage' ? {} : { topic }, member)).toEqual([
        'request.not-allowed',
      ]);
    expect(await program.refused('ask', 'education.due', { topic }, actorOf(org, 'auditor'))).toEqual([
      'request.not-allowed',
    ]);
  });

  test('whoever is asked by two rules is one person, who stands where the worse of them stands', async () => {
    const two = rulesMetBy(readInstalledLaw(), ['insider-threat']);
    expect(two).toHaveLength(2);
    const put = (rule: string | undefined, status: Status, people: string, dueOn = '2026-01-01') =>
      ownerClient.query(
        `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, person, unit, version)
         SELECT $1, $2, id || $5::text, '-infinity', $3, '{}', $5::date, id, unit, 1 FROM fact_person WHERE org_id = $1 AND id ~ $4`,
        [org, rule, statuses.indexOf(status), people, dueOn],
      );
    const figures = async () =>
      ((await program.ask('education.coverageByUnit', { topic: 'insider-threat' }, liaison)) as ByUnit).units[0]
        ?.figures;
    await put(two[0], 'met', '^unit-a');
    await put(two[1], 'void', '^unit-a');
    expect(await figures()).toMatchObject({ owed: 12, met: 12 });
    await put(two[1], 'overdue', '^unit-a-[0-5]$', '2026-01-02');
    expect(await figures()).toMatchObject({ owed: 12, met: 6, overdue: 6, pending: 0 });
    // What was missed long ago says nothing where the same rule was met since; what is still open comes before what is done.
    await put(two[0], 'missed', '^unit-a-[6-9]$', '2025-01-01');
    expect(await figures()).toMatchObject({ met: 6, overdue: 6 });
    await put(two[0], 'unclear', '^unit-a-([6-9]|1.)$', '2025-01-02');
    expect(await figures()).toMatchObject({ met: 0, overdue: 6, unclear: 6 });
  });

  test('the list to work from goes by unit and by name, page by page, and ranks nobody', async () => {
    const { items } = await due({ limit: 200 });
    const people = items.map(({ unitName, name }) => `${unitName} ${name}`);
    expect([...new Set(people)]).toEqual([
      ...names.slice(0, 3).map((name) => `财务处 ${name}`),
      ...names.slice(6).map((name) => `研究一室 ${name}`),
    ]);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['overdue']));
    const paged: Due['items'][number][] = [];
    let cursor: string | null = null;
    do {
      const page: Due = await due({ limit: 2, ...(cursor === null ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(items);
    expect((await due({ unit: 'unit-c' })).items.map(({ person }) => person)).toEqual([
      'unit-c-0',
      'unit-c-1',
      'unit-c-2',
    ]);
    expect((await due({ standing: 'pending' })).items).toEqual([]);
    expect((await due({}, liaison)).items.every(({ unitName }) => unitName === '研究一室')).toBe(true);
    for (const broken of [
      'x',
      Buffer.from('["a"]').toString('base64url'),
      Buffer.from('["","","","","x","","","y"]').toString('base64url'),
    ])
      expect(await program.refused('ask', 'education.due', { topic, cursor: broken }, officer)).toEqual([
        'education.bad-cursor',
      ]);
  });
});
