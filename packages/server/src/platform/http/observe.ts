import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** Requests whose very time would tell of a person leave no line and are counted among others (PEOPLE.md, first section). */
type IsTraceless = (path: string) => boolean;

type Parts = { readonly log: Log; readonly metrics: Metrics; readonly isTraceless: IsTraceless };

export function observe({ log, metrics, isTraceless }: Parts): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const trace = isTraceless(c.req.path) ? 'none' : 'line';
    const seen = { method: c.req.method, route: c.req.routePath, status: c.res.status } as const;
    log.request({ ...seen, ms: Math.round(ms * 10) / 10, trace });
    metrics.request({ ...seen, seconds: ms / 1000, trace });
  };
}
