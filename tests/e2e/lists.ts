import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { signIn } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

export function testLists({ program, browser }: Running, people: People): void {
  test('somebody is found by two characters of the name and opened by the keyboard alone', async () => {
    const { address } = program();
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh' });
    await page.goto('/people');
    await signIn(page, there(people.officer));
    const rows = page.locator('main a.row');
    await rows.nth(20).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('巴特');
    await expect.poll(() => rows.count()).toBeLessThan(20);
    const names = await rows.locator('.row-title').allInnerTexts();
    expect(names.filter((name) => !name.includes('巴特'))).toEqual([]);
    await page.getByRole('button', { name: zh['ledgers.export'] }).click();
    const forms = page.getByRole('group', { name: zh['ledgers.export'] });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      forms.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^人员台账 \d{8}-[0-9A-F]{6}\.csv$/);
    const [, ...ledger] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(ledger.map((row) => row.split(',')[1])).toEqual(names);
    await page.getByRole('button', { name: zh['ledgers.close'] }).click();
    await page.getByLabel(zh['people.search'], { exact: true }).blur();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: names[0] ?? '' }).waitFor();
    await page.getByRole('region', { name: zh['people.posts'] }).waitFor();

    await page.goto('/units');
    await rows.first().waitFor();
    await page.goto('/branches');
    await page.getByRole('heading', { level: 1, name: zh['branches.title'] }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}
