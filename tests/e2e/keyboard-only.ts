import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { fieldOf, sayIn } from './words.ts';

const zh = sayIn.zh;

/** As somebody without a mouse comes to a part of the page: by Tab, and no more often than they would. */
async function tabTo(page: Page, part: Locator, most = 60): Promise<void> {
  await part.first().waitFor();
  for (let times = 0; times < most; times += 1) {
    if (
      await part
        .first()
        .evaluate(
          (element: { ownerDocument: { activeElement: unknown } }) => element.ownerDocument.activeElement === element,
        )
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${await part.first().innerText()}`);
}

/** By the finder: Ctrl-K, a word, Enter. */
async function goBy(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('h1:focus').waitFor();
}

export function testKeyboardOnly({ program, browser }: Running, people: People): void {
  test('the keyboard alone: a duty and its reason, a fact recorded, a person opened', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    await page.goto('/');
    await page.locator('[data-duty]').first().waitFor();

    await goBy(page, zh['nav.duties'], zh['nav.duties']);
    await page.locator('[data-duty]').nth(1).waitFor();
    await page.keyboard.press('j');
    const title = await page.locator('[data-duty]:focus .row-title').innerText();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: title }).waitFor();
    const why = page.getByRole('region', { name: zh['duty.why'] });
    await why.locator('p').nth(1).waitFor();
    expect((await why.innerText()).length).toBeGreaterThan(20);

    await goBy(page, '机构和人员确定', '机构和人员确定');
    await tabTo(page, page.getByRole('link', { name: zh['register.add'].replace('{kind}', '机构和人员确定') }));
    await page.keyboard.press('Enter');
    await tabTo(page, fieldOf(page, 'appointment', 'organisation'));
    await page.keyboard.type('organisation-0000001');
    await page.keyboard.press('Escape');
    await tabTo(page, fieldOf(page, 'appointment', 'role'));
    await page.keyboard.type('值班联络人');
    await tabTo(page, fieldOf(page, 'appointment', 'appointedOn'));
    await page.keyboard.type('2026');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1120');
    await tabTo(page, fieldOf(page, 'appointment', 'inWriting'));
    await page.keyboard.type('是');
    await tabTo(page, page.getByRole('button', { name: zh['register.save'], exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: zh['register.correct'] }).waitFor();
    expect(await page.locator('main').innerText()).toContain('2026年11月20日');

    await goBy(page, '员工', zh['nav.people']);
    await page.locator('main a.row').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('巴特');
    await expect.poll(() => page.locator('main a.row').count()).toBeLessThan(20);
    await tabTo(page, page.locator('main a.row'));
    const name = await page.locator('a.row:focus .row-title').innerText();
    expect(name).toContain('巴特');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}
