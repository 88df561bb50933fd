import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { overSocket } from '../support/over-socket.ts';
import { signUp } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const house = 'organisation-0000001';

/** Two entries of one person and a leaver with something to hand over, and somebody who may sign second. */
async function setUp({ data }: Pick<Running, 'data'>, org: string): Promise<string> {
  const record = (kind: string, id: string, fields: object): Promise<unknown> =>
    overSocket(data, org, 'register.record', { kind, id, fields });
  const person = (id: string, name: string): Promise<unknown> =>
    record('person', id, {
      organisation: house,
      unit: 'unit-0000007',
      name,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
  await person('double-1', '贺兰双双');
  await person('double-2', '贺兰双双');
  await person('leaver-1', '慕容将离');
  await record('commitment', 'double-signed', { person: 'double-2', topic: 'secrecy', signedOn: '2024-02-01' });
  await record('appointment', 'leaver-duty', {
    organisation: house,
    person: 'leaver-1',
    role: 'dutyOfficer',
    appointedOn: '2025-01-01',
    inWriting: true,
  });
  const { token } = (await overSocket(data, org, 'identity.invite', {
    login: 'second-counsel',
    name: '法律顾问',
    person: null,
    roles: [{ role: 'counsel', unit: null }],
    link: 'first-sign-in',
    address: null,
  })) as { token: string };
  return token;
}

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
    const token = await setUp(running, running.organisation());
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
    await officer.page.getByRole('link', { name: /double-1/ }).waitFor();
    await officer.page.goto('/people/doubles');
    await officer.page.getByLabel(zh['merges.undoReason']).fill('原来是两个人');
    await officer.page.getByRole('button', { name: zh['merges.undo'] }).click();
    await said(officer.page, zh['merges.state.undone']);
    await officer.page.goto('/register/commitment/facts/double-signed');
    await officer.page.getByRole('link', { name: /double-2/ }).waitFor();
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
    await duty.getByRole('combobox', { name: zh['leaving.receiver'] }).or(duty.getByRole('textbox')).fill('double-1');
    await duty.getByRole('button', { name: zh['leaving.hand'] }).click();
    const handed = page.getByRole('region', { name: zh['leaving.handed'] });
    await handed.getByText(zh['leaving.handedTo'].replace('{name}', '贺兰双双')).waitFor();
    await page.goto('/people/leaver-1');
    await said(page, '2026年11月22日');
    expect(faults()).toEqual([]);
    await context.close();
  });
}
