import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { topicWords } from '../../packages/core/src/duties/index.ts';
import { openWatched } from '../support/browser.ts';
import { settled, speak } from './look-over.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

/** Of a sentence that says how many: its text around the numbers. */
const saying = (sentence: string): RegExp => new RegExp(sentence.replaceAll(/\{\w+\}/g, '([\\d,]+)'));

export function testDuties({ program, browser }: Running, people: People): void {
  test('an afternoon with the list of duties: limited, grouped, kept as a view, assigned and reminded in bulk, exported', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    const rows = page.locator('[data-duty]');
    const states = () => rows.locator('.state').allInnerTexts();
    await page.goto('/duties');
    await rows.first().waitFor();

    await page.getByLabel(zh['duties.state'], { exact: true }).selectOption('overdue');
    await expect.poll(async () => [...new Set(await states())]).toEqual([zh['status.overdue']]);
    await page.getByLabel(zh['duties.group'], { exact: true }).selectOption('rule');
    await page.locator('details.group').first().click();
    await rows.first().waitFor();
    // Under one heading there is one rule.
    expect(new Set(await rows.locator('.row-title').allInnerTexts()).size).toBe(1);

    await page.getByRole('button', { name: zh['duties.keepView'] }).click();
    await page.getByLabel(zh['duties.viewName']).fill('逾期，按规则');
    await page.getByRole('button', { name: zh['duties.keep'], exact: true }).click();
    const views = page.getByRole('navigation', { name: zh['duties.views'] });
    await views.getByRole('link', { name: '逾期，按规则' }).and(page.locator('[aria-current]')).waitFor();
    await page.goto('/duties');
    await views.getByRole('link', { name: '逾期，按规则' }).click();
    await expect.poll(() => new URL(page.url()).search).toMatch(/status=overdue/);
    await page.locator('details.group').first().waitFor();

    await page.getByLabel(zh['duties.group'], { exact: true }).selectOption('');
    for (const at of [0, 1, 2]) await page.locator('.row-mark input').nth(at).click();
    const bar = page.getByRole('region', { name: zh['duties.chosenBar'] });
    await bar.getByText(zh['duties.chosen'].replace('{count}', '3')).waitFor();
    await bar.getByRole('button', { name: zh['duties.assign'] }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('巴特');
    await dialog.getByRole('option').first().click();
    await dialog.getByRole('button', { name: zh['duties.assign'] }).click();
    const told = page.getByRole('status').filter({ hasText: saying(zh['duties.done.assign']) });
    await told.getByText(zh['duties.done.assign'].replace('{done}', '3')).waitFor();

    for (const at of [0, 1]) await page.locator('.row-mark input').nth(at).click();
    await bar.getByRole('button', { name: zh['duties.remind'] }).click();
    const reminded = page.getByRole('status').filter({ hasText: saying(zh['duties.done.remind']) });
    await reminded.waitFor();
    // Whoever has no address gets no letter: each that was passed over is named with its reason.
    await reminded.locator('summary').click();
    expect(await reminded.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining(zh['duties.why.no-address']),
      expect.stringContaining(zh['duties.why.no-address']),
    ]);

    await page.getByRole('button', { name: zh['ledgers.export'] }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: zh['ledgers.export'] }).getByRole('button', { name: 'CSV' }).click(),
    ]);
    const [head = '', ...ledger] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(head).toContain('应办事项,状态,期限');
    expect(new Set(ledger.map((row) => row.split(',')[2]))).toEqual(new Set([zh['status.overdue']]));
    expect(ledger.filter((row) => row.includes('巴特')).length).toBeGreaterThanOrEqual(3);

    await views.getByRole('link', { name: '逾期，按规则' }).click();
    await views.getByRole('button', { name: zh['duties.removeView'] }).click();
    await page.getByText(zh['duties.viewRemoved'].replace('{name}', '逾期，按规则')).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('what is under review is decided from Today in a dialog, and taken back', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    await page.goto('/');
    const row = page.getByRole('region', { name: zh['today.decide'] }).locator('[data-duty]').first();
    await row.click();
    const section = page.getByRole('region', { name: zh['review.title'], exact: true });
    await section.getByRole('button', { name: zh['review.decide'] }).click();
    const dialog = page.getByRole('dialog', { name: zh['review.decide'] });
    await dialog.getByRole('radio', { name: zh['review.incident'] }).check();
    await dialog.getByLabel(zh['review.clock']).waitFor();
    await dialog.getByRole('radio', { name: zh['review.dismissed'] }).check();
    await dialog.getByLabel(zh['putOff.reason']).fill('核对了登记和实物，是登记有误');
    await dialog.getByRole('button', { name: zh['review.send'] }).click();
    const state = page.locator('main .state').first();
    await state.getByText(zh['status.met'], { exact: true }).waitFor();
    await section.getByRole('button', { name: zh['review.withdraw'] }).click();
    await section.getByLabel(zh['putOff.reason']).fill('需要另一人核查');
    await section.getByRole('button', { name: zh['review.withdrawConfirm'], exact: true }).click();
    await state.getByText(zh['status.review'], { exact: true }).waitFor();
    await section.getByRole('button', { name: zh['review.decide'] }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test.each(['zh', 'en'] as const)(
    'why a duty is there, as a tree that the keyboard opens down to the record that was read: %s',
    async (language) => {
      const { session } = there(people.officer);
      const { page, context, faults } = await openWatched(browser(), {
        address: program().address,
        language: 'zh',
        session,
      });
      const say = sayIn[language];
      await page.goto('/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000002');
      await settled(page);
      await speak(page, language);
      const why = page.getByRole('region', { name: say['duty.why'] });
      const deadline = why.locator('.because > li').filter({ hasText: topicWords.deadline[language] });
      await deadline.waitFor();
      // Each topic stands open; what it rests on is opened line by line.
      const reason = deadline.locator('ul > li > details').first();
      const record = reason.getByRole('link', { name: 'trip-0000002' }).first();
      await expect.poll(() => record.isVisible()).toBe(false);
      await reason.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      const field = reason.locator('details').first();
      await field.locator('summary').first().focus();
      await page.keyboard.press('Space');
      await record.waitFor();
      await page.keyboard.press('Space');
      await record.waitFor({ state: 'hidden' });
      await why.getByRole('button', { name: say['duty.openAll'] }).click();
      expect(await why.locator('details:not([open])').count()).toBe(0);
      await why.getByRole('button', { name: say['duty.closeAll'] }).click();
      expect(await why.locator('details[open]').count()).toBe(0);
      await why.getByRole('button', { name: say['duty.openAll'] }).click();
      await record.click();
      await expect.poll(() => new URL(page.url()).pathname).toBe('/register/trip/facts/trip-0000002');
      expect(faults()).toEqual([]);
      await context.close();
    },
  );
}
