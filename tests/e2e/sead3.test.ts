import { addWorkingDays, formatDay } from '@sallyport/core/calendar';
import { seatOffset } from '@sallyport/core/facts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Started, start } from '../../packages/server/src/main.ts';
import { readCalendars } from '../../packages/server/src/modules/law/index.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { launchBrowser, openWatched, type Watched } from '../support/browser.ts';
import { organisationFlags } from '../support/organisation.ts';
import { makeDataFolder } from '../support/program.ts';
import { signUp } from './people.ts';
import { type Key, sayIn } from './words.ts';

const { data, remove } = makeDataFolder();
const say = sayIn.en;
// Days of the installation, as the pages have them.
const today = Math.floor((Date.now() / 60_000 + seatOffset('cn')) / 1440);
const name = 'Ann Covered';
let program: Started;
let browser: Browser;
let opened: Watched;
let org: string;
const run = async (action: string, input: object): Promise<unknown> =>
  (await program.opened.runNamed(action, [input], machine(org)))[0];
const record = (kind: string, id: string, fields: object) => run('register.import', { kind, id, fields });

/** A contractor in the United States with somebody who holds an authorisation: SEAD 3 binds that very person. */
beforeAll(async () => {
  const config = { ...readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' }), port: 0 };
  [program, browser] = await Promise.all([start({ config, demo: null }), launchBrowser()]);
  org = program.tenants[0]?.org ?? '';
  await record('organisation', 'house', {
    name: 'Example Contractor',
    seat: 'us',
    establishedOn: '2001-05-01',
    ...organisationFlags,
    clearedSince: '2015-01-05',
  });
  const person = { organisation: 'house', name, standing: 'employee', joinedOn: '2021-03-01' };
  for (const id of ['ann', 'bob']) await record('person', id, { ...person, name: id === 'ann' ? name : 'Bob Plain' });
  await record('clearance', 'held', { person: 'ann', organisation: 'house', grantedOn: '2023-01-09' });
  const account = { login: 'ann', name, person: 'ann', roles: [{ role: 'member', unit: null }], link: 'first-sign-in' };
  const { token } = (await run('identity.invite', account)) as { token: string };
  opened = await openWatched(browser, { address: program.address, language: 'en' });
  await signUp(opened.page, `${program.address}/enter#${token}`, 'ann', false);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  remove();
});

const button = (page: Page, key: Key) => page.getByRole('button', { name: say[key], exact: true });
const state = (page: Page, key: Key) => page.locator('h1 + div').getByText(say[key], { exact: true }).waitFor();
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`));
async function act(page: Page, key: Key): Promise<void> {
  await button(page, key).click();
  await page.locator('form').getByRole('button', { name: say[key], exact: true }).click();
}

test('an emergency trip under SEAD 3: notice comes first, and the full report is due five working days after the return', async () => {
  const { page, faults } = opened;
  await page.goto('/trips/new');
  await field(page, say['trip.kind']).selectOption({ label: say['trip.kind.private'] });
  await page.getByLabel(say['trip.isEmergency']).check();
  await field(page, say['trip.purpose']).fill('Funeral of a relative');
  await field(page, say['trip.departsOn']).fill(formatDay(today));
  await field(page, say['trip.returnsOn']).fill(formatDay(today + 4));
  await field(page, say['trip.place']).first().fill('Oslo');
  await button(page, 'trip.saveDraft').click();
  await page.waitForURL(/\/trips\/(?!new)[^/]+$/);
  const path = new URL(page.url()).pathname;
  const trip = path.split('/').at(-1) ?? '';
  await state(page, 'trip.state.draft');
  // What the gate waits for is named with its clause, and nobody departs before notice was given.
  const missing = page.getByRole('region', { name: say['trip.missing'] });
  await missing.getByText('Approval before unofficial travel').waitFor();
  expect(await button(page, 'trip.do.depart').count()).toBe(0);
  // Whether the agency wants them briefed is known to nobody here until somebody else writes it down; nothing else of them is changed there.
  await missing.getByText('Defensive security and counterintelligence briefing').waitFor();
  const [goer] = await program.opened.database.inOrganisation(org, (tx) =>
    tx.rows<{ id: string }>('SELECT id FROM fact_traveller WHERE org_id = $1 AND trip = $2', [org, trip]),
  );
  const corrected = { kind: 'traveller', id: goer?.id, version: 1, reason: 'The agency said so' };
  await expect(run('register.correct', { ...corrected, fields: { cleared: false } })).rejects.toMatchObject({
    refusals: [{ code: 'register.in-its-room' }],
  });
  await run('register.correct', { ...corrected, fields: { briefingRequired: false } });
  await page.reload();
  await act(page, 'trip.do.give-notice');
  await state(page, 'trip.state.emergency');
  await missing.getByText(say['trip.nothingMissing']).waitFor();
  await act(page, 'trip.do.depart');
  await state(page, 'trip.state.abroad');
  await act(page, 'trip.do.come-back');
  await button(page, 'trip.do.come-back').waitFor({ state: 'detached' });

  const report = 'Full report of emergency travel';
  const calendar = readCalendars().get('us-federal');
  const due = calendar === undefined ? null : addWorkingDays(calendar, today, 5);
  await page.goto('/mine');
  const row = page.locator('a.row', { hasText: report });
  await row.waitFor();
  const written = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  expect(await row.innerText()).toContain(new Intl.DateTimeFormat('en-GB', written).format((due ?? 0) * 86_400_000));
  await row.click();
  await page.getByRole('heading', { name: report }).waitFor();

  // Handed in afterwards, and reported: nothing of it is open any more.
  await page.goto(path);
  await act(page, 'trip.do.submit');
  await button(page, 'trip.do.submit').waitFor({ state: 'detached' });
  const fields = { traveller: goer?.id, topic: 'emergency', filedOn: formatDay(today), body: 'Left at once.' };
  await record('travelReport', 'reported', fields);
  await page.goto('/mine');
  await page.getByRole('heading', { name: say['mine.duties'] }).waitFor();
  await page.getByText(say['mine.noDuties']).or(page.locator('[data-duty]').first()).first().waitFor();
  expect(await page.locator('a.row', { hasText: report }).count()).toBe(0);
  expect(faults()).toEqual([]);
}, 120_000);

test('whom SEAD 3 does not bind has no private journey to file', async () => {
  const travellers = [{ person: 'bob', leader: false }];
  const plan = { purpose: 'Holiday', departsOn: null, returnsOn: null, legs: [], items: [], communications: null };
  await expect(
    run('trips.draft', { kind: 'private', emergency: true, unit: null, plan, travellers }),
  ).rejects.toMatchObject({ refusals: [{ code: 'trips.private' }] });
});
