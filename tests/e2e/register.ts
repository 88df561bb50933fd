import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { fieldOf, sayIn } from './words.ts';

const zh = sayIn.zh;
const duty = '/duty?rule=cn-ssl-2024%2Fsecrecy-body&subject=organisation-0000001';

export function testRegister({ program, browser }: Running, people: People): void {
  test('a fact recorded by hand meets the duty that asked for it', async () => {
    const { address } = program();
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh', session });
    await page.goto(duty);
    await page.locator('main .state', { hasText: zh['status.overdue'] }).first().waitFor();

    await page.goto('/register/appointment/new');
    await fieldOf(page, 'appointment', 'organisation').fill('organisation-0000001');
    await fieldOf(page, 'appointment', 'role').selectOption('secrecyBody');
    await fieldOf(page, 'appointment', 'appointedOn').fill('2026-11-20');
    await fieldOf(page, 'appointment', 'inWriting').selectOption('true');
    await page.getByRole('button', { name: zh['register.save'], exact: true }).click();
    await page.getByRole('button', { name: zh['register.correct'] }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    await page.goto(duty);
    // Not late: an earlier body was in force when the duty fell due (docs/decisions/0007).
    await page.locator('main .state').getByText(zh['status.met'], { exact: true }).first().waitFor();
    await page.getByRole('region', { name: zh['duty.evidence'] }).locator(`a[href$="/${id}"]`).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('a correction of what somebody else corrected meanwhile shows both and writes over neither', async () => {
    const { address } = program();
    const { session } = there(people.officer);
    const mine = await openWatched(browser(), { address, language: 'zh', session });
    await mine.page.goto('/register/post');
    await mine.page.locator('main a.row').first().click();
    const correct = mine.page.getByRole('button', { name: zh['register.correct'] });
    await correct.click();
    const title = fieldOf(mine.page, 'post', 'title');
    await title.fill('我写的岗位名称');
    await mine.page.getByLabel(zh['register.reason']).fill('更正名称');

    const other = await mine.context.newPage();
    await other.goto(new URL(mine.page.url()).pathname);
    await other.getByRole('button', { name: zh['register.correct'] }).click();
    await fieldOf(other, 'post', 'title').fill('别人写的岗位名称');
    await other.getByLabel(zh['register.reason']).fill('先更正');
    await other.getByRole('button', { name: zh['register.saveCorrection'] }).click();
    await other.getByRole('heading', { level: 1, name: '别人写的岗位名称' }).waitFor();

    mine.expectRefusal('register.correct', 409);
    await mine.page.getByRole('button', { name: zh['register.saveCorrection'] }).click();
    const both = mine.page.getByRole('group', { name: zh['register.stale'] });
    await both.waitFor();
    expect(await both.innerText()).toContain('我写的岗位名称');
    expect(await both.innerText()).toContain('别人写的岗位名称');
    await other.reload();
    await other.getByRole('heading', { level: 1, name: '别人写的岗位名称' }).waitFor();

    await mine.page.getByRole('button', { name: zh['register.keepMine'] }).click();
    await mine.page.getByRole('heading', { level: 1, name: '我写的岗位名称' }).waitFor();
    expect(mine.faults()).toEqual([]);
    await mine.context.close();
  });
}
