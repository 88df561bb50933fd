// How long an officer with a slow phone looks at nothing: from opening the console to the first duty on the screen, signed in before.
import type { Browser } from 'playwright-core';
import { signUp } from '../../tests/e2e/people.ts';
import { launchBrowser, openWatched, type Session } from '../../tests/support/browser.ts';
import { makeDataFolder, startProgram } from '../../tests/support/program.ts';
import { figure } from '../support/row.ts';

/** A slow 4G line and a phone of the middle class, as Lighthouse throttles them: bytes a second, milliseconds, times slower than this machine. */
const line = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const slower = 4;
const runs = 5;

const folder = makeDataFolder();
const browser = await launchBrowser();
try {
  const program = await startProgram(folder.data);
  try {
    const session = await signedUp(browser, program.address, program.links['security-officer'] ?? '');
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await openTwice(browser, program.address, session));
    figure('slow phone: first visit, to the first duty', median(times.map(({ first }) => first)), 's', 'median of 5');
    figure('slow phone: later visit, to the first duty', median(times.map(({ later }) => later)), 's', 'median of 5');
  } finally {
    await program.stop();
  }
} finally {
  await browser.close();
  folder.remove();
}

async function signedUp(browser: Browser, address: string, link: string): Promise<Session> {
  const { page, context } = await openWatched(browser, { address, language: 'zh' });
  const { session } = await signUp(page, link, 'officer', true);
  await context.close();
  return session;
}

/** Each time in a browser that has never been there, and once more in the same one. */
async function openTwice(
  browser: Browser,
  address: string,
  session: Session,
): Promise<{ first: number; later: number }> {
  const { page, context } = await openWatched(browser, { address, language: 'zh', width: 360, session });
  const device = await context.newCDPSession(page);
  await device.send('Network.emulateNetworkConditions', line);
  await device.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const open = async (): Promise<number> => {
    const begun = performance.now();
    await page.goto('/');
    await page.locator('[data-duty]').first().waitFor();
    return (performance.now() - begun) / 1000;
  };
  const first = await open();
  const later = await open();
  await context.close();
  return { first, later };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
