import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type Person, signUp } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const clause = '/law/cn-cq-2023/trip-education';
const reason = '对照公报逐字核过';

/** In this order, as soon after signing up as may be: what two decide wants a proof of who is there that is ten minutes old at most. */
export function testTwoPersons({ program, browser }: Running, people: People): void {
  const as = (person: Person | undefined) =>
    openWatched(browser(), { address: program().address, language: 'zh', session: there(person).session });
  const hasSecond = async (): Promise<Person> => (people.counsel ??= await openCounsel());

  /** The administrator opens the account, the officer gives the role, and its owner signs up: three people, three sessions. */
  async function openCounsel(): Promise<Person> {
    const account = { login: 'counsel', name: '法务甲', person: null, roles: [] };
    const opened = await through(people.administrator, 'identity/invite', account);
    const given = { account: opened['account'], role: 'counsel', unit: null };
    await through(people.officer, 'identity/grant-role', given);
    const { page, context } = await openWatched(browser(), { address: program().address, language: 'zh' });
    const person = await signUp(page, `${program().address}/enter#${String(opened['token'])}`, 'counsel', true);
    await context.close();
    return person;
  }

  async function through(person: Person | undefined, path: string, input: object): Promise<Record<string, unknown>> {
    const { page, context } = await as(person);
    await page.goto('/mine');
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const request = JSON.stringify({ method: 'POST', headers, body: JSON.stringify(input) });
    const answer = await page.evaluate<Record<string, unknown>>(
      `fetch('/api/${path}', ${request}).then((response) => response.json())`,
    );
    await context.close();
    if ('code' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  }

  const confirm = async (page: Page, name: string): Promise<void> => {
    await page.goto('/acts');
    const act = page.getByRole('article', { name });
    await act.getByRole('button', { name: zh['acts.confirm'] }).click();
    await page.getByText(zh['acts.confirmed']).waitFor();
  };

  test('a clause confirmed by two people, with its file hashed here, and what rests on it listed', async () => {
    const second = await hasSecond();
    const { page, context, faults } = await as(people.officer);
    const uploads: string[] = [];
    page.on('request', (request) => void uploads.push(request.postData() ?? ''));
    await page.goto(clause);
    const rests = page.getByRole('region', { name: zh['law.rests'] });
    await rests.getByRole('link').first().waitFor();
    expect(await rests.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: zh['law.confirmOpen'] }).click();
    await page.getByLabel(zh['law.own.number']).fill('18');
    await page.getByLabel(zh['law.citation']).fill('重庆市人大常委会公报2023年第4号');
    await page.getByLabel(zh['law.textOn']).fill('2023-07-27');
    const text = { name: '条例.pdf', mimeType: 'application/pdf', buffer: Buffer.from('the text that was read') };
    await page.locator('main input[type="file"]').setInputFiles(text);
    await page.getByText(zh['law.hashedText'].replace('{file}', text.name)).waitFor();
    // As sha256sum has it of the same bytes.
    const hash = 'sha256:f784714e554badd12b1ab29e5d12a4b2cb04fc792cd91c78c5a842655917944b';
    expect(await page.getByLabel(zh['law.textHash']).inputValue()).toBe(hash);
    await page.getByLabel(zh['law.confirmReason']).fill(reason);
    await page.getByRole('button', { name: zh['law.confirmSend'] }).click();
    await page.getByRole('button', { name: zh['law.confirmSend'] }).waitFor({ state: 'detached' });
    expect(uploads.some((body) => body.includes('the text that was read'))).toBe(false);
    expect(faults()).toEqual([]);
    await context.close();

    const other = await as(second);
    await other.page.goto(clause);
    await other.page.getByText(zh['law.notConfirmed']).waitFor();
    await confirm(other.page, zh['identity.act.clause-confirmation']);
    await other.page.goto(clause);
    await other.page.getByText(zh['law.isConfirmed']).waitFor();
    expect(await other.page.locator('main').innerText()).toContain('法务甲');
    await other.page.goto('/law/cn-cq-2023');
    await other.page.getByText('1条，共29条').waitFor();
    expect(other.faults()).toEqual([]);
    await other.context.close();
  });

  test('a waiver is refused where the law allows none, and an override is done by two', async () => {
    const second = await hasSecond();
    const duty = '/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000017';
    const { page, context, faults } = await as(people.officer);
    await page.goto(duty);
    const section = page.getByRole('region', { name: zh['putOff.title'] });
    const [refused = ''] = zh['putOff.why.never-waived'].split('{');
    await section.getByText(refused).waitFor();
    expect(await section.getByRole('button', { name: zh['putOff.waiver'], exact: true }).count()).toBe(0);
    await section.getByRole('button', { name: zh['putOff.override'], exact: true }).click();
    await section.getByLabel(zh['putOff.reason']).fill('任务紧急，出境前已经口头提醒');
    await section.getByLabel(zh['putOff.until']).fill(await page.evaluate<string>(tomorrow));
    await section.getByRole('button', { name: zh['putOff.send'] }).click();
    await section.getByText(zh['putOff.waits.override'].split('，')[0] ?? '').waitFor();
    expect(faults()).toEqual([]);
    await context.close();

    const other = await as(second);
    await confirm(other.page, zh['identity.act.override']);
    expect(other.faults()).toEqual([]);
    await other.context.close();
    const again = await as(people.officer);
    await again.page.goto(duty);
    const decided = again.page.getByRole('region', { name: zh['putOff.title'] });
    await decided.getByText(zh['putOff.inForce'], { exact: true }).waitFor();
    // It goes on, and what was not done stays so.
    await again.page.locator('main .state').getByText(zh['status.missed'], { exact: true }).first().waitFor();
    expect(again.faults()).toEqual([]);
    await again.context.close();
  });

  test('what a setting does is looked at before it is decided, and then it holds', async () => {
    const { page, context, faults } = await as(people.officer);
    await page.goto('/law/impact?setting=loanMax');
    const value = page.getByLabel(zh['settings.value.days']);
    await value.fill('20');
    expect(await page.getByRole('button', { name: zh['settings.decide'] }).count()).toBe(0);
    await page.getByRole('button', { name: zh['settings.look'] }).click();
    await page.getByRole('region', { name: zh['settings.impact'] }).waitFor();
    await page.getByRole('button', { name: zh['settings.decide'] }).click();
    await page.getByRole('button', { name: zh['settings.decide'] }).waitFor({ state: 'detached' });
    await page.goto('/settings/loanMax');
    await page.getByText(zh['settings.amount.days'].replace('{value}', '20')).first().waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('the proof of an entry is computed here, and an answer that was tampered with is named', async () => {
    const { page, context, faults } = await as(people.officer);
    await page.goto('/journal');
    await page.locator('main a.row').nth(3).click();
    await page.getByText(zh['journal.holdsHere']).waitFor();
    await page.getByText(zh['journal.check.history-first']).waitFor();
    await page.reload();
    await page.getByText(zh['journal.check.history-holds']).waitFor();
    await page.route('**/api/journal/entry?*', async (route) => {
      const answer = await route.fetch();
      const entry = (await answer.json()) as { body: string };
      await route.fulfill({
        response: answer,
        json: { ...entry, body: entry.body.replace(/"action":"/, '"action":"x') },
      });
    });
    await page.reload();
    await page.getByText(zh['journal.check.inclusion-broken']).waitFor();
    await page.unroute('**/api/journal/entry?*');
    // As if the program had shown this device another journal before.
    await page.evaluate(`for (const key of Object.keys(localStorage).filter((one) => one.startsWith('sallyport-checkpoint'))) {
      const seen = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...seen, size: 2 }));
    }`);
    await page.reload();
    await page.getByText(zh['journal.check.history-fork']).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('people are found from everywhere by those who may see them', async () => {
    const { page, context, faults } = await as(people.officer);
    await page.goto('/people');
    const name = await page.locator('main a.row .row-title').first().innerText();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(name);
    await page
      .getByRole('option', { name: new RegExp(`${name}.*${zh['app.found.person']}`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}

/** The day after today where the browser is: later than today's at the seat by no more than one. */
const tomorrow = `new Date(Date.now() + 2 * 86400000).toISOString().slice(0, 10)`;
