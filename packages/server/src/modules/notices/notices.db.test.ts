import { createSecretKey, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { statusCodes } from '@sallyport/core/duties';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentityBench, type IdentityBench, origin } from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { parse } from '../../../../../tests/support/mail.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../tests/support/rooms.ts';
import { type Actor, nobody } from '../../platform/actions/actor.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import { createTestClock } from '../../platform/clock/test-clock.ts';
import { createIds } from '../../platform/ids/ids.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { MailTemplate } from '../../platform/mail/letter.ts';
import { createMailer } from '../../platform/mail/mailer.ts';
import type { Pace } from '../../platform/mail/post-port.ts';
import { createMetrics } from '../../platform/metrics/metrics.ts';
import { createNotices } from './index.ts';
import { wakes } from './wakes.ts';

const from = 'post@example.org';
const codes: readonly string[] = statusCodes;

/** A mail server on this machine; `answer` is what it says to a recipient. */
async function mailServer() {
  const raw: string[] = [];
  const state = { answer: 250 };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_to, _session, done) =>
      done(state.answer === 250 ? null : Object.assign(new Error('no'), { responseCode: state.answer })),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        raw.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    raw,
    state,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

const bodyOf = (mail: string): string => parse(mail).text;

type Outbox = {
  readonly items: readonly { readonly letter: string; readonly text: string | null; readonly state: string }[];
};

eachInstallation(({ database, ownerClient }) => {
  let server: Awaited<ReturnType<typeof mailServer>>;
  let bench: IdentityBench;
  let rooms: TestRooms;
  let administrator: Actor;
  const clock = createTestClock('2026-11-23T07:30:00+08:00');
  const metrics = createMetrics({ processMetrics: false });
  const ids = createIds({ now: () => clock.now() / 1000 });
  const notices = createNotices({
    ids,
    sealingKey: createSecretKey(randomBytes(32)),
    origin: () => origin,
    mailServer: true,
  });
  const sent: { job: string; payload: Readonly<Record<string, string | number>> }[] = [];

  const queue = async (_tx: unknown, job: string, payload: Readonly<Record<string, string | number>>) =>
    void sent.push({ job, payload });
  const jobNamed = (name: string, smtpUrl: string | null): JobDefinition => {
    const mailer = createMailer({
      smtp: smtpUrl === null ? null : { smtpUrl, from },
      publicUrl: () => origin,
      now: Date.now,
    });
    const run: RunAction = async ({ contract }, inputs, actor) => rooms.run(contract.name, inputs, actor);
    const dayOf = () => clock.today(480);
    const parts = { database, clock, dayOf, jobs: { send: queue }, mailer, metrics, inside: ['example.org'] };
    const job = notices.jobs(run, parts).find((one) => one.name === name);
    if (job === undefined) throw new Error(`no job ${name}`);
    return job;
  };
  const deliver = async (smtpUrl: string | null): Promise<void> => {
    for (const { payload } of sent.splice(0)) await jobNamed('notices.send', smtpUrl).run(bench.org, payload);
  };
  const rowsOf = async (columns: string): Promise<Record<string, unknown>[]> =>
    (await ownerClient.query(`SELECT ${columns} FROM mail WHERE org_id = $1 ORDER BY id`, [bench.org])).rows;
  const outbox = async (): Promise<Outbox> => (await rooms.ask('notices.outbox', {}, administrator)) as Outbox;
  const invite = (login: string, address: string | null) =>
    bench.machine('identity.invite', { login, name: `Name of ${login}`, person: null, roles: [], address });
  const letterTo = (account: string, template: MailTemplate, pace?: Pace) =>
    database.inOrganisation(bench.org, (tx) =>
      notices.post.write(
        { tx, now: clock.now(), send: async (job, payload) => void sent.push({ job, payload }) },
        { account, template, page: '/enter#secret-of-a-link', ...(pace === undefined ? {} : { pace }) },
      ),
    );
  const holder = (account: unknown): Actor => ({
    ...nobody(bench.org),
    account: String(account),
    via: 'session',
    fresh: true,
  });

  beforeAll(async () => {
    server = await mailServer();
    bench = await createIdentityBench(database, { post: notices.post });
    administrator = actorOf(bench.org, 'administrator');
    rooms = testRooms(database, [notices.room], {
      clock,
      dayOf: () => clock.today(480),
      jobs: { send: queue },
    });
  });
  beforeEach(async () => {
    server.raw.length = 0;
    server.state.answer = 250;
    sent.length = 0;
    bench.jobs.length = 0;
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [bench.org]);
  });
  afterAll(() => server.stop());

  test('an invitation leaves by a job that carries an id alone, and nothing of it stays behind', async () => {
    const { token } = await invite('writer', 'writer@example.org');
    expect(bench.jobs).toEqual([{ job: 'notices.send', payload: { letter: expect.any(String) } }]);
    const before = (await ownerClient.query('SELECT mail::text AS line FROM mail')).rows as { line: string }[];
    expect(before.some(({ line }) => line.includes(String(token)))).toBe(false);
    sent.push(...(bench.jobs as typeof sent));
    await deliver(server.url);
    expect(server.raw).toHaveLength(1);
    const text = bodyOf(server.raw[0] ?? '');
    expect(text).toContain(`${origin}/enter#${String(token)}`);
    expect(text).not.toContain('Name of writer');
    expect(await rowsOf('state, address, link')).toEqual([{ state: 'sent', address: null, link: null }]);
    expect(await metrics.read()).toContain('sallyport_mails_total{template="invitation",outcome="delivered"} 1');
  });

  test('an account without an address gets no letter, and the invitation is made all the same', async () => {
    expect((await invite('silent', null))['token']).toEqual(expect.any(String));
    expect(bench.jobs).toEqual([]);
    expect(await rowsOf('state')).toEqual([]);
  });

  test('without a mail server the administrator sees the letter, copies it and marks it as handed on', async () => {
    const { account } = await invite('reader', 'reader@example.org');
    sent.push(...(bench.jobs as typeof sent));
    await deliver(null);
    const [shown] = (await outbox()).items;
    expect(shown).toMatchObject({ account, name: 'Name of reader', address: 'reader@example.org', state: 'kept' });
    expect(shown?.text).toContain(`${origin}/enter#`);
    const foreign = actorOf('org-elsewhere', 'administrator');
    expect(await rooms.refused('run', 'notices.hand-on', { letter: shown?.letter }, foreign)).toEqual([
      'request.not-found',
    ]);
    await rooms.one('notices.hand-on', { letter: shown?.letter }, administrator);
    expect((await outbox()).items).toEqual([]);
    expect(await rowsOf('state, address, link')).toEqual([{ state: 'handed-on', address: null, link: null }]);
    expect(await rooms.refused('run', 'notices.hand-on', { letter: shown?.letter }, administrator)).toEqual([
      'notices.settled',
    ]);
  });

  test('once there is a mail server, what was kept is sent again, one or all', async () => {
    for (const login of ['first', 'second', 'third']) await invite(login, `${login}@example.org`);
    sent.push(...(bench.jobs as typeof sent));
    await deliver(null);
    const [newest] = (await outbox()).items;
    const foreign = actorOf('org-elsewhere', 'administrator');
    const asked = { letter: newest?.letter };
    expect(await rooms.refused('run', 'notices.send-again', asked, foreign)).toEqual(['request.not-found']);
    expect(await rooms.one('notices.send-again', asked, administrator)).toEqual({ sending: 1 });
    expect(await rooms.refused('run', 'notices.send-again', asked, administrator)).toEqual(['notices.settled']);
    await deliver(server.url);
    expect(server.raw).toHaveLength(1);
    expect(server.raw[0]).toMatch(/^To: third@example\.org/m);
    expect(await rooms.one('notices.send-again', { letter: null }, administrator)).toEqual({ sending: 2 });
    await deliver(server.url);
    expect(await rowsOf('state, address')).toEqual([1, 2, 3].map(() => ({ state: 'sent', address: null })));
    expect((await outbox()).items).toEqual([]);
  });

  test('without a mail server sending again says what to set', async () => {
    const { account } = await invite('waiting', 'waiting@example.org');
    const none = createNotices({
      ids,
      sealingKey: createSecretKey(randomBytes(32)),
      origin: () => origin,
      mailServer: false,
    });
    const bare = testRooms(database, [none.room], { clock, dayOf: () => clock.today(480) });
    expect(account).toEqual(expect.any(String));
    expect(await bare.refused('run', 'notices.send-again', { letter: null }, administrator)).toEqual([
      'notices.no-mail-server',
    ]);
  });

  test('the link of a recovery is shown to no administrator', async () => {
    const { account } = await invite('lost', 'lost@example.org');
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [bench.org]);
    expect(await letterTo(String(account), 'recovery')).toBe(true);
    await deliver(null);
    const page = await outbox();
    expect(page.items).toHaveLength(1);
    expect(page.items[0]?.text).toBeNull();
    expect(JSON.stringify(page)).not.toContain('secret-of-a-link');
  });

  test('what the mail server puts off fails the job with a code; what it refuses waits for the administrator', async () => {
    const { account } = await invite('unlucky', 'unlucky@example.org');
    const payload = bench.jobs[0]?.payload as (typeof sent)[number]['payload'];
    server.state.answer = 451;
    await expect(jobNamed('notices.send', server.url).run(bench.org, payload)).rejects.toMatchObject({
      code: 'mail.put-off',
    });
    expect(await rowsOf('state, code')).toEqual([{ state: 'waiting', code: null }]);
    server.state.answer = 550;
    await jobNamed('notices.send', server.url).run(bench.org, payload);
    expect(await rowsOf('state, code, account')).toEqual([{ state: 'refused', code: 'mail.rejected', account }]);
    server.state.answer = 250;
    await jobNamed('notices.send', server.url).run(bench.org, payload);
    expect(server.raw).toEqual([]);
  });

  test('each chooses address and language; the old address is told when it changes', async () => {
    const { account } = await invite('mover', 'old@example.org');
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [bench.org]);
    const mover = holder(account);
    const change = { address: 'new@example.org', language: 'en' };
    expect(await rooms.refused('run', 'notices.set-address', change, { ...mover, fresh: false })).toEqual([
      'request.step-up-first',
    ]);
    await rooms.one('notices.set-address', change, mover);
    expect(await rooms.ask('notices.address', {}, mover)).toEqual(change);
    await deliver(server.url);
    expect(server.raw.join()).toMatch(/^To: old@example\.org/m);
    await letterTo(String(account), 'to-do');
    await deliver(server.url);
    expect(server.raw.at(-1)).toMatch(/^To: new@example\.org/m);
    expect(bodyOf(server.raw.at(-1) ?? '')).not.toMatch(/\p{Script=Han}/u);
    await rooms.one('notices.set-address', { address: null, language: null }, mover);
    expect(await letterTo(String(account), 'to-do')).toBe(false);
  });

  async function duty(subject: string, status: number, due: string): Promise<void> {
    await ownerClient.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, version)
       VALUES ($1, 'a/rule', $2, '-infinity', $3, '{}', $4, 'li', 1)
       ON CONFLICT (org_id, rule, subject, period) DO UPDATE SET status = $3, due_on = $4`,
      [bench.org, subject, status, due],
    );
  }

  const [pending, overdue, met] = ['pending', 'overdue', 'met'].map((status) => codes.indexOf(status));
  /** How many letters a round of this moment has written; each round is run twice, as a job may be. */
  const roundAt = async (moment: string): Promise<number> => {
    clock.set(moment);
    sent.length = 0;
    for (const job of ['notices.release', 'notices.digest', 'notices.release', 'notices.digest'])
      await jobNamed(job, null).run(bench.org, {});
    return sent.length;
  };

  test('one letter a day for all that became urgent or overdue since, and it names none of it', async () => {
    const { account } = await invite('assignee', 'li@example.org');
    await ownerClient.query(`UPDATE account SET person = 'li' WHERE org_id = $1 AND id = $2`, [bench.org, account]);
    const morning = (day: string): Promise<number> => roundAt(`${day}T07:30:00+08:00`);
    await duty('far', pending ?? -1, '2026-12-20');
    await duty('done', met ?? -1, '2026-11-20');
    expect(await morning('2026-11-23')).toBe(0);
    await duty('near', pending ?? -1, '2026-11-28');
    await duty('late', overdue ?? -1, '2026-11-20');
    expect(await morning('2026-11-24')).toBe(1);
    await duty('nearer', pending ?? -1, '2026-11-25');
    // A second run on the day writes to nobody again; the new one is told the next morning.
    expect(await roundAt('2026-11-24T12:00:00+08:00')).toBe(0);
    expect(await morning('2026-11-25')).toBe(1);
    expect(await morning('2026-11-26')).toBe(0);
    await duty('near', overdue ?? -1, '2026-11-28');
    expect(await morning('2026-11-29')).toBe(1);
    await deliver(server.url);
    expect(bodyOf(server.raw[0] ?? '')).toContain(`${origin}/mine`);
    expect(bodyOf(server.raw[0] ?? '')).not.toMatch(/near|late|a\/rule|Name of/);
    // What was settled and comes up again is told again.
    await duty('near', met ?? -1, '2026-11-28');
    expect(await morning('2026-11-30')).toBe(0);
    await duty('near', overdue ?? -1, '2026-11-28');
    expect(await morning('2026-12-01')).toBe(1);
  });

  const usual = { zone: 'Asia/Shanghai', quiet: { from: '22:00', until: '07:00' }, digest: 'each' };

  test('what somebody chose is kept; nobody chooses hours that outlast what ends within a day, or a zone that is none', async () => {
    const { account } = await invite('chooser', 'chooser@example.org');
    const chooser = holder(account);
    expect(await rooms.ask('notices.choices', {}, chooser)).toEqual(usual);
    const choice = { zone: 'Europe/Oslo', quiet: { from: '21:30', until: '09:30' }, digest: 'weekly' };
    await rooms.one('notices.choose', choice, chooser);
    expect(await rooms.ask('notices.choices', {}, chooser)).toEqual(choice);
    // The journal says for ever what it says: not in which part of the world somebody was.
    expect(JSON.stringify(rooms.entries.at(-1))).not.toContain('Oslo');
    const refused = (change: object) => rooms.refused('run', 'notices.choose', { ...choice, ...change }, chooser);
    expect(await refused({ quiet: { from: '21:30', until: '09:31' } })).toEqual(['notices.quiet-too-long']);
    expect(await refused({ zone: 'Europe/Nowhere' })).toEqual(['request.invalid']);
    await rooms.one('notices.choose', { ...choice, quiet: null }, chooser);
    expect(await rooms.ask('notices.choices', {}, chooser)).toEqual({ ...choice, quiet: null });
  });

  test('in the quiet hours of the reader’s zone nothing comes, and when they end it comes once', async () => {
    const { account } = await invite('sleeper', 'sleeper@example.org');
    await rooms.one('notices.choose', { ...usual, zone: 'America/New_York' }, holder(account));
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [bench.org]);
    // Noon in Chongqing is 23:00 in New York: what there is to do, and what happened to the account, wait alike.
    expect(await roundAt('2026-11-24T12:00:00+08:00')).toBe(0);
    await letterTo(String(account), 'to-do');
    await letterTo(String(account), 'sign-in-changed');
    expect(sent).toEqual([]);
    expect(await roundAt('2026-11-24T19:45:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-24T20:00:00+08:00')).toBe(2);
    await deliver(server.url);
    expect(server.raw.map((raw) => /^To: (.*)$/m.exec(raw)?.[1]?.trim())).toEqual(Array(2).fill('sleeper@example.org'));
    expect(await rowsOf('state, leaves_at')).toEqual([1, 2].map(() => ({ state: 'sent', leaves_at: null })));
    // Where somebody hands letters on there are no quiet hours: nothing wakes.
    const none = createNotices({
      ids,
      sealingKey: createSecretKey(randomBytes(32)),
      origin: () => origin,
      mailServer: false,
    });
    clock.set('2026-11-24T12:00:00+08:00');
    await database.inOrganisation(bench.org, (tx) =>
      none.post.write(
        { tx, now: clock.now(), send: async (job, payload) => void sent.push({ job, payload }) },
        { account: String(account), template: 'to-do', page: '/mine' },
      ),
    );
    expect(sent).toHaveLength(1);
  });

  test('what was gathered comes in one letter, in the morning of the day or of the week; what runs for a day does not wait', async () => {
    const { account } = await invite('gatherer', 'gatherer@example.org');
    const gatherer = holder(account);
    await rooms.one('notices.choose', { ...usual, digest: 'daily' }, gatherer);
    await roundAt('2026-11-25T08:00:00+08:00');
    expect(await letterTo(String(account), 'to-do')).toBe(true);
    expect(await letterTo(String(account), 'to-do')).toBe(true);
    expect(sent).toEqual([]);
    expect(await roundAt('2026-11-25T21:00:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-26T07:30:00+08:00')).toBe(1);
    expect(await roundAt('2026-11-27T07:30:00+08:00')).toBe(0);
    await rooms.one('notices.choose', { ...usual, digest: 'weekly' }, gatherer);
    await letterTo(String(account), 'to-do');
    // Sunday and Monday.
    expect(await roundAt('2026-11-29T12:00:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-30T07:30:00+08:00')).toBe(1);
    sent.length = 0;
    clock.set('2026-11-30T12:00:00+08:00');
    await letterTo(String(account), 'to-do', 'soon');
    expect(sent).toHaveLength(1);
  });

  test('only what the law makes urgent wakes, once, and waits for no digest', async () => {
    const { account } = await invite('handler', 'handler@example.org');
    await ownerClient.query('DELETE FROM duty WHERE org_id = $1', [bench.org]);
    await ownerClient.query(`UPDATE account SET person = 'wang' WHERE org_id = $1 AND id = $2`, [bench.org, account]);
    await rooms.one('notices.choose', { ...usual, digest: 'weekly' }, holder(account));
    await roundAt('2026-12-07T07:30:00+08:00');
    const give = (rule: string) =>
      ownerClient.query(
        `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, version)
         VALUES ($1, $2, 'incident-1', '-infinity', $3, '{}', '2026-12-09', 'wang', 1)`,
        [bench.org, rule, pending],
      );
    await give('cn-cel-2023/report-espionage');
    expect(await roundAt('2026-12-08T02:00:00+08:00')).toBe(0);
    const [first] = wakes;
    await give(first?.rule ?? '');
    expect(await roundAt('2026-12-08T02:15:00+08:00')).toBe(1);
    await deliver(server.url);
    expect(bodyOf(server.raw.at(-1) ?? '')).not.toMatch(/leak|incident|cn-/);
    expect(await roundAt('2026-12-08T02:30:00+08:00')).toBe(0);
    // On Monday the other comes, and what woke is not told again.
    expect(await roundAt('2026-12-14T07:30:00+08:00')).toBe(1);
    expect(await roundAt('2026-12-21T07:30:00+08:00')).toBe(0);
  });

  test('a letter to an address that is not the house’s own leaves under the handover for mail, or stays and says why', async () => {
    clock.set('2026-12-22T12:00:00+08:00');
    const { account } = await invite('outsider', 'outsider@mail.example.com');
    sent.push(...(bench.jobs as typeof sent));
    await deliver(server.url);
    expect(server.raw).toEqual([]);
    expect((await outbox()).items).toMatchObject([{ account, state: 'kept', code: 'mail.handover-first' }]);
    const handover = async (id: string, way: string, until: string) => {
      await ownerClient.query('SET session_replication_role = replica');
      await ownerClient.query(
        `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
         VALUES ($1, $2, 'o', 'processor', true, '2026-12-01', '2026-12-01')`,
        [bench.org, id],
      );
      await ownerClient.query(
        `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
         VALUES ($1, $2, $3, '邮件服务', 'CN', 'c', 'domestic', '2026-12-01', $4)`,
        [bench.org, id, way, until],
      );
      await ownerClient.query('SET session_replication_role = DEFAULT');
    };
    await handover('other', 'calendar', '2027-01-01');
    await handover('mail', 'mail', '2026-12-23');
    for (const _ of [1, 2]) {
      await rooms.one('notices.send-again', { letter: null }, administrator);
      await deliver(server.url);
      expect(server.raw.at(-1)).toMatch(/^To: outsider@mail\.example\.com/m);
      expect((await rowsOf('state, handover')).at(-1)).toEqual({ state: 'sent', handover: 'mail' });
      await letterTo(String(account), 'to-do');
      await ownerClient.query(`UPDATE mail SET state = 'kept' WHERE org_id = $1 AND state = 'waiting'`, [bench.org]);
    }
    // The journal says once that letters leave, and under what.
    const said = rooms.entries.filter(({ action }) => action === 'notices.mail-leaves');
    expect(said).toMatchObject([{ subject: 'handover/mail' }]);
    clock.set('2026-12-23T12:00:00+08:00');
    await rooms.one('notices.send-again', { letter: null }, administrator);
    await deliver(server.url);
    expect((await outbox()).items).toMatchObject([{ state: 'kept', code: 'mail.handover-first' }]);
    // Within the house no handover is asked for.
    await invite('insider', 'insider@example.org');
    sent.push(...(bench.jobs.slice(-1) as typeof sent));
    await deliver(server.url);
    expect((await rowsOf('state, handover')).at(-1)).toEqual({ state: 'sent', handover: null });
  });
});
