import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { JobPayload } from './definition.ts';
import { installJobs } from './install.ts';
import { createJobs, type Jobs } from './jobs.ts';

eachInstallation(({ database, owner, app, ownerClient }) => {
  const ran: [org: string, payload: JobPayload][] = [];
  let failures = 1;
  let jobs: Jobs;
  const metrics = createMetrics({ processMetrics: false });

  beforeAll(async () => {
    await installJobs(owner, ['toy.note', 'toy.fail']);
    // A second start finds everything there.
    await installJobs(owner, ['toy.note', 'toy.fail']);
    jobs = await createJobs({
      connection: app,
      database,
      definitions: [
        { name: 'toy.note', expires: 7200, run: async (org, payload) => void ran.push([org, payload]) },
        {
          name: 'toy.fail',
          run: async (org, payload) => {
            if (failures-- > 0) throw new Error('not yet');
            ran.push([org, payload]);
          },
        },
      ],
      log: createLog({ level: 'silent', now: Date.now }),
      metrics,
      timezone: 'Asia/Shanghai',
    });
    await jobs.start();
  });
  afterAll(() => jobs.stop());

  test('a job is there exactly when the change that sent it is', async () => {
    await expect(
      database.inOrganisation('a', async (tx) => {
        await jobs.send(tx, 'toy.note', { id: 'rolled-back' });
        throw new Error('the action failed');
      }),
    ).rejects.toThrow('the action failed');
    await database.inOrganisation('a', (tx) => jobs.send(tx, 'toy.note', { id: 'committed' }));
    await vi.waitFor(() => expect(ran).toContainEqual(['a', { id: 'committed' }]), { timeout: 20_000 });
    expect(ran).not.toContainEqual(['a', { id: 'rolled-back' }]);
    // Long work has its time in each organisation, and not only where it is planned.
    const { rows } = await ownerClient.query("SELECT DISTINCT expire_seconds FROM pgboss.job WHERE name = 'toy.note'");
    expect(rows).toEqual([{ expire_seconds: 7200 }]);
  });

  test('a job that fails is tried again', async () => {
    await database.inOrganisation('a', (tx) => jobs.send(tx, 'toy.fail', { id: 'second-time' }));
    await vi.waitFor(() => expect(ran).toContainEqual(['a', { id: 'second-time' }]), { timeout: 25_000 });
  });

  test('the queue belongs to the owner; the program may not change its tables', async () => {
    const { rows } = await ownerClient.query<{ owner: string }>(
      "SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace",
    );
    expect(rows.map((row) => row.owner)).toEqual([owner.user]);
  });
});
