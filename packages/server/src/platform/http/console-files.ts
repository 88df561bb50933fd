import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';
import { codingFor, type PackedFile, packedFile } from './packed-file.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

type File = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly packed: PackedFile | null };

/** What is text; pictures and fonts are packed already. */
const isText = /^(?:text|application)\/|svg/;

/**
 * The built console, read once: its files by their path, and its page, into which each answer writes its own nonce. The official line stands
 * in the page itself: it is there without the script, and when the program answers nothing else.
 */
export function consoleFiles(folder: string, line: string): Hono {
  const app = new Hono();
  if (!existsSync(join(folder, 'index.html'))) return app;
  const files = new Map(
    filesIn(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, fileAt(path)]),
  );
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('__LINE__', line);
  app.get('*', async (c) => {
    const path = new URL(c.req.url).pathname;
    const file = files.get(path);
    if (file !== undefined && !path.endsWith('.html')) {
      // Names under assets carry a hash of their content.
      const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      const headers = { 'content-type': file.type, 'cache-control': kept };
      if (file.packed === null) return c.body(file.body, 200, headers);
      const coding = codingFor(c);
      const body = coding === null ? file.body : await file.packed(coding);
      return c.body(body, 200, { ...headers, vary: 'Accept-Encoding', ...(coding && { 'content-encoding': coding }) });
    }
    // An address with an extension names a file that is not there; all others are pages of the console.
    if (extname(path) !== '') return c.notFound();
    return c.html(page.replaceAll('__NONCE__', c.get('nonce')));
  });
  return app;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

function fileAt(path: string): File {
  const body = new Uint8Array(readFileSync(path));
  const type = types[extname(path)] ?? 'application/octet-stream';
  return { body, type, packed: isText.test(type) ? packedFile(body) : null };
}
