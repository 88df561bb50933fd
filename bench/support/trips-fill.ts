import type { Client } from 'pg';

/**
 * Trips of the past with who travelled, where to and who agreed; and, for as many people as are to hand one in, a post that bears secrets and
 * the rule of the house that asks the lead of their unit.
 */
export async function fillTrips(client: Client, org: string, trips: number, bearers: number): Promise<void> {
  const fill = (table: string, columns: string, values: string, count: number) =>
    client.query(
      `INSERT INTO ${table} (org_id, ${columns}) SELECT '${org}', ${values} FROM generate_series(1, ${count}) AS n`,
    );
  const created = `date '2020-01-01' + (n % 2400)::int`;
  const half = Math.ceil(trips / 2);
  await client.query('BEGIN');
  await fill(
    'fact_trip',
    `id, organisation, kind, abroad, emergency, created_on, submitted_on, approved_on, departs_on, returns_on, departed_on, returned_on, closed_on, happened_on`,
    `'t-' || n, 'o', 'official', true, false, ${created}, ${created} + 1, ${created} + 3, ${created} + 20, ${created} + 27, ${created} + 20,
     ${created} + 27, ${created} + 40, ${created}`,
    trips,
  );
  await fill(
    'fact_traveller',
    'id, trip, person, leader, secret_bearing, cleared, added_on, happened_on',
    `'g-' || n, 't-' || n, 'p-' || 1 + n % ${half}, false, false, false, ${created}, ${created}`,
    trips,
  );
  await fill(
    'fact_leg',
    'id, trip, "order", place, host, host_named, planned_on, arrives_on, leaves_on, happened_on',
    `'l-' || n, 't-' || n, 1, '示例国', '示例接待单位', true, ${created}, ${created} + 20, ${created} + 27, ${created}`,
    trips,
  );
  await fill(
    'fact_approval',
    'id, trip, traveller, role, verdict, decided_on, happened_on',
    `'a-' || n, 't-' || n, 'g-' || n, 'unitLead', 'agreed', ${created} + 2, ${created} + 2`,
    trips,
  );
  await fill(
    'fact_post',
    'id, organisation, title, secret_class, foreign_facing, key_security_post, public_staff, created_on, happened_on',
    `'secret', 'o', '课题负责人', 'general', false, false, false, date '2020-01-01', date '2020-01-01'`,
    1,
  );
  await fill(
    'fact_assignment',
    'id, person, post, organisation, decided_on, starts_on, happened_on',
    `'held-' || n, 'p-' || n, 'secret', 'o', date '2024-01-01', date '2024-01-01', date '2024-01-01'`,
    bearers,
  );
  await fill(
    'fact_setting',
    'id, organisation, name, value, from_day, happened_on',
    `'lead', 'o', 'unitLeadApproval', '1', date '2024-01-01', date '2024-01-01'`,
    1,
  );
  await client.query('COMMIT');
}
