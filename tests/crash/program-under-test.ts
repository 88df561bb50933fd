// The program as it ships, in a process that ends itself at a step: no word to anybody, its own database server with it.
import { createHash } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { start } from '../../packages/server/src/main.ts';
import type { Opened } from '../../packages/server/src/open.ts';
import { createClock } from '../../packages/server/src/platform/clock/clock.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { type Migration, readMigrations } from '../../packages/server/src/platform/database/migrate.ts';
import type { Reached } from '../../packages/server/src/platform/steps/steps.ts';
import { killTree } from './kill-tree.ts';
import type { Death, Order, Report } from './orders.ts';
import { travelLaw } from './travel-law.ts';

const report = (one: Report): void => void process.send?.(one);
const law = travelLaw();
let ahead = 0;
const clock = createClock(() => Date.now() + ahead * 86_400_000);
let running: { readonly opened: Opened; readonly org: string } | null = null;
let doom: { death: Death; count: number } | null = null;

const doomed = (death: Death | null): void => {
  doom = death && { death, count: 0 };
};
const reached: Reached = (step) => {
  if (step === doom?.death.at && ++doom.count === doom.death.nth) killTree(process.pid);
};

/** What the next release would bring along. */
const newer = (count: number): Migration[] =>
  Array.from({ length: count }, (_, n) => {
    const sql = `CREATE TABLE crash_${n} (id int PRIMARY KEY); INSERT INTO crash_${n} VALUES (${n});`;
    return { number: 9000 + n, name: `crash-${n}`, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });

async function obey(order: Order): Promise<Report> {
  if (order.do === 'die') {
    doomed(order.death);
    return { is: 'doomed' };
  }
  if (order.do === 'tomorrow') {
    ahead += 1;
    return { is: 'tomorrow' };
  }
  if (order.do === 'tick') {
    await running?.opened.duties.tick(running.org, clock.now());
    return { is: 'ticked' };
  }
  ahead = order.days;
  doomed(order.death);
  const config = {
    ...readConfig({ SALLYPORT_DATA: order.data, LOG_LEVEL: 'error' }),
    port: 0,
    database: order.database,
  };
  const migrations = [...readMigrations(), ...newer(order.migrations)];
  const { opened, tenants, address } = await start({
    config,
    demo: order.register,
    surroundings: { law, clock, migrations, reached },
  });
  const org = tenants[0]?.org ?? '';
  running = { opened, org };
  return { is: 'started', org, address, owner: opened.owner, now: clock.now() };
}

process.on('message', (order: Order) => {
  obey(order).then(report, (error: unknown) => report({ is: 'failed', why: String(error) }));
});
// Whoever started it is gone.
process.on('disconnect', () => killTree(process.pid));
// What it compiled is kept at its end, and it will have none.
flushCompileCache();
report({ is: 'loaded' });
