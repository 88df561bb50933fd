import type { Client } from 'pg';
import { readPacks } from '../../packages/cli/src/law/read-packs.ts';

/** Rules that count days, those of persons first. What they hang on does not matter to a list: their rows are shown without the facts behind them. */
export const plainRules: readonly string[] = readPacks()
  .law.rules.filter(({ clock }) => clock === 'day')
  .toSorted((a, b) => Number(b.subject === 'person') - Number(a.subject === 'person'))
  .map(({ id }) => id)
  .slice(0, 12);

const list = (words: string): string => `ARRAY['${Array.from(words).join("','")}']`;
const surnames = list('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹单解曾任查仇区');
const given = list('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅志国华建文辉红');
const latinGiven = `ARRAY['Anna','Boris','Chen','Daniel','Elena','Fatima','Grace','Hanna','Ivan','Juan']`;
const latinFamily = `ARRAY['Smith','Ivanova','Garcia','Müller','Okafor','Tanaka','Hansen','Dubois','Kim','Rossi']`;

const at = (array: string, number: string): string => `(${array})[1 + (${number}) % array_length(${array}, 1)]`;

/** A number from another, so that columns do not follow each other. */
const mixed = (seed: number): string => `abs(hashtextextended(n::text, ${seed}) % 1000000007)`;

/** One organisation: a unit for fifty people in a tree of ten, three duties and three journal entries a person. */
export async function fillOrganisation(client: Client, org: string, people: number): Promise<void> {
  const units = Math.max(20, Math.floor(people / 50));
  const fill = (table: string, columns: string, values: string, count: number) =>
    client.query(
      `INSERT INTO ${table} (org_id, ${columns}) SELECT '${org}', ${values} FROM generate_series(1, ${count}) AS n`,
    );
  await client.query('BEGIN');
  await fill(
    'fact_organisation',
    `id, name, seat, established_on, key_unit_since, has_superior, foreign_exchange, sends_abroad, posts_abroad, trains_public_staff, media,
     examines_courier_licences, keeps_information_systems, happened_on`,
    `'o', '示例研究院', 'cn', date '1990-01-01', date '2024-01-01', false, true, true, false, false, false, false, true, date '1990-01-01'`,
    1,
  );
  await fill(
    'fact_unit',
    'id, organisation, parent, name, established_on, happened_on',
    `'u-' || n, 'o', CASE WHEN n > 20 THEN 'u-' || n / 10 END, '第' || n || ${at(`ARRAY['业务部','办公室','研究所','保卫处','外事处']`, mixed(1))},
     date '2000-01-01' + (n % 5000)::int, date '2000-01-01' + (n % 5000)::int`,
    units,
  );
  await fill(
    'fact_person',
    'id, organisation, unit, name, standing, joined_on, left_on, happened_on',
    `'p-' || n, 'o', 'u-' || 1 + ${mixed(2)} % ${units},
     CASE WHEN n % 10 = 0 THEN ${at(latinGiven, mixed(3))} || ' ' || ${at(latinFamily, mixed(4))}
       ELSE ${at(surnames, mixed(5))} || ${at(given, mixed(6))} || CASE WHEN n % 3 > 0 THEN ${at(given, mixed(7))} ELSE '' END END,
     CASE WHEN n % 50 = 0 THEN 'visitor' WHEN n % 50 < 5 THEN 'contractor' WHEN n % 50 < 8 THEN 'student' WHEN n % 50 < 12 THEN 'former' ELSE 'employee' END,
     date '2005-01-01' + (${mixed(8)} % 7500)::int, CASE WHEN n % 50 BETWEEN 8 AND 11 THEN date '2025-06-30' END,
     date '2005-01-01' + (${mixed(8)} % 7500)::int`,
    people,
  );
  await fillDuties(client, org, people);
  await fillJournal(client, org, people);
  await client.query('COMMIT');
}

/** Most are met; a few are in every other status. */
const fillDuties = (client: Client, org: string, people: number) =>
  client.query(
    `INSERT INTO duty (org_id, rule, subject, period, status, due, evidence, bearer, assignee, due_on, person, unit, version)
     SELECT '${org}', ($1::text[])[1 + (n * 3 + k) % $2::int], person.id, '-infinity',
       CASE WHEN h % 100 < 70 THEN 1 ELSE h % 10 END, due_on - date '1970-01-01', '{}', 'o', person.id, due_on, person.id, person.unit, 1
     FROM fact_person AS person, generate_series(0, 2) AS k,
       LATERAL (SELECT split_part(person.id, '-', 2)::int AS n) AS number,
       LATERAL (SELECT abs(hashtextextended(person.id, k)) AS h) AS hashed,
       LATERAL (SELECT date '2022-01-01' + (h / 100 % 2200)::int AS due_on) AS due
     WHERE person.org_id = '${org}' AND $3::int > 0`,
    [plainRules, plainRules.length, people],
  );

async function fillJournal(client: Client, org: string, people: number): Promise<void> {
  const id = `lpad(to_hex(n), 12, '0')`;
  const actions = `ARRAY['register.record','register.record','register.record','register.correct','identity.sign-in','files.add','journal.export','duties.tick']`;
  await client.query(
    `INSERT INTO journal_entry (org_id, id, body, action, subject, account, day)
     SELECT '${org}', ${id}, decode(repeat(md5(n::text), 8), 'hex'), CASE WHEN n % 997 = 0 THEN 'register.withdraw' ELSE ${at(actions, mixed(9))} END,
       'person/p-' || 1 + ${mixed(10)} % ${people}, 'account-' || n % 40, date '2023-01-01' + (n::bigint * 1400 / ${people * 3})::int
     FROM generate_series(1, ${people * 3}) AS n`,
  );
  await client.query(
    `INSERT INTO journal_leaf (org_id, epoch, index, entry) SELECT '${org}', 0, n - 1, ${id} FROM generate_series(1, ${people * 3}) AS n`,
  );
}
