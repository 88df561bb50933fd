import { PgBoss } from 'pg-boss';
import { appRole } from '../database/app-role.ts';
import type { Connection } from '../database/private-server.ts';

export const jobSchema = 'pgboss';

/** Jobs that failed for good wait here until somebody retries or dismisses them. */
export const deadLetters = 'dead-letters';

const optionsOf = (connection: Connection | string) =>
  typeof connection === 'string' ? { connectionString: connection } : connection;

/** Makes the queue's tables and queues as the owner; the program works on them as the restricted role. */
export async function installJobs(owner: Connection | string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...optionsOf(owner), schema: jobSchema, schedule: false, supervise: false });
  const faults: Error[] = [];
  boss.on('error', (error) => faults.push(error));
  await boss.start();
  try {
    const db = boss.getDb();
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    if (!known.has(deadLetters)) await boss.createQueue(deadLetters, { retentionSeconds: 90 * 86_400 });
    for (const name of names.filter((each) => !known.has(each))) {
      await boss.createQueue(name, {
        retryLimit: 8,
        retryDelay: 2,
        retryBackoff: true,
        retryDelayMax: 3600,
        deadLetter: deadLetters,
        deleteAfterSeconds: 7 * 86_400,
      });
    }
    await db.executeSql(`
      GRANT USAGE ON SCHEMA ${jobSchema} TO ${appRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO ${appRole};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${jobSchema} TO ${appRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} TO ${appRole}`);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (faults[0] !== undefined) throw faults[0];
}
