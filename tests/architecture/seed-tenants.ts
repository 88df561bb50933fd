import { type Field, type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Client } from 'pg';
import { namedKinds } from '../../packages/server/src/modules/register/naming/named-kinds.ts';

/** What the rows of a tenant's facts are numbered under, so that a row of another is known wherever it turns up. */
export const markOf = (org: string): string => `${org}-row-`;

const marked = (org: string): string => `'${markOf(org)}' || n`;

function valueOf(org: string, field: Field): string {
  if (field.type === 'ref') return marked(org);
  if (field.type === 'text') return `'${org} text ' || n`;
  if (field.type === 'word') return `'${Object.keys(field.words ?? {})[0] ?? 'none'}'`;
  if (field.type === 'boolean') return 'n % 2 = 0';
  if (field.type === 'day') return `date '2020-01-01' + n % 2000`;
  return field.type === 'instant' ? 'n::bigint * 86400000000' : 'n';
}

async function seedKind(client: Client, kind: Kind, org: string, rows: number): Promise<void> {
  const names = Object.keys(kind.fields);
  const values = Object.values(kind.fields).map((field) => valueOf(org, field));
  await client.query(
    `INSERT INTO ${tableName(kind.name)} (org_id, id, ${names.map(columnName).join(', ')}, happened_on)
     SELECT '${org}', ${marked(org)}, ${values.join(', ')}, date '2020-01-01' + n % 2000 FROM generate_series(1, ${rows}) AS n`,
  );
  if (namedKinds.some((name) => name === kind.name))
    await client.query(
      `UPDATE ${tableName(kind.name)} SET sort_zh = '1' || md5(id), sort_en = '0' || md5(id) WHERE org_id = '${org}'`,
    );
}

/** The same number of rows of every kind of fact, of duties, of what was seen and of versions, for each tenant. */
export async function seedTenants(client: Client, orgs: readonly string[], rows: number): Promise<void> {
  await client.query('BEGIN');
  for (const org of orgs) {
    for (const kind of vocabulary.kinds.values()) await seedKind(client, kind, org, rows);
    const series = `FROM generate_series(1, ${rows}) AS n`;
    const mark = marked(org);
    await client.query(
      `INSERT INTO trip_plan (org_id, trip, filed_by, drafted_at) SELECT '${org}', ${mark}, ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO trip_trail (org_id, trip, number, act, person, on_day, at)
       SELECT '${org}', ${mark}, 1, 'draft', ${mark}, '2020-01-01', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO trip_step_wait (org_id, trip, role, since_on, reminded_on)
       SELECT '${org}', ${mark}, 'leader', '2020-01-01', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO trip_reminded (org_id, account, on_day) SELECT '${org}', ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO trip_step_holder (org_id, id, role, person, deputy, from_on, named_at)
       SELECT '${org}', ${mark}, 'leader', ${mark}, false, '2020-01-01', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO pool_device (org_id, id, number, kind, model, encrypted, last_act, version, trip, traveller, return_within)
       SELECT '${org}', ${mark}, '${org} text ' || n, 'phone', '${org} text', true, 'issue', 1, ${mark}, ${mark}, 3 ${series}`,
    );
    await client.query(
      `INSERT INTO device_trail (org_id, device, number, act, person, on_day, at, traveller)
       SELECT '${org}', ${mark}, 1, 'add', ${mark}, '2020-01-01', '2020-01-01', ${mark} ${series}`,
    );
    await client.query(
      `INSERT INTO trip_briefing (org_id, traveller, number, person, hash, seed, blocks, begun_on)
       SELECT '${org}', ${mark}, 1, ${mark}, '', '', '[]', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO briefing_reading (org_id, traveller, person, hash, opened_on)
       SELECT '${org}', ${mark}, ${mark}, ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO advisory (org_id, id, line, number, places, levels, said, source, reason, from_day, last_day, decided_at)
       SELECT '${org}', ${mark}, ${mark}, 1, ARRAY['${org} text ' || n], '{}', '${org} text', '', '', '2020-01-01',
         date '2020-01-01' + n % 2000, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO advisory_notice (org_id, advisory, traveller, person, noted_on)
       SELECT '${org}', ${mark}, ${mark}, ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO training_session (org_id, id, title, topic, audience, held_on, place, state, made_at)
       SELECT '${org}', ${mark}, '${org} text', 'cyber', 'all', '2020-01-01', '${org} text', 'planned', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO learning_package (org_id, id, title, topic, valid_months, counts, manifest, file, sha256, state, made_at)
       SELECT '${org}', ${mark}, '${org} text', 'cyber', 12, 'passed', '{"standard": "1.2", "title": "${org} text"}', 'x', 'x', 'in-force',
         '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO package_run (org_id, id, person, package, begun_on, verb)
       SELECT '${org}', ${mark}, ${mark}, ${mark}, '2020-01-01', 'attempted' ${series}`,
    );
    await client.query(
      `INSERT INTO education_campaign (org_id, id, title, topics, everybody, from_on, until_on, state, made_at)
       SELECT '${org}', ${mark}, '${org} text', '{cyber}', true, '2020-01-01', '2020-12-31', 'running', timestamptz '2020-01-01' + n * interval '1 day' ${series}`,
    );
    await client.query(
      `INSERT INTO campaign_chosen (org_id, campaign, person, chosen_at)
       SELECT '${org}', ${mark}, ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO campaign_person (org_id, campaign, person, unit, addressed_on)
       SELECT '${org}', ${mark}, ${mark}, ${mark}, '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO education_exemption (org_id, id, person, topic, reason, granted_on, until_on)
       SELECT '${org}', ${mark}, ${mark}, 'cyber', '${org} text', '2020-01-01', '2020-12-31' ${series}`,
    );
    for (const kind of ['person', 'unit', 'branch'])
      await client.query(
        `INSERT INTO search_gram (org_id, gram, kind, id)
         SELECT '${org}', gram, '${kind}', ${mark} ${series}, unnest(ARRAY['te', 'ex', 'xt', 'g' || n % 100]) AS gram`,
      );
    await client.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at)
       SELECT '${org}', ${mark}, ${mark}, ${mark}, ${mark}, 'active', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at)
       SELECT '${org}', ${mark}, ${mark}, 'unit-lead', ${mark}, '2020-01-01', '2020-01-01' ${series}`,
    );
    await client.query(
      `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields)
       SELECT '${org}', 'person', ${mark}, 1, 'record', '2020-01-01', '2020-01-01', jsonb_build_object('name', '${org} text') ${series}`,
    );
    await client.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, evidence, next_change, due_on, person, unit, assignee, version)
       SELECT '${org}', 'rule-' || n % 40, ${mark}, '-infinity', n % 5, '{}', n, date '2020-01-01' + n % 2000, ${mark}, ${mark}, ${mark}, 1 ${series}`,
    );
    await client.query(
      `INSERT INTO duty_change (org_id, rule, subject, period, version, effective, recorded_at, status, evidence, cause)
       SELECT '${org}', 'rule-' || n % 40, ${mark}, '-infinity', 1, n, n, n % 5, '{}', 'fact' ${series}`,
    );
    await client.query(
      `INSERT INTO seen (org_id, person, day, query, viewer)
       SELECT '${org}', '${markOf(org)}' || n % 50, date '2020-01-01' + n % 2000, 'register.one', ${mark} ${series}`,
    );
    await client.query(
      `INSERT INTO legal_hold (org_id, id, kind, target, clause, reason, from_day, until_day)
       SELECT '${org}', ${mark}, 'person', ${mark}, 'a clause', '${org} text', '2026-01-01', '2026-12-31' ${series}`,
    );
    await client.query(
      `INSERT INTO erasure_run (org_id, id, ran_at, erased, missed)
       SELECT '${org}', ${mark}, timestamptz '2020-01-01' + n * interval '1 hour', '{}', '{}' ${series}`,
    );
  }
  await client.query('COMMIT');
  await client.query('ANALYZE');
}
