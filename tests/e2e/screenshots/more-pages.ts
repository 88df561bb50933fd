import { either, type PageOf, press } from '../pages.ts';

/** States of pages that the looking over of every page has no need of, and people do. In this order: some are there because of others. */
export const morePages: readonly PageOf[] = [
  {
    who: 'officer',
    path: '/duties?group=rule',
    async opens(page) {
      await page.locator('.group > summary').first().click();
      await page.locator('.group[open] .row').first().waitFor();
    },
  },
  { who: 'officer', path: '/duties?group=week' },
  {
    who: 'officer',
    path: '/duties?status=overdue',
    async opens(page) {
      await page.locator('.row-mark input').first().check();
      await page.getByRole('button', { name: either('duties.assign') }).click();
    },
  },
  {
    who: 'officer',
    path: '/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000017',
    opens: press('putOff.override'),
  },
  {
    who: 'officer',
    path: '/duty?rule=cn-cq-2023%2Fpre-departure-education&subject=traveller-0000017',
    // Sent, so that it waits for somebody.
    async opens(page) {
      await press('putOff.override')(page);
      await page.getByRole('textbox').first().fill('任务紧急，出境前已经口头提醒');
      await page
        .locator('main form input[type="date"]')
        .fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
      await press('putOff.send')(page);
      await page.locator('main form').waitFor({ state: 'detached' });
    },
  },
  { who: 'officer', path: '/people/leaver-1' },
  { who: 'officer', path: '/people/leaver-1/leaving' },
  {
    who: 'officer',
    path: '/people/doubles',
    async opens(page) {
      await page.locator('a.row', { hasText: '贺兰双双' }).click();
      await page.getByRole('heading', { level: 1, name: either('merges.compare') }).waitFor();
      await page.getByRole('textbox').last().fill('同一人登记了两次');
    },
  },
  {
    who: 'officer',
    path: '/people/merge?keep=double-1&drop=double-2',
    async opens(page) {
      await page.getByRole('textbox').last().fill('同一人登记了两次');
      await press('merges.ask')(page);
      await page.getByRole('textbox').last().waitFor({ state: 'detached' });
    },
  },
  { who: 'officer', path: '/register/commitment/facts/double-signed' },
  { who: 'officer', path: '/register/traveller' },
  { who: 'officer', path: '/register/trip/new' },
  { who: 'officer', path: '/register/organisation/facts/organisation-0000001' },
  { who: 'officer', path: '/register/organisation/facts/organisation-0000001', opens: press('register.correct') },
  { who: 'officer', path: '/register/waiver/new' },
  { who: 'officer', path: '/law/conflicts', opens: press('ledgers.export') },
  { who: 'officer', path: '/education/campaigns' },
  { who: 'officer', path: '/education/sessions' },
  { who: 'officer', path: '/education/exemptions' },
  { who: 'officer', path: '/mine' },
  { who: 'member', path: '/trips' },
  { who: 'member', path: '/trips/new' },
  { who: 'officer', path: '/settings/noSuchSetting' },
  { who: 'officer', path: '/law/no-such-edition' },
  { who: 'officer', path: '/people/nobody-of-this-name' },
  { who: 'counsel', path: '/' },
  { who: 'counsel', path: '/acts' },
  { who: 'administrator', path: '/' },
  { who: 'administrator', path: '/journal' },
];
