import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { testRooms } from '../../../../../tests/support/rooms.ts';
import { nobody } from '../../platform/actions/actor.ts';
import { readInstalledLaw } from '../law/index.ts';
import { organisationRoom } from './index.ts';

const law = readInstalledLaw();

eachInstallation(({ database, ownerClient }) => {
  const rooms = testRooms(database, [organisationRoom({ offset: 480, law })]);
  const lineOf = async (org: string) =>
    ((await rooms.ask('organisation.about', {}, nobody(org))) as { line: { phone: string } | null }).line;
  const seated = (org: string, seat: string) =>
    ownerClient.query(
      `INSERT INTO fact_organisation (org_id, id, name, seat, has_superior, foreign_exchange, sends_abroad, posts_abroad,
         trains_public_staff, media, examines_courier_licences, keeps_information_systems, happened_on)
       VALUES ($1, 'o', 'o', $2, false, false, false, false, false, false, false, false, '2020-01-01')`,
      [org, seat],
    );

  test('nobody signed in is told the line of the country, before the organisation is recorded as well as after', async () => {
    expect((await lineOf('org-new'))?.phone).toBe('12339');
    await seated('org-cn', 'cn');
    expect(await lineOf('org-cn')).toEqual({
      name: { zh: '国家安全机关举报受理电话', en: 'Report line of the state security organs' },
      phone: '12339',
      site: 'www.12339.gov.cn',
    });
  });

  test('an organisation of another seat is not told China’s line, and no number is made up for it', async () => {
    await seated('org-us', 'us');
    expect(await lineOf('org-us')).toBeNull();
  });
});
