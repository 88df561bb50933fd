import { expect, test } from 'vitest';
import { origin } from '../../../../../tests/support/identity.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { bodyOf, met, overdue, pending, postHouse, usual } from '../../../../../tests/support/post.ts';
import { wakes } from './wakes.ts';

eachInstallation((installation) => {
  const { database, ownerClient } = installation;
  const post = postHouse(installation);
  const { clock, sent, deliver, rowsOf, invite, letterTo, holder, duty, roundAt, byHand } = post;

  test('one letter a day for all that became urgent or overdue since, and it names none of it', async () => {
    const { account } = await invite('assignee', 'li@example.org');
    await ownerClient.query(`UPDATE account SET person = 'li' WHERE org_id = $1 AND id = $2`, [
      post.bench.org,
      account,
    ]);
    const morning = (day: string): Promise<number> => roundAt(`${day}T07:30:00+08:00`);
    await duty('far', pending, '2026-12-20');
    await duty('done', met, '2026-11-20');
    expect(await morning('2026-11-23')).toBe(0);
    await duty('near', pending, '2026-11-28');
    await duty('late', overdue, '2026-11-20');
    expect(await morning('2026-11-24')).toBe(1);
    await duty('nearer', pending, '2026-11-25');
    // A second run on the day writes to nobody again; the new one is told the next morning.
    expect(await roundAt('2026-11-24T12:00:00+08:00')).toBe(0);
    expect(await morning('2026-11-25')).toBe(1);
    expect(await morning('2026-11-26')).toBe(0);
    await duty('near', overdue, '2026-11-28');
    expect(await morning('2026-11-29')).toBe(1);
    await deliver(post.server.url);
    expect(bodyOf(post.server.raw[0] ?? '')).toContain(`${origin}/mine`);
    expect(bodyOf(post.server.raw[0] ?? '')).not.toMatch(/near|late|a\/rule|Name of/);
    // What was settled and comes up again is told again.
    await duty('near', met, '2026-11-28');
    expect(await morning('2026-11-30')).toBe(0);
    await duty('near', overdue, '2026-11-28');
    expect(await morning('2026-12-01')).toBe(1);
  });

  test('what somebody chose is kept; nobody chooses hours that outlast what ends within a day, or a zone that is none', async () => {
    const { account } = await invite('chooser', 'chooser@example.org');
    const chooser = holder(account);
    expect(await post.rooms.ask('notices.choices', {}, chooser)).toEqual(usual);
    const choice = { zone: 'Europe/Oslo', quiet: { from: '21:30', until: '09:30' }, digest: 'weekly' };
    await post.rooms.one('notices.choose', choice, chooser);
    expect(await post.rooms.ask('notices.choices', {}, chooser)).toEqual(choice);
    // The journal says for ever what it says: not in which part of the world somebody was.
    expect(JSON.stringify(post.rooms.entries.at(-1))).not.toContain('Oslo');
    const refused = (change: object) => post.rooms.refused('run', 'notices.choose', { ...choice, ...change }, chooser);
    expect(await refused({ quiet: { from: '21:30', until: '09:31' } })).toEqual(['notices.quiet-too-long']);
    expect(await refused({ zone: 'Europe/Nowhere' })).toEqual(['request.invalid']);
    await post.rooms.one('notices.choose', { ...choice, quiet: null }, chooser);
    expect(await post.rooms.ask('notices.choices', {}, chooser)).toEqual({ ...choice, quiet: null });
  });

  test('in the quiet hours of the reader’s zone nothing comes, and when they end it comes once', async () => {
    const { account } = await invite('sleeper', 'sleeper@example.org');
    await post.rooms.one('notices.choose', { ...usual, zone: 'America/New_York' }, holder(account));
    await ownerClient.query('DELETE FROM mail WHERE org_id = $1', [post.bench.org]);
    // Noon in Chongqing is 23:00 in New York: what there is to do, and what happened to the account, wait alike.
    expect(await roundAt('2026-11-24T12:00:00+08:00')).toBe(0);
    await letterTo(String(account), 'to-do');
    await letterTo(String(account), 'sign-in-changed');
    expect(sent).toEqual([]);
    expect(await roundAt('2026-11-24T19:45:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-24T20:00:00+08:00')).toBe(2);
    await deliver(post.server.url);
    expect(post.server.raw.map((raw) => /^To: (.*)$/m.exec(raw)?.[1]?.trim())).toEqual(
      Array(2).fill('sleeper@example.org'),
    );
    expect(await rowsOf('state, leaves_at')).toEqual([1, 2].map(() => ({ state: 'sent', leaves_at: null })));
    // Where somebody hands letters on there are no quiet hours: nothing wakes.
    const none = byHand();
    clock.set('2026-11-24T12:00:00+08:00');
    await database.inOrganisation(post.bench.org, (tx) =>
      none.post.write(
        { tx, now: clock.now(), send: async (job, payload) => void sent.push({ job, payload }) },
        { account: String(account), template: 'to-do', page: '/mine' },
      ),
    );
    expect(sent).toHaveLength(1);
  });

  test('what was gathered comes in one letter, in the morning of the day or of the week; what runs for a day does not wait', async () => {
    const { account } = await invite('gatherer', 'gatherer@example.org');
    const gatherer = holder(account);
    await post.rooms.one('notices.choose', { ...usual, digest: 'daily' }, gatherer);
    await roundAt('2026-11-25T08:00:00+08:00');
    expect(await letterTo(String(account), 'to-do')).toBe(true);
    expect(await letterTo(String(account), 'to-do')).toBe(true);
    expect(sent).toEqual([]);
    expect(await roundAt('2026-11-25T21:00:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-26T07:30:00+08:00')).toBe(1);
    expect(await roundAt('2026-11-27T07:30:00+08:00')).toBe(0);
    await post.rooms.one('notices.choose', { ...usual, digest: 'weekly' }, gatherer);
    await letterTo(String(account), 'to-do');
    // Sunday and Monday.
    expect(await roundAt('2026-11-29T12:00:00+08:00')).toBe(0);
    expect(await roundAt('2026-11-30T07:30:00+08:00')).toBe(1);
    sent.length = 0;
    clock.set('2026-11-30T12:00:00+08:00');
    await letterTo(String(account), 'to-do', 'soon');
    expect(sent).toHaveLength(1);
  });

  test('only what the law makes urgent wakes, once, and waits for no digest', async () => {
    const { account } = await invite('handler', 'handler@example.org');
    await ownerClient.query('DELETE FROM duty WHERE org_id = $1', [post.bench.org]);
    await ownerClient.query(`UPDATE account SET person = 'wang' WHERE org_id = $1 AND id = $2`, [
      post.bench.org,
      account,
    ]);
    await post.rooms.one('notices.choose', { ...usual, digest: 'weekly' }, holder(account));
    await roundAt('2026-12-07T07:30:00+08:00');
    const give = (rule: string) =>
      ownerClient.query(
        `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, version)
         VALUES ($1, $2, 'incident-1', '-infinity', $3, '{}', '2026-12-09', 'wang', 1)`,
        [post.bench.org, rule, pending],
      );
    await give('cn-cel-2023/report-espionage');
    expect(await roundAt('2026-12-08T02:00:00+08:00')).toBe(0);
    const [first] = wakes;
    await give(first?.rule ?? '');
    expect(await roundAt('2026-12-08T02:15:00+08:00')).toBe(1);
    await deliver(post.server.url);
    expect(bodyOf(post.server.raw.at(-1) ?? '')).not.toMatch(/leak|incident|cn-/);
    expect(await roundAt('2026-12-08T02:30:00+08:00')).toBe(0);
    // On Monday the other comes, and what woke is not told again.
    expect(await roundAt('2026-12-14T07:30:00+08:00')).toBe(1);
    expect(await roundAt('2026-12-21T07:30:00+08:00')).toBe(0);
  });
});
