import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { signUp } from './people.ts';
import { recordDoubles } from './record-doubles.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

export function testPersonActs(running: Running, people: People): void {
  const { program, browser } = running;
  const watched = (session?: Parameters<typeof openWatched>[1]['session']) =>
    openWatched(browser(), {
      address: program().address,
      language: 'zh',
      ...(session === undefined ? {} : { session }),
    });
  const said = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

  test('two entries of one person are merged by two people, and the merge is undone', async () => {
    const token = await recordDoubles(running.data, running.organisation());
    const officer = await watched(there(people.officer).session);
    await officer.page.goto('/people/doubles');
    await officer.page.locator('a.row', { hasText: '贺兰双双' }).click();
    await officer.page.getByRole('heading', { level: 1, name: zh['merges.compare'] }).waitFor();
    await officer.page.getByLabel(zh['acts.reason']).fill('同一人登记了两次');
    await officer.page.getByRole('button', { name: zh['merges.ask'] }).click();
    await said(officer.page, zh['merges.state.asked']);

    const second = await watched();
    await signUp(second.page, `${program().address}/enter#${token}`, 'second-counsel', true);
    await second.page.goto('/acts');
    const asked = second.page.getByRole('article', { name: /贺兰双双/ });
    await asked.getByRole('button', { name: zh['acts.confirm'] }).click();
    await said(second.page, zh['merges.noneForMe']);

    await officer.page.goto('/register/commitment/facts/double-signed');
    await officer.page.locator('a[href="/register/person/facts/double-1"]').waitFor();
    await officer.page.goto('/people/doubles');
    await officer.page.getByLabel(zh['merges.undoReason']).fill('原来是两个人');
    await officer.page.getByRole('button', { name: zh['merges.undo'] }).click();
    await said(officer.page, zh['merges.state.undone']);
    await officer.page.goto('/register/commitment/facts/double-signed');
    await officer.page.locator('a[href="/register/person/facts/double-2"]').waitFor();
    expect([officer.faults(), second.faults()]).toEqual([[], []]);
    await officer.context.close();
    await second.context.close();
  });

  test('a leaver is recorded with something open, which is then handed over', async () => {
    const { page, context, faults } = await watched(there(people.officer).session);
    await page.goto('/people/leaver-1');
    await page.getByRole('link', { name: zh['leaving.open.page'] }).click();
    await page.getByRole('heading', { level: 1, name: /慕容将离/ }).waitFor();
    await page.getByLabel(zh['leaving.decidedOn']).fill('2026-11-20');
    await page.getByLabel(zh['leaving.effectiveOn']).fill('2026-11-22');
    await page.getByRole('button', { name: zh['leaving.record'], exact: true }).click();
    const open = page.getByRole('region', { name: zh['leaving.open'] });
    const duty = open.locator('form', { hasText: zh['leaving.what.appointment'] });
    await duty.getByRole('combobox').fill('贺兰');
    await duty.getByRole('option', { name: /double-1/ }).click();
    await duty.getByRole('button', { name: zh['leaving.hand'] }).click();
    const handed = page.getByRole('region', { name: zh['leaving.handed'] });
    await handed.getByText(zh['leaving.handedTo'].replace('{name}', '贺兰双双')).waitFor();
    // Under a number, as a sheet to sign; the register of prints has it.
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: zh['forms.printDocx'] }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/^平安-\d{4}-\d{6} 离岗离职交接清单\.docx$/);
    await page.goto('/forms/prints');
    await page.locator('a.row', { hasText: '离岗离职交接清单' }).filter({ hasText: '慕容将离' }).waitFor();
    await page.goto('/people/leaving?all=true');
    await page.locator('a.row', { hasText: '慕容将离' }).waitFor();
    await page.goto('/people/leaver-1');
    await said(page, '2026年11月22日');
    expect(faults()).toEqual([]);
    await context.close();
  });
}
