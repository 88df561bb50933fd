// Pictures of every page for people to look at one by one: `npm run screenshots`, `npm run screenshots -- duties law` for some of them.
// Each is taken in Chinese and English, as wide as a desk and as a telephone, light and dark, into screenshots/, which git does not keep.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sallyportWith } from '../../cli/sallyport.ts';
import { launchBrowser, openWatched, type Session } from '../../support/browser.ts';
import { makeDataFolder, type RunningProgram, startProgram } from '../../support/program.ts';
import { settled, speak } from '../look-over.ts';
import { type PageOf, pages, type Who } from '../pages.ts';
import { signUp } from '../people.ts';
import { recordDoubles } from '../record-doubles.ts';
import { morePages } from './more-pages.ts';
import { takePapers } from './papers.ts';
import { sheetsOf, type Taken } from './sheets.ts';

const folder = join(import.meta.dirname, '../../../screenshots');
const wanted = process.argv.slice(2);

async function signUpAll(program: RunningProgram, browser: Browser, second: string): Promise<Map<Who, Session>> {
  const { address, links } = program;
  const sessions = new Map<Who, Session>();
  for (const [who, link, staff] of [
    ['officer', links['security-officer'] ?? '', true],
    ['administrator', links['administrator'] ?? '', true],
    ['member', links['member'] ?? '', false],
    ['counsel', `${address}/enter#${second}`, true],
  ] as const) {
    const { page, context } = await openWatched(browser, { address, language: 'zh' });
    sessions.set(who, (await signUp(page, link, who === 'administrator' ? 'admin' : who, staff)).session);
    await context.close();
  }
  return sessions;
}

const nameOf = ({ who, path, opens }: PageOf, at: number): string => {
  const said = path.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
  return `${String(at + 1).padStart(3, '0')}-${who}-${said.slice(0, 60)}${opens === undefined ? '' : '-opened'}`;
};

/** One page eight times, or four where its address says its language; what was opened stays open. */
async function take(page: Page, one: PageOf, name: string): Promise<readonly Taken[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: one.openedAt ?? 1280, height: 900 });
  await page.goto(one.path);
  await settled(page);
  await one.opens?.(page);
  await settled(page);
  // What is fetched after the page: nobody wants a picture of what is still to come.
  await page.waitForLoadState('networkidle');
  const taken: Taken[] = [];
  const languages =
    one.console === false ? [one.path.includes('/en') ? ('en' as const) : ('zh' as const)] : (['zh', 'en'] as const);
  for (const language of languages) {
    if (one.console !== false) await speak(page, language);
    for (const width of [1280, 360])
      for (const scheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        const file = join(folder, `${name}-${language}-${width}-${scheme}.png`);
        // A dialog lies over what is in sight; the rest of the page is behind it.
        await page.screenshot({ path: file, fullPage: (await page.getByRole('dialog').count()) === 0 });
        taken.push({ language, width, scheme, file });
      }
  }
  return taken;
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'sheets'), { recursive: true });
  const { data, remove } = makeDataFolder();
  const [program, browser] = await Promise.all([startProgram(data), launchBrowser()]);
  try {
    const { stdout } = sallyportWith({ SALLYPORT_DATA: data }, 'journal', 'verify', '--json');
    const { logs } = JSON.parse(stdout) as { logs: { organisation: string }[] };
    const sessions = await signUpAll(program, browser, await recordDoubles(data, logs[0]?.organisation ?? ''));
    for (const who of ['nobody', 'officer', 'administrator', 'member', 'counsel'] as const) {
      const session = sessions.get(who);
      const { page, context } = await openWatched(browser, {
        address: program.address,
        language: 'zh',
        ...(session === undefined ? {} : { session }),
      });
      page.setDefaultTimeout(15_000);
      for (const [at, one] of [...pages, ...morePages].entries()) {
        if (one.who !== who) continue;
        const name = nameOf(one, at);
        if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
        const taken = await take(page, one, name).catch((error: unknown) => {
          console.error(`${name}: ${String(error).split('\n')[0]}`);
          return [];
        });
        await sheetsOf(taken, join(folder, 'sheets', name));
        console.log(name);
      }
      if (who === 'officer' && (wanted.length === 0 || wanted.includes('paper'))) await takePapers(page, folder);
      await context.close();
    }
  } finally {
    await browser.close();
    await program.stop();
    remove();
  }
}

await main();
