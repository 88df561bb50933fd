import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { overSocket } from '../support/over-socket.ts';
import type { Person } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const gone = { id: 'asks-to-be-erased', name: '欧阳求删' };

/** What two decide about somebody's data, and what leaves the house: both want a fresh proof of who is there. */
export function testEraseAndHandOver({ program, browser, data, organisation }: Running, people: People): void {
  const as = (person: Person | undefined) =>
    openWatched(browser(), { address: program().address, language: 'zh', session: there(person).session });

  test('somebody is erased by two: asked for on their page, declined once, confirmed where such acts wait', async () => {
    await overSocket(data, organisation(), 'register.record', {
      kind: 'person',
      id: gone.id,
      fields: { organisation: 'organisation-0000001', name: gone.name, standing: 'employee', joinedOn: '2021-03-01' },
    });
    const { page, context, faults } = await as(people.officer);
    const askFor = async (reason: string): Promise<void> => {
      await page.goto(`/people/${gone.id}`);
      await page.getByRole('button', { name: zh['people.eraseOpen'] }).click();
      await page.getByLabel(zh['people.eraseReason']).fill(reason);
      await page.getByRole('button', { name: zh['people.eraseAsk'] }).click();
      await page.getByRole('link', { name: zh['people.eraseToActs'] }).click();
      await mine.getByText(zh['acts.about.erasure'].split('，')[0] ?? '').waitFor();
    };
    const mine = page.getByRole('region', { name: zh['acts.mine'] }).getByRole('article');
    await askFor('本人要求删除');
    // Whoever asked cannot sign.
    expect(await mine.getByRole('button').allInnerTexts()).toEqual([zh['acts.withdraw']]);

    const second = await as(people.counsel);
    const waiting = second.page.getByRole('article', { name: zh['identity.act.erasure'] });
    await second.page.goto('/acts');
    await waiting.getByText(zh['acts.personNamed'].replace('{name}', gone.name).replace('{id}', gone.id)).waitFor();
    await waiting.getByText('本人要求删除').waitFor();
    await waiting.getByRole('button', { name: zh['acts.decline'] }).click();
    await second.page.getByText(zh['acts.declined']).waitFor();
    await page.goto(`/people/${gone.id}`);
    await page.getByRole('heading', { level: 1, name: gone.name }).waitFor();

    await askFor('本人再次要求删除');
    await second.page.goto('/acts');
    await waiting.getByRole('button', { name: zh['acts.confirm'] }).click();
    await second.page.getByText(zh['acts.confirmed']).waitFor();
    await second.page.getByText(zh['acts.noneForMe']).waitFor();
    expect([second.faults(), faults()]).toEqual([[], []]);
    await second.context.close();
    await context.close();

    const after = await as(people.officer);
    after.expectRefusal('register.one', 404);
    await after.page.goto(`/people/${gone.id}`);
    await after.page.getByText('404').or(after.page.getByRole('alert')).first().waitFor();
    expect(await after.page.locator('body').innerText()).not.toContain(gone.name);
    await after.context.close();
  });

  test('what leaves the house is recorded first, refused where the law wants more, and cancelled with a reason', async () => {
    const { page, context, faults, expectRefusal } = await as(people.officer);
    await page.goto('/handovers');
    await page.getByRole('button', { name: zh['handovers.new'] }).click();
    const form = page.getByRole('region', { name: zh['handovers.new'] });
    await form.getByLabel(zh['handovers.receiverName']).fill('上级督导组');
    await form.getByLabel(zh['handovers.receiver'], { exact: true }).selectOption('foreignAuthority');
    await form.getByText(zh['handovers.foreignTitle']).waitFor();
    await form.getByRole('combobox', { name: zh['handovers.clause'], exact: true }).selectOption({ index: 1 });
    await form.getByLabel(zh['handovers.until']).fill(await page.evaluate<string>(inAMonth));
    expectRefusal('privacy.handOver', 409);
    await form.getByRole('button', { name: zh['handovers.send'] }).click();
    await form.getByRole('alert').waitFor();

    await form.getByLabel(zh['handovers.receiver'], { exact: true }).selectOption('supervisor');
    await form.getByRole('button', { name: zh['handovers.send'] }).click();
    const list = page.getByRole('region', { name: zh['handovers.list'] });
    const row = list.locator('.row', { hasText: '上级督导组' });
    await row.getByText(zh['handovers.open'], { exact: true }).waitFor();
    await row.getByText(zh['handovers.notGiven']).waitFor();
    // A ledger goes out under it, and from then on it is marked as given.
    await page.getByRole('button', { name: zh['ledgers.export'] }).click();
    await page.getByRole('radio', { name: zh['ledgers.others'] }).check();
    await page.getByRole('combobox', { name: zh['ledgers.handover'] }).selectOption({ index: 1 });
    const [ledger] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: zh['ledgers.export'] }).getByRole('button', { name: 'XLSX' }).click(),
    ]);
    expect(ledger.suggestedFilename()).toMatch(/^对外提供台账 /);
    await page.reload();
    await row.getByText(/首次提供/).waitFor();
    await row.getByRole('button', { name: zh['handovers.cancel'], exact: true }).click();
    await row.getByLabel(zh['handovers.cancelReason']).fill('督导组不再需要');
    await row.getByRole('button', { name: zh['handovers.cancelConfirm'] }).click();
    await row.getByText(zh['handovers.ended'], { exact: true }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}

const inAMonth = `new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10)`;
