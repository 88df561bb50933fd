import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../../tests/support/rooms.ts';
import { type Actor, nobody } from '../../../platform/actions/actor.ts';

const org = 'org-campaign';
const topic = 'national-security';
const officer: Actor = { ...actorOf(org, 'security-officer', { person: 'b-0' }), account: 'officer' };
const liaison = actorOf(org, 'unit-liaison', { unit: 'unit-a' });
const member = (person: string): Actor => ({ ...actorOf(org, 'member', { person }), account: person });

type Figures = Readonly<Record<'addressed' | 'completed' | 'open' | 'exempt' | 'left', number | null>>;
type Shown = {
  readonly state: string;
  readonly total: Figures;
  readonly units: readonly { readonly unit: string; readonly figures: Figures }[];
  readonly joiners: Readonly<Record<'joined' | 'completed' | 'open', number | null>>;
};
type People = {
  readonly items: readonly {
    readonly person: string;
    readonly name: string;
    readonly unitName: string;
    readonly standing: string;
    readonly completedOn: string | null;
  }[];
  readonly next: string | null;
};

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const machine: Actor = { ...nobody(org), via: 'machine' };
  const record = (kind: string, rows: readonly (readonly [id: string, fields: object])[]) =>
    program.run(
      'register.import',
      rows.map(([id, fields]) => ({ kind, id, fields })),
      machine,
    );
  const person = (unit: string, at: number, more: object = {}): readonly [string, object] => [
    `${unit}-${at}`,
    {
      organisation: org,
      unit: `unit-${unit}`,
      name: `${unit}${String(at).padStart(2, '0')}`,
      standing: 'employee',
      joinedOn: '2021-03-01',
      ...more,
    },
  ];
  const complete = (people: readonly string[], day: string, of = topic) =>
    record(
      'completion',
      people.map((one) => [
        `${one}-${of}-${day}`,
        { person: one, topic: of, completedOn: day, validUntil: '2028-01-01' },
      ]),
    );
  const many = (unit: string, from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, at) => `${unit}-${from + at}`);
  const act = (name: string, input: object, by = officer) =>
    program.one(name, input, by) as Promise<Record<string, unknown>>;
  const plan = async (more: object = {}): Promise<string> =>
    (
      await act('education.planCampaign', {
        title: '国家安全教育日活动',
        topics: [topic],
        courses: [],
        units: [],
        people: [],
        from: '2027-04-01',
        until: '2027-04-30',
        educationDay: false,
        ...more,
      })
    )['campaign'] as string;
  const show = (campaign: string, by = officer) =>
    program.ask('education.campaign', { campaign }, by) as Promise<Shown>;
  const people = async (campaign: string, more: object = {}, by = officer) =>
    (await program.ask('education.campaignPeople', { campaign, ...more }, by)) as People;

  beforeAll(async () => {
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    await record('organisation', [
      [org, { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags }],
    ]);
    const unit = (name: string, parent: string | null = null) => ({
      organisation: org,
      name,
      parent,
      establishedOn: '2020-01-01',
    });
    await record('unit', [
      ['unit-a', unit('甲部')],
      ['unit-b', unit('乙部')],
      ['unit-c', unit('丙组', 'unit-a')],
    ]);
    await record('person', [
      ...Array.from({ length: 20 }, (_, at) => person('a', at)),
      ...Array.from({ length: 12 }, (_, at) => person('b', at)),
      ...Array.from({ length: 6 }, (_, at) => person('c', at)),
      person('a', 90, { standing: 'former', leftOn: '2025-01-01' }),
    ]);
    for (const one of ['a-5', 'a-6', 'a-7']) {
      await ownerClient.query(
        `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, $2, $2, 'active', '2026-01-01')`,
        [org, one],
      );
      if (one !== 'a-7')
        await ownerClient.query(
          `INSERT INTO mail_address (org_id, account, address, language, set_at) VALUES ($1, $2, $3, 'zh', '2026-01-01')`,
          [org, one, `${one}@example.org`],
        );
    }
    program.clock.set('2027-04-05T09:00:00+08:00');
  });

  test('a campaign names what is to be completed, and starts once, for somebody, in time', async () => {
    const given = {
      title: '活动',
      topics: [],
      courses: [],
      units: [],
      people: [],
      from: '2027-04-01',
      until: '2027-04-30',
      educationDay: false,
    };
    const refused = (more: object) =>
      program.refused('run', 'education.planCampaign', { ...given, topics: [topic], ...more }, officer);
    expect(await refused({ topics: [] })).toEqual(['education.campaign-of-nothing']);
    expect(await refused({ topics: ['origin'] })).toEqual(['education.no-such-topic']);
    expect(await refused({ courses: ['none'] })).toEqual(['education.no-such-course']);
    expect(await refused({ until: '2027-03-31' })).toEqual(['education.campaign-ends-first']);
    expect(await refused({ units: ['unit-z'] })).toEqual(['request.not-found']);
    expect(await refused({ title: '机密★10年' })).toEqual(['register.classified-mark']);
    expect(await program.refused('run', 'education.planCampaign', { ...given, topics: [topic] }, liaison)).toEqual([
      'request.not-allowed',
    ]);
    const over = await plan({ from: '2027-03-01', until: '2027-04-04' });
    expect(await program.refused('run', 'education.startCampaign', { campaign: over }, officer)).toEqual([
      'education.campaign-over',
    ]);
    await act('education.discardCampaign', { campaign: over });
    expect(await program.refused('ask', 'education.campaign', { campaign: over }, officer)).toEqual([
      'request.not-found',
    ]);
    // A course says what has to be completed.
    const ofCourse = await plan({ topics: [], courses: ['general'], units: ['unit-c'] });
    expect(await show(ofCourse)).toMatchObject({
      state: 'draft',
      topics: [{ topic: 'counter-espionage' }],
      total: { addressed: 0 },
    });
    expect(await act('education.startCampaign', { campaign: ofCourse })).toEqual({ campaign: ofCourse, addressed: 6 });
    for (const name of ['startCampaign', 'discardCampaign'])
      expect(await program.refused('run', `education.${name}`, { campaign: ofCourse }, officer)).toEqual([
        'education.campaign-not-so',
      ]);
  });

  test('its denominator are those it was addressed to; joiners and leavers are named apart', async () => {
    const campaign = await plan({ units: ['unit-a'], people: ['b-1'], educationDay: true });
    // Of the unit, the unit under it and one named besides: whoever left long ago is nobody's.
    expect(await act('education.startCampaign', { campaign })).toEqual({ campaign, addressed: 27 });
    const { rows: publicity } = await ownerClient.query(
      'SELECT topic, published_on::text, to_all_staff FROM fact_publicity_record WHERE org_id = $1',
      [org],
    );
    expect(publicity).toEqual([{ topic: 'education-day', published_on: '2027-04-05', to_all_staff: false }]);
    await complete(many('a', 0, 5), '2027-04-10');
    // Before it began, after its end, or about something else: not of this campaign.
    await complete(['a-5'], '2027-03-31');
    await complete(['a-6'], '2027-05-01');
    await complete(['a-7'], '2027-04-10', 'cyber');
    for (const [at, one] of many('a', 8, 13).entries())
      await program.one(
        'register.correct',
        { kind: 'person', id: one, version: 1, fields: { leftOn: `2027-04-1${at}` }, reason: '离职' },
        { ...officer, person: null },
      );
    await record(
      'person',
      Array.from({ length: 7 }, (_, at) => person('a', 30 + at, { joinedOn: '2027-04-08' })),
    );
    await complete(many('a', 30, 36), '2027-04-12');
    program.clock.set('2027-04-20T09:00:00+08:00');
    const { total, units, joiners } = await show(campaign);
    expect(total.addressed).toBe(27);
    expect(joiners).toEqual({ joined: 7, completed: null, open: null });
    const list = await people(campaign, { limit: 200 });
    const of = (standing: string) => list.items.filter((one) => one.standing === standing).map((one) => one.person);
    expect(of('completed')).toEqual(many('a', 0, 5));
    expect(of('left')).toEqual(many('a', 8, 13));
    expect(of('joined').length).toBe(7);
    expect(of('open').length).toBe(17);
    expect(units.map((one) => one.unit)).toContain('unit-b');
    // One person of another unit is not to be had by subtraction.
    expect(units.filter((one) => one.figures.addressed === null).length).not.toBe(1);
    expect(list.items.map(({ unitName, name }) => `${unitName} ${name}`)).toEqual(
      list.items
        .map(({ unitName, name }) => `${unitName} ${name}`)
        .toSorted((a, b) => (a.slice(0, 2) === b.slice(0, 2) ? (a < b ? -1 : 1) : 0)),
    );
    const paged: People['items'][number][] = [];
    let cursor: string | null = null;
    do {
      const page: People = await people(campaign, { limit: 5, ...(cursor === null ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(list.items);
    const own = await people(campaign, { limit: 200 }, liaison);
    expect(new Set(own.items.map(({ unitName }) => unitName))).toEqual(new Set(['甲部']));
    expect((await show(campaign, liaison)).units.map((one) => one.unit)).toEqual(['unit-a']);
    expect(await program.refused('ask', 'education.campaignPeople', { campaign }, actorOf(org, 'auditor'))).toEqual([
      'request.not-allowed',
    ]);

    // Reminded are those who have it to do, once a day, as far as letters reach them.
    const remind = async () => {
      const told = { letters: 0, withoutAddress: 0 };
      let after: unknown = null;
      do {
        const part = await act('education.remindCampaign', { campaign, after });
        told.letters += part['letters'] as number;
        told.withoutAddress += part['withoutAddress'] as number;
        after = part['next'];
      } while (after !== null);
      return told;
    };
    expect(await remind()).toEqual({ letters: 2, withoutAddress: 15 });
    expect(await remind()).toEqual({ letters: 0, withoutAddress: 15 });
    expect((await program.ask('education.mine', {}, member('a-5'))) as object).toMatchObject({
      campaigns: [{ campaign, completed: false, until: '2027-04-30', courses: [] }],
    });
    expect((await program.ask('education.mine', {}, member('a-0'))) as object).toMatchObject({
      campaigns: [{ campaign, completed: true }],
    });
    expect((await program.ask('education.mine', {}, member('a-30'))) as object).toMatchObject({ campaigns: [] });

    // Exempt is who is exempt and has not completed it; it is no completion.
    const exempt = { person: 'a-13', topic, until: '2027-12-31', reason: '长期病假，返岗后补训' };
    const { exemption } = await act('education.exempt', exempt);
    await act('education.exempt', { ...exempt, person: 'a-0' });
    const standings = async () =>
      Object.fromEntries((await people(campaign, { limit: 200 })).items.map((one) => [one.person, one.standing]));
    expect(await standings()).toMatchObject({ 'a-13': 'exempt', 'a-0': 'completed' });
    await act('education.endExemption', { exemption });
    expect(await standings()).toMatchObject({ 'a-13': 'open' });

    // Closed, it stays as it was.
    await act('education.closeCampaign', { campaign });
    const closed = await standings();
    program.clock.set('2027-04-25T09:00:00+08:00');
    await program.one(
      'register.correct',
      { kind: 'person', id: 'a-19', version: 1, fields: { leftOn: '2027-04-24' }, reason: '离职' },
      { ...officer, person: null },
    );
    expect(await standings()).toEqual(closed);
    expect(await program.refused('run', 'education.remindCampaign', { campaign, after: null }, officer)).toEqual([
      'education.campaign-not-so',
    ]);
  });

  test('an exemption has a reason and an end, is decided by somebody else, and leaves every duty as it is', async () => {
    const given = { person: 'c-1', topic, until: '2027-12-31', reason: '外派期间另行安排' };
    const refused = (more: object, by = officer) =>
      program.refused('run', 'education.exempt', { ...given, ...more }, by);
    expect(await refused({ person: 'b-0' })).toEqual(['education.exempt-not-oneself']);
    expect(await refused({ topic: 'origin' })).toEqual(['education.no-such-topic']);
    expect(await refused({ until: '2028-04-26' })).toEqual(['education.exempt-too-long']);
    expect(await refused({ until: '2027-04-01' })).toEqual(['education.exempt-too-long']);
    expect(await refused({}, liaison)).toEqual(['request.not-allowed']);
    const before = (await ownerClient.query('SELECT * FROM duty WHERE org_id = $1 ORDER BY rule, subject', [org])).rows;
    const { exemption } = await act('education.exempt', given);
    expect(await refused({})).toEqual(['education.exempt-already']);
    expect(
      (await ownerClient.query('SELECT * FROM duty WHERE org_id = $1 ORDER BY rule, subject', [org])).rows,
    ).toEqual(before);
    expect((await program.ask('education.exemptions', {}, officer)) as object).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ exemption, person: 'c-1', until: '2027-12-31', reason: given.reason }),
      ]),
    });
    expect((await program.ask('education.mine', {}, member('c-1'))) as object).toMatchObject({
      exemptions: [{ exemption, reason: given.reason }],
    });
    await act('education.endExemption', { exemption });
    expect(await program.refused('run', 'education.endExemption', { exemption }, officer)).toEqual([
      'education.exempt-over',
    ]);
    expect((await program.ask('education.mine', {}, member('c-1'))) as object).toMatchObject({ exemptions: [] });
  });
});
