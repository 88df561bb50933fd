import { describe, expect, test } from 'vitest';
import { openWatched, type Watched } from '../support/browser.ts';
import { axeFindings, bareIds, headFindings, overflow, settled, speak, strayWords, unseenFocus } from './look-over.ts';
import { type PageOf, pages } from './pages.ts';
import { signIn } from './people.ts';
import { type People, type Running, there } from './running.ts';

const widths = [1280, 360] as const;

/** Pages on which whoever is named has a name; elsewhere a fact without a number of its own shows the one it was given. */
const named: ReadonlySet<string> = new Set(['/', '/mine', '/people', '/duties']);

/** So many that a busy machine is done with them before a test has to end. */
const most = 14;

const visits = (['nobody', 'officer', 'administrator', 'member'] as const).flatMap((who) => {
  const own = pages.filter((each) => each.who === who);
  return Array.from({ length: Math.ceil(own.length / most) }, (_, n) => ({
    who,
    from: n * most + 1,
    looked: own.slice(n * most, (n + 1) * most),
  }));
});

export function testEveryPage({ program, browser }: Running, people: People): void {
  // Each page is fetched once and looked at in both languages and widths: reloading would be most of the time.
  describe.each(visits)('as $who, from page $from on', ({ who, looked }) => {
    test('axe, language, faults, width, heading, title, focus', async () => {
      // The member's session of the beginning was ended by the member.
      const kept = who === 'officer' || who === 'administrator' ? there(people[who]).session : undefined;
      const watched = await openWatched(browser(), {
        address: program().address,
        language: 'zh',
        ...(kept === undefined ? {} : { session: kept }),
      });
      const { page, context } = watched;
      if (who === 'member') {
        await page.goto('/mine');
        await signIn(page, there(people.member));
      }
      // A page that does not come is said to be missing, and the others wait for it no longer than this.
      page.setDefaultTimeout(10_000);
      const findings: string[] = [];
      for (const one of looked) {
        // A page that never comes is a finding as well, and the others are looked at all the same.
        const found = await lookAt(watched, one).catch((error: unknown) => [String(error)]);
        findings.push(...found.map((finding) => `${one.path}${one.opens === undefined ? '' : ' opened'}: ${finding}`));
      }
      await context.close();
      expect(findings).toEqual([]);
    });
  });
}

async function lookAt({ page, faults, expectRefusal }: Watched, one: PageOf): Promise<string[]> {
  for (const [name, status] of one.refused ?? []) expectRefusal(name, status);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: one.openedAt ?? 1280, height: 900 });
  await page.goto(one.path);
  await settled(page);
  await one.opens?.(page);
  await settled(page);
  const found: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    if (one.console !== false) await speak(page, language);
    const said = one.console === false ? (one.path.includes('/en') ? 'en' : 'zh') : language;
    found.push(...(await strayWords(page, said)), ...(await headFindings(page, one.console !== false)));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const sideways = await overflow(page);
      if (sideways > 0) found.push(`${language}: ${sideways} px too wide for ${width}`);
    }
    // Chinese as wide as a desk on light, English as narrow as a telephone on dark.
    await page.setViewportSize({ width: language === 'zh' ? 1280 : 360, height: 900 });
    await page.emulateMedia({ colorScheme: language === 'zh' ? 'light' : 'dark' });
    found.push(...(await axeFindings(page)).map((finding) => `${language}: ${finding}`));
    if (one.console === false) break;
  }
  if (named.has(one.path)) found.push(...(await bareIds(page)));
  found.push(...(await unseenFocus(page)));
  return [...new Set(found), ...faults()];
}
