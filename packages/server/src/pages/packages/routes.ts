import { Hono } from 'hono';
import type { GivePackage } from '../../modules/education/index.ts';
import { contentTypeOf, isPage } from '../../platform/scorm/content-type.ts';
import { scriptPath, upFrom, withScript } from '../../platform/scorm/page.ts';
import { scriptOf } from '../../platform/scorm/script.ts';
import { byteRange } from './byte-range.ts';
import { packageHeaders } from './headers.ts';

type Parts = {
  readonly give: GivePackage;
  /** Where the console is served. */
  readonly origins: () => readonly string[];
};

const shape = /^\/packages\/([A-Za-z0-9_-]{40,2000})\/(.+)$/s;

/**
 * Files of packages, under an address that was given to whoever opened one (`modules/education/package/door.ts`). A package is a program that
 * somebody else wrote: each answer puts what it brings into a box of its own (docs/learning-standards.md). Requests leave no line in the log: when
 * somebody learns is nobody's business.
 */
export function packagePages({ give, origins }: Parts): Hono {
  const app = new Hono();
  app.get('*', async (c) => {
    const url = new URL(c.req.url);
    const [, token = '', encoded = ''] = shape.exec(url.pathname) ?? [];
    const own = origins();
    const origin = own.includes(url.origin) ? url.origin : (own[0] ?? url.origin);
    const headers = packageHeaders(`${origin}/packages/${token}/`);
    const found = token === '' ? null : await give(token);
    const path = decoded(encoded);
    if (found === null || path === null) return c.text('Nothing here. 没有内容。', 404, headers);
    if (path === scriptPath)
      return c.body(scriptOf(found.given, origin), 200, {
        ...headers,
        'content-type': 'text/javascript; charset=utf-8',
      });
    const file = found.file(path);
    if (file === null) return c.text('Nothing here. 没有内容。', 404, headers);
    const type = { 'content-type': contentTypeOf(path) };
    if (isPage(path)) return c.body(new Uint8Array(withScript(file, upFrom(path))), 200, { ...headers, ...type });
    const { status, body, more } = byteRange(file, c.req.header('range'));
    return c.body(new Uint8Array(body), status, { ...headers, ...type, ...more });
  });
  return app;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
