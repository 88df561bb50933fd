import { questionsOf } from '@sallyport/core/courses';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Started, start } from '../../packages/server/src/main.ts';
import { createCourses } from '../../packages/server/src/modules/education/index.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { createClock } from '../../packages/server/src/platform/clock/clock.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { launchBrowser, openWatched } from '../support/browser.ts';
import { makeDataFolder } from '../support/program.ts';
import { axeFindings, overflow, settled, strayWords } from './look-over.ts';
import { type Person, signIn, signUp } from './people.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const { data, remove } = makeDataFolder();
/** Hours that the program's clock is ahead: a test moves it, and waits for nothing. */
let ahead = 0;
let program: Started;
let browser: Browser;

beforeAll(async () => {
  const clock = createClock(() => Date.now() + ahead * 3_600_000);
  const config = { ...readConfig({ SALLYPORT_DATA: data, LOG_LEVEL: 'error' }), port: 0 };
  const demo = new URL('../../packages/cli/demo', import.meta.url).pathname;
  [program, browser] = await Promise.all([start({ config, demo, surroundings: { clock } }), launchBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  remove();
});

const course = createCourses(readInstalledLaw()).installed().get('general')?.course;
const title = course?.title.zh ?? '';
const rightOf = new Map(
  (course === undefined ? [] : questionsOf(course)).map(({ ask, options, key }) => {
    const told = key.tell();
    return [ask.zh, options.filter((_, at) => told[at]?.right).map((option) => option.zh)];
  }),
);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const begin = /^(开始答题|再次参加)/;
const asks = (page: Page): Promise<string[]> => page.locator('fieldset.question legend').allInnerTexts();

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Somebody who has learnt their lesson. */
async function answerAll(page: Page): Promise<void> {
  await page.locator('fieldset.question').first().waitFor();
  for (const question of await page.locator('fieldset.question').all()) {
    const ask = (await question.locator('legend').innerText())
      .replace(/^\d+\. /, '')
      .replace(zh['education.several'], '');
    for (const right of rightOf.get(ask.trim()) ?? [])
      await question
        .locator('label')
        .filter({ hasText: new RegExp(`^[A-F]\\. ${literal(right)}$`) })
        .locator('input')
        .check();
  }
}

async function comeBack(page: Page, person: Person, hours: number, path: string): Promise<void> {
  ahead += hours;
  await page.goto(path);
  await signIn(page, person);
}

/** What somebody with a keyboard, a screen reader or a telephone meets on a page. */
async function looksWell(page: Page): Promise<void> {
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await strayWords(page, 'zh')).toEqual([]);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

// First: the clock goes ahead in the next one, and codes of an authenticator with it.
test('an officer sees how far education is, runs a campaign, and records who signed in at a session', async () => {
  const { address, links } = program;
  const token = links.find(({ role }) => role === 'security-officer')?.token ?? '';
  const { page, context } = await openWatched(browser, { address, language: 'zh' });
  await signUp(page, `${address}/enter#${token}`, 'officer', true);
  await page.goto('/education');
  await page.getByRole('link', { name: zh['education.coverage'] }).click();
  await page.getByRole('link', { name: '反间谍安全防范', exact: true }).waitFor();
  await looksWell(page);
  await page.getByRole('link', { name: '反间谍安全防范', exact: true }).click();
  await page.getByRole('heading', { name: zh['education.whoIsDue'] }).waitFor();
  await page.locator('main a.row').first().waitFor();
  await looksWell(page);
  const remind = page.getByRole('button', { name: zh['education.remindAll'] });
  await remind.click();
  await page.getByText(/已就\d+项提醒承办人/).waitFor();

  await page.goto('/education/campaigns');
  await button(page, zh['education.planCampaign']);
  await page.getByRole('checkbox', { name: title }).waitFor();
  await looksWell(page);
  await page.getByLabel(zh['education.campaignTitle']).fill('全民国家安全教育日活动');
  await page.getByRole('checkbox', { name: title }).check();
  await page.getByLabel(zh['education.campaignUntil']).fill('2099-04-30');
  await page.locator('form').getByRole('button', { name: zh['education.planCampaign'] }).click();
  await page.getByRole('heading', { level: 1, name: '全民国家安全教育日活动' }).waitFor();
  await button(page, zh['education.startCampaign']);
  await page
    .getByText(/面向\d+人/)
    .first()
    .waitFor();
  await page.locator('main .row').nth(3).waitFor();
  await looksWell(page);
  await button(page, zh['education.remindCampaign']);
  await page.getByText(/已发出\d+封通知/).waitFor();
  await button(page, zh['education.closeCampaign']);
  await page.getByText(zh['education.campaignState.closed']).first().waitFor();

  await page.goto('/education/sessions');
  await button(page, zh['education.planSession']);
  await looksWell(page);
  await page.getByLabel(zh['education.sessionTitle']).fill('年度面授培训');
  await page.getByLabel(zh['education.sessionPlace']).fill('三楼报告厅');
  await page.locator('form').getByRole('button', { name: zh['education.planSession'] }).click();
  await page.getByRole('heading', { level: 1, name: '年度面授培训' }).waitFor();
  await button(page, zh['education.holdSession']);
  const marks = page.locator('main').getByRole('checkbox');
  await marks.nth(1).check();
  await marks.nth(0).check();
  await looksWell(page);
  await button(page, zh['education.recordAttendance']);
  await page.getByText(zh['education.wasThere']).nth(1).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: zh['education.attendanceFile'] }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^年度面授培训 \d{4}-\d{2}-\d{2}\.csv$/);

  await page.goto('/education/exemptions');
  await button(page, zh['education.exempt']);
  await looksWell(page);
  await page.getByPlaceholder(zh['list.personNote']).fill('朝鲁');
  await page.getByRole('option', { name: /朝鲁/ }).first().click();
  const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(zh['education.exemptLast']).fill(nextMonth);
  await page.getByLabel(zh['education.exemptReason']).fill('外派期间另行安排');
  await page.locator('form').getByRole('button', { name: zh['education.exempt'] }).click();
  await page.getByText(zh['education.exemptWhy'].replace('{reason}', '外派期间另行安排')).waitFor();
  await context.close();
}, 180_000);

test('a course is taken, failed, waited for, retaken and renewed, and a stranger verifies its certificate', async () => {
  const { address, links } = program;
  const token = links.find(({ role }) => role === 'member')?.token ?? '';
  const { page, context } = await openWatched(browser, { address, language: 'zh' });
  const member = await signUp(page, `${address}/enter#${token}`, 'member', false);
  await page.goto('/education');
  await page.getByRole('link', { name: title }).click();
  await page.getByText(zh['education.readFirst']).waitFor();
  await page.locator('a.row').first().click();
  for (const lesson of course?.lessons ?? []) {
    await page.getByRole('heading', { level: 1, name: lesson.zh.title }).waitFor();
    await button(page, zh['education.acknowledge']);
  }
  await button(page, begin);
  // Nothing was answered: it has to be meant.
  await button(page, zh['education.submit']);
  await button(page, zh['education.submitAnyway']);
  await page.getByRole('heading', { level: 1, name: zh['education.failed'], exact: true }).waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByText('以后可以再次答题').first().waitFor();
  expect(await page.getByRole('button', { name: begin }).count()).toBe(0);

  await comeBack(page, member, 25, '/education/general');
  await button(page, begin);
  await answerAll(page);
  const asked = await asks(page);
  await page.reload();
  await page.locator('fieldset.question').first().waitFor();
  expect(await asks(page)).toEqual(asked);
  await page.getByText(zh['education.answered'].replaceAll(/\{\w+\}/g, '15')).waitFor();
  await button(page, zh['education.submit']);
  await page.getByRole('heading', { level: 1, name: zh['education.passed'], exact: true }).waitFor();

  await page.goto('/education');
  await button(page, new RegExp(zh['education.publicPage']));
  await button(page, zh['education.openPage']);
  const shared = page.locator('a[href*="/verify/"]');
  const verify = (await shared.getAttribute('href')) ?? '';
  const stranger = await openWatched(browser, { address, language: 'en' });
  const look = async (): Promise<string> => {
    await stranger.page.goto(verify);
    return stranger.page.locator('main').innerText();
  };
  expect(await look()).toContain(title);
  expect(await stranger.page.locator('script').count()).toBe(0);
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: zh['education.pdfZh'] }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/^平安证-\d{4}-000001 /);

  await comeBack(page, member, 24 * 300, '/education/general');
  await button(page, begin);
  await answerAll(page);
  await button(page, zh['education.submit']);
  await page.getByRole('heading', { level: 1, name: zh['education.passed'], exact: true }).waitFor();
  await page.goto('/education');
  const pages = page.getByRole('button', { name: new RegExp(zh['education.publicPage']) });
  await pages.nth(1).waitFor();
  // The first is still valid, and its page still open; its holder closes it.
  expect(await look()).toContain(title);
  await pages.nth(1).click();
  await button(page, zh['education.closePage']);
  await page.getByRole('button', { name: zh['education.openPage'] }).waitFor();
  stranger.expectRefusal('verify', 404);
  expect(await look()).not.toContain(title);
  await stranger.context.close();
  await context.close();
}, 180_000);
