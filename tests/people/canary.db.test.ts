import { randomUUID } from 'node:crypto';
import { isRecordedByHand } from '@sallyport/core/access';
import { type Field, type Kind, vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { declaredTables } from '../../packages/server/src/declared-tables.ts';
import { eraseFilesOfSubjects } from '../../packages/server/src/modules/files/index.ts';
import { eraseValuesOfPersons, eraseValuesOfSubjects } from '../../packages/server/src/modules/journal/index.ts';
import { erasableKinds } from '../../packages/server/src/modules/register/index.ts';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import { eachInstallation } from '../support/installations.ts';
import { testJournal } from '../support/journals.ts';
import { organisationFlags } from '../support/organisation.ts';
import { dumpText, linesWith } from './dump.ts';
import { eraseByTwo, type PrivacyRooms, privacyRooms, staffMember } from './privacy-rooms.ts';

const org = 'org-canary';
const machine: Actor = { ...nobody(org), via: 'machine' };

/** Stands in every text about a person; the day in every day about a person. Neither stands anywhere else. */
const canary = 'canary-value';
const canaryDay = '2013-03-29';

const idOf = (kind: string): string => `one-${kind}`;
const personal = new Map(erasableKinds.map((each) => [each.kind.name, each]));

function valueOf(kind: Kind, name: string, field: Field): unknown {
  const about = field.personal !== 'no';
  if (field.type === 'ref')
    return field.to === 'organisation' ? org : field.to === kind.name ? null : idOf(field.to ?? '');
  if (field.type === 'text') return about ? `${canary}-${kind.name}-${name}` : '—';
  if (field.type === 'day') return about ? canaryDay : '2013-01-01';
  if (field.type === 'instant') return '2013-01-01T00:00:00Z';
  return field.type === 'boolean'
    ? false
    : field.type === 'integer'
      ? 1
      : (Object.keys(field.words ?? {})[0] ?? 'none');
}

const factOf = (kind: Kind) => ({
  kind: kind.name,
  id: idOf(kind.name),
  fields: Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, valueOf(kind, name, field)])),
});

/** Referred-to before referring, so that each can be recorded. */
function inOrder(): Kind[] {
  const [sorted, visited] = [new Set<Kind>(), new Set<string>(['organisation'])];
  const visit = (name: string): void => {
    const kind = vocabulary.kinds.get(name);
    if (kind === undefined || visited.has(name)) return;
    visited.add(name);
    for (const { to } of Object.values(kind.fields)) if (to !== undefined) visit(to);
    sorted.add(kind);
  };
  for (const { kind } of erasableKinds) visit(kind.name);
  return [...sorted];
}

const [who, at] = [idOf('person'), "'2026-11-20'"];
const importOf = `(org_id, id, account, acting, state, files, unchanged, reason, made_at)`;

/** What rooms keep of somebody beside the register: a row of each table, as the room would write it. */
const beside = [
  `account (org_id, id, login, name, person, status, password_hash, made_at)
   VALUES ('${org}', 'a1', '${canary}-login', '${canary}-name', '${who}', 'disabled', '${canary}-hash', '2013-01-01')`,
  `account_session (org_id, id, hash, account, factors, started_at, used_at, idle_until, ends_at, proved_at, address, device)
   VALUES ('${org}', 's1', '', 'a1', '{}', now(), now(), now(), now(), now(), '${canary}-address', '${canary}-device')`,
  `account_link (org_id, id, hash, account, kind, password_hash, made_at, ends_at)
   VALUES ('${org}', 'l1', '', 'a1', 'invitation', '${canary}-hash', now(), now())`,
  `api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at)
   VALUES ('${org}', 't1', '', 'a1', '${canary}-label', '{}', false, now(), now())`,
  `account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
   VALUES ('${org}', 'p1', 'a1', '${canary}-passkey', '${canary}-credential', '', 0, '{}', now())`,
  `account_subject (org_id, issuer, subject, account, made_at) VALUES ('${org}', 'https://i.example', '${canary}-subject', 'a1', ${at})`,
  `mail_address (org_id, account, address, language, set_at) VALUES ('${org}', 'a1', '${canary}@example.org', 'zh', ${at})`,
  `mail (org_id, id, account, template, address, language, link, state, made_at)
   VALUES ('${org}', 'm1', 'a1', 'invitation', '${canary}@example.org', 'zh', '${canary}-link', 'kept', ${at})`,
  `notice_choice (org_id, account, zone, digest, set_at) VALUES ('${org}', 'a1', '${canary}/Zone', 'daily', ${at})`,
  `notice_digest (org_id, account, waits, looked_on, set_at) VALUES ('${org}', 'a1', true, '${canaryDay}', ${at})`,
  `calendar_feed (org_id, id, account, label, language, hash, handover, made_on, used_on)
   VALUES ('${org}', 'c1', 'a1', '${canary}-phone', 'zh', '${canary}-hash', 'h1', ${at}, '${canaryDay}')`,
  `duty_view (org_id, id, account, name, search, saved_at)
   VALUES ('${org}', 'v1', 'a1', '${canary}-view', '{"find": "${canary}-find"}', ${at})`,
  `journal_entry (org_id, id, body, action, account, day) VALUES ('${org}', 'signed-in', '', 'identity.sign-in', 'a1', ${at})`,
  `journal_context (org_id, entry, address, device, day)
   VALUES ('${org}', 'signed-in', '${canary}-address', '${canary}-device', ${at})`,
  `taken_over (org_id, kind, fact, field, person, reason, account, taken_at)
   VALUES ('${org}', 'person', '${who}', 'name', '${who}', '${canary}-taken', NULL, ${at})`,
  `evidence_file (org_id, id, kind, fact, person, name, type, size, sha256, sealed_key, added_at)
   VALUES ('${org}', 'f1', 'person', '${who}', '${who}', '${canary}.pdf', 'pdf', 1, '${canary}-hash', '${canary}-key', ${at})`,
  `register_import ${importOf} VALUES ('${org}', 'i1', 'a1', 'a1', 'applied', 1, '{}', '${canary}-import', ${at})`,
  `import_row (org_id, import, position, kind, fact, change, version, file, line, person, before, fields, state, made_at)
   VALUES ('${org}', 'i1', 1, 'person', '${who}', 'correct', 1, '${canary}.xlsx', 2, '${who}', '{"name": "${canary}-before"}',
     '{"name": "${canary}-after"}', 'done', ${at})`,
  `person_merge (org_id, id, kept, gone, fields, before, reason, state, first_session, asked_at)
   VALUES ('${org}', 'g1', '${who}', '${who}', '{"name": "${canary}-gone"}', '{"name": "${canary}-kept"}', '${canary}-merge', 'declined', '', ${at})`,
  `person_leaving (org_id, id, person, effective_on, state, made_at, before)
   VALUES ('${org}', 'l1', '${who}', ${at}, 'taken-back', ${at}, '{"name": "${canary}-left"}')`,
  `legal_hold (org_id, id, kind, target, clause, reason, from_day, until_day, released_on, release_reason)
   VALUES ('${org}', 'h1', 'person', '${who}', 'c', '${canary}-held', '2026-01-01', '2026-12-31', '2026-02-01', '${canary}-released')`,
  `trip_plan (org_id, trip, filed_by, legs, items, communications, drafted_at)
   VALUES ('${org}', 'trip', '${who}', '["${canary}-leg"]', '["${canary}-item"]', '${canary}-communications', ${at})`,
  `trip_briefing (org_id, traveller, number, person, hash, seed, blocks, begun_on)
   VALUES ('${org}', 'goer', 1, '${who}', '', '', '["${canary}-block"]', ${at})`,
  `training_session (org_id, id, title, topic, audience, held_on, place, trainer, state, made_at, account)
   VALUES ('${org}', 's1', 'x', 'cyber', 'all', ${at}, 'x', '${canary}-trainer', 'planned', ${at}, 'a1')`,
  `learning_package (org_id, id, title, topic, valid_months, counts, manifest, file, sha256, state, made_at)
   VALUES ('${org}', 'k1', 'x', 'cyber', 12, 'passed', '{}', 'x', 'x', 'in-force', ${at})`,
  `package_run (org_id, id, person, package, begun_on, verb, location, suspend_data)
   VALUES ('${org}', 'r1', '${who}', 'k1', ${at}, 'attempted', '${canary}-place', '${canary}-suspended')`,
  `education_exemption (org_id, id, person, topic, reason, granted_on, until_on)
   VALUES ('${org}', 'x1', '${who}', 'cyber', '${canary}-exempt', ${at}, ${at})`,
  `trip_trail (org_id, trip, number, act, person, on_day, at, said)
   VALUES ('${org}', 'trip', 1, 'change', '${who}', ${at}, ${at}, '${canary}-said')`,
  `device_trail (org_id, device, number, act, person, on_day, at, said)
   VALUES ('${org}', 'device', 1, 'inspect', '${who}', ${at}, ${at}, '${canary}-inspected')`,
].map((row) => `INSERT INTO ${row}`);

/** A column that names somebody by a number: it is erased with the row, or leads to nobody. */
const isId =
  /(^|_)(account|person|by|session|first|second|viewer|acting|kept|gone|assignee|receiver|subject|stands_in_for)$/;

/** Personal columns without a canary: keys and salts made by the program, what is computed from the register, and acts of others. */
const elsewhere = [
  'account_passkey.public_key',
  'account_recovery_code.hash',
  'account_totp.secret',
  'calendar_feed.language',
  'clause_confirmation.ended_reason',
  'clause_confirmation.reason',
  // Numbers of questions and of the answers chosen: no text of anybody.
  'course_attempt.answers',
  'import_problem.file',
  'import_problem.heading',
  'import_problem.said',
  'journal_value.salts',
  'mail_address.language',
  'notice_choice.digest',
  // One of four words.
  'package_run.verb',
  'search_gram.gram',
  'trip_briefing.answers',
  'two_person_act.details',
  'two_person_act.reason',
];

eachInstallation(({ database, ownerClient }) => {
  let rooms: PrivacyRooms;
  let officer: Actor;
  let counsel: Actor;
  const known = async (): Promise<string[]> => linesWith(await dumpText(ownerClient), [canary, canaryDay]);

  beforeAll(async () => {
    rooms = privacyRooms(database, {
      parts: {
        values: {
          eraseOfSubjects: async (tx, subjects) =>
            (await eraseValuesOfSubjects(tx, subjects)) + (await eraseFilesOfSubjects(tx, subjects)),
          eraseOfPersons: eraseValuesOfPersons,
        },
      },
      runner: { journal: testJournal(database).port },
    });
    officer = await staffMember(ownerClient, org, 'security-officer', randomUUID());
    counsel = await staffMember(ownerClient, org, 'counsel', randomUUID());
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    const recorded = inOrder().filter(({ name }) => isRecordedByHand(name));
    await rooms.run('register.record', recorded.map(factOf), officer);
    // What somebody was called before a correction is theirs as well.
    const correction = { fields: { name: `${canary}-corrected` }, reason: `${canary}-reason` };
    await rooms.one('register.correct', { kind: 'person', id: idOf('person'), version: 1, ...correction }, officer);
    for (const statement of beside) await ownerClient.query(statement);
  }, 300_000);

  test('the canary stands in every personal text of every kind that is recorded, in its versions, in the journal and in the account', async () => {
    const lines = await known();
    const texts = [...personal.values()].flatMap(({ kind }) =>
      // Those that are decided and have actions of their own are put where those put them.
      !isRecordedByHand(kind.name)
        ? []
        : Object.entries(kind.fields).flatMap(([name, field]) =>
            field.personal !== 'no' && field.type === 'text' ? [`${canary}-${kind.name}-${name}`] : [],
          ),
    );
    expect(texts.filter((text) => !lines.some((line) => line.includes(text)))).toEqual([]);
    for (const table of ['fact_version', 'journal_value'])
      expect([table, lines.some((line) => line.startsWith(`public.${table} `))]).toEqual([table, true]);
  });

  test('it stands in every column of text that any room declares as personal; the rest holds ids, or what is made of the rest', async () => {
    const { rows } = await ownerClient.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'bytea')`,
    );
    const written = new Set(rows.map(({ table, column }) => `${table}.${column}`));
    const lacking: string[] = [];
    for (const { table, columns } of declaredTables)
      for (const [name, { personal: is }] of Object.entries(columns)) {
        const place = `${table}.${name}`;
        if (is === 'no' || table.startsWith('fact_') || !written.has(place) || isId.test(name)) continue;
        const { rows: found } = await ownerClient.query(
          `SELECT 1 FROM ${table} WHERE org_id = $1 AND (${name}::text LIKE '%${canary}%' OR ${name}::text LIKE $2) LIMIT 1`,
          [org, `%${Buffer.from(canary).toString('hex')}%`],
        );
        if (found.length === 0) lacking.push(place);
      }
    expect(lacking.toSorted()).toEqual(elsewhere);
  });

  test('once the person is erased, nothing of theirs is found in a dump', async () => {
    const asked = { person: idOf('person'), reason: `${canary}-asked` };
    // One that was declined says as much of them as the one that is confirmed.
    const { act } = (await rooms.one('privacy.erasePerson', asked, officer)) as { act: string };
    await rooms.one('identity.decline-act', { act }, counsel);
    await eraseByTwo(rooms, asked, [officer, counsel]);
    // What names nobody in the register (the text of a report) stays until its own bound, and nothing else.
    const nobodys = erasableKinds.filter(({ wholeRow }) => !wholeRow).map(({ kind }) => kind.name);
    const left = (await known()).filter(
      (line) => !nobodys.some((kind) => line.includes(`${canary}-${kind}-`) || line.includes(idOf(kind))),
    );
    expect(left).toEqual([]);
  });

  test('what names nobody goes at its bound, and then the canary is found nowhere', async () => {
    rooms.clock.set('2040-01-01T00:00:00Z');
    // Who signed stays ten years by the database's own clock, which no test moves.
    await ownerClient.query(`UPDATE two_person_act SET asked_at = '2013-01-01'`);
    const run = async () => (await rooms.one('privacy.eraseDue', {}, machine)) as { erased: number; missed: number };
    let last = await run();
    while (last.erased > 0) last = await run();
    expect(last.missed).toBe(0);
    expect(await known()).toEqual([]);
  }, 300_000);
});
