import { Buffer } from 'node:buffer';
import { formatDay } from '@sallyport/core/calendar';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Started, start } from '../../packages/server/src/main.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { launchBrowser, openWatched, type Session } from '../support/browser.ts';
import { organisationFlags } from '../support/organisation.ts';
import { makeDataFolder } from '../support/program.ts';
import { signUp } from './people.ts';
import { type Key, type Language, sayIn } from './words.ts';

const { data, remove } = makeDataFolder();
let program: Started;
let browser: Browser;
let org: string;

const today = Math.floor(Date.now() / 86_400_000);
const inDays = (days: number): string => formatDay(today + days);
const run = async (name: string, input: object): Promise<unknown> =>
  (await program.opened.runNamed(name, [input], machine(org)))[0];

const people = { ada: '欧阳出行', ben: '司徒同行', cai: '诸葛同往', dan: '公孙负责', eve: '尉迟副职', han: '上官专责' };
const roles = { ada: 'member', dan: 'approver', eve: 'approver', han: 'security-officer' } as const;
type Who = keyof typeof roles;
/** Whoever signed up once goes on with that session: a code is good once, and the next one has to be waited for. */
const sessions = new Map<Who, Session>();

/** An organisation in China that asks the lead of a unit; ada bears secrets, so that law asks three bodies more. */
async function furnish(): Promise<void> {
  const record = (kind: string, id: string, fields: object) => run('register.import', { kind, id, fields });
  await record('organisation', 'house', {
    name: '示例研究院',
    seat: 'cn',
    region: 'cq',
    establishedOn: '2001-05-01',
    ...organisationFlags,
  });
  const organisation = 'house';
  for (const [id, name] of Object.entries(people)) {
    await record('person', id, { organisation, name, standing: 'employee', joinedOn: '2021-03-01' });
    const taught = { person: id, topic: 'pre-departure', completedOn: inDays(-10) };
    await record('completion', `taught-${id}`, taught);
  }
  const plain = { foreignFacing: false, keySecurityPost: false, publicStaff: false };
  await record('post', 'secret', {
    organisation,
    title: '课题负责人',
    secretClass: 'general',
    createdOn: '2020-01-01',
    ...plain,
  });
  await record('setting', 'lead', { organisation, name: 'unitLeadApproval', value: '1', fromDay: inDays(-30) });
  for (const [role, person, deputy] of [
    ['unitLead', 'dan', false],
    ['unitLead', 'eve', true],
    ['secrecyBody', 'dan', false],
    ['personnelBody', 'dan', false],
    ['authority', 'dan', false],
  ] as const)
    await run('trips.name-holder', { role, unit: null, person, deputy, from: inDays(-30), until: null });
}

beforeAll(async () => {
  const config = { ...readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' }), port: 0 };
  [program, browser] = await Promise.all([start({ config, demo: null }), launchBrowser()]);
  org = program.tenants[0]?.org ?? '';
  await furnish();
  for (const [login, role] of Object.entries(roles) as [Who, (typeof roles)[Who]][]) {
    const account = { login, name: people[login], person: login, roles: [{ role, unit: null }], link: 'first-sign-in' };
    const { token } = (await run('identity.invite', account)) as { token: string };
    const { page, context } = await openWatched(browser, { address: program.address, language: 'zh' });
    const { session } = await signUp(page, `${program.address}/enter#${token}`, login, role !== 'member');
    // Not what the browser remembers of the console: each journey has its own language.
    sessions.set(login, { ...session, origins: [] });
    await context.close();
  }
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  remove();
});

/** A journey in one language: pages by who looks at them, and what the console says to them. */
function journey(language: Language) {
  const opened: Awaited<ReturnType<typeof openWatched>>[] = [];
  const say = sayIn[language];
  return {
    say,
    async as(who: Who, path: string): Promise<Page> {
      const session = sessions.get(who);
      const one = await openWatched(browser, {
        address: program.address,
        language,
        ...(session === undefined ? {} : { session }),
      });
      opened.push(one);
      await one.page.goto(path);
      return one.page;
    },
    /** Nothing went wrong on any page: no error, no violation of the content policy, no request to another host. */
    async close(): Promise<void> {
      for (const { faults, context } of opened.splice(0)) {
        expect(faults()).toEqual([]);
        await context.close();
      }
    },
  };
}
type Journey = ReturnType<typeof journey>;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) =>
  page.getByLabel(new RegExp(`^${name.replaceAll(/[()（）]/g, '.')}( \\*)?$`));
/** The state in the head of the page. */
const state = (page: Page, { say }: Journey, key: Key) =>
  page.locator('h1 + div').getByText(say[key], { exact: true }).waitFor();
const waitsAt = (page: Page, { say }: Journey): Promise<string[]> =>
  page
    .locator('.row', { has: page.locator('.state', { hasText: say['trip.waits'] }) })
    .locator('.row-title')
    .allInnerTexts();

async function fillPlan(page: Page, { say }: Journey, place: string): Promise<void> {
  await field(page, say['trip.purpose']).fill('参加学术会议');
  await field(page, say['trip.departsOn']).fill(inDays(20));
  await field(page, say['trip.returnsOn']).fill(inDays(26));
  await field(page, say['trip.place']).first().fill(place);
}

async function draft(page: Page, told: Journey): Promise<string> {
  await button(page, told.say['trip.saveDraft']);
  await page.waitForURL(/\/trips\/(?!new)[^/]+$/);
  return new URL(page.url()).pathname;
}

/** An act that asks for a reason, or for nothing: pressed, filled in, and pressed again. */
async function act(page: Page, { say }: Journey, name: Key, why?: string): Promise<void> {
  await button(page, say[name]);
  if (why !== undefined) await field(page, say['trip.why']).fill(why);
  await page.locator('form').getByRole('button', { name: say[name], exact: true }).click();
}

async function decide(
  page: Page,
  { say }: Journey,
  role: Key,
  chosen?: { verdict: Key; reason: Key; why: string },
): Promise<void> {
  const region = page.getByRole('region', { name: say['trip.decideAs'].replace('{role}', say[role]) });
  if (chosen !== undefined) {
    await region.getByLabel(say['trip.verdict']).selectOption({ label: say[chosen.verdict] });
    await region.locator('select').nth(1).selectOption({ label: say[chosen.reason] });
    await region.locator('textarea').first().fill(chosen.why);
  }
  await region.getByRole('button', { name: say['trip.decide'] }).click();
  await region.waitFor({ state: 'detached' });
}

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//somebody//calendar//EN',
  'BEGIN:VEVENT',
  'UID:1',
  `DTSTART;VALUE=DATE:${inDays(20).replaceAll('-', '')}`,
  `DTEND;VALUE=DATE:${inDays(27).replaceAll('-', '')}`,
  'LOCATION:奥斯陆',
  'ATTENDEE:mailto:somebody@example.org',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a group of three, from the invitation to cleared', async () => {
  const told = journey('zh');
  const { say } = told;
  const page = await told.as('han', '/trips/new');
  for (const [at, name] of [people.ben, people.cai, people.eve].entries()) {
    if (at > 0) await button(page, say['trip.addGoer']);
    const label =
      at === 0
        ? new RegExp(`^(${say['trip.leader']}|${say['trip.goer'].replace('{number}', '1')})`)
        : new RegExp(`^${say['trip.goer'].replace('{number}', String(at + 1))}`);
    await page.getByRole('combobox', { name: label }).fill(name);
    await page.getByRole('option', { name }).first().click();
  }
  await field(page, say['trip.purpose']).fill('参加学术会议');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'trip.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) });
  await button(page, say['trip.takeLegs'].replace('{count}', '1'));
  expect(await field(page, say['trip.place']).first().inputValue()).toBe('奥斯陆');
  expect(await field(page, say['trip.departsOn']).inputValue()).toBe(inDays(20));
  const path = await draft(page, told);
  await page
    .getByRole('region', { name: say['trip.papers'] })
    .locator('input[type="file"]')
    .setInputFiles({ name: '邀请函.txt', mimeType: 'text/plain', buffer: Buffer.from('谨邀请贵方三人') });
  await page.getByRole('link', { name: '邀请函.txt' }).waitFor();
  await act(page, told, 'trip.do.submit');
  await state(page, told, 'trip.state.submitted');

  const lead = await told.as('dan', path);
  const [letter] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('link', { name: '邀请函.txt' }).click(),
  ]);
  expect(letter.suggestedFilename()).toBe('邀请函.txt');
  await decide(lead, told, 'trip.role.unitLead');

  await page.reload();
  await act(page, told, 'trip.do.clear');
  await state(page, told, 'trip.state.cleared');
  await told.close();
}, 120_000);

test('who travels: the field waits for the name it holds, keeps what is typed, and takes a whole name', async () => {
  const told = journey('en');
  const { say } = told;
  const page = await told.as('han', '/trips');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/register/names?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/trips/new');
  const goer = page.getByRole('combobox', { name: say['trip.goer'].replace('{number}', '1') });
  await goer.waitFor();
  expect(await goer.isEditable()).toBe(false);
  expect(await goer.inputValue()).toBe('');
  answer();
  await expect.poll(() => goer.isEditable()).toBe(true);
  expect(await goer.inputValue()).toBe(people.han);

  await button(page, say['trip.addGoer']);
  const second = page.getByRole('combobox', { name: say['trip.goer'].replace('{number}', '2') });
  await second.fill('同行');
  await page.getByRole('option', { name: people.ben }).waitFor();
  await second.press('Tab');
  await page.getByText(say['list.chooseOne']).waitFor();
  expect(await second.inputValue()).toBe('同行');
  // Nobody was chosen, so the plan is not handed in without them.
  await fillPlan(page, told, 'Oslo');
  await button(page, say['trip.saveDraft']);
  expect(await page.locator('main input:invalid').count()).toBe(1);
  await second.fill(people.ben);
  await page.getByRole('option', { name: people.ben }).waitFor();
  await second.press('Tab');
  expect(await second.inputValue()).toBe(people.ben);
  expect(await page.locator('main input:invalid').count()).toBe(0);
  await draft(page, told);
  await page.getByRole('region', { name: say['trip.goers'] }).getByText(people.ben, { exact: true }).waitFor();
  await told.close();
}, 60_000);

test('an official trip whose country changes after approval goes back to the steps that look at it', async () => {
  await run('register.import', {
    kind: 'assignment',
    id: 'held',
    fields: { person: 'ada', post: 'secret', organisation: 'house', decidedOn: inDays(-60), startsOn: inDays(-60) },
  });
  const told = journey('en');
  const { say } = told;
  const page = await told.as('ada', '/trips/new');
  await fillPlan(page, told, 'Oslo');
  await button(page, say['trip.addItem']);
  await field(page, say['trip.itemAbout']).fill('laptop on loan');
  const path = await draft(page, told);
  await act(page, told, 'trip.do.submit');
  await state(page, told, 'trip.state.submitted');

  const decider = await told.as('dan', path);
  for (const role of ['unitLead', 'secrecyBody', 'personnelBody', 'authority'] as const)
    await decide(decider, told, `trip.role.${role}`);
  await page.reload();
  await state(page, told, 'trip.state.preparing');

  // What is carried is looked at by one of them only.
  await button(page, say['trip.do.change']);
  await field(page, say['trip.itemAbout']).fill('laptop and camera');
  await button(page, say['trip.saveChange']);
  await state(page, told, 'trip.state.under-review');
  expect(await waitsAt(page, told)).toEqual([expect.stringContaining(say['trip.role.secrecyBody'])]);
  await decider.reload();
  await decide(decider, told, 'trip.role.secrecyBody');
  await page.reload();
  await state(page, told, 'trip.state.preparing');

  await button(page, say['trip.do.change']);
  await field(page, say['trip.place']).first().fill('Rome');
  await button(page, say['trip.saveChange']);
  await state(page, told, 'trip.state.submitted');
  expect(await waitsAt(page, told)).toEqual([expect.stringContaining(say['trip.role.unitLead'])]);
  await run('register.withdraw', { kind: 'assignment', id: 'held', version: 1, reason: '示例' });
  await told.close();
}, 120_000);

test('in an emergency notice comes first, and the trip is handed in from abroad', async () => {
  const told = journey('zh');
  const page = await told.as('ada', '/trips/new');
  await page.getByLabel(told.say['trip.isEmergency']).check();
  await fillPlan(page, told, '曼谷');
  await draft(page, told);
  await act(page, told, 'trip.do.give-notice');
  await state(page, told, 'trip.state.emergency');
  await act(page, told, 'trip.do.depart');
  await state(page, told, 'trip.state.abroad');
  await act(page, told, 'trip.do.submit');
  const trail = page.getByRole('region', { name: told.say['trip.trail'] });
  await trail.getByText(told.say['trip.act.submit'], { exact: true }).first().waitFor();
  expect(await page.locator('h1 + div').innerText()).not.toContain(told.say['trip.state.draft']);
  await told.close();
}, 60_000);

test('a cancelled trip is revived and handed in again', async () => {
  const told = journey('zh');
  const page = await told.as('ada', '/trips/new');
  await fillPlan(page, told, '奥斯陆');
  await draft(page, told);
  await act(page, told, 'trip.do.cancel', '会议取消');
  await state(page, told, 'trip.state.cancelled');
  await act(page, told, 'trip.do.revive');
  await state(page, told, 'trip.state.draft');
  await act(page, told, 'trip.do.submit');
  await state(page, told, 'trip.state.submitted');
  // The register shows what it consists of, and leads to where it is changed.
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const officer = await told.as('han', `/register/trip/facts/${id}`);
  await officer.getByText(told.say['register.inTrip']).waitFor();
  expect(await officer.getByRole('button', { name: told.say['register.correct'] }).count()).toBe(0);
  await officer.getByRole('link', { name: told.say['register.openTrip'] }).click();
  await state(officer, told, 'trip.state.submitted');
  await told.close();
}, 60_000);

test('a refused trip is appealed against, and somebody else hears it', async () => {
  const told = journey('zh');
  const page = await told.as('ada', '/trips/new');
  await fillPlan(page, told, '奥斯陆');
  const path = await draft(page, told);
  await act(page, told, 'trip.do.submit');
  const lead = await told.as('dan', path);
  const refusal = {
    verdict: 'trip.verdict.refused',
    reason: 'trip.reason.dates-collide',
    why: '与评审日期冲突',
  } as const;
  await decide(lead, told, 'trip.role.unitLead', refusal);
  await page.reload();
  await state(page, told, 'trip.state.refused');
  await page.getByText(refusal.why).first().waitFor();
  await act(page, told, 'trip.do.appeal', '评审已改期');
  await state(page, told, 'trip.state.submitted');
  await lead.reload();
  await lead.getByRole('heading', { level: 1 }).waitFor();
  expect(await lead.getByRole('button', { name: told.say['trip.decide'] }).count()).toBe(0);
  const deputy = await told.as('eve', path);
  await decide(deputy, told, 'trip.role.unitLead');
  await page.reload();
  await state(page, told, 'trip.state.approved');
  await told.close();
}, 60_000);

test('a policy on trips is tried on those there were before it is decided', async () => {
  const told = journey('zh');
  const { say } = told;
  const page = await told.as('han', '/trips/holders');
  await page.getByRole('link', { name: say['trip.policy'] }).click();
  const rows = page.locator('main a.row');
  await rows.first().waitFor();
  const onTrips = await rows.count();
  await page.getByLabel(say['settings.about'], { exact: true }).selectOption({ label: say['settings.aboutAll'] });
  await expect.poll(() => rows.count()).toBeGreaterThan(onTrips);
  await page.goto('/law/impact?setting=unitLeadApproval');
  await page.getByLabel(say['settings.value.yesNo']).selectOption({ label: say['settings.no'] });
  await button(page, say['settings.look']);
  await page.getByText(say['impact.onPast']).click();
  const past = page.getByRole('region', { name: say['impact.onPast'] });
  const lost = past.locator('.figure', { hasText: say['settings.change.lost'] }).locator('.figure-number');
  // The trips of this file were handed in under the policy; had it not been there, nobody would have been asked.
  expect(Number(await lost.innerText())).toBeGreaterThan(0);
  await told.close();
}, 60_000);
