import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';

const org = 'org-briefing';
const signedIn = (account: string, role: Parameters<typeof actorOf>[1]): Actor => ({
  ...actorOf(org, role, { person: account }),
  account,
  fresh: true,
});
const ada = signedIn('ada', 'member');
const ben = signedIn('ben', 'member');
const liaison = signedIn('liaison', 'unit-liaison');
const officer = signedIn('officer', 'security-officer');

const leg = {
  place: '奥斯陆',
  host: '某研究所',
  arrivesOn: '2026-12-20',
  leavesOn: null,
  zone: 'Europe/Oslo',
  hostKind: 'university',
  meetings: '与某教授讨论合作',
};
const device = { kind: 'device', number: 'D-17', about: '借用笔记本' };
const plan = (more: object = {}) => ({
  purpose: '参加学术会议',
  departsOn: '2026-12-20',
  returnsOn: '2026-12-28',
  legs: [leg],
  items: [device],
  communications: null,
  ...more,
});

type Question = { readonly number: number; readonly options: readonly { readonly letter: string }[] };
type Briefing = {
  readonly blocks: readonly { block: string; reasons: object[]; acknowledged: string | null }[];
  readonly signedOn: string | null;
  readonly heldOn: string | null;
  readonly heldBefore: string | null;
  readonly duties: readonly { rule: string; status: string }[];
  readonly may: readonly string[];
};

eachInstallation(({ database, ownerClient }) => {
  let program: ReturnType<typeof wholeProgram>;

  const record = (kind: string, id: string, fields: object) =>
    program.one('register.record', { kind, id, fields }, machine(org));

  beforeAll(async () => {
    program = wholeProgram(database);
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'briefabc', now())`, [org]);
    const house = {
      name: '示例单位',
      seat: 'cn',
      region: 'cq',
      establishedOn: '2001-05-01',
      keyUnitSince: '2020-01-01',
      ...organisationFlags,
    };
    await record('organisation', org, house);
    for (const id of ['ada', 'ben', 'liaison', 'officer'])
      await record('person', id, { organisation: org, name: id, standing: 'employee', joinedOn: '2021-03-01' });
    const post = { organisation: org, title: '课题负责人', secretClass: 'general', createdOn: '2020-01-01' };
    await record('post', 'secret', { ...post, foreignFacing: false, keySecurityPost: false, publicStaff: false });
    const held = { person: 'ada', post: 'secret', organisation: org, decidedOn: '2024-01-05', startsOn: '2024-02-01' };
    await record('assignment', 'held', held);
  });

  /** A journey of these, with the number that the first of them travels under. */
  const journey = async (persons: readonly string[] = ['ada'], more: object = {}) => {
    const travellers = persons.map((person) => ({ person, leader: false }));
    const given = { kind: 'official', emergency: false, unit: null, plan: plan(more), travellers };
    const { trip } = (await program.one('trips.draft', given, officer)) as { trip: string };
    const { rows } = await ownerClient.query<{ id: string }>(
      'SELECT id FROM fact_traveller WHERE org_id = $1 AND trip = $2 AND person = $3',
      [org, trip, persons[0]],
    );
    return { trip, traveller: rows[0]?.id ?? '' };
  };
  const shown = async (traveller: string, to: Actor = ada) =>
    (await program.ask('briefing.one', { traveller }, to)) as Briefing;
  const act = (name: string, traveller: string, by: Actor, more: object = {}) =>
    program.one(`briefing.${name}`, { traveller, ...more }, by);
  const refused = (name: string, traveller: string, by: Actor, more: object = {}) =>
    program.refused('run', `briefing.${name}`, { traveller, ...more }, by);
  const readAll = async (traveller: string, by: Actor = ada) => {
    for (const { block, acknowledged } of (await shown(traveller, by)).blocks) {
      if (acknowledged !== null) continue;
      await act('open', traveller, by, { block });
      await act('acknowledge', traveller, by, { block });
    }
  };
  const asked = async (traveller: string) =>
    ((await program.ask('briefing.questions', { traveller }, ada)) as { paper: { questions: Question[] } }).paper;
  /** The first option of each: nothing hangs on what is answered. */
  const answers = async (traveller: string) =>
    Object.fromEntries((await asked(traveller)).questions.map(({ number }) => [number, ['A']]));
  const facts = async (traveller: string) =>
    (
      await ownerClient.query<{ topic: string; held: string; acknowledged: string }>(
        `SELECT topic, held_on::text AS held, acknowledged_on::text AS acknowledged FROM fact_briefing
         WHERE org_id = $1 AND traveller = $2 ORDER BY topic`,
        [org, traveller],
      )
    ).rows;

  test('is made of what was declared, each block with its reason, and rules that ask for it are named', async () => {
    const { traveller } = await journey(['ada', 'ben']);
    const { blocks, duties, may } = await shown(traveller);
    const reasonsOf = (id: string) => blocks.find(({ block }) => block === id)?.reasons;
    expect(reasonsOf('devices')).toEqual([{ by: 'items', of: ['device'] }]);
    expect(reasonsOf('elicitation')).toEqual([{ by: 'meetings' }, { by: 'hosts', of: ['university'] }]);
    expect(reasonsOf('what-you-know')).toEqual([{ by: 'posts', of: ['secret-bearing'] }]);
    expect(reasonsOf('travelling-together')).toEqual([{ by: 'group' }]);
    expect(reasonsOf('when-pressed')).toEqual([{ by: 'always' }]);
    expect(duties.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['cn-ssir-2024/exit-training', 'cn-mss-2021/trip-briefing']),
    );
    expect(may).toEqual(['read', 'sign']);
  });

  test('both sign, in any order, after everything was read and answered; then it is the fact that the gate asks for', async () => {
    const { trip, traveller } = await journey();
    const missing = async () =>
      ((await program.ask('trips.one', { trip }, officer)) as { missing: { rule: string }[] }).missing.map(
        ({ rule }) => rule,
      );
    expect(await refused('sign', traveller, ada)).toEqual(['briefing.read-first']);
    expect(await refused('acknowledge', traveller, ada, { block: 'devices' })).toEqual(['briefing.open-first']);
    await act('hold', traveller, officer, { manner: 'in-person' });
    await readAll(traveller);
    expect(await refused('sign', traveller, ada)).toEqual(['briefing.answer-first']);
    expect(await refused('answer', traveller, ada, { answers: { 1: ['A'] } })).toEqual(['briefing.answer-all']);
    await act('answer', traveller, ada, { answers: await answers(traveller) });
    // One signature is none: the gate waits as before.
    expect(await facts(traveller)).toEqual([]);
    expect(await missing()).toContain('cn-mss-2021/trip-briefing');
    await act('sign', traveller, ada);
    const days = { held: '2026-11-23', acknowledged: '2026-11-23' };
    expect(await facts(traveller)).toEqual(['consular', 'precautions', 'secrecy'].map((topic) => ({ topic, ...days })));
    expect((await shown(traveller)).heldOn).toBe('2026-11-23');
    expect(await missing()).not.toContain('cn-mss-2021/trip-briefing');
    expect(await missing()).not.toContain('cn-ssir-2024/exit-training');
    const { rows } = await ownerClient.query(
      'SELECT acknowledged_on::text AS day FROM fact_traveller WHERE org_id = $1 AND id = $2',
      [org, traveller],
    );
    expect(rows).toEqual([{ day: '2026-11-23' }]);
    expect(await refused('sign', traveller, ada)).toEqual(['briefing.signed-already']);
  });

  test('holds no answer before it was answered, and afterwards explains them to who answered and to nobody else', async () => {
    const { traveller } = await journey();
    await readAll(traveller);
    const paper = await asked(traveller);
    expect(paper.questions.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(paper)).not.toMatch(/"(?:right|why|key|clauses|seed)"/);
    // Asked again it is the same one.
    expect(await asked(traveller)).toEqual(paper);
    expect(await program.refused('ask', 'briefing.answers', { traveller }, ada)).toEqual(['briefing.answer-first']);
    await act('answer', traveller, ada, { answers: await answers(traveller) });
    const { explained, of } = (await program.ask('briefing.answers', { traveller }, ada)) as {
      explained: { options: { why: object }[] }[];
      of: number;
    };
    expect(explained).toHaveLength(of);
    for (const who of [officer, liaison, ben])
      for (const name of ['briefing.answers', 'briefing.questions'])
        expect(await program.refused('ask', name, { traveller }, who)).toEqual(['request.not-found']);
    // To whoever briefs it is told that it was answered, and nothing of how.
    expect(JSON.stringify(await shown(traveller, officer))).not.toMatch(/"(?:answers|right|percent|passed)"/);
    expect(await refused('answer', traveller, ada, { answers: { 1: ['A'] } })).toEqual(['briefing.answered-already']);
  });

  test('nobody signs for somebody else, and nobody briefs themselves', async () => {
    const { traveller } = await journey(['liaison']);
    expect(await refused('hold', traveller, liaison, { manner: 'call' })).toEqual(['briefing.not-oneself']);
    expect(await refused('hold', traveller, ada, { manner: 'call' })).toEqual(['request.not-allowed']);
    for (const name of ['sign', 'open'])
      expect(await refused(name, traveller, officer, name === 'open' ? { block: 'devices' } : {})).toEqual([
        'request.not-found',
      ]);
    expect((await shown(traveller, officer)).may).toEqual(['hold']);
    expect(await program.refused('ask', 'briefing.one', { traveller }, ben)).toEqual(['request.not-found']);
  });

  test('a plan that changes asks for what is new, and what was signed of another one is signed anew', async () => {
    const { trip, traveller } = await journey(['ada'], { items: [] });
    const change = async (more: object) => {
      const { version } = (await program.ask('trips.one', { trip }, officer)) as { version: number };
      await program.one('trips.change', { trip, version, plan: plan(more), said: null }, officer);
    };
    await act('hold', traveller, officer, { manner: 'online' });
    await readAll(traveller);
    await act('answer', traveller, ada, { answers: await answers(traveller) });
    await change({ items: [device] });
    const unread = (await shown(traveller)).blocks.filter(({ acknowledged }) => acknowledged === null);
    // What did not change need not be read again.
    expect(unread.map(({ block }) => block)).toEqual(['devices']);
    expect(await refused('sign', traveller, ada)).toEqual(['briefing.read-first']);
    await readAll(traveller);
    await act('answer', traveller, ada, { answers: await answers(traveller) });
    await act('sign', traveller, ada);
    expect((await shown(traveller)).heldOn).toBeNull();
    await act('hold', traveller, officer, { manner: 'online' });
    const count = (await facts(traveller)).length;
    // Held and then asked for more: another one is held, and the first stays what it was.
    await change({ items: [device, { kind: 'specimen', number: null, about: '样品' }], communications: '邮件' });
    expect(await shown(traveller)).toMatchObject({ heldOn: '2026-11-23', heldBefore: null });
    await change({ items: [device], legs: [{ ...leg, hostKind: 'company' }] });
    expect(await shown(traveller)).toMatchObject({ heldOn: null, heldBefore: '2026-11-23' });
    expect(await facts(traveller)).toHaveLength(count);
  });

  test('is over with the departure, and journals neither address, device nor minute of who reads', async () => {
    const { traveller, trip } = await journey();
    await act('open', traveller, ada, { block: 'devices' });
    await ownerClient.query(`UPDATE fact_trip SET departed_on = '2026-11-22' WHERE org_id = $1 AND id = $2`, [
      org,
      trip,
    ]);
    expect(await refused('open', traveller, ada, { block: 'devices' })).toEqual(['briefing.not-now']);
    expect((await shown(traveller)).may).toEqual([]);
    for (const { contract } of program.rooms
      .flatMap(({ actions }) => actions)
      .filter(({ contract: one }) => one.name.startsWith('briefing.')))
      expect(contract.entry).toEqual({ actor: 'account', time: 'day', context: 'none' });
  });
});
