import { beforeAll, expect, test } from 'vitest';
import { type Authenticator, createAuthenticator } from '../../../../../tests/support/authenticator.ts';
import {
  type Browser,
  createIdentityBench,
  goodPassword,
  type IdentityBench,
  origin,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';

eachInstallation(({ database }) => {
  let bench: IdentityBench;
  beforeAll(async () => {
    bench = await createIdentityBench(database);
  });

  const options = async (browser: Browser, name: string) =>
    (await browser.get(`identity.${name}`)).body['options'] as Record<string, string>;
  const register = async (browser: Browser, authenticator: Authenticator, from = origin) =>
    browser.post('identity.register-passkey', {
      label: '办公电脑',
      response: authenticator.create(await options(browser, 'passkey-registration-options'), from),
    });

  /** An invitation followed without a password: the passkey is all there is. */
  async function signUpWithPasskey(login: string, roles: object[]) {
    const { account } = await bench.machine('identity.open-account', { login, name: login, person: null, roles });
    const { token } = await bench.machine('identity.issue-link', { account, kind: 'first-sign-in' });
    const browser = bench.browser();
    const accepted = await browser.post('identity.accept-link', { token });
    expect(accepted.body).toEqual({ need: 'credential', waits: null });
    expect((await browser.get('identity.sessions')).status).toBe(401);
    const authenticator = createAuthenticator();
    const { body } = await register(browser, authenticator);
    expect(body['need']).toBeNull();
    return { browser, authenticator, passkey: body['passkey'] };
  }

  test('a passkey is both factors: staff sign in by it alone', async () => {
    const { authenticator } = await signUpWithPasskey('officer', [{ role: 'security-officer', unit: null }]);
    const browser = bench.browser();
    const response = authenticator.get(await options(browser, 'passkey-options'), origin);
    expect((await browser.post('identity.passkey-sign-in', { response })).body).toEqual({ need: null });
    expect((await browser.get('identity.accounts')).status).toBe(200);
    // The same answer again opens nothing, from here or from elsewhere.
    expect((await bench.browser().post('identity.passkey-sign-in', { response })).body['code']).toBe(
      'identity.sign-in-refused',
    );
  });

  test('an answer is refused from another site, without the person verified, too late, or by a copied authenticator', async () => {
    const { authenticator } = await signUpWithPasskey('custodian', [{ role: 'custodian', unit: null }]);
    const browser = bench.browser();
    const attempt = async (from = origin, more: Parameters<Authenticator['get']>[2] = {}, wait = 0) => {
      const asked = await options(browser, 'passkey-options');
      bench.clock.advance({ seconds: wait });
      return (await browser.post('identity.passkey-sign-in', { response: authenticator.get(asked, from, more) }))
        .status;
    };
    expect(await attempt('https://evil.example')).toBe(401);
    expect(await attempt(origin, { verified: false })).toBe(401);
    expect(await attempt(origin, {}, 301)).toBe(401);
    expect(await attempt(origin, { counter: 40 })).toBe(200);
    expect(await attempt(origin, { counter: 40 })).toBe(401);
    expect(await attempt(origin, { counter: 41 })).toBe(200);
    // A question that was not put here.
    const made = { challenge: Buffer.alloc(64).toString('base64url'), rpId: 'localhost' };
    const response = authenticator.get(made, origin, { counter: 50 });
    expect((await browser.post('identity.passkey-sign-in', { response })).status).toBe(401);
  });

  test('a question put for one account registers nothing for another', async () => {
    const one = await signUp(bench, 'member-1', []);
    const two = await signUp(bench, 'member-2', []);
    const asked = await options(one.browser, 'passkey-registration-options');
    const response = createAuthenticator().create(asked, origin);
    const stolen = await two.browser.post('identity.register-passkey', { label: 'x', response });
    expect(stolen.body['code']).toBe('identity.passkey-refused');
    expect((await register(two.browser, createAuthenticator(), 'https://evil.example')).body['code']).toBe(
      'identity.passkey-refused',
    );
  });

  test('a passkey proves afresh, for its own account only', async () => {
    const officer = await signUp(bench, 'auditor', [{ role: 'auditor', unit: null }]);
    const mine = createAuthenticator();
    expect((await register(officer.browser, mine)).status).toBe(200);
    const browser = bench.browser();
    await browser.post('identity.sign-in', { login: 'auditor', password: goodPassword });
    const other = await signUpWithPasskey('somebody', []);
    const prove = async (authenticator: Authenticator) =>
      browser.post('identity.prove-with-passkey', {
        response: authenticator.get(await options(browser, 'passkey-options'), origin),
      });
    expect((await prove(other.authenticator)).body['code']).toBe('identity.proof-refused');
    expect((await prove(mine)).body).toEqual({ need: null });
    expect((await browser.get('identity.me')).body['fresh']).toBe(true);
  });

  test('the last way to sign in, and the last second factor of staff, cannot be removed', async () => {
    const { browser, passkey } = await signUpWithPasskey('liaison', [{ role: 'unit-liaison', unit: null }]);
    expect((await browser.post('identity.remove-passkey', { passkey })).body['code']).toBe(
      'identity.last-second-factor',
    );
    expect((await register(browser, createAuthenticator())).status).toBe(200);
    expect((await browser.post('identity.remove-passkey', { passkey })).status).toBe(200);
    const member = await signUpWithPasskey('member-3', []);
    expect((await member.browser.post('identity.remove-passkey', { passkey: member.passkey })).body['code']).toBe(
      'identity.last-credential',
    );
  });

  test('asking for a question leaves nothing behind, in no table and no journal', async () => {
    const before = bench.entries.length;
    await options(bench.browser(), 'passkey-options');
    expect(bench.entries).toHaveLength(before);
  });
});
