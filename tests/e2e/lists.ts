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
    // While they are asked for there is none.
    await expect.poll(async () => [1, 2, 3, 4, 5].includes(await rows.count())).toBe(true);
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

  test('what is asked of the law, the journal and the settings is in the address: sent on, and gone back from', async () => {
    const { address } = program();
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh', session });
    const search = (): URLSearchParams => new URL(page.url()).searchParams;
    const stood = page.locator('main p[role="status"]');

    // The eve of the amended law: the day goes on to the instrument and the clause, and changes what is shown of both.
    await page.goto('/law/cn-cel-2023?on=2023-06-30&find=主体责任&sureness=text');
    expect(await page.getByRole('searchbox', { name: zh['law.find'] }).inputValue()).toBe('主体责任');
    await page
      .getByRole('status')
      .getByText(zh['law.stood.ahead'].split('时')[1] ?? '')
      .waitFor();
    await page.locator('main a.row').first().click();
    await page.waitForURL('**/law/cn-cel-2023/art-*');
    expect(search().get('on')).toBe('2023-06-30');
    await stood.waitFor();
    await page.getByLabel(zh['law.asOf']).fill('2023-07-01');
    await page
      .getByRole('status')
      .getByText(zh['law.stood.inForce'].split('时')[1] ?? '')
      .waitFor();
    await page.goBack();
    await page.waitForURL('**/law/cn-cel-2023?*');
    expect(await page.getByRole('searchbox', { name: zh['law.find'] }).inputValue()).toBe('主体责任');
    await page.getByLabel(zh['law.speaks']).selectOption('duty');
    await expect.poll(() => search().get('speaks')).toBe('duty');
    await page.goBack();
    await expect.poll(() => search().get('speaks')).toBeNull();
    expect(await page.getByLabel(zh['law.speaks']).inputValue()).toBe('');

    await page.goto('/journal?kind=person&number=person-0000003');
    expect(await page.getByLabel(zh['journal.numberOf']).inputValue()).toBe('person-0000003');
    await page.getByLabel(zh['journal.from']).fill('2099-01-01');
    await page.getByRole('button', { name: zh['journal.find'] }).click();
    await page.getByText(zh['journal.empty']).waitFor();
    expect(search().get('from')).toBe('2099-01-01');
    await page.goBack();
    await expect.poll(() => page.getByLabel(zh['journal.from']).inputValue()).toBe('');

    await page.goto('/settings?find=提前&on=2024-01-01');
    expect(await page.getByLabel(zh['settings.on']).inputValue()).toBe('2024-01-01');
    const titles = await page.locator('main a.row .row-title').allInnerTexts();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => !title.includes('提前'))).toEqual([]);
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('posts and kinds are looked through, a duty is found by the words of its rule; the keys go through every list', async () => {
    const { address } = program();
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh', session });
    const rows = page.locator('main a.row');
    await page.goto('/register/post');
    await rows.nth(5).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('工程师');
    await expect.poll(() => new URL(page.url()).searchParams.get('find')).toBe('工程师');
    await expect
      .poll(async () => new Set(await rows.locator('.row-title').allInnerTexts()))
      .toEqual(new Set(['工程师']));
    await page.locator('main input[type="search"]').blur();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /工程师/ }).waitFor();
    // Lists that nobody looks through by name are gone through all the same.
    for (const path of ['/law', '/settings', '/journal', '/register']) {
      await page.goto(path);
      await rows.nth(1).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await rows.nth(1).and(page.locator(':focus')).waitFor();
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('行前教育');
    await page
      .getByRole('option', { name: /行前教育.*应办事项/s })
      .first()
      .click();
    await page.waitForURL('**/duties?*rule=cn-cq-2023*');
    await page.locator('[data-duty]').first().waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}
