import { type Context, Hono } from 'hono';
import type { PublicCertificate } from '../../modules/education/index.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';
import { certificatePage, nothingPage } from './page.ts';

type Parts = {
  readonly verify: (link: string) => Promise<PublicCertificate | null>;
  readonly addressOf: (c: Context) => string;
};

/**
 * The public page of a certificate: for whoever was given the link, without account, script or search. Who looked is written down nowhere
 * (`compose.ts` keeps these addresses out of the log), and a link that is none, that was closed or that ended are one answer.
 */
export function verifyPages({ verify, addressOf }: Parts): Hono {
  const app = new Hono();
  const limited = createRateLimit(60, 5);
  app.use(async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex, nofollow, noarchive');
  });
  app.get('*', async (c) => {
    const link = c.req.path.slice('/verify/'.length);
    // Kept in memory for as long as its bucket fills again, and nowhere else.
    const found = limited(addressOf(c), Date.now()) ? await verify(link) : null;
    const nonce = c.get('nonce');
    return found === null ? c.html(nothingPage(nonce), 404) : c.html(certificatePage(nonce, found));
  });
  return app;
}
