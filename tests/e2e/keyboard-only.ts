import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { fieldOf, sayIn } from './words.ts';

const zh = sayIn.zh;
/** Nobody is named for it in the demo. */
const duty = '/duty?rule=cn-dsl-2021%2Fimportant-data-officer&subject=organisation-0000001';

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

/** Down through the choices of a field, to the one that is wanted. */
async function choose(page: Page, kind: string, field: string, value: string): Promise<void> {
  const part = fieldOf(page, kind, field);
  for (let times = 0; times < 20; times += 1) {
    if ((await part.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no choice ${value} of ${field}`);
}

/** By the finder: Ctrl-K, a word, Enter. */
async function goBy(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: option }).waitFor();
}

export function testKeyboardOnly({ program, browser }: Running, people: People): void {
  test('the keyboard alone: a duty and its reason, a fact that meets one, a person opened', async () => {
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
    // The fields that suggest come a moment after the others.
    await page.locator('main input[aria-haspopup="listbox"]').nth(1).waitFor();
    await tabTo(page, fieldOf(page, 'appointment', 'organisation'));
    await page.keyboard.type('organisation-0000001');
    await page.keyboard.press('Escape');
    expect(await fieldOf(page, 'appointment', 'organisation').inputValue()).toBe('organisation-0000001');
    await tabTo(page, fieldOf(page, 'appointment', 'role'));
    await choose(page, 'appointment', 'role', 'importantDataOfficer');
    await tabTo(page, fieldOf(page, 'appointment', 'appointedOn'));
    // The browser of the tests draws a day in the order of its own language, whatever that of the page is.
    await page.keyboard.type('11202026');
    expect(await fieldOf(page, 'appointment', 'appointedOn').inputValue()).toBe('2026-11-20');
    await tabTo(page, fieldOf(page, 'appointment', 'inWriting'));
    await choose(page, 'appointment', 'inWriting', 'true');
    await tabTo(page, page.getByRole('button', { name: zh['register.save'], exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: zh['register.correct'] }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto(duty);
    await page.getByRole('region', { name: zh['duty.evidence'] }).locator(`a[href$="/${id}"]`).first().waitFor();

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
