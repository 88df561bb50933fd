import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Session } from '../support/browser.ts';
import { totpCode } from '../support/totp-code.ts';

const password = 'eleven horses and a boat';

export type Person = {
  readonly login: string;
  totp: string | null;
  lastStep: number;
  /** Of signing up: what comes later goes on with it, as a code is good once and the next one has to be waited for. */
  session: Session;
};

const stepOfNow = (): number => Math.floor(Date.now() / 30_000);

/**
 * The code somebody's authenticator shows; each is good once, so that the next one is taken where this one was used. A code
 * more than one step ahead of the clock is not taken by the server (RFC 6238, 5.2): until then its owner waits, as people do.
 */
async function nextCode(person: Person): Promise<string> {
  const step = Math.max(stepOfNow(), person.lastStep + 1);
  await setTimeout(Math.max(0, (step - 1) * 30_000 - Date.now()));
  person.lastStep = step;
  return totpCode(person.totp ?? '', step * 30_000);
}

/**
 * Follows the link, sets a password and, for staff, one-time codes; ends on the page that comes after. `check`: how somebody is told the
 * code, where the link is one that another account made.
 */
export async function signUp(
  page: Page,
  link: string,
  login: string,
  staff: boolean,
  check?: (code: string) => Promise<void>,
): Promise<Person> {
  const person: Person = { login, totp: null, lastStep: 0, session: { cookies: [], origins: [] } };
  await page.goto(link);
  await page.locator('input[autocomplete="new-password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
  if (check !== undefined) {
    await check(await page.locator('main [role="status"] pre').innerText());
    await page.locator('main [role="status"] a').click();
    await page.locator('input[autocomplete="username"]').fill(login);
    await page.locator('input[autocomplete="current-password"]').fill(password);
    await page.locator('form button[type="submit"]').click();
  }
  if (staff) {
    await page.getByRole('button', { name: /动态验证码|One-time codes/ }).click();
    await page.locator('svg.qr').waitFor();
    await page.locator('details summary').click();
    person.totp = (await page.locator('details .code').innerText()).replaceAll(' ', '');
    await page.locator('input[autocomplete="one-time-code"]').fill(await nextCode(person));
    await page.locator('form button[type="submit"]').click();
    await page.locator('ul.codes li').first().waitFor();
    await page.getByRole('button', { name: /已经保存|I have kept/ }).click();
  }
  await page.locator('.shell-nav a').first().waitFor();
  person.session = await page.context().storageState();
  return person;
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(person.login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
  if (person.totp !== null) {
    await page.locator('input[autocomplete="one-time-code"]').fill(await nextCode(person));
    await page.locator('form button[type="submit"]').click();
  }
  await page.locator('.shell-nav a').first().waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /退出登录|Sign out/ }).click();
  await page.locator('input[autocomplete="current-password"]').waitFor();
}
