import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('There is no Chromium: apt-get install chromium fonts-noto-cjk');
  return chromium.launch({
    executablePath,
    // As root Chromium has no sandbox of its own; nothing but our own pages is opened.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** What a browser keeps of somebody who signed in. */
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page whose every fault is written down. */
export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, violations of the content policy, requests to another host: since this was asked last. */
  readonly faults: () => string[];
  /** A refusal that the test provokes; the browser writes each into its console. */
  readonly expectRefusal: (name: string, status: number) => void;
};

type Options = {
  readonly address: string;
  readonly language: 'zh' | 'en';
  readonly width?: number;
  /** Somebody who has signed in before. */
  readonly session?: Session;
  /** Other hosts that the test sends the browser to. */
  readonly alsoAt?: readonly string[];
};

export async function openWatched(browser: Browser, options: Options): Promise<Watched> {
  const { address, language, width = 1280, session, alsoAt = [] } = options;
  const context = await browser.newContext({
    baseURL: address,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height: 900 },
    // Not that of the seat: what is shown must not depend on it.
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    ...(session === undefined ? {} : { storageState: session }),
  });
  await context.addInitScript({
    content: `document.addEventListener('securitypolicyviolation', (event) =>
      console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));`,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const found: string[] = [];
  const expected: { readonly path: string; readonly status: number }[] = [];
  const isElsewhere = (url: string): boolean => alsoAt.some((other) => url.startsWith(other));
  page.on('console', (message) => {
    if (message.type() !== 'error' || isElsewhere(message.location().url) || isElsewhere(page.url())) return;
    const said = `${message.text()} (${message.location().url.replace(address, '')})`;
    const known = expected.findIndex(
      ({ path, status }) => said.includes(`status of ${status} `) && said.includes(path),
    );
    if (known >= 0) expected.splice(known, 1);
    else found.push(said);
  });
  page.on('pageerror', (error) => found.push(error.stack ?? error.message));
  page.on('request', (request) => {
    // What the pages of others load is their affair.
    if (isElsewhere(page.url())) return;
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url) && !isElsewhere(url)) found.push(`asks ${url}`);
  });
  return {
    page,
    context,
    faults: () => [...found.splice(0), ...expected.splice(0).map(({ path }) => `never refused: ${path}`)],
    expectRefusal: (name, status) => void expected.push({ path: `/api/${name.replace('.', '/')}`, status }),
  };
}
