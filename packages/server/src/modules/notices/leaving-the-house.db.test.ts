import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { postHouse } from '../../../../../tests/support/post.ts';

eachInstallation((installation) => {
  const { ownerClient } = installation;
  const post = postHouse(installation);
  const { clock, sent, deliver, rowsOf, outbox, invite, letterTo } = post;

  test('a letter to an address that is not the house’s own leaves under the handover for mail, or stays and says why', async () => {
    clock.set('2026-12-22T12:00:00+08:00');
    const { account } = await invite('outsider', 'outsider@mail.example.com');
    sent.push(...(post.bench.jobs as typeof sent));
    await deliver(post.server.url);
    expect(post.server.raw).toEqual([]);
    expect((await outbox()).items).toMatchObject([{ account, state: 'kept', code: 'mail.handover-first' }]);
    const handover = async (id: string, way: string, until: string) => {
      await ownerClient.query('SET session_replication_role = replica');
      await ownerClient.query(
        `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
         VALUES ($1, $2, 'o', 'processor', true, '2026-12-01', '2026-12-01')`,
        [post.bench.org, id],
      );
      await ownerClient.query(
        `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
         VALUES ($1, $2, $3, '邮件服务', 'CN', 'c', 'domestic', '2026-12-01', $4)`,
        [post.bench.org, id, way, until],
      );
      await ownerClient.query('SET session_replication_role = DEFAULT');
    };
    await handover('other', 'calendar', '2027-01-01');
    await handover('mail', 'mail', '2026-12-23');
    for (const _ of [1, 2]) {
      await post.rooms.one('notices.send-again', { letter: null }, post.administrator);
      await deliver(post.server.url);
      expect(post.server.raw.at(-1)).toMatch(/^To: outsider@mail\.example\.com/m);
      expect((await rowsOf('state, handover')).at(-1)).toEqual({ state: 'sent', handover: 'mail' });
      await letterTo(String(account), 'to-do');
      await ownerClient.query(`UPDATE mail SET state = 'kept' WHERE org_id = $1 AND state = 'waiting'`, [
        post.bench.org,
      ]);
    }
    // The journal says once that letters leave, and under what.
    const said = post.rooms.entries.filter(({ action }) => action === 'notices.mail-leaves');
    expect(said).toMatchObject([{ subject: 'handover/mail' }]);
    clock.set('2026-12-23T12:00:00+08:00');
    await post.rooms.one('notices.send-again', { letter: null }, post.administrator);
    await deliver(post.server.url);
    expect((await outbox()).items).toMatchObject([{ state: 'kept', code: 'mail.handover-first' }]);
    // Within the house no handover is asked for.
    await invite('insider', 'insider@example.org');
    sent.push(...(post.bench.jobs.slice(-1) as typeof sent));
    await deliver(post.server.url);
    expect((await rowsOf('state, handover')).at(-1)).toEqual({ state: 'sent', handover: null });
  });
});
