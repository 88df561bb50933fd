import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { signUp } from './people.ts';
import type { People, Running } from './running.ts';
import { sayIn } from './words.ts';

export function testFirstStart({ program, browser }: Running): People {
  const people: People = {};

  test('from the printed link to the first duty explained', async () => {
    const { address, links } = program();
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh' });
    const began = performance.now();
    people.officer = await signUp(page, links['security-officer'] ?? '', 'officer', true);
    const duty = page.locator('[data-duty]').first();
    const title = await duty.locator('.row-title').innerText();
    await duty.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const why = page.getByRole('region', { name: sayIn.zh['duty.why'] });
    await why.locator('p').nth(1).waitFor();
    expect((await why.locator('p').allInnerTexts()).join('')).toMatch(/。/);
    expect(await page.getByRole('region', { name: sayIn.zh['duty.clauses'] }).locator('li').count()).toBeGreaterThan(0);
    const seconds = (performance.now() - began) / 1000;
    console.log(`First link to first duty explained: ${seconds.toFixed(1)} s (a person may take two minutes).`);
    expect(await page.getByText(sayIn.zh['app.demo']).isVisible()).toBe(true);
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('the links of the other two roles', async () => {
    const { address, links } = program();
    for (const [role, login, staff] of [
      ['member', 'member', false],
      ['administrator', 'admin', true],
    ] as const) {
      const { page, context, faults } = await openWatched(browser(), { address, language: 'en' });
      const person = await signUp(page, links[role] ?? '', login, staff);
      if (role === 'member') people.member = person;
      else people.administrator = person;
      expect(faults(), role).toEqual([]);
      await context.close();
    }
  });
  return people;
}
