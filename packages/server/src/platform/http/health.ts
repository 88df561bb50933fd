import { Hono } from 'hono';
import type { Database } from '../database/database.ts';
import type { MetricsReader } from '../metrics/guard.ts';
import type { Metrics } from '../metrics/metrics.ts';

type Parts = {
  readonly database: Pick<Database, 'inInstallation' | 'isFull'>;
  readonly metrics: Metrics;
  readonly mayReadMetrics: (reader: MetricsReader) => boolean;
  /** Organisations that something keeps from going on; the others are served. */
  readonly behind?: () => readonly string[];
  readonly readerOf: (request: Request, env: unknown) => MetricsReader;
};

/** `/healthz`: the process answers. `/readyz`: its database does too, has room, and every organisation goes on. `/metrics`: for this machine, or with the token. */
export function healthRoutes({ database, metrics, mayReadMetrics, behind = () => [], readerOf }: Parts): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      await database.inInstallation((tx) => tx.rows('SELECT 1 AS one'));
      // Not 503: a proxy that sends nobody here any more would hide what can still be read.
      if (database.isFull()) return c.json({ status: 'disk-full' });
      const held = behind();
      if (held.length === 0) return c.json({ status: 'ok' });
      // Which ones is for whoever runs the program.
      const which = mayReadMetrics(readerOf(c.req.raw, c.env)) ? { organisations: held } : {};
      return c.json({ status: 'behind', ...which });
    } catch {
      return c.json({ status: 'database-lost' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(readerOf(c.req.raw, c.env))) return c.notFound();
    return c.body(await metrics.read(), 200, { 'content-type': metrics.contentType });
  });
  return app;
}
