import type { Client } from 'pg';
import { isBroken, type Journal } from '../../packages/server/src/modules/journal/index.ts';
import type { Attempt } from './load.ts';

/** What was acknowledged and is not there. */
export async function lost(owner: Client, org: string, attempts: readonly Attempt[]): Promise<string[]> {
  const known = attempts.filter(({ version }) => version !== null);
  const { rows } = await owner.query<{ id: string; version: number }>(
    `SELECT id, version FROM unnest($2::text[], $3::text[], $4::int[]) AS acknowledged(kind, id, version)
     WHERE NOT EXISTS (SELECT FROM fact_version stored WHERE stored.org_id = $1
       AND stored.kind = acknowledged.kind AND stored.id = acknowledged.id AND stored.version = acknowledged.version)`,
    [
      org,
      known.map(({ input }) => input.kind),
      known.map(({ input }) => input.id),
      known.map(({ version }) => version),
    ],
  );
  return rows.map(({ id, version }) => `${id} ${version}`);
}

/** Facts whose versions are not one for one in the journal: an action is there whole or not at all. */
export async function halves(owner: Client, org: string): Promise<string[]> {
  const { rows } = await owner.query<{ subject: string }>(
    `SELECT subject FROM
       (SELECT kind || '/' || id AS subject, count(*) AS versions FROM fact_version WHERE org_id = $1 GROUP BY 1) AS stored
       FULL JOIN (SELECT subject, count(*) AS entries FROM journal_entry
         WHERE org_id = $1 AND action LIKE 'register.%' GROUP BY 1) AS told USING (subject)
     WHERE versions IS DISTINCT FROM entries`,
    [org],
  );
  return rows.map(({ subject }) => subject);
}

/** The newest checkpoint, as somebody outside may hold it. */
export async function checkpoint(owner: Client, org: string): Promise<string | null> {
  const { rows } = await owner.query<{ note: string }>(
    'SELECT note FROM journal_checkpoint WHERE org_id = $1 ORDER BY epoch DESC, size DESC LIMIT 1',
    [org],
  );
  return rows[0]?.note ?? null;
}

/** What the journal's verification finds broken, held against every checkpoint that was seen before. */
export async function broken(journal: Journal, org: string, held: readonly string[]): Promise<string[]> {
  const outside = { held: held.map((note) => ({ note, newestAt: null })), witnesses: [] };
  const reports = await journal.verify(org, outside);
  return reports.filter(isBroken).flatMap(({ findings }) => findings.map(({ en }) => en));
}
