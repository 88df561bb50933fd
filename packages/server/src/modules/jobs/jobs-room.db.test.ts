import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../tests/support/rooms.ts';
import { installJobs } from '../../platform/jobs/install.ts';
import { createJobs, type Jobs } from '../../platform/jobs/jobs.ts';
import { jobsInAll } from '../../platform/jobs/look.ts';
import { createLog } from '../../platform/log/log.ts';
import { createMetrics } from '../../platform/metrics/metrics.ts';
import { jobsRoom } from './index.ts';

const [org, other] = ['org-a', 'org-b'];
const administrator = actorOf(org, 'administrator');
const ofTheOther = actorOf(other, 'administrator');
/** A value of somebody that an error quotes; it must stand nowhere afterwards. */
const canary = 'canary-in-an-error';

type Queue = {
  readonly queue: string;
  readonly dead: number;
  readonly waiting: number;
  readonly schedule: string | null;
};
type Page = { readonly items: readonly { readonly job: string; readonly queue: string; readonly attempts: number }[] };

eachInstallation(({ database, owner, app, ownerClient }) => {
  let jobs: Jobs;
  let rooms: TestRooms;
  let broken = true;
  const ran: [string, unknown][] = [];
  const metrics = createMetrics({ processMetrics: false });

  const queueNamed = async (name: string): Promise<Queue> => {
    const { items } = (await rooms.ask('jobs.queues', {}, administrator)) as { items: Queue[] };
    return items.find(({ queue }) => queue === name) ?? { queue: 'none', dead: -1, waiting: -1, schedule: null };
  };
  const dead = async (actor = administrator): Promise<Page> => (await rooms.ask('jobs.dead', {}, actor)) as Page;

  beforeAll(async () => {
    await installJobs(owner, ['toy.break', 'toy.nightly']);
    // One attempt, so that what fails is given up at once.
    await ownerClient.query(`UPDATE pgboss.queue SET retry_limit = 0 WHERE name = 'toy.break'`);
    jobs = await createJobs({
      connection: app,
      database,
      definitions: [
        {
          name: 'toy.break',
          run: async (of, payload) => {
            if (broken) throw Object.assign(new Error(`no room for ${canary}`), { code: 'toy.full' });
            ran.push([of, payload]);
          },
        },
        { name: 'toy.nightly', schedule: '40 2 * * *', run: async () => undefined },
      ],
      log: createLog({ level: 'silent', now: Date.now }),
      metrics,
      timezone: 'Asia/Shanghai',
    });
    rooms = testRooms(database, [jobsRoom()], { jobs });
    await jobs.start();
    for (const id of ['one', 'two', 'three'])
      await database.inOrganisation(org, (tx) => jobs.send(tx, 'toy.break', { id }));
    await database.inOrganisation(other, (tx) => jobs.send(tx, 'toy.break', { id: 'foreign' }));
    await vi.waitUntil(async () => (await queueNamed('toy.break')).dead === 3, { timeout: 120_000 });
    await vi.waitUntil(async () => (await dead(ofTheOther)).items.length === 1, { timeout: 120_000 });
  });
  afterAll(() => jobs.stop());

  test('every queue is shown with its schedule and its figures, and of its jobs nothing else', async () => {
    expect(await queueNamed('toy.nightly')).toMatchObject({ schedule: '40 2 * * *', waiting: 0, dead: 0 });
    const { items } = await dead();
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      job: expect.any(String),
      queue: 'toy.break',
      title: { zh: 'toy.break', en: 'toy.break' },
      failedAt: expect.any(String),
      attempts: 1,
      why: 'toy.full',
    });
    const all = await database.inInstallation(jobsInAll);
    expect(all).toContainEqual({ queue: 'toy.break', state: 'dead', jobs: 4 });
    expect(await metrics.read()).toContain('sallyport_job_seconds_count{queue="toy.break",outcome="dead"} 4');
  });

  test('what an error said of somebody is not kept with the job', async () => {
    const { rows } = await ownerClient.query<{ line: string }>('SELECT job::text AS line FROM pgboss.job AS job');
    expect(rows.filter(({ line }) => line.includes('toy.full')).length).toBeGreaterThan(0);
    expect(rows.filter(({ line }) => line.includes(canary))).toEqual([]);
  });

  test('pages of dead jobs go on where the last one ended', async () => {
    const first = (await rooms.ask('jobs.dead', { limit: 2 }, administrator)) as Page & { next: string };
    const second = (await rooms.ask('jobs.dead', { limit: 2, cursor: first.next }, administrator)) as Page & {
      next: null;
    };
    expect(new Set([...first.items, ...second.items].map(({ job }) => job)).size).toBe(3);
    expect(second.next).toBeNull();
    expect(await rooms.refused('ask', 'jobs.dead', { cursor: 'x' }, administrator)).toEqual(['jobs.bad-cursor']);
  });

  test('another organisation’s job is none, and nobody but an administrator comes in', async () => {
    const [foreign] = (await dead(ofTheOther)).items;
    expect(await rooms.refused('run', 'jobs.retry', { job: foreign?.job }, administrator)).toEqual([
      'request.not-found',
    ]);
    expect((await dead(ofTheOther)).items).toHaveLength(1);
    for (const query of ['jobs.queues', 'jobs.dead'])
      expect(await rooms.refused('ask', query, {}, actorOf(org, 'security-officer'))).toEqual(['request.not-allowed']);
  });

  test('a scheduled run that was given up before it had an organisation is shown to every administrator, and tried again', async () => {
    await ownerClient.query(
      `INSERT INTO pgboss.job (name, data, source_name, source_retry_count) VALUES ('dead-letters', '{"org": null, "payload": {"id": "nightly"}}', 'toy.nightly', 0)`,
    );
    const nobodys = (await dead()).items.filter(({ queue }) => queue === 'toy.nightly');
    expect(nobodys).toHaveLength(1);
    expect((await dead(ofTheOther)).items.filter(({ queue }) => queue === 'toy.nightly')).toEqual(nobodys);
    expect((await queueNamed('toy.nightly')).dead).toBe(1);
    expect(await rooms.one('jobs.retry', { job: nobodys[0]?.job }, administrator)).toEqual({ retried: 1 });
    expect((await queueNamed('toy.nightly')).dead).toBe(0);
  });

  test('one is tried again, then all, and each is done once', async () => {
    broken = false;
    const [first] = (await dead()).items;
    expect(await rooms.one('jobs.retry', { job: first?.job }, administrator)).toEqual({ retried: 1 });
    expect(await rooms.refused('run', 'jobs.retry', { job: first?.job }, administrator)).toEqual(['request.not-found']);
    expect(await rooms.one('jobs.retry', { job: null }, administrator)).toEqual({ retried: 2 });
    await vi.waitFor(() => expect(ran).toHaveLength(3), { timeout: 120_000 });
    expect(ran.map(([of, payload]) => [of, (payload as { id: string }).id].join()).toSorted()).toEqual([
      `${org},one`,
      `${org},three`,
      `${org},two`,
    ]);
    expect((await dead()).items).toEqual([]);
    expect(rooms.entries.at(-1)).toMatchObject({ action: 'jobs.retry', fields: { queues: ['toy.break'], retried: 2 } });
  });
});
