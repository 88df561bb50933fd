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
import { type Language, sayIn } from './words.ts';

const { data, remove } = makeDataFolder();
let program: Started;
let browser: Browser;
let org: string;

const today = Math.floor(Date.now() / 86_400_000);
const inDays = (days: number): string => formatDay(today + days);
const run = async (name: string, input: object): Promise<unknown> =>
  (await program.opened.runNamed(name, [input], machine(org)))[0];

const people = { ada: '欧阳出行', kim: '东方保管' };
const roles = { ada: 'member', kim: 'custodian' } as const;
type Who = keyof typeof roles;
const sessions = new Map<Who, Session>();

beforeAll(async () => {
  const config = { ...readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' }), port: 0 };
  [program, browser] = await Promise.all([start({ config, demo: null }), launchBrowser()]);
  org = program.tenants[0]?.org ?? '';
  const record = (kind: string, id: string, fields: object) => run('register.import', { kind, id, fields });
  const house = { name: '示例研究院', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
  await record('organisation', 'house', house);
  for (const [id, name] of Object.entries(people)) {
    await record('person', id, { organisation: 'house', name, standing: 'employee', joinedOn: '2021-03-01' });
    await record('completion', `taught-${id}`, { person: id, topic: 'pre-departure', completedOn: inDays(-10) });
  }
  for (const [login, role] of Object.entries(roles) as [Who, (typeof roles)[Who]][]) {
    const account = { login, name: people[login], person: login, roles: [{ role, unit: null }], link: 'first-sign-in' };
    const { token } = (await run('identity.invite', account)) as { token: string };
    const { page, context } = await openWatched(browser, { address: program.address, language: 'zh' });
    const { session } = await signUp(page, `${program.address}/enter#${token}`, login, role !== 'member');
    sessions.set(login, { ...session, origins: [] });
    await context.close();
  }
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  remove();
});

/** Somebody's page in a language; nothing may go wrong on it. */
async function opened(who: Who, language: Language, path: string) {
  const session = sessions.get(who);
  const watched = await openWatched(browser, {
    address: program.address,
    language,
    ...(session === undefined ? {} : { session }),
  });
  await watched.page.goto(path);
  return {
    page: watched.page,
    close: async () => {
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    },
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}( \\*)?$`));

test.each(['zh', 'en'] as const)(
  'from the box to a journey and back to the shelf, in %s',
  async (language) => {
    const say = sayIn[language];
    const number = `D-${language}`;
    const keeper = await opened('kim', language, '/devices');
    const row = keeper.page.locator('.row-choice', { hasText: number });
    const stands = (state: keyof typeof say) => row.getByText(say[state], { exact: true }).waitFor();
    await keeper.page.getByRole('button', { name: say['device.add'], exact: true }).first().click();
    await field(keeper.page, say['device.number']).fill(number);
    await field(keeper.page, say['device.model']).fill('ThinkPad X1');
    await keeper.page.locator('form').getByRole('button', { name: say['device.add'], exact: true }).click();
    await stands('device.state.to-inspect');
    // By the keyboard: X marks the row, and what is marked is inspected.
    await row.getByRole('link').focus();
    await keeper.page.keyboard.press('x');
    await button(keeper.page, say['device.inspectAll']);
    await stands('device.state.available');

    const traveller = await opened('ada', language, '/trips/new');
    const { page } = traveller;
    await field(page, say['trip.purpose']).fill('参加学术会议');
    await field(page, say['trip.departsOn']).fill(inDays(20));
    await field(page, say['trip.returnsOn']).fill(inDays(26));
    await field(page, say['trip.place']).first().fill('奥斯陆');
    await button(page, say['trip.addItem']);
    await page.getByLabel(say['device.item']).selectOption({ label: `${number} · ThinkPad X1` });
    await button(page, say['trip.saveDraft']);
    await page.waitForURL(/\/trips\/(?!new)[^/]+$/);
    const trip = new URL(page.url()).pathname.replace('/trips/', '');
    await button(page, say['trip.do.submit']);
    await page.locator('form').getByRole('button', { name: say['trip.do.submit'], exact: true }).click();
    const devices = page.getByRole('region', { name: say['device.onTrip'], exact: true });
    await devices.getByRole('button', { name: say['device.act.reserve'] }).click();
    await devices.getByText(say['device.state.reserved'], { exact: true }).waitFor();
    const answer = await page.request.get(`/api/trips/one?trip=${trip}`);
    const { missing } = (await answer.json()) as { missing: { rule: string; traveller: string }[] };
    for (const { rule, traveller: subject } of missing)
      await run('register.import', {
        kind: 'override',
        id: `override-${language}-${rule}`,
        fields: {
          organisation: 'house',
          rule,
          subject,
          grantedOn: inDays(-1),
          until: inDays(60),
          firstPerson: 'kim',
          secondPerson: 'ada',
        },
      });

    await keeper.page.reload();
    await row.getByRole('link').click();
    await button(keeper.page, say['device.act.issue']);
    await field(keeper.page, say['device.sealNumber']).fill('S-1027');
    await keeper.page.locator('form').getByRole('button', { name: say['device.act.issue'] }).click();
    await keeper.page.getByText(say['device.state.issued'], { exact: true }).first().waitFor();

    await page.goto('/mine');
    const mine = page.getByRole('region', { name: say['device.mine'], exact: true });
    await mine.getByRole('button', { name: say['device.act.acknowledge'] }).click();
    await mine.getByText(say['device.state.held'], { exact: true }).waitFor();

    await keeper.page.goto('/devices?state=held');
    await row.getByRole('checkbox').check();
    await button(keeper.page, say['device.returnAll']);
    await keeper.page.getByText(say['device.noMatch']).waitFor();
    await keeper.page.goto('/devices');
    await stands('device.state.to-inspect');
    await keeper.page.getByLabel(say['device.choose'].replace('{number}', number)).check();
    await button(keeper.page, say['device.inspectAll']);
    await stands('device.state.available');
    const list = await keeper.page.request.get(`/api/devices/list?search=${number}`);
    expect(((await list.json()) as { items: object[] }).items).toMatchObject([{ state: 'available', person: null }]);
    await traveller.close();
    await keeper.close();
  },
  120_000,
);
