import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

export function testWays({ program, browser }: Running, people: People): void {
  test('one begins on Today; an address of the list as it was finds the list', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: zh['today.title'] }).waitFor();
    // Each figure counts what the list behind it shows.
    const figures = page.getByRole('navigation', { name: zh['today.open'] }).getByRole('link');
    await figures.first().waitFor();
    const said = await figures.locator('.figure-number').allInnerTexts();
    expect(said.some((number) => /\d/.test(number) && number !== '0')).toBe(true);
    for (const [at, number] of said.entries()) {
      // None, or fewer than are said.
      if (!/[1-9]/.test(number)) continue;
      await page.goto('/');
      await figures.nth(at).click();
      await page.getByText(new RegExp(`共${number}条`)).waitFor();
    }
    await page.goto('/?status=all&rule=cn-ssl-2024%2Fsecrecy-body');
    await page.getByRole('heading', { level: 1, name: zh['duties.title'] }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/duties');
    expect(new URL(page.url()).searchParams.get('rule')).toBe('cn-ssl-2024/secrecy-body');
    expect(await page.getByLabel(zh['duties.state']).inputValue()).toBe('all');
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('a page that cannot be read has a heading all the same', async () => {
    const { session } = there(people.officer);
    const { page, context } = await openWatched(browser(), { address: program().address, language: 'zh', session });
    const body = JSON.stringify({ status: 500, code: 'request.failed', title: '', titles: { zh: '不行', en: 'No' } });
    await page.route('**/api/law/settings*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
    );
    for (const path of ['/settings', '/settings/preDepartureLead']) {
      await page.goto(path);
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([zh['app.failed']]);
    }
    await context.close();
  });

  test('the keyboard alone: find a clause, open it, and go on reading at its heading', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    await page.goto('/');
    await page.locator('[data-duty]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('反间谍法 18');
    await page.getByRole('option', { name: /反间谍法第18条 条款$/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/law/cn-cel-2023/art-18');
    await page.locator('h1:focus').waitFor();
    expect(await page.title()).toContain(await page.locator('h1').innerText());
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: zh['keys.title'] }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.goto('/duties');
    await page.locator('[data-duty]').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.locator('[data-duty]:focus').waitFor();
    expect(
      await page.evaluate<number>(`[...document.querySelectorAll('[data-duty]')].indexOf(document.activeElement)`),
    ).toBe(1);
    expect(faults()).toEqual([]);
    await context.close();
  });
}
