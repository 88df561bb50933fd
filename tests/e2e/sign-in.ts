import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { signIn, signOut } from './people.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

export function testSignIn({ program, browser, issuer }: Running, people: People): void {
  test('password and one-time code, after a wrong one', async () => {
    const { address } = program();
    const { page, context, faults, expectRefusal } = await openWatched(browser(), { address, language: 'zh' });
    const officer = there(people.officer);
    await page.goto('/');
    expectRefusal('identity.sign-in', 401);
    await page.locator('input[autocomplete="username"]').fill(officer.login);
    await page.locator('input[autocomplete="current-password"]').fill('not the right password');
    await page.locator('form button[type="submit"]').click();
    await page.getByRole('alert').waitFor();
    await signIn(page, officer);
    await page.locator('[data-duty]').first().waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('the address of numbers works as well, and sends whoever wants a passkey to the name', async () => {
    const { port } = new URL(program().address);
    const address = `http://127.0.0.1:${port}`;
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh' });
    await page.goto('/');
    expect(await page.locator(`a[href="http://localhost:${port}/"]`).innerText()).toContain('localhost');
    await signIn(page, there(people.member));
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('a passkey is made, signs in without a password, and is given up', async () => {
    const { address } = program();
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh' });
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const member = there(people.member);
    await page.goto('/');
    await signIn(page, member);
    await page.goto('/mine');
    const passkey = zh['identity.factor.passkey'];
    await page.getByRole('button', { name: `${zh['mine.add']}: ${passkey}` }).click();
    await page.getByLabel(zh['signIn.passkeyLabel']).fill('测试设备');
    await page.getByRole('button', { name: zh['signIn.passkeyMake'] }).click();
    await page.locator('ul.codes li').first().waitFor();
    expect(await page.locator('ul.codes li').count()).toBeGreaterThan(7);
    await page.getByRole('button', { name: zh['signIn.codesDone'] }).click();
    await page.getByText(`${passkey} · 测试设备`).waitFor();

    await signOut(page);
    await page.getByRole('button', { name: zh['signIn.usePasskey'] }).click();
    await page.locator('.shell-nav a').first().waitFor();
    await page.goto('/mine');
    await page.getByText(zh['identity.factor.passkey'], { exact: true }).first().waitFor();

    await page.getByRole('button', { name: `${zh['mine.giveUp']}: ${passkey} · 测试设备` }).click();
    await page.getByText(`${passkey} · 测试设备`).waitFor({ state: 'detached' });
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('the provider of identities: linked once, then it signs in', async () => {
    const { address } = program();
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh', alsoAt: [issuer()] });
    await page.goto('/');
    await signIn(page, there(people.member));
    await page.goto('/mine');
    await page.getByRole('button', { name: zh['signIn.linkOidc'] }).click();
    await answer('login');
    await answer('consent');
    await page.getByText(issuer()).waitFor();
    expect(new URL(page.url()).pathname).toBe('/mine');

    await signOut(page);
    await page.getByRole('button', { name: zh['signIn.useOidc'] }).click();
    // The provider remembers who was there, and sends the browser straight back.
    await page.locator('.shell-nav a').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(faults()).toEqual([]);
    await context.close();

    /** The page on which the provider asks who somebody is, or whether we may know. */
    async function answer(prompt: 'login' | 'consent'): Promise<void> {
      await page.locator(`input[name="prompt"][value="${prompt}"]`).waitFor({ state: 'attached' });
      if (prompt === 'login') {
        await page.locator('input[name="login"]').fill('somebody');
        await page.locator('input[name="password"]').fill('any');
      }
      await page.locator('form button[type="submit"]').click();
    }
  });

  test('sessions are listed, and all others ended at once', async () => {
    const { address } = program();
    const one = await openWatched(browser(), { address, language: 'zh' });
    const other = await openWatched(browser(), { address, language: 'zh' });
    for (const { page } of [one, other]) {
      await page.goto('/');
      await signIn(page, there(people.member));
    }
    await one.page.goto('/mine');
    await one.page.getByText(zh['mine.current']).waitFor();
    await one.page.getByRole('button', { name: zh['mine.endOthers'] }).click();
    await one.page.getByRole('button', { name: zh['mine.endOthers'] }).waitFor({ state: 'detached' });
    await other.page.goto('/mine');
    await other.page.locator('input[autocomplete="current-password"]').waitFor();
    expect([...one.faults(), ...other.faults()]).toEqual([]);
    await Promise.all([one.context.close(), other.context.close()]);
  });
}
