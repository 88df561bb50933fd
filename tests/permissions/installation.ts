import { roles } from '@sallyport/core/access';
import type { Client } from 'pg';
import { placeUnits } from '../support/units.ts';
import { deadJob, fileOf, samples } from './samples.ts';

export const [org, otherOrg] = ['org-a', 'org-b'];
const seats = ['own', 'unit', 'far'] as const;
export type Seat = (typeof seats)[number];
export const asking = [...roles, 'none'] as const;

/** Two organisations; in the first two units, a person in each, an account for every role and seat, and what the samples ask about. */
export async function installation(owner: Client): Promise<void> {
  await placeUnits(owner, org, { 'unit-a': null, 'unit-b': null }, { li: 'unit-a', wang: 'unit-b' });
  await placeUnits(owner, otherOrg, { 'unit-far': null }, { far: 'unit-far' });
  const names = seats.flatMap((seat) =>
    roles.map((role) => ({ at: seat === 'far' ? otherOrg : org, id: `${seat}-${role}` })),
  );
  const at = '2026-11-23T03:00:00Z';
  const later = '2026-11-23T23:00:00Z';
  const write = (sql: string, ...values: unknown[]) => owner.query(sql, values);
  for (const { at: where, id } of [{ at: org, id: 'other' }, { at: org, id: 'somebody' }, ...names]) {
    await write(
      `INSERT INTO account (org_id, id, login, name, status, made_at) VALUES ($1, $2, $2, $2, 'active', $3)`,
      where,
      id,
      at,
    );
    await write(
      `INSERT INTO account_session (org_id, id, hash, account, factors, started_at, used_at, idle_until, ends_at, proved_at)
       VALUES ($1, $2, decode(md5($2), 'hex'), $3, '{password,totp}', $4, $4, $5, $5, $4)`,
      where,
      `session-${id}`,
      id,
      at,
      later,
    );
    await write(
      `INSERT INTO api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at)
       VALUES ($1, $2, decode(md5($2), 'hex'), $3, 'x', '{identity.me}', true, $4, $5)`,
      where,
      `token-${id}`,
      id,
      at,
      later,
    );
    await write(
      `INSERT INTO calendar_feed (org_id, id, account, label, language, hash, handover, made_on) VALUES ($1, $2, $3, 'x', 'zh', $2, 'handover-1', '2026-11-23')`,
      where,
      `feed-${id}`,
      id,
    );
    await write(
      `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
       VALUES ($1, $2, $3, 'x', $2, '\\x00', 0, '{}', $4)`,
      where,
      `passkey-${id}`,
      id,
      at,
    );
    await write(
      `INSERT INTO duty_view (org_id, id, account, name, search, saved_at) VALUES ($1, $2, $3, 'x', '{}', $4)`,
      where,
      `view-${id}`,
      id,
      at,
    );
    await write(
      `INSERT INTO two_person_act (org_id, id, kind, first_account, first_session, subject_account, reason, asked_at, ends_at)
       VALUES ($1, $2, 'recovery', $3, 'x', $4, 'reason', $5, $6)`,
      where,
      `act-${id}`,
      id,
      where === org && id !== 'other' ? 'other' : null,
      at,
      later,
    );
    await write(
      `INSERT INTO account_subject (org_id, issuer, subject, account, made_at) VALUES ($1, 'https://issuer.example', $2, $2, $3)`,
      where,
      id,
      at,
    );
  }
  for (const seat of seats)
    for (const role of roles)
      await write(
        `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, $2, $2, $3, $4, $5, $5)`,
        seat === 'far' ? otherOrg : org,
        `${seat}-${role}`,
        role,
        seat === 'unit' ? 'unit-b' : null,
        '2026-01-01T00:00:00Z',
      );
  await write(
    `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, 'grant-somebody', 'somebody', 'custodian', 'unit-a', $2, $2)`,
    org,
    '2026-01-01T00:00:00Z',
  );
  await write(
    `INSERT INTO legal_hold (org_id, id, kind, target, clause, from_day, until_day) VALUES ($1, 'hold-1', 'completion', 'none', 'c', '2026-11-01', '2026-12-31')`,
    org,
  );
  for (const [each, routing] of [
    [org, 'aaaaaaaa'],
    [otherOrg, 'bbbbbbbb'],
  ])
    await write(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, $2, $3)`, each, routing, at);
  await write(
    `INSERT INTO pgboss.job (id, name, data, source_name, source_retry_count)
     VALUES ($1, 'dead-letters', jsonb_build_object('org', $2::text, 'payload', '{}'::jsonb), 'identity.tidy', 8)`,
    deadJob,
    org,
  );
  await write(
    `INSERT INTO mail (org_id, id, account, template, address, state, made_at) VALUES ($1, 'letter-1', 'somebody', 'to-do', 'a@example.org', 'kept', $2)`,
    org,
    at,
  );
  for (const [session, state] of [
    ['session-1', 'planned'],
    ['session-2', 'held'],
  ])
    await write(
      `INSERT INTO training_session (org_id, id, title, topic, audience, held_on, place, state, made_at)
       VALUES ($1, $2, '面授培训', 'hosting', 'all', '2026-11-20', 'x', $3, $4)`,
      org,
      session,
      state,
      at,
    );
  for (const [campaign, state] of [
    ['campaign-1', 'draft'],
    ['campaign-2', 'running'],
  ])
    await write(
      `INSERT INTO education_campaign (org_id, id, title, topics, everybody, from_on, until_on, state, made_at)
       VALUES ($1, $2, 'x', '{hosting}', true, '2026-11-01', '2026-12-31', $3, $4)`,
      org,
      campaign,
      state,
      at,
    );
  await write(
    `INSERT INTO campaign_person (org_id, campaign, person, unit, addressed_on) VALUES ($1, 'campaign-2', 'li', 'unit-a', '2026-11-01')`,
    org,
  );
  await write(
    `INSERT INTO education_exemption (org_id, id, person, topic, reason, granted_on, until_on)
     VALUES ($1, 'exemption-1', 'li', 'cyber', 'x', '2026-11-01', '2026-12-31')`,
    org,
  );
  for (const [id, state] of [
    ['package-1', 'brought'],
    ['package-2', 'in-force'],
  ])
    await write(
      `INSERT INTO learning_package (org_id, id, title, topic, valid_months, counts, manifest, file, sha256, state, made_at)
       VALUES ($1, $2, '课件', 'hosting', 12, 'passed', '{"standard": "1.2", "title": "", "entry": "index.html", "query": ""}', 'x', 'x', $3, $4)`,
      org,
      id,
      state,
      at,
    );
  await write(
    `INSERT INTO package_run (org_id, id, person, package, begun_on, verb) VALUES ($1, 'run-1', 'li', 'package-2', '2026-11-20', 'attempted')`,
    org,
  );
  for (const [kind, fact] of [
    ['completion', 'completion-1'],
    ['copy', 'copy-1'],
    ['trip', 'trip-1'],
  ] as const)
    await write(
      `INSERT INTO evidence_file (org_id, id, kind, fact, person, name, type, size, sha256, sealed_key, added_at)
       VALUES ($1, $2, $3, $4, 'li', 'x.txt', 'txt', 1, 'x', '\\x00', $5)`,
      org,
      fileOf(kind),
      kind,
      fact,
      at,
    );
  await write(
    `INSERT INTO form_print (org_id, id, year, serial, form, template_version, kind, fact, fact_version, person, language, token, printed_at)
     VALUES ($1, 'print-1', 2026, 900, 'education-record', 0, 'completion', 'completion-1', 1, 'li', 'zh', 'AAAAAAAAAAAAAAAA', $2)`,
    org,
    at,
  );
  await write(
    `INSERT INTO course_content (org_id, hash, course, files, kept_at) VALUES ($1, 'sha256:none', 'general', '{}', $2)`,
    org,
    at,
  );
  await write(
    `INSERT INTO course_certificate (org_id, id, person, year, serial, course, title, topics, completions, issued_on, valid_until)
     VALUES ($1, 'certificate-1', 'li', 2026, 900, 'general', '{"zh": "课", "en": "course"}', '{}', '{}', '2026-11-01', '2027-11-01')`,
    org,
  );
  for (const [id, submitted] of [
    ['attempt-1', null],
    ['attempt-2', at],
  ])
    await write(
      `INSERT INTO course_attempt (org_id, id, person, course, hash, seed, begun_at, submitted_at)
       VALUES ($1, $2, 'li', 'general', 'sha256:none', 'x', $3, $4)`,
      org,
      id,
      at,
      submitted,
    );
  for (const [id, state] of [
    ['import-1', 'preview'],
    ['import-2', 'applied'],
  ])
    await write(
      `INSERT INTO register_import (org_id, id, account, acting, state, files, unchanged, made_at) VALUES ($1, $2, 'other', 'other', $3, 1, '{}', $4)`,
      org,
      id,
      state,
      at,
    );
  for (const id of ['leaving-1', 'leaving-2'])
    await write(
      `INSERT INTO person_leaving (org_id, id, person, effective_on, state, made_at) VALUES ($1, $2, 'wang', '2026-12-31', 'waiting', $3)`,
      org,
      id,
      at,
    );
  await write(
    `INSERT INTO leaving_item (org_id, leaving, position, what, name) VALUES ($1, 'leaving-1', 0, 'role', 'custodian')`,
    org,
  );
  for (const [id, state] of [
    ['merge-1', 'asked'],
    ['merge-2', 'merged'],
  ])
    await write(
      `INSERT INTO person_merge (org_id, id, kept, gone, fields, state, first_account, first_session, asked_at, merged_at) VALUES ($1, $2, 'li', 'gone', '{}', $3, 'other', 'x', $4, $4)`,
      org,
      id,
      state,
      at,
    );
  for (const kind of ['completion', 'copy'])
    await write(
      `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at) VALUES ($1, $2, $2 || '-gone', 2, 'withdraw', '2026-03-02', $3)`,
      org,
      kind,
      at,
    );
  await write(`SET session_replication_role = replica`);
  await write(
    `INSERT INTO fact_course (org_id, id, organisation, topic, audience, held_on, title, happened_on)
     VALUES ($1, 'session-2', 'o', 'hosting', 'all', '2026-11-20', 'x', '2026-11-20')`,
    org,
  );
  await write(
    `INSERT INTO fact_branch (org_id, id, organisation, name, happened_on) VALUES ($1, 'branch-1', 'o', '驻外一处', '2020-01-01')`,
    org,
  );
  await write(
    `INSERT INTO fact_completion (org_id, id, person, topic, completed_on, happened_on) VALUES ($1, 'completion-1', 'li', 'counter-espionage', '2026-03-02', '2026-03-02')`,
    org,
  );
  await write(
    `INSERT INTO fact_leaving (org_id, id, person, organisation, secret_bearing, without_permission, decided_on, effective_on, happened_on)
     VALUES ($1, 'leaving-2', 'wang', 'o', false, false, '2026-11-20', '2026-12-31', '2026-11-20')`,
    org,
  );
  await write(
    `INSERT INTO fact_document (org_id, id, organisation, derivative, unclear, above_power, happened_on) VALUES ($1, 'document-1', 'o', false, false, false, '2026-01-01')`,
    org,
  );
  await write(
    `INSERT INTO fact_trip (org_id, id, organisation, kind, abroad, emergency, created_on, happened_on)
     VALUES ($1, 'trip-1', 'o', 'official', true, false, '2026-11-01', '2026-11-01')`,
    org,
  );
  await write(
    `INSERT INTO fact_traveller (org_id, id, trip, person, leader, cleared, added_on, happened_on)
     VALUES ($1, 'traveller-1', 'trip-1', 'li', false, false, '2026-11-01', '2026-11-01')`,
    org,
  );
  await write(
    `INSERT INTO fact_trip (org_id, id, organisation, kind, abroad, emergency, created_on, happened_on)
     VALUES ($1, 'trip-2', 'o', 'official', true, false, '2026-11-01', '2026-11-01')`,
    org,
  );
  await write(
    `INSERT INTO fact_traveller (org_id, id, trip, person, leader, cleared, added_on, happened_on)
     VALUES ($1, 'traveller-2', 'trip-2', 'li', false, false, '2026-11-01', '2026-11-01')`,
    org,
  );
  for (const [device, act, borrowed] of [
    ['device-1', 'issue', true],
    ['device-2', 'reserve', true],
    ['device-3', 'add', false],
    ['device-4', 'lose', false],
    ['device-5', 'release', false],
  ])
    await write(
      `INSERT INTO pool_device (org_id, id, number, kind, model, encrypted, last_act, version, trip, traveller)
       VALUES ($1, $2, $2, 'phone', 'x', true, $3, 1, $4, $5)`,
      org,
      device,
      act,
      borrowed === true ? 'trip-2' : null,
      borrowed === true ? 'traveller-2' : null,
    );
  await write(
    `INSERT INTO trip_step_holder (org_id, id, role, unit, person, deputy, from_on, named_at)
     VALUES ($1, 'holder-1', 'agency', 'unit-a', 'somebody', false, '2026-01-01', $2)`,
    org,
    at,
  );
  await write(
    `INSERT INTO advisory (org_id, id, line, number, places, levels, said, source, reason, from_day, last_day, decided_at)
     VALUES ($1, 'advisory-1', 'advisory-1', 1, '{奥斯陆}', '{"crime": "raised"}', 'x', 'x', 'x', '2026-11-01', '2026-12-31', $2)`,
    org,
    at,
  );
  await write(
    `INSERT INTO fact_copy (org_id, id, document, custodian, reproduction, happened_on) VALUES ($1, 'copy-1', 'document-1', 'li', false, '2026-01-05')`,
    org,
  );
  for (const each of [org, otherOrg])
    await write(
      `INSERT INTO fact_organisation (org_id, id, name, seat, has_superior, foreign_exchange, sends_abroad, posts_abroad, trains_public_staff, media, examines_courier_licences, keeps_information_systems, happened_on)
         VALUES ($1, 'o', 'o', 'cn', false, false, false, false, false, false, false, false, '2020-01-01')`,
      each,
    );
  await write(
    `UPDATE fact_organisation SET established_on = happened_on, key_unit_since = '2022-01-01' WHERE org_id = $1`,
    org,
  );
  await write(`UPDATE fact_person SET joined_on = happened_on WHERE org_id = $1`, org);
  await write(
    `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
     VALUES ($1, 'handover-1', 'o', 'supervisor', false, '2026-11-01', '2026-11-01')`,
    org,
  );
  await write(
    `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
     VALUES ($1, 'handover-1', 'mail', 'x', 'CN', 'c', 'domestic', '2026-11-01', '2026-12-20')`,
    org,
  );
  await write(`SET session_replication_role = DEFAULT`);
  const sample = samples['duties.one']?.input('none') as { readonly rule: string } | undefined;
  const rule = sample?.rule ?? '';
  await write(
    `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, person, unit, version)
     VALUES ($1, $2, 'li', '-infinity', 0, '{}', '2026-12-01', 'li', 'li', 'unit-a', 1)`,
    org,
    rule,
  );
  await write(
    `INSERT INTO fact_review_decision (org_id, id, organisation, rule, subject, verdict, decided_on, happened_on)
     VALUES ($1, 'review-1', 'o', $2, 'li', 'dismissed', '2026-11-01', '2026-11-01')`,
    org,
    rule,
  );
  await write(
    `INSERT INTO fact_waiver (org_id, id, organisation, rule, subject, granted_on, until, happened_on)
     VALUES ($1, 'waiver-1', 'o', $2, 'li', '2026-11-01', '2026-12-31', '2026-11-01')`,
    org,
    rule,
  );
}
