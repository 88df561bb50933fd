import type { Context, MiddlewareHandler } from 'hono';
import { callerOf, createRateLimit } from './rate-limit.ts';

/**
 * Pages and their files: a console opened anew takes some dozens at once, and a whole house may stand behind one address; nobody needs
 * thousands. What is under /api has its own, narrower count.
 */
export function limitPages(addressOf: (c: Context) => string, burst = 2000, perSecond = 200): MiddlewareHandler {
  const limited = createRateLimit(burst, perSecond);
  return async (c, next) => {
    if (c.req.path.startsWith('/api/') || limited(callerOf(addressOf(c)), Date.now())) return next();
    return c.text('Too many requests. 请求过于频繁。', 429, { 'retry-after': '10' });
  };
}
