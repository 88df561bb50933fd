import type { Client } from 'pg';

/** Units and people of an organisation behind the program's back: `person: unit`, `unit: parent`. The organisation's own row is left out. */
export async function placeUnits(
  owner: Client,
  org: string,
  units: Readonly<Record<string, string | null>>,
  persons: Readonly<Record<string, string | null>>,
): Promise<void> {
  await owner.query('SET session_replication_role = replica');
  for (const [id, parent] of Object.entries(units))
    await owner.query(
      `INSERT INTO fact_unit (org_id, id, organisation, parent, name, happened_on) VALUES ($1, $2, 'o', $3, $2, '2020-01-01')`,
      [org, id, parent],
    );
  for (const [id, unit] of Object.entries(persons))
    await owner.query(
      `INSERT INTO fact_person (org_id, id, organisation, unit, name, standing, happened_on)
       VALUES ($1, $2, 'o', $3, $2, 'employee', '2020-01-01')`,
      [org, id, unit],
    );
  await owner.query('SET session_replication_role = DEFAULT');
}
