import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { contents } from '../../packages/server/src/pages/learn/content.ts';
import { type Key, sayIn } from './words.ts';

export type Who = 'nobody' | 'officer' | 'administrator' | 'member' | 'counsel';

export type PageOf = {
  readonly who: Who;
  readonly path: string;
  /** Opens what the page holds closed: dialogs, menus, forms. */
  readonly opens?: (page: Page) => Promise<void>;
  /** How wide the window is for that; else as wide as a desk. */
  readonly openedAt?: number;
  /** What the page asks for and is refused; the browser writes each refusal into its console. */
  readonly refused?: readonly (readonly [name: string, status: number])[];
  /** No for what the server draws: it has its language in its address. */
  readonly console?: false;
};

export const either = (key: Key): RegExp => new RegExp(`^(${sayIn.zh[key]}|${sayIn.en[key]})$`);

export const press = (key: Key) => (page: Page) =>
  page
    .getByRole('button', { name: either(key) })
    .first()
    .click();

const firstRow = async (page: Page): Promise<void> => {
  const row = page.locator('main a.row').first();
  await row.click();
  await row.waitFor({ state: 'detached' });
};

/** A file of one new person, and of one with a day that there is not. */
async function previewed(page: Page): Promise<void> {
  const rows = [
    '编号,姓名,单位,部门,身份,入职日期',
    'import-sample-1,欧阳新来,organisation-0000001,unit-0000007,在编在岗人员,2026-11-02',
    'import-sample-2,欧阳有误,organisation-0000001,unit-0000007,在编在岗人员,2026-02-30',
  ];
  await page.locator('input[type="file"]').setInputFiles({
    name: 'person.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  });
  await press('imports.look')(page);
  await page.waitForURL('**/import/*');
}

/** Every page of the console with the forms, menus and dialogs that it opens, and the pages that need no account. */
export const pages: readonly PageOf[] = [
  { who: 'nobody', path: '/' },
  { who: 'nobody', path: '/enter#qzcxiq3b.x' },
  { who: 'nobody', path: '/enter' },
  { who: 'nobody', path: '/sign-in/oidc' },
  ...(['zh', 'en'] as const).flatMap((language) =>
    ['', ...contents[language].topics.map(({ id }) => `/${id}`)].map(
      (topic): PageOf => ({ who: 'nobody', path: `/learn/${language}${topic}`, console: false }),
    ),
  ),

  { who: 'officer', path: '/' },
  { who: 'officer', path: '/duties', opens: (page) => page.locator('main summary').first().click() },
  { who: 'officer', path: '/duties?subject=nothing-of-this-name' },
  {
    who: 'officer',
    path: '/duties',
    // Some are chosen, and the dialog that assigns them is open.
    async opens(page) {
      for (const at of [0, 1]) await page.locator('.row-mark input').nth(at).click();
      await press('duties.assign')(page);
      await page.getByRole('dialog').getByRole('combobox').waitFor();
    },
  },
  {
    who: 'officer',
    path: '/duties?group=rule',
    async opens(page) {
      await page.locator('details.group summary').first().click();
      await page.locator('[data-duty]').first().waitFor();
    },
  },
  {
    who: 'officer',
    path: '/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000002',
    opens: press('putOff.override'),
  },
  { who: 'officer', path: '/duty?rule=cn-ssl-2024%2Fsecrecy-body&subject=organisation-0000001' },
  {
    who: 'officer',
    path: '/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000002',
    opens: press('duty.openAll'),
  },
  {
    who: 'officer',
    path: '/duty?rule=cn-cel-2023%2Fcarrier-without-protection&subject=copy-0000003',
    async opens(page) {
      await press('review.decide')(page);
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  },
  {
    who: 'officer',
    path: '/duty?rule=org-policy%2Fno-such-rule&subject=x',
    refused: [
      ['duties.one', 404],
      ['duties.explain', 404],
    ],
  },
  { who: 'officer', path: '/as-of' },
  { who: 'officer', path: '/as-of?rule=cn-ssl-2024%2Fsecrecy-body&by=2026-11-01T08:00' },
  { who: 'officer', path: '/programme' },
  { who: 'officer', path: '/people' },
  { who: 'officer', path: '/people', opens: firstRow },
  { who: 'officer', path: '/people/person-0000003/leaving' },
  { who: 'officer', path: '/people/doubles' },
  { who: 'officer', path: '/people/leaving' },
  { who: 'officer', path: '/people/merge?keep=person-0000001&drop=person-0000002' },
  { who: 'officer', path: '/devices' },
  { who: 'officer', path: '/devices?state=overdue' },
  { who: 'officer', path: '/advisories' },
  { who: 'officer', path: '/advisories/new' },
  { who: 'member', path: '/advisories' },
  { who: 'officer', path: '/trips/trip-0000002/briefing/traveller-0000002' },
  { who: 'officer', path: '/trips/trip-0000002/briefing/traveller-0000002/when-pressed' },
  { who: 'officer', path: '/trips' },
  { who: 'officer', path: '/trips?which=all', opens: firstRow },
  { who: 'officer', path: '/trips/new' },
  { who: 'officer', path: '/trips/holders', opens: press('trip.nameHolder') },
  { who: 'officer', path: '/units', opens: press('ledgers.export') },
  { who: 'officer', path: '/branches' },
  { who: 'officer', path: '/forms' },
  { who: 'officer', path: '/forms/travel-approval' },
  { who: 'officer', path: '/forms/handover-sheet' },
  { who: 'officer', path: '/forms/prints', opens: press('ledgers.export') },
  { who: 'officer', path: '/forms/return' },
  { who: 'officer', path: '/import' },
  { who: 'officer', path: '/import', opens: previewed },
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
    // The sections as a telephone has them.
    openedAt: 360,
    async opens(page) {
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
      await page.unroute('**/api/identity/make-recovery-codes');
      await page.route(
        '**/api/identity/make-recovery-codes',
        (route) =>
          route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            body: JSON.stringify({ status: 403, code: 'request.step-up-first', title: '', titles: { zh: '', en: '' } }),
          }),
        // Not for whoever comes to this page afterwards.
        { times: 1 },
      );
      await page
        .getByRole('button', { name: new RegExp(`${sayIn.zh['mine.codesNew']}|${sayIn.en['mine.codesNew']}`) })
        .click();
      await page.getByRole('dialog').locator('input').waitFor({ timeout: 60_000 });
    },
    refused: [['identity.make-recovery-codes', 403]],
  },

  { who: 'officer', path: '/education/coverage' },
  { who: 'officer', path: '/education/coverage/counter-espionage' },
  { who: 'officer', path: '/education/campaigns', opens: press('education.planCampaign') },
  { who: 'officer', path: '/education/exemptions', opens: press('education.exempt') },
  { who: 'officer', path: '/education/sessions', opens: press('education.planSession') },
  { who: 'officer', path: '/education/packages', opens: press('education.bringPackage') },
  { who: 'administrator', path: '/jobs' },
  { who: 'administrator', path: '/mine' },
  { who: 'member', path: '/' },
  { who: 'member', path: '/mine' },
  {
    who: 'member',
    path: '/mine',
    async opens(page) {
      // As it is where the organisation lets calendar feeds leave the house: one is open, another is being opened.
      const one = {
        feed: 'f',
        label: '手机',
        language: 'zh',
        madeOn: '2026-11-01',
        endsOn: '2027-10-31',
        usedOn: '2026-11-20',
      };
      await page.route('**/api/notices/feeds*', (route) => route.fulfill({ json: { allowed: true, items: [one] } }));
      await page.reload();
      await page.getByRole('button', { name: /开通日历订阅|Open a calendar feed/ }).click();
      await page.getByRole('button', { name: /^(?:开通|Open)$/ }).waitFor();
    },
  },
  { who: 'member', path: '/education' },
  { who: 'member', path: '/education/general' },
  { who: 'member', path: '/education/general/lessons/how-to-report' },
  { who: 'member', path: '/education/travel/lessons/methods' },
  { who: 'member', path: '/journal' },
];
