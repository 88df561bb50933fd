import { beforeAll, expect, test } from 'vitest';
import {
  codeNow,
  createIdentityBench,
  goodPassword,
  type IdentityBench,
  proveAgain,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import type { Database } from '../../platform/database/database.ts';
import { createPasswords, derived } from './password.ts';

const officerRoles = [{ role: 'security-officer', unit: null }];

eachInstallation(({ database, ownerClient }) => {
  let bench: IdentityBench;
  beforeAll(async () => {
    bench = await createIdentityBench(database);
  });

  const signIn = (login: string, password = goodPassword, address?: string) => {
    const browser = bench.browser(address);
    return { browser, answer: browser.post('identity.sign-in', { login, password }) };
  };

  test('staff have no more than the way to their second factor until they gave it', async () => {
    const officer = await signUp(bench, 'officer-1', officerRoles);
    const { browser, answer } = signIn('Officer-1');
    expect((await answer).body).toEqual({ need: 'second-factor' });
    expect((await browser.get('identity.accounts')).body['code']).toBe('request.second-factor-first');
    expect((await browser.get('identity.sessions')).status).toBe(401);
    // Who has only the password cannot set a second factor in the owner's place.
    expect((await browser.post('identity.begin-totp', {})).status).toBe(401);
    expect((await browser.post('identity.change-password', { password: 'another good password' })).status).toBe(401);
    expect((await browser.get('identity.me')).body['need']).toBe('second-factor');

    bench.clock.advance({ seconds: 60 });
    const code = codeNow(officer.totp, bench.clock);
    expect((await browser.post('identity.prove', { code })).body).toEqual({ need: null });
    expect((await browser.get('identity.accounts')).status).toBe(200);
    expect((await browser.get('identity.me')).body).toMatchObject({ need: null, fresh: true, hasTotp: true });
  });

  test('a code is accepted once, in whatever session, and not after its time', async () => {
    const officer = await signUp(bench, 'officer-2', officerRoles);
    bench.clock.advance({ seconds: 60 });
    const code = codeNow(officer.totp, bench.clock);
    expect((await officer.browser.post('identity.prove', { code })).status).toBe(200);
    const { browser, answer } = signIn('officer-2');
    await answer;
    expect((await browser.post('identity.prove', { code })).body['code']).toBe('identity.proof-refused');
    bench.clock.advance({ seconds: 30 });
    const late = codeNow(officer.totp, bench.clock);
    bench.clock.advance({ seconds: 90 });
    expect((await browser.post('identity.prove', { code: late })).status).toBe(401);
    const two = codeNow(officer.totp, bench.clock);
    const answers = await Promise.all([1, 2].map(() => browser.post('identity.prove', { code: two })));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401']);
  });

  test('a recovery code stands in for a lost device, once', async () => {
    const officer = await signUp(bench, 'officer-3', officerRoles);
    const { body } = await officer.browser.post('identity.make-recovery-codes', {});
    const [first = ''] = body['codes'] as string[];
    const { browser, answer } = signIn('officer-3');
    await answer;
    expect((await browser.post('identity.prove', { recoveryCode: first.toUpperCase() })).body).toEqual({ need: null });
    expect((await browser.post('identity.prove', { recoveryCode: first })).status).toBe(401);
    expect((await browser.get('identity.me')).body['recoveryCodesLeft']).toBe(9);
    const { rows } = await ownerClient.query('SELECT hash::text AS hash FROM account_recovery_code');
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  test('a proof is fresh for ten minutes; acts that hurt ask for a new one', async () => {
    const officer = await signUp(bench, 'officer-4', officerRoles);
    bench.clock.advance({ seconds: 601 });
    const change = { password: 'twelve horses and a boat' };
    expect((await officer.browser.post('identity.change-password', change)).body['code']).toBe('request.step-up-first');
    // The password, which somebody may have looked at, is no proof where there is a second factor.
    expect((await officer.browser.post('identity.prove', { password: goodPassword })).status).toBe(401);
    expect((await proveAgain(bench, officer)).status).toBe(200);
    expect((await officer.browser.post('identity.change-password', change)).status).toBe(200);
  });

  test('setting up the second factor may take longer than a proof is fresh', async () => {
    const roles = [{ role: 'auditor', unit: null }];
    const { account } = await bench.machine('identity.open-account', {
      login: 'slow',
      name: 'Slow',
      person: null,
      roles,
    });
    const { token } = await bench.machine('identity.issue-link', { account, kind: 'first-sign-in' });
    const browser = bench.browser();
    await browser.post('identity.accept-link', { token, password: goodPassword });
    bench.clock.advance({ seconds: 601 });
    expect((await browser.post('identity.begin-totp', {})).body['code']).toBe('request.step-up-first');
    expect((await browser.post('identity.prove', { password: goodPassword })).body).toEqual({
      need: 'second-factor-setup',
    });
    expect((await browser.post('identity.begin-totp', {})).status).toBe(200);
  });

  test('a member needs a password only, and leaves no address and no device', async () => {
    const member = await signUp(bench, 'member-1', [{ role: 'member', unit: null }], { address: '203.0.113.77' });
    expect(member.totp).toBeNull();
    const { browser, answer } = signIn('member-1', goodPassword, '203.0.113.77');
    expect(await answer).toMatchObject({ status: 200, body: { need: null } });
    expect((await browser.get('identity.me')).status).toBe(200);
    const { rows } = await ownerClient.query('SELECT * FROM account_session WHERE account = $1', [member.account]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify([rows, bench.entries.filter(({ network }) => network !== null)])).not.toContain(
      '203.0.113.77',
    );
  });

  test('staff sign-in is journaled with address and device, and listed to its owner', async () => {
    await signUp(bench, 'officer-5', officerRoles, { address: '198.51.100.5' });
    const entry = bench.entries.findLast(({ action }) => action === 'identity.accept-link');
    expect(entry?.network).toEqual({ address: '198.51.100.5', device: 'Test/1' });
    expect(entry?.fields).not.toHaveProperty('address');
  });

  test('cookies: no script reads them, no other host sets them, none is sent from another site', async () => {
    await signUp(bench, 'member-2', []);
    const { cookies, body } = await signIn('member-2').answer;
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-(session|device)=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Strict/);
    expect(JSON.stringify(body)).toBe('{"need":null}');
  });

  test('a change from another site, or with a cookie and from nowhere, is refused', async () => {
    const { browser } = await signUp(bench, 'member-3', []);
    const foreign = { origin: 'https://evil.example' };
    expect((await browser.post('identity.sign-out', {}, foreign)).body['code']).toBe('request.foreign-origin');
    expect(
      (await bench.browser().post('identity.sign-in', { login: 'member-3', password: goodPassword }, foreign)).status,
    ).toBe(403);
    const bare = await bench.program.app.request('/api/identity/sign-out', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', cookie: `__Host-session=${browser.jar.get('__Host-session')}` },
    });
    expect(bare.status).toBe(403);
    expect((await browser.get('identity.me')).status).toBe(200);
  });

  test('sessions end: by their owner, by time without use, and at the latest after their limit', async () => {
    const { browser } = await signUp(bench, 'officer-6', officerRoles);
    const other = signIn('officer-6');
    await other.answer;
    const { body } = await browser.get('identity.sessions');
    const items = body['items'] as { session: string; current: boolean }[];
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items).toHaveLength(2);
    const foreign = items.find(({ current }) => !current)?.session;
    expect((await browser.post('identity.end-session', { session: foreign })).status).toBe(200);
    expect((await other.browser.get('identity.me')).status).toBe(401);
    // Another account's session is one that does not exist.
    const stranger = await signUp(bench, 'member-4', []);
    const mine = items.find(({ current }) => current)?.session;
    expect((await stranger.browser.post('identity.end-session', { session: mine })).status).toBe(404);

    for (let hour = 0; hour < 12; hour++) {
      bench.clock.advance({ seconds: 3590 });
      expect((await browser.get('identity.me')).status).toBe(200);
    }
    bench.clock.advance({ seconds: 200 });
    expect((await browser.get('identity.me')).status).toBe(401);
    const idle = await signUp(bench, 'officer-7', officerRoles);
    bench.clock.advance({ seconds: 3601 });
    expect((await idle.browser.get('identity.me')).status).toBe(401);
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const { browser } = await signUp(bench, 'member-5', []);
    const token = browser.jar.get('__Host-session') ?? '';
    await browser.post('identity.sign-out', {});
    expect(browser.jar.has('__Host-session')).toBe(false);
    browser.jar.set('__Host-session', token);
    expect((await browser.get('identity.me')).status).toBe(401);
  });

  test('the database holds no secret that opens anything', async () => {
    const { browser } = await signUp(bench, 'officer-8', officerRoles);
    const secrets = [goodPassword, ...browser.jar.values()].map((secret) => secret.split('.').at(-1) ?? '');
    const tables = ['account', 'account_session', 'account_device', 'account_link', 'account_totp', 'idempotency'];
    for (const table of tables) {
      const { rows } = await ownerClient.query(`SELECT row_to_json(t)::text AS row FROM ${table} AS t`);
      for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });

  test('an unknown name costs the same work and gets the same answer as a known one', async () => {
    const work: string[] = [];
    const counting = await createIdentityBench(countStatements(database, work), {
      // Where the hash is computed, not where it is asked for: a way past it would not be seen there.
      passwords: createPasswords((password, nonce) => {
        work.push('argon2');
        return derived(password, nonce);
      }),
    });
    await signUp(counting, 'known-name', []);
    const attempt = async (login: string, address: string) => {
      work.length = 0;
      const answer = await counting.browser(address).post('identity.sign-in', { login, password: 'not the password' });
      return { answer, work: [...work] };
    };
    const known = await attempt('known-name', '192.0.2.20');
    const unknown = await attempt('nobody-at-all', '192.0.2.21');
    expect(unknown).toEqual(known);
    expect(known.work).toContain('argon2');
    expect(known.answer.status).toBe(401);
  });
});

/** The database as it is, writing down which statements were run. */
const countStatements = (database: Database, work: string[]): Database => ({
  ...database,
  inOrganisation: (org, body) =>
    database.inOrganisation(org, (tx) =>
      body({
        ...tx,
        rows: (text, values) => (work.push(text), tx.rows(text, values)),
        row: (text, values) => (work.push(text), tx.row(text, values)),
        count: (text, values) => (work.push(text), tx.count(text, values)),
      }),
    ),
});
