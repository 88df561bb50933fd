import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialLine } from '@sallyport/core/law';
import { afterAll, expect, test } from 'vitest';
import { readInstalledLaw } from '../../modules/law/read-packs.ts';
import { consoleFiles } from './console-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shell = readFileSync(new URL('../../../../web/index.html', import.meta.url), 'utf8');
writeFileSync(join(folder, 'index.html'), shell);
const phone = officialLine(readInstalledLaw(), 'cn')?.phone ?? '';
const app = consoleFiles(folder, phone);

test.each(['/', '/sign-in', '/mine', '/acts', '/no-such-page'])(
  'the page at %s has the official line without its script, and tells the script',
  async (path) => {
    const text = await (await app.request(path)).text();
    expect(phone).toBe('12339');
    expect(text).toContain(`<meta name="official-line" content="${phone}" />`);
    expect(/<noscript>(.*?)<\/noscript>/.exec(text)?.[1]).toContain(phone);
    expect(text).not.toContain('__LINE__');
  },
);
