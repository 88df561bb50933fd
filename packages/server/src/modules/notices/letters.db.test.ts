import { expect, test } from 'vitest';
import { origin } from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { bodyOf, postHouse } from '../../../../../tests/support/post.ts';
import { actorOf, testRooms } from '../../../../../tests/support/rooms.ts';

eachInstallation((installation) => {
  const { database, ownerClient } = installation;
  const post = postHouse(installation);
  const { clock, metrics, sent, jobNamed, deliver, rowsOf, outbox, invite, letterTo, holder, byHand } = post;

  test('an invitation leaves by a job that carries an id alone, and nothing of it stays behind', async () => {
    const { token } = await invite('writer', 'writer@example.org');
    expect(post.bench.jobs).toEqual([{ job: 'notices.send', payload: { letter: expect.any(String) } }]);
    const before = (await ownerClient.query('SELECT mail::text AS line FROM mail')).rows as { line: string }[];
    expect(before.some(({ line }) => line.includes(String(token)))).toBe(false);
    sent.push(...(post.bench.jobs as typeof sent));
    await deliver(post.server.url);
    expect(post.server.raw).toHaveLength(1);
    const text = bodyOf(post.server.raw[0] ?? '');
    expect(text).toContain(`${origin}/enter#${String(token)}`);
    expect(text).not.toContain('Name of writer');
    expect(await rowsOf('state, address, link')).toEqual([{ state: 'sent', address: null, link: null }]);
    expect(await metrics.read()).toContain('sallyport_mails_total{template="invitation",outcome="delivered"} 1');
  });

  test('an account without an address gets no letter, and the invitation is made all the same', async () => {
    expect((await invite('silent', null))['token']).toEqual(expect.any(String));
    expect(post.bench.jobs).toEqual([]);
    expect(await rowsOf('state')).toEqual([]);
  });

  test('without a mail server the administrator sees the letter, copies it and marks it as handed on', async () => {
    const { account } = await invite('reader', 'reader@example.org');
    sent.push(...(post.bench.jobs as typeof sent));
    await deliver(null);
    const [shown] = (await outbox()).items;
    expect(shown).toMatchObject({ account, name: 'Name of reader', address: 'reader@example.org', state: 'kept' });
    expect(shown?.text).toContain(`${origin}/enter#`);
    const foreign = actorOf('org-elsewhere', 'administrator');
    expect(await post.rooms.refused('run', 'notices.hand-on', { letter: shown?.letter }, foreign)).toEqual([
      'request.not-found',
    ]);
    await post.rooms.one('notices.hand-on', { letter: shown?.letter }, post.administrator);
    expect((await outbox()).items).toEqual([]);
    expect(await rowsOf('state, address, link')).toEqual([{ state: 'handed-on', address: null, link: null }]);
    expect(await post.rooms.refused('run', 'notices.hand-on', { letter: shown?.letter }, post.administrator)).toEqual([
      'notices.settled',
    ]);
  });

  test('once there is a mail server, what was kept is sent again, one or all', async () => {
    for (const login of ['first', 'second', 'third']) await invite(login, `${login}@example.org`);
    sent.push(...(post.bench.jobs as typeof sent));
    await deliver(null);
    const [newest] = (await outbox()).items;
    const foreign = actorOf('org-elsewhere', 'administrator');
    const asked = { letter: newest?.letter };
    expect(await post.rooms.refused('run', 'notices.send-again', asked, foreign)).toEqual(['request.not-found']);
    expect(await post.rooms.one('notices.send-again', asked, post.administrator)).toEqual({ sending: 1 });
    expect(await post.rooms.refused('run', 'notices.send-again', asked, post.administrator)).toEqual([
      'notices.settled',
    ]);
    await deliver(post.server.url);
    expect(post.server.raw).toHaveLength(1);
    expect(post.server.raw[0]).toMatch(/^To: third@example\.org/m);
    expect(await post.rooms.one('notices.send-again', { letter: null }, post.administrator)).toEqual({ sending: 2 });
    await deliver(post.server.url);
    expect(await rowsOf('state, address')).toEqual([1, 2, 3].map(() => ({ state: 'sent', address: null })));
    expect((await outbox()).items).toEqual([]);
  });

  test('without a mail server sending again says what to set', async () => {
    const { account } = await invite('waiting', 'waiting@example.org');
    const none = byHand();
    const bare = testRooms(database, [none.room], { clock, dayOf: () => clock.today(480) });
    expect(account).toEqual(expect.any(String));
    expect(await bare.refused('run', 'notices.send-again', { letter: null }, post.administrator)).toEqual([
      'notices.no-mail-server',
    ]);
  });

  test('the link of a recovery is shown to no administrator', async () => {
    const { account } = await invite('lost', 'lost@example.org');
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [post.bench.org]);
    expect(await letterTo(String(account), 'recovery')).toBe(true);
    await deliver(null);
    const page = await outbox();
    expect(page.items).toHaveLength(1);
    expect(page.items[0]?.text).toBeNull();
    expect(JSON.stringify(page)).not.toContain('secret-of-a-link');
  });

  test('what the mail server puts off fails the job with a code; what it refuses waits for the administrator', async () => {
    const { account } = await invite('unlucky', 'unlucky@example.org');
    const payload = post.bench.jobs[0]?.payload as (typeof sent)[number]['payload'];
    post.server.state.answer = 451;
    await expect(jobNamed('notices.send', post.server.url).run(post.bench.org, payload)).rejects.toMatchObject({
      code: 'mail.put-off',
    });
    expect(await rowsOf('state, code')).toEqual([{ state: 'waiting', code: null }]);
    post.server.state.answer = 550;
    await jobNamed('notices.send', post.server.url).run(post.bench.org, payload);
    expect(await rowsOf('state, code, account')).toEqual([{ state: 'refused', code: 'mail.rejected', account }]);
    post.server.state.answer = 250;
    await jobNamed('notices.send', post.server.url).run(post.bench.org, payload);
    expect(post.server.raw).toEqual([]);
  });

  test('each chooses address and language; the old address is told when it changes', async () => {
    const { account } = await invite('mover', 'old@example.org');
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [post.bench.org]);
    const mover = holder(account);
    const change = { address: 'new@example.org', language: 'en' };
    expect(await post.rooms.refused('run', 'notices.set-address', change, { ...mover, fresh: false })).toEqual([
      'request.step-up-first',
    ]);
    await post.rooms.one('notices.set-address', change, mover);
    expect(await post.rooms.ask('notices.address', {}, mover)).toEqual(change);
    await deliver(post.server.url);
    expect(post.server.raw.join()).toMatch(/^To: old@example\.org/m);
    await letterTo(String(account), 'to-do');
    await deliver(post.server.url);
    expect(post.server.raw.at(-1)).toMatch(/^To: new@example\.org/m);
    expect(bodyOf(post.server.raw.at(-1) ?? '')).not.toMatch(/\p{Script=Han}/u);
    await post.rooms.one('notices.set-address', { address: null, language: null }, mover);
    expect(await letterTo(String(account), 'to-do')).toBe(false);
  });
});
