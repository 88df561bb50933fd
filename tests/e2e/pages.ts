import type { Page } from 'playwright-core';
import { type Key, sayIn } from './words.ts';

type Who = 'nobody' | 'officer' | 'administrator' | 'member';

export type PageOf = {
  readonly who: Who;
  readonly path: string;
  /** Opens what the page holds closed: dialogs, menus, forms. */
  readonly opens?: (page: Page) => Promise<void>;
  /** What the page asks for and is refused; the browser writes each refusal into its console. */
  readonly refused?: readonly (readonly [name: string, status: number])[];
  /** No for what the server draws: it has its language in its address. */
  readonly console?: false;
};

const either = (key: Key): RegExp => new RegExp(`^(${sayIn.zh[key]}|${sayIn.en[key]})$`);

const press = (key: Key) => (page: Page) =>
  page
    .getByRole('button', { name: either(key) })
    .first()
    .click();

const firstRow = async (page: Page): Promise<void> => {
  const row = page.locator('main a.row').first();
  await row.click();
  await row.waitFor({ state: 'detached' });
};

/** Every page of the console with the forms, menus and dialogs that it opens, and the pages that need no account. */
export const pages: readonly PageOf[] = [
  { who: 'nobody', path: '/' },
  { who: 'nobody', path: '/enter#qzcxiq3b.x' },
  { who: 'nobody', path: '/enter' },
  { who: 'nobody', path: '/sign-in/oidc' },
  { who: 'nobody', path: '/learn/zh', console: false },
  { who: 'nobody', path: '/learn/en', console: false },
  { who: 'nobody', path: '/learn/zh/espionage', console: false },
  { who: 'nobody', path: '/learn/en/espionage', console: false },

  { who: 'officer', path: '/' },
  { who: 'officer', path: '/duties', opens: (page) => page.locator('main summary').first().click() },
  { who: 'officer', path: '/duties?subject=nothing-of-this-name' },
  { who: 'officer', path: '/duty?rule=cn-ssl-2024%2Fsecrecy-body&subject=organisation-0000001' },
  {
    who: 'officer',
    path: '/duty?rule=org-policy%2Fno-such-rule&subject=x',
    refused: [
      ['duties.one', 404],
      ['duties.explain', 404],
    ],
  },
  { who: 'officer', path: '/as-of' },
  { who: 'officer', path: '/as-of?rule=cn-ssl-2024%2Fsecrecy-body' },
  { who: 'officer', path: '/programme' },
  { who: 'officer', path: '/people' },
  { who: 'officer', path: '/people', opens: firstRow },
  { who: 'officer', path: '/people/person-0000003/leaving' },
  { who: 'officer', path: '/people/doubles' },
  { who: 'officer', path: '/people/merge?keep=person-0000001&drop=person-0000002' },
  { who: 'officer', path: '/units', opens: press('ledgers.export') },
  { who: 'officer', path: '/branches' },
  { who: 'officer', path: '/forms' },
  { who: 'officer', path: '/forms/travel-approval' },
  { who: 'officer', path: '/forms/return' },
  { who: 'officer', path: '/handovers' },
  { who: 'officer', path: '/acts' },
  { who: 'officer', path: '/register' },
  { who: 'officer', path: '/register/person' },
  { who: 'officer', path: '/register/no-such-kind' },
  { who: 'officer', path: '/register/post/new' },
  {
    who: 'officer',
    path: '/register/appointment/new',
    async opens(page) {
      await page.locator('main input[role="combobox"], main input[aria-haspopup="listbox"]').first().click();
      await page.locator('[role="option"]:visible').first().waitFor();
    },
  },
  { who: 'officer', path: '/register/post/facts/post-0000001' },
  { who: 'officer', path: '/register/post/facts/post-0000001', opens: press('register.correct') },
  { who: 'officer', path: '/register/post/facts/post-0000001', opens: press('register.withdraw') },
  { who: 'officer', path: '/law' },
  { who: 'officer', path: '/law/cn-cel-2023' },
  { who: 'officer', path: '/law/cn-cel-2023/art-18' },
  { who: 'officer', path: '/law/compare' },
  { who: 'officer', path: '/law/compare?one=cn-celir-2017&two=cn-cel-2023' },
  { who: 'officer', path: '/law/cn-ssir-2024/art-61', opens: press('law.confirmOpen') },
  {
    who: 'officer',
    path: '/mine',
    async opens(page) {
      // The sections as a telephone has them.
      await page.setViewportSize({ width: 360, height: 900 });
      await page.locator('.shell-menu').click();
      await page.locator('.shell-nav a').first().waitFor();
    },
  },
  { who: 'officer', path: '/law/conflicts' },
  { who: 'officer', path: '/settings' },
  { who: 'officer', path: '/settings', opens: firstRow },
  { who: 'officer', path: '/law/impact' },
  {
    who: 'officer',
    path: '/law/impact?setting=preDepartureLead',
    async opens(page) {
      await press('settings.look')(page);
      await page.getByRole('region', { name: either('settings.impact') }).waitFor();
    },
  },
  {
    who: 'officer',
    path: '/law/impact?setting=programmeStart',
    async opens(page) {
      await press('settings.look')(page);
      await page.getByRole('region', { name: either('settings.impact') }).waitFor();
    },
  },
  {
    who: 'officer',
    path: '/law',
    async opens(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('18');
      await page.getByRole('option').nth(1).waitFor();
    },
  },
  {
    who: 'officer',
    path: '/law',
    async opens(page) {
      await page.keyboard.press('?');
      await page.getByRole('dialog').locator('kbd').first().waitFor();
    },
  },
  { who: 'officer', path: '/journal' },
  { who: 'officer', path: '/journal', opens: firstRow },
  { who: 'officer', path: '/no-such-page' },
  {
    who: 'officer',
    path: '/mine',
    async opens(page) {
      // As the program answers ten minutes after the last proof; the test does not wait for it.
      await page.route('**/api/identity/make-recovery-codes', (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 403, code: 'request.step-up-first', title: '', titles: { zh: '', en: '' } }),
        }),
      );
      await page
        .getByRole('button', { name: new RegExp(`${sayIn.zh['mine.codesNew']}|${sayIn.en['mine.codesNew']}`) })
        .click();
      await page.getByRole('dialog').locator('input').waitFor();
    },
    refused: [['identity.make-recovery-codes', 403]],
  },

  { who: 'administrator', path: '/jobs' },
  { who: 'administrator', path: '/mine' },
  { who: 'member', path: '/' },
  { who: 'member', path: '/mine' },
  { who: 'member', path: '/journal' },
];
