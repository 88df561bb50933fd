import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';

const org = 'org-merge-rows';
const officer = { ...actorOf(org, 'security-officer'), account: 'account-one', session: 'one', fresh: true };
const counsel = { ...actorOf(org, 'counsel'), account: 'account-two', session: 'two', fresh: true };

/** What rooms keep of two entries of one person; of a lesson and of a course under way both have some. */
const rows = [
  `INSERT INTO course_content (org_id, hash, course, files, kept_at) VALUES ($1, 'hash', 'general', '{}', '2026-01-01')`,
  `INSERT INTO course_reading (org_id, person, hash, lesson, opened_on, acknowledged_on) VALUES
     ($1, 'li-1', 'hash', 'both', '2026-02-01', '2026-02-02'), ($1, 'li-2', 'hash', 'both', '2026-01-01', NULL), ($1, 'li-2', 'hash', 'own', '2026-01-03', '2026-01-03')`,
  `INSERT INTO course_attempt (org_id, id, person, course, hash, seed, begun_at, submitted_at, passed) VALUES
     ($1, 'sat', 'li-2', 'general', 'hash', 's', '2026-01-05', '2026-01-05', true), ($1, 'open-2', 'li-2', 'general', 'hash', 's', '2026-03-01', NULL, false),
     ($1, 'open-1', 'li-1', 'general', 'hash', 's', '2026-03-02', NULL, false), ($1, 'travel-2', 'li-2', 'travel', 'hash', 's', '2026-03-01', NULL, false)`,
  `INSERT INTO course_reopening (org_id, id, person, course, opened_at) VALUES ($1, 'reopened', 'li-2', 'general', '2026-02-01')`,
  `INSERT INTO course_certificate (org_id, id, person, year, serial, course, title, topics, completions, issued_on, valid_until) VALUES
     ($1, 'certificate-2', 'li-2', 2026, 1, 'general', '{"zh": "课", "en": "course"}', '{counter-espionage}', '{}', '2026-01-05', '2027-01-05')`,
  `INSERT INTO trip_plan (org_id, trip, filed_by, drafted_at) VALUES ($1, 'trip-1', 'li-2', '2026-01-01'), ($1, 'trip-2', 'li-1', '2026-01-01')`,
  `INSERT INTO trip_trail (org_id, trip, number, act, person, on_day, at) VALUES
     ($1, 'trip-1', 1, 'draft', 'li-2', '2026-01-01', '2026-01-01'), ($1, 'trip-1', 2, 'submit', NULL, '2026-01-02', '2026-01-02'),
     ($1, 'trip-2', 1, 'draft', 'li-1', '2026-01-01', '2026-01-01')`,
  `INSERT INTO device_trail (org_id, device, number, act, person, on_day, at) VALUES ($1, 'device', 1, 'add', 'li-2', '2026-01-01', '2026-01-01')`,
  `INSERT INTO trip_briefing (org_id, traveller, number, person, hash, seed, blocks, begun_on) VALUES ($1, 'goer', 1, 'li-2', '', '', '[]', '2026-01-01')`,
  `INSERT INTO briefing_reading (org_id, traveller, person, hash, opened_on) VALUES ($1, 'goer', 'li-2', 'h', '2026-01-01')`,
  `INSERT INTO advisory_notice (org_id, advisory, traveller, person, noted_on) VALUES ($1, 'advisory', 'goer', 'li-2', '2026-01-01')`,
  `INSERT INTO learning_package (org_id, id, title, topic, valid_months, counts, manifest, file, sha256, state, made_at) VALUES
     ($1, 'pack', '课件', 'cyber', 12, 'passed', '{}', 'f', 's', 'in-force', '2026-01-01')`,
  `INSERT INTO package_run (org_id, id, person, package, begun_on, verb, ended_on) VALUES
     ($1, 'played', 'li-2', 'pack', '2026-01-05', 'passed', '2026-01-05'), ($1, 'plays-2', 'li-2', 'pack', '2026-03-01', 'attempted', NULL),
     ($1, 'plays-1', 'li-1', 'pack', '2026-03-02', 'attempted', NULL)`,
  `INSERT INTO education_campaign (org_id, id, title, topics, from_on, until_on, state, made_at) VALUES
     ($1, 'both', '活动', '{cyber}', '2026-01-01', '2026-12-31', 'running', '2026-01-01'), ($1, 'one', '活动', '{cyber}', '2026-01-01', '2026-12-31', 'running', '2026-01-01')`,
  `INSERT INTO campaign_chosen (org_id, campaign, person, chosen_at) VALUES ($1, 'both', 'li-1', '2026-01-15'), ($1, 'both', 'li-2', '2026-02-15'), ($1, 'one', 'li-2', '2026-01-15')`,
  `INSERT INTO campaign_person (org_id, campaign, person, addressed_on) VALUES ($1, 'both', 'li-1', '2026-01-01'), ($1, 'both', 'li-2', '2026-01-02'), ($1, 'one', 'li-2', '2026-01-01')`,
  `INSERT INTO education_exemption (org_id, id, person, topic, reason, granted_on, until_on) VALUES ($1, 'exempt', 'li-2', 'cyber', '外派', '2026-01-01', '2026-12-31')`,
  `INSERT INTO trip_step_holder (org_id, id, role, person, deputy, from_on, named_at) VALUES
     ($1, 'holder-2', 'leader', 'li-2', false, '2026-01-01', '2026-01-01')`,
];

/** Which rows name whom. */
const holds = `SELECT 'reading ' || hash || ' ' || lesson || ' ' || opened_on AS row, person FROM course_reading WHERE org_id = $1
  UNION ALL SELECT 'attempt ' || id, person FROM course_attempt WHERE org_id = $1
  UNION ALL SELECT 'run ' || id, person FROM package_run WHERE org_id = $1
  UNION ALL SELECT 'reopening ' || id, person FROM course_reopening WHERE org_id = $1
  UNION ALL SELECT 'certificate ' || id, person FROM course_certificate WHERE org_id = $1
  UNION ALL SELECT 'plan ' || trip, filed_by FROM trip_plan WHERE org_id = $1
  UNION ALL SELECT 'trail ' || trip || ' ' || number, person FROM trip_trail WHERE org_id = $1 AND person IS NOT NULL
  UNION ALL SELECT 'device ' || device || ' ' || number, person FROM device_trail WHERE org_id = $1
  UNION ALL SELECT 'briefing ' || traveller, person FROM trip_briefing WHERE org_id = $1
  UNION ALL SELECT 'briefing read ' || traveller, person FROM briefing_reading WHERE org_id = $1
  UNION ALL SELECT 'advisory ' || advisory, person FROM advisory_notice WHERE org_id = $1
  UNION ALL SELECT 'campaign ' || campaign || ' ' || addressed_on, person FROM campaign_person WHERE org_id = $1
  UNION ALL SELECT 'chosen ' || campaign || ' ' || extract(month FROM chosen_at), person FROM campaign_chosen WHERE org_id = $1
  UNION ALL SELECT 'exempt ' || id, person FROM education_exemption WHERE org_id = $1
  UNION ALL SELECT 'holder ' || id, person FROM trip_step_holder WHERE org_id = $1`;

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const held = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await ownerClient.query<{ row: string; person: string }>(holds, [org])).rows.map(({ row, person }) => [
        row,
        person,
      ]),
    );

  beforeAll(async () => {
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await program.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    const fields = { organisation: org, name: '李示例', standing: 'employee', joinedOn: '2021-03-01' };
    for (const id of ['li-1', 'li-2']) await program.run('register.record', [{ kind: 'person', id, fields }], officer);
    await ownerClient.query('SET session_replication_role = replica');
    for (const row of rows) await ownerClient.query(row, [org]);
    await ownerClient.query('SET session_replication_role = DEFAULT');
  });

  test('what was learnt and who travelled goes along with the person, and back again when the two are taken apart', async () => {
    const before = await held();
    const asked = { keep: 'li-1', drop: 'li-2', take: [], reason: '同一人登记两次' };
    const { merge } = (await program.one('people.ask-merge', asked, officer)) as { merge: string };
    await program.one('people.confirm-merge', { merge }, counsel);
    const merged = await held();
    const stayed = Object.keys(merged).filter((row) => merged[row] === 'li-2');
    // A lesson that both opened, a course and a package both have under way, a campaign for both, planned or begun: the kept entry's own holds.
    expect(stayed.toSorted()).toEqual([
      'attempt open-2',
      'campaign both 2026-01-02',
      'chosen both 2',
      'reading hash both 2026-01-01',
      'run plays-2',
    ]);
    expect(Object.keys(merged).toSorted()).toEqual(Object.keys(before).toSorted());
    const learner = actorOf(org, 'member', { person: 'li-1' });
    expect(await program.ask('education.certificates', {}, learner)).toMatchObject({
      certificates: [{ certificate: 'certificate-2' }],
    });
    // What comes after is the kept entry's; what somebody took away since is not brought back.
    await ownerClient.query(
      `INSERT INTO course_reopening (org_id, id, person, course, opened_at) VALUES ($1, 'later', 'li-1', 'general', '2026-12-01')`,
      [org],
    );
    await ownerClient.query(`DELETE FROM course_reading WHERE org_id = $1 AND lesson = 'own'`, [org]);
    await program.one('people.undo-merge', { merge, reason: '两人同名' }, officer);
    const { 'reading hash own 2026-01-03': _gone, ...kept } = before;
    expect(await held()).toEqual({ ...kept, 'reopening later': 'li-1' });
  });
});
