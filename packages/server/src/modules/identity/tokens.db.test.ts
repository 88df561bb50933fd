import { beforeAll, expect, test } from 'vitest';
import { createIdentityBench, type IdentityBench, type Person, signUp } from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';

eachInstallation(({ database, ownerClient }) => {
  let bench: IdentityBench;
  let officer: Person;
  beforeAll(async () => {
    bench = await createIdentityBench(database, {
      knows: (name) => name !== 'no.such',
      showsPerson: (name) => name === 'register.people',
    });
    await ownerClient.query(
      `INSERT INTO fact_organisation (org_id, id, name, seat, has_superior, foreign_exchange, sends_abroad, posts_abroad, trains_public_staff, media, examines_courier_licences, keeps_information_systems, happened_on)
       VALUES ($1, 'o', '示例单位', 'cn', false, false, false, false, false, false, false, false, '2001-05-01')`,
      [bench.org],
    );
    await ownerClient.query(
      `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, happened_on)
       SELECT $1, id, 'o', 'processor', false, '2026-11-23' FROM unnest(ARRAY['by-token', 'by-mail']) AS id`,
      [bench.org],
    );
    await ownerClient.query(
      `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
       SELECT $1, 'by-' || way, way, 'x', 'CN', 'c', 'domestic', '2026-11-23', '2027-02-01' FROM unnest(ARRAY['token', 'mail']) AS way`,
      [bench.org],
    );
    officer = await signUp(bench, 'officer', [{ role: 'security-officer', unit: null }], { address: '198.51.100.9' });
  });

  const until = '2027-01-01T00:00:00Z';
  const make = (scopes: string[], end = until, handover: string | undefined = 'by-token') =>
    officer.browser.post('identity.make-token', { label: '台账接口', scopes, until: end, handover });
  const call = async (token: unknown, path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' };
    return bench.program.app.request(path, { ...init, headers });
  };

  test('a token calls what it was made for and nothing else, until its day', async () => {
    const { body } = await make(['identity.me']);
    const me = await call(body['token'], '/api/identity/me');
    expect(await me.json()).toMatchObject({ account: officer.account, via: 'token', fresh: false });
    for (const path of ['/api/identity/accounts', '/api/identity/sessions'])
      expect((await call(body['token'], path)).status).toBe(403);
    const other = await call(body['token'], '/api/identity/change-password', {
      method: 'POST',
      body: JSON.stringify({ password: 'something quite other' }),
    });
    expect(other.status).toBe(403);
    expect((await officer.browser.get('identity.tokens')).body['items']).toMatchObject([
      { token: body['tokenId'], label: '台账接口', usedOn: '2026-11-23' },
    ]);
    bench.clock.advance({ days: 60 });
    expect((await call(body['token'], '/api/identity/me')).status).toBe(401);
    bench.clock.set('2026-11-23T08:00:00+08:00');
  });

  test('a token that was ended, or is not one, opens nothing', async () => {
    const { body } = await make(['identity.me']);
    const stranger = await signUp(bench, 'stranger', []);
    expect((await stranger.browser.post('identity.end-token', { token: body['tokenId'] })).status).toBe(404);
    expect((await officer.browser.post('identity.end-token', { token: body['tokenId'] })).status).toBe(200);
    for (const token of [body['token'], `${bench.routing}.${'A'.repeat(43)}`, 'nonsense', `none.${'A'.repeat(43)}`])
      expect((await call(token, '/api/identity/me')).status).toBe(401);
  });

  test.each<[string, string[], string, string]>([
    ['a name that is none', ['identity.me', 'no.such'], until, 'identity.scope-unknown'],
    ['managing accounts', ['identity.grant-role'], until, 'identity.scope-not-for-tokens'],
    ['more than a year', ['identity.me'], '2028-01-01T00:00:00Z', 'identity.token-too-long'],
    ['a day gone by', ['identity.me'], '2026-01-01T00:00:00Z', 'identity.token-too-long'],
    ['longer than its handover', ['identity.me'], '2027-02-02T00:00:00Z', 'identity.token-too-long'],
  ])('no token for %s', async (_what, scopes, end, code) => {
    expect((await make(scopes, end)).body['code']).toBe(code);
  });

  test('no token without its handover: what it reads leaves the house', async () => {
    const input = { label: 'x', scopes: ['identity.me'], until };
    expect((await officer.browser.post('identity.make-token', input)).body['code']).toBe('privacy.handover-first');
    for (const handover of ['made-up', 'by-mail'])
      expect((await make(['identity.me'], until, handover)).body['code']).toBe('privacy.handover-first');
    expect((await make(['identity.me'])).status).toBe(200);
    const { rows } = await ownerClient.query(
      `SELECT id FROM fact_handover WHERE org_id = $1 AND given_on IS NOT NULL`,
      [bench.org],
    );
    expect(rows).toEqual([{ id: 'by-token' }]);
  });

  test('no token over people by a handover that holds no personal data', async () => {
    expect((await make(['identity.me', 'register.people'])).body['code']).toBe('privacy.handover-without-people');
    await ownerClient.query('UPDATE fact_handover SET personal_data = true WHERE org_id = $1', [bench.org]);
    expect((await make(['identity.me', 'register.people'])).status).toBe(200);
    await ownerClient.query('UPDATE fact_handover SET personal_data = false WHERE org_id = $1', [bench.org]);
  });

  test('the secret is shown once: the same request again is told that it is gone', async () => {
    const input = { label: 'once', scopes: ['identity.me'], until, handover: 'by-token' };
    const key = { 'idempotency-key': 'a-key-of-one-request' };
    const first = await officer.browser.post('identity.make-token', input, key);
    expect(first.status).toBe(200);
    const second = await officer.browser.post('identity.make-token', input, key);
    expect(second.body['code']).toBe('request.answer-gone');
    const { rows } = await ownerClient.query('SELECT row_to_json(t)::text AS row FROM api_token AS t');
    expect(JSON.stringify(rows)).not.toContain(String(first.body['token']).split('.')[1]);
  });

  test('after 90 days address and device of a session are gone, and later the session', async () => {
    const held = async () =>
      (await ownerClient.query('SELECT address, device FROM account_session WHERE account = $1', [officer.account]))
        .rows;
    expect(await held()).toEqual([{ address: '198.51.100.9', device: 'Test/1' }]);
    bench.clock.advance({ days: 90 });
    expect(await bench.machine('identity.tidy', {})).toMatchObject({ emptied: 0 });
    bench.clock.advance({ seconds: 1 });
    expect(await bench.machine('identity.tidy', {})).toMatchObject({ emptied: 1 });
    expect(await held()).toEqual([{ address: null, device: null }]);
    bench.clock.advance({ days: 1 });
    await bench.machine('identity.tidy', {});
    expect(await held()).toEqual([]);
  });
});
