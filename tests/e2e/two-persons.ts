import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { overSocket } from '../support/over-socket.ts';
import { type Person, signUp } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const { zh, en } = sayIn;
const clause = '/law/cn-cq-2023/trip-education';
const reason = '对照公报逐字核过';

/** In this order, as soon after signing up as may be: what two decide wants a proof of who is there that is ten minutes old at most. */
export function testTwoPersons({ program, browser, data, organisation }: Running, people: People): void {
  const as = (person: Person | undefined) =>
    openWatched(browser(), { address: program().address, language: 'zh', session: there(person).session });
  const hasSecond = async (): Promise<Person> => (people.counsel ??= await openCounsel());
  let counsel = '';

  /** The administrator opens the account, the officer gives the role, and its owner signs up: three people, three sessions. */
  async function openCounsel(): Promise<Person> {
    const account = { login: 'counsel', name: '法务甲', person: null, roles: [] };
    const opened = await through(people.administrator, 'identity/invite', account);
    counsel = String(opened['account']);
    const given = { account: counsel, role: 'counsel', unit: null };
    await through(people.officer, 'identity/grant-role', given);
    const { page, context } = await openWatched(browser(), { address: program().address, language: 'zh' });
    const link = `${program().address}/enter#${String(opened['token'])}`;
    const person = await signUp(page, link, 'counsel', true, async (code) => {
      const officer = await as(people.officer);
      await officer.page.goto('/acts');
      await officer.page.getByLabel(zh['acts.check']).fill(code);
      await confirm(officer.page, zh['identity.act.identity-check']);
      await officer.context.close();
    });
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

  /** A journey of the member alone, handed in. */
  async function handInTo(place: string): Promise<void> {
    const { page, context } = await as(people.member);
    await page.goto('/mine');
    const me = await page.evaluate<{ person: string }>(`fetch('/api/identity/me').then((response) => response.json())`);
    await context.close();
    const bare = { host: null, arrivesOn: null, leavesOn: null, zone: null, hostKind: null, meetings: null };
    const dates = { departsOn: '2030-03-04', returnsOn: '2030-03-08' };
    const plan = { purpose: '参加会议', legs: [{ place, ...bare }], items: [], communications: null, ...dates };
    const travellers = [{ person: me.person, leader: false }];
    const given = { kind: 'official', emergency: false, unit: null, plan, travellers };
    const { trip } = await through(people.member, 'trips/draft', given);
    await through(people.member, 'trips/submit', { trip, version: 2 });
  }

  const confirm = async (page: Page, name: string): Promise<void> => {
    if (!page.url().endsWith('/acts')) await page.goto('/acts');
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

  test('whose account others are about to recover sees it at the head of every page, and stops it there', async () => {
    const { page, context, faults } = await as(await hasSecond());
    const banner = page.getByRole('alert').filter({ hasText: zh['signIn.recovered'] });
    await page.goto('/settings');
    await page.getByRole('heading', { level: 1, name: zh['settings.title'] }).waitFor();
    expect(await banner.count()).toBe(0);
    // Asked for is enough: nobody has confirmed it yet.
    await through(people.administrator, 'identity/ask-recovery', { account: counsel, reason: '本人来电说手机丢了' });
    for (const path of ['/settings', '/mine']) {
      await page.goto(path);
      await banner.waitFor();
    }
    await banner.getByRole('button', { name: zh['signIn.recoveredStop'] }).click();
    await banner.waitFor({ state: 'detached' });
    await page.goto('/settings');
    await page.getByRole('heading', { level: 1, name: zh['settings.title'] }).waitFor();
    expect(await banner.count()).toBe(0);
    expect(faults()).toEqual([]);
    await context.close();
    // What was stopped waits for nobody.
    const officer = await as(people.officer);
    await officer.page.goto('/acts');
    await officer.page.getByRole('heading', { level: 1, name: zh['acts.title'] }).waitFor();
    await officer.page.getByText(zh['acts.noneForMe']).waitFor();
    await officer.context.close();
  });

  test('an advisory is put in force by two, acknowledged by who travels there, and the briefing is signed by both', async () => {
    const second = await hasSecond();
    const { page, context, faults } = await as(people.officer);
    await page.goto('/advisories');
    await page.getByRole('link', { name: zh['advisory.new'] }).click();
    await page.getByRole('textbox', { name: zh['advisory.places'] }).fill('雷克雅未克');
    await page.getByLabel(zh['advisory.risk.devices']).selectOption('high');
    await page.getByLabel(zh['advisory.said']).fill('酒店有人设置同名热点。用移动网络和单位的加密连接。');
    await page.getByLabel(zh['advisory.source']).fill('领事服务网站提醒');
    await page.getByLabel(zh['advisory.until']).fill(await page.evaluate<string>(tomorrow));
    await page.getByLabel(zh['advisory.reason']).fill('根据领事提醒更新');
    await page.getByRole('button', { name: zh['advisory.send'] }).click();
    await page.getByText(zh['advisory.waits'], { exact: true }).waitFor();
    expect(faults()).toEqual([]);

    await handInTo('雷克雅未克');
    const other = await as(second);
    await confirm(other.page, zh['identity.act.advisory']);
    await other.context.close();

    // The member reads English.
    const goer = await as(people.member);
    await goer.page.goto('/mine');
    await goer.page.getByRole('region', { name: en['advisory.notices'] }).getByRole('link').first().click();
    const here = goer.page.getByRole('region', { name: en['advisory.ofTrip'] });
    await here.getByText(en['advisory.change.published']).waitFor();
    await here.getByRole('button', { name: en['advisory.acknowledge'] }).click();
    await here.getByRole('button').waitFor({ state: 'detached' });
    await goer.page.getByRole('region', { name: en['briefing.title'] }).getByRole('link').click();
    await goer.page.getByText(en['briefing.readFirst']).waitFor();
    const briefing = goer.page.url();
    await goer.page.getByRole('region', { name: en['briefing.blocks'] }).getByRole('link').first().click();
    // Each block leads to the next, and the last one back.
    for (let at = 0; at < 30 && goer.page.url() !== briefing; at++) {
      const from = goer.page.url();
      await goer.page.getByRole('button', { name: en['briefing.acknowledge'] }).click();
      await goer.page.waitForURL((url) => url.href !== from);
    }
    const asked = goer.page.getByRole('region', { name: en['briefing.questions'] });
    await asked.getByRole('radio').first().waitFor();
    for (const question of await asked.locator('fieldset').all()) await question.getByRole('radio').first().check();
    await asked.getByRole('button', { name: en['briefing.answer'] }).click();
    await asked.getByText(en['education.isRight']).first().waitFor();
    await goer.page.getByRole('button', { name: en['briefing.sign'] }).click();
    await goer.page.getByRole('button', { name: en['briefing.sign'] }).waitFor({ state: 'detached' });
    expect(goer.faults()).toEqual([]);
    await goer.context.close();

    await page.goto(briefing);
    await page.getByRole('button', { name: zh['briefing.hold'] }).click();
    await page
      .getByText((zh['briefing.held'].split('{')[0] ?? '').trim())
      .first()
      .waitFor();
    expect(faults()).toEqual([]);
    await context.close();
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
    const day = await page.getByLabel(zh['settings.fromDay']).inputValue();
    // Lent on the first day for which the setting counts; whatever was lent before is returned by the days of then.
    const lent = { copy: 'copy-0000002', kind: 'loan', plannedOn: day, movedOn: day };
    await overSocket(data, organisation(), 'register.record', { kind: 'movement', id: 'lent-now', fields: lent });
    const due = (days: number): string =>
      zh['settings.side'].replace('{status}', zh['status.pending']).replace('{due}', dayAfter(day, days));
    const impact = page.getByRole('region', { name: zh['settings.impact'] });
    const look = async (days: number): Promise<{ figures: string[]; lines: string[] }> => {
      await page.getByLabel(zh['settings.value.days']).fill(String(days));
      expect(await page.getByRole('button', { name: zh['settings.decide'] }).count()).toBe(0);
      await page.getByRole('button', { name: zh['settings.look'] }).click();
      await page.getByRole('button', { name: zh['settings.decide'] }).and(page.locator(':enabled')).waitFor();
      return {
        figures: await impact.locator('.figure-number').allInnerTexts(),
        lines: await impact.locator('a.row .row-more > span:first-child').allInnerTexts(),
      };
    };
    // As it is now nothing would change; with fewer days exactly this loan is due earlier, and by as many.
    expect(await look(30)).toEqual({ figures: ['0', '0', '0'], lines: [] });
    expect(await look(20)).toEqual({ figures: ['0', '0', '1'], lines: [`${due(30)} → ${due(20)}`] });
    expect(await impact.locator('a.row').getAttribute('href')).toContain('subject=lent-now');
    await page.getByRole('button', { name: zh['settings.decide'] }).click();
    await page.getByRole('button', { name: zh['settings.decide'] }).waitFor({ state: 'detached' });
    await page.goto('/settings/loanMax');
    await page.getByText(zh['settings.amount.days'].replace('{value}', '20')).first().waitFor();
    // What was shown is what came of it.
    await page.goto('/duty?rule=cn-ssir-2024%2Floan-returned&subject=lent-now');
    const facts = page.getByRole('region', { name: zh['duty.facts'] });
    // All duties of the organisation are computed anew behind it.
    const shown = async (): Promise<string> => {
      await page.reload();
      await facts.waitFor();
      return facts.innerText();
    };
    await expect.poll(shown, { timeout: 25_000 }).toContain(dayAfter(day, 20));
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

const dayAfter = (day: string, days: number): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day) + days * 86_400_000);
