import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Browser,
  createIdentityBench,
  goodPassword,
  type IdentityBench,
  origin,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { oidcClient, signInAtProvider, startOidcProvider } from '../../../../../tests/support/oidc-provider.ts';

const returnTo = `${origin}/sign-in/oidc`;

eachInstallation(({ database }) => {
  let bench: IdentityBench;
  let provider: Awaited<ReturnType<typeof startOidcProvider>>;
  beforeAll(async () => {
    provider = await startOidcProvider(returnTo);
    bench = await createIdentityBench(database, { oidc: { ...oidcClient, issuer: provider.issuer, scopes: 'openid' } });
  });
  afterAll(() => provider.stop());

  const begin = async (browser: Browser, purpose: 'sign-in' | 'link') => {
    const { body } = await browser.get('identity.oidc-begin', { purpose });
    return { address: String(body['address']), ticket: String(body['ticket']) };
  };
  const through = async (browser: Browser, purpose: 'sign-in' | 'link', subject: string) => {
    const { address, ticket } = await begin(browser, purpose);
    const answer = await signInAtProvider(address, subject, returnTo);
    return browser.post(purpose === 'link' ? 'identity.link-oidc' : 'identity.oidc-sign-in', { ticket, answer });
  };

  test('an account that was linked signs in through the provider; staff still give their second factor', async () => {
    const member = await signUp(bench, 'member-1', []);
    expect((await through(member.browser, 'link', 'subject-1')).status).toBe(200);
    expect((await member.browser.get('identity.me')).body['linkedTo']).toEqual([provider.issuer]);
    const browser = bench.browser();
    expect((await through(browser, 'sign-in', 'subject-1')).body).toEqual({ need: null });
    expect((await browser.get('identity.me')).body['account']).toBe(member.account);

    const officer = await signUp(bench, 'officer', [{ role: 'security-officer', unit: null }]);
    expect((await through(officer.browser, 'link', 'subject-2')).status).toBe(200);
    expect((await through(bench.browser(), 'sign-in', 'subject-2')).body).toEqual({ need: 'second-factor' });
  });

  test('somebody the provider knows and nobody linked gets nothing, even with the name of an account', async () => {
    await signUp(bench, 'same-name', []);
    expect((await through(bench.browser(), 'sign-in', 'same-name')).body['code']).toBe('identity.oidc-not-linked');
  });

  test('an answer is taken once, for what was asked, from the ticket it belongs to, in time', async () => {
    const member = await signUp(bench, 'member-2', []);
    await through(member.browser, 'link', 'subject-3');
    const browser = bench.browser();
    const send = async (ticket: string, answer: string) =>
      (await browser.post('identity.oidc-sign-in', { ticket, answer })).body['code'] ?? 'in';

    const one = await begin(browser, 'sign-in');
    const other = await begin(browser, 'sign-in');
    const answer = await signInAtProvider(one.address, 'subject-3', returnTo);
    // State, nonce and verifier are those of the other ticket: an answer that an attacker began fits no victim.
    expect(await send(other.ticket, answer)).toBe('identity.oidc-refused');
    expect(await send(`${one.ticket.slice(0, -4)}AAAA`, answer)).toBe('identity.oidc-refused');
    expect(await send(one.ticket, answer.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'))).toBe(
      'identity.oidc-refused',
    );
    expect(await send(one.ticket, answer)).toBe('in');
    expect(await send(one.ticket, answer)).toBe('identity.oidc-refused');

    const late = await begin(browser, 'sign-in');
    const lateAnswer = await signInAtProvider(late.address, 'subject-3', returnTo);
    bench.clock.advance({ seconds: 301 });
    expect(await send(late.ticket, lateAnswer)).toBe('identity.oidc-refused');
    bench.clock.advance({ seconds: -301 });
  });

  test('a ticket to link belongs to its account, and an identity to one account', async () => {
    const one = await signUp(bench, 'member-3', []);
    const two = await signUp(bench, 'member-4', []);
    const { address, ticket } = await begin(one.browser, 'link');
    const answer = await signInAtProvider(address, 'subject-4', returnTo);
    expect((await two.browser.post('identity.link-oidc', { ticket, answer })).body['code']).toBe(
      'identity.oidc-refused',
    );
    expect((await one.browser.post('identity.link-oidc', { ticket, answer })).status).toBe(200);
    expect((await through(two.browser, 'link', 'subject-4')).body['code']).toBe('identity.oidc-linked-already');
    expect((await one.browser.post('identity.unlink-oidc', { issuer: provider.issuer })).status).toBe(200);
    expect((await through(bench.browser(), 'sign-in', 'subject-4')).body['code']).toBe('identity.oidc-not-linked');
    expect((await bench.browser().post('identity.sign-in', { login: 'member-3', password: goodPassword })).status).toBe(
      200,
    );
  });

  test('without a provider it says so', async () => {
    const without = await createIdentityBench(database);
    const { body } = await without.browser().get('identity.oidc-begin', { purpose: 'sign-in' });
    expect(body['code']).toBe('identity.oidc-not-set-up');
  });
});
