import { createSecretKey, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { statusCodes } from '@sallyport/core/duties';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createNotices } from '../../packages/server/src/modules/notices/index.ts';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import type { RunAction } from '../../packages/server/src/platform/actions/runner.ts';
import { createTestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import type { JobDefinition } from '../../packages/server/src/platform/jobs/definition.ts';
import type { MailTemplate } from '../../packages/server/src/platform/mail/letter.ts';
import { createMailer } from '../../packages/server/src/platform/mail/mailer.ts';
import type { Pace } from '../../packages/server/src/platform/mail/post-port.ts';
import { createMetrics } from '../../packages/server/src/platform/metrics/metrics.ts';
import { createIdentityBench, type IdentityBench, origin } from './identity.ts';
import type { TestInstallation } from './installations.ts';
import { parse } from './mail.ts';
import { actorOf, type TestRooms, testRooms } from './rooms.ts';

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

export const bodyOf = (mail: string): string => parse(mail).text;

type Outbox = {
  readonly items: readonly { readonly letter: string; readonly text: string | null; readonly state: string }[];
};

/** Whoever has chosen nothing. */
export const usual = { zone: 'Asia/Shanghai', quiet: { from: '22:00', until: '07:00' }, digest: 'each' };

export const [pending = -1, overdue = -1, met = -1] = ['pending', 'overdue', 'met'].map((status) =>
  codes.indexOf(status),
);

/** The room of notices with accounts to write to, a clock that is set, and a mail server on this machine. */
export function postHouse({ database, ownerClient }: Pick<TestInstallation, 'database' | 'ownerClient'>) {
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

  async function duty(subject: string, status: number, due: string): Promise<void> {
    await ownerClient.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, version)
       VALUES ($1, 'a/rule', $2, '-infinity', $3, '{}', $4, 'li', 1)
       ON CONFLICT (org_id, rule, subject, period) DO UPDATE SET status = $3, due_on = $4`,
      [bench.org, subject, status, due],
    );
  }

  /** How many letters a round of this moment has written; each round is run twice, as a job may be. */
  const roundAt = async (moment: string): Promise<number> => {
    clock.set(moment);
    sent.length = 0;
    for (const job of ['notices.release', 'notices.digest', 'notices.release', 'notices.digest'])
      await jobNamed(job, null).run(bench.org, {});
    return sent.length;
  };

  /** Without a mail server: letters are handed on by somebody. */
  const byHand = () =>
    createNotices({ ids, sealingKey: createSecretKey(randomBytes(32)), origin: () => origin, mailServer: false });

  return {
    // Made before the first test.
    get server() {
      return server;
    },
    get bench() {
      return bench;
    },
    get rooms() {
      return rooms;
    },
    get administrator() {
      return administrator;
    },
    clock,
    metrics,
    sent,
    jobNamed,
    deliver,
    rowsOf,
    outbox,
    invite,
    letterTo,
    holder,
    duty,
    roundAt,
    byHand,
  };
}
