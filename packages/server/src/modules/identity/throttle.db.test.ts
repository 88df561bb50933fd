import { beforeAll, expect, test } from 'vitest';
import {
  createIdentityBench,
  goodPassword,
  type IdentityBench,
  signUp,
} from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';

eachInstallation(({ database, ownerClient }) => {
  let bench: IdentityBench;
  beforeAll(async () => {
    bench = await createIdentityBench(database);
  });

  const guess = async (login: string, address: string, password = 'not the password') =>
    (await bench.browser(address).post('identity.sign-in', { login, password })).body['code'] ?? 'in';

  test('a stranger who keeps guessing slows themselves down, and locks nobody out', async () => {
    const owner = await signUp(bench, 'target', [], { address: '192.0.2.10' });
    for (let n = 0; n < 5; n++) expect(await guess('target', '203.0.113.1')).toBe('identity.sign-in-refused');
    expect(await guess('target', '203.0.113.1')).toBe('identity.wait');
    // Not even the right password helps the stranger before the wait is over.
    expect(await guess('target', '203.0.113.1', goodPassword)).toBe('identity.wait');
    // From the device that was used before, and from anywhere else, the owner signs in as ever.
    expect((await owner.browser.post('identity.sign-in', { login: 'target', password: goodPassword })).status).toBe(
      200,
    );
    expect(await guess('target', '192.0.2.11', goodPassword)).toBe('in');
  });

  test('the owner on a known device signs in even where the stranger sits, behind one address', async () => {
    const owner = await signUp(bench, 'neighbour', [], { address: '203.0.113.2' });
    for (let n = 0; n < 8; n++) await guess('neighbour', '203.0.113.2');
    expect(await guess('neighbour', '203.0.113.2')).toBe('identity.wait');
    expect((await owner.browser.post('identity.sign-in', { login: 'neighbour', password: goodPassword })).status).toBe(
      200,
    );
  });

  test('a known device helps its own account alone', async () => {
    const mine = await signUp(bench, 'mine', [], { address: '203.0.113.7' });
    await signUp(bench, 'theirs', [], { address: '192.0.2.77' });
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++)
      codes.push(
        (await mine.browser.post('identity.sign-in', { login: 'theirs', password: 'wrong wrong wrong' })).body['code'],
      );
    expect(codes.at(-1)).toBe('identity.wait');
  });

  test('a name that is none is slowed the same way', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++) codes.push(await guess('no-such-name', '203.0.113.3'));
    expect(codes.slice(4)).toEqual(['identity.sign-in-refused', 'identity.wait']);
  });

  test('guesses sent at once are counted one by one', async () => {
    await signUp(bench, 'at-once', []);
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('at-once', '203.0.113.4')));
    expect(answers.filter((code) => code === 'identity.sign-in-refused').length).toBeLessThanOrEqual(5);
  });

  test('one source that tries many names is slowed as a source', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 52; n++) codes.push(await guess(`name-${n}`, '2001:db8:1:2::3'));
    expect(codes.at(-1)).toBe('identity.wait');
    // The same network by another address of it; another network is free.
    expect(await guess('name-x', '2001:db8:1:2:ffff::1')).toBe('identity.wait');
    expect(await guess('name-x', '2001:db8:1:3::1')).toBe('identity.sign-in-refused');
  });

  test('the wait ends, and a success forgets what was counted', async () => {
    await signUp(bench, 'patient', []);
    for (let n = 0; n < 6; n++) await guess('patient', '203.0.113.5');
    bench.clock.advance({ seconds: 1 });
    expect(await guess('patient', '203.0.113.5', goodPassword)).toBe('in');
    expect(await guess('patient', '203.0.113.5')).toBe('identity.sign-in-refused');
  });

  test('what is counted names neither login nor address', async () => {
    const { rows } = await ownerClient.query('SELECT row_to_json(t)::text AS row FROM sign_in_throttle AS t');
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/target|203\.0\.113/);
  });
});
