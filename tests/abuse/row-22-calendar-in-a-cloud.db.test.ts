import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createNotices } from '../../packages/server/src/modules/notices/index.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { eachInstallation } from '../support/installations.ts';
import { type TripsHouse, tripsHouse } from '../support/trips.ts';

// PEOPLE.md, abuse row 22: a calendar feed that lies in somebody else's cloud. The form of the feed is tested beside its code.

const org = 'org-abuse22';
type Opened = { readonly feed: string; readonly address: string };

eachInstallation(({ database, ownerClient }) => {
  let house: TripsHouse;
  beforeAll(async () => {
    house = await tripsHouse({ database, ownerClient, org });
    await house.reachable(['ada', 'dan']);
  });
  /** What the cloud reads. */
  const read = (address: string) => {
    const { clock } = house.program;
    const notices = createNotices({
      ids: createIds({ now: () => clock.now() / 1000 }),
      sealingKey: createSecretKey(randomBytes(32)),
      origin: () => 'http://localhost:4380',
      mailServer: false,
    });
    const feed = notices.readFeed({ database, clock, dayOf: () => clock.today(480) });
    return feed(/\/calendar\/(.*)\.ics$/.exec(address)?.[1] ?? '');
  };

  test('abuse row 22: off until the house and then the person open it; then of a journey there is a day, and no word of it', async () => {
    const { submitted, program, people } = house;
    const trip = await submitted();
    const ada = { ...people.ada, account: 'account-ada' };
    const open = { label: '手机', language: 'zh' };
    expect(await program.refused('run', 'notices.open-feed', open, ada)).toEqual(['privacy.handover-first']);
    await ownerClient.query('SET session_replication_role = replica');
    await ownerClient.query(
      `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
       VALUES ($1, 'calendars', $1, 'processor', true, '2026-11-01', '2026-11-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
       VALUES ($1, 'calendars', 'calendar', '日历服务', 'CN', 'c', 'domestic', '2026-11-01', '2027-11-01')`,
      [org],
    );
    await ownerClient.query('SET session_replication_role = DEFAULT');
    const phone = (await program.one('notices.open-feed', open, ada)) as Opened;
    const desk = (await program.one('notices.open-feed', { ...open, label: '电脑' }, ada)) as Opened;
    const text = (await read(phone.address)) ?? '';
    expect(text).toContain('SUMMARY:');
    for (const secret of [
      '奥斯陆',
      'Oslo',
      '某研究所',
      '会议',
      '某教授',
      'D-17',
      'ada',
      trip,
      org,
      '出境',
      'cn-ssl',
      '涉密',
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER|GEO|URL|VALARM|https?:/);
    // The address is the only key; the database holds none that opens it.
    const { rows } = await ownerClient.query('SELECT * FROM calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(phone.address.split('.').at(-2));
    // Nobody else ends it, and each goes by itself.
    const dan = { ...people.dan, account: 'account-dan' };
    expect(await program.refused('run', 'notices.close-feed', { feed: phone.feed }, dan)).toEqual([
      'request.not-found',
    ]);
    await program.one('notices.close-feed', { feed: phone.feed }, ada);
    expect(await read(phone.address)).toBeNull();
    expect(await read(desk.address)).not.toBeNull();
  });
});
