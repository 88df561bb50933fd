import { type Context, Hono } from 'hono';
import { createRateLimit } from '../../platform/http/rate-limit.ts';

type Parts = {
  readonly read: (address: string) => Promise<string | null>;
  readonly addressOf: (c: Context) => string;
};

/**
 * Calendar feeds, for programs that ask again and again without an account. Who asked and when is written down nowhere but the day
 * (`compose.ts` keeps these addresses out of the log); an address that is none, that was ended, or that came too often are one answer.
 */
export function calendarFeeds({ read, addressOf }: Parts): Hono {
  const app = new Hono();
  const limited = createRateLimit(30, 0.5);
  app.get('*', async (c) => {
    const address = c.req.path.slice('/calendar/'.length).replace(/\.ics$/, '');
    const found = limited(addressOf(c), Date.now()) ? await read(address) : null;
    c.header('x-robots-tag', 'noindex, nofollow, noarchive');
    if (found === null) return c.text('Nothing here. 没有内容。', 404);
    return c.body(found, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="sallyport.ics"',
    });
  });
  return app;
}
