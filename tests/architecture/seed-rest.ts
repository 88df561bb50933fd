import type { Client } from 'pg';

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly check: string | null };

/** What a column must hold for its row to be one: nothing that its type or its own check tells. */
const values: Readonly<Record<string, string>> = {
  'course_certificate.title': `'{"zh": "课", "en": "course"}'`,
  'break_glass.role': `'case-handler'`,
  'clause_confirmation.ended_second': 'NULL',
  'clause_confirmation.second_account': `'another'`,
  'handover_route.route': `'domestic'`,
  'handover_route.way': `'mail'`,
  'journal_entry.body': `'{}'`,
  'journal_value.contents': `'{}'`,
  // What a cursor is made of.
  'mail.id': 'md5($mark)::uuid::text',
  'person_merge.second_account': 'NULL',
  'two_person_act.outcome': 'NULL',
  'two_person_act.role': `'case-handler'`,
  'two_person_act.second_account': 'NULL',
};

/** Of a check of one column, the first value it lets in. */
const firstOf = (check: string | null): string | null => /ARRAY\[('[^']*')/.exec(check ?? '')?.[1] ?? null;

function valueOf({ table, name, type, check }: Column, mark: string): string {
  const known = values[`${table}.${name}`] ?? firstOf(check);
  if (known !== null) return known.replace('$mark', mark);
  const later = /until|end|ends|bound/.test(name) ? 30 : 0;
  if (type === 'date') return `date '2015-01-01' + n + ${later}`;
  if (type.startsWith('timestamp'))
    return `timestamptz '2020-01-01' + n * interval '1 minute' + ${later} * interval '1 day'`;
  if (type === 'boolean') return 'n % 2 = 0';
  if (type === 'smallint') return 'n % 1000';
  if (['integer', 'bigint', 'numeric'].includes(type)) return 'n';
  if (type === 'jsonb') return `'{}'`;
  if (type === 'bytea') return `sha256((${mark})::bytea)`;
  if (type.endsWith('[]')) return `'{}'`;
  return mark;
}

/** Rows in every table of tenants that has none yet, so that none is too small to be worth an index: a table that comes is seeded as well. */
export async function seedRest(client: Client, orgs: readonly string[], rows: number, markOf: (org: string) => string) {
  const { rows: columns } = await client.query<Column>(
    `SELECT pg_class.relname AS "table", attname AS name, format_type(atttypid, NULL) AS type,
       (SELECT pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint
        WHERE conrelid = pg_class.oid AND contype = 'c' AND conkey = ARRAY[attnum] LIMIT 1) AS check
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       AND EXISTS (SELECT FROM pg_attribute AS own WHERE own.attrelid = pg_class.oid AND own.attname = 'org_id')
     ORDER BY 1, attnum`,
  );
  await client.query('SET session_replication_role = replica');
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = columns.filter((column) => column.table === table);
    const { rows: some } = await client.query(`SELECT FROM ${table} WHERE org_id = ANY ($1) LIMIT 1`, [orgs]);
    if (some.length > 0) continue;
    for (const org of orgs) {
      const mark = `'${markOf(org)}' || n`;
      const given = own.map((column) => (column.name === 'org_id' ? `'${org}'` : valueOf(column, mark)));
      await client.query(
        `INSERT INTO ${table} (${own.map(({ name }) => `"${name}"`).join(', ')}) SELECT ${given.join(', ')} FROM generate_series(1, ${rows}) AS n
         ON CONFLICT DO NOTHING`,
      );
    }
  }
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('ANALYZE');
}
