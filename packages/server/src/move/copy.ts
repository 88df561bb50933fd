import type { ClientBase } from 'pg';
import pg from 'pg';
import { type DumpedRow, readTables } from '../platform/dump/read-tables.ts';
import { madeAnew, tablesInOrder } from '../platform/dump/tables.ts';
import { type Counts, countRows, writeTables } from '../platform/dump/write-tables.ts';
import { jobSchema } from '../platform/jobs/install.ts';
import { refused } from './refused.ts';

export type Progress = (done: number, total: number) => Promise<void> | void;

/** Every row of every table, and the jobs that are still to run. */
export async function copyAll(source: ClientBase, target: ClientBase, progress: Progress): Promise<Counts> {
  const total = Object.values(await countRows(source)).reduce((sum, count) => sum + count, 0);
  async function* counted(): AsyncGenerator<DumpedRow> {
    let done = 0;
    for await (const row of readTables(source)) {
      yield row;
      done += 1;
      if (done % 1000 === 0 || done === total) await progress(done, total);
    }
  }
  const counts = await writeTables(target, counted());
  await copyJobs(source, target);
  return counts;
}

/** What is done is history of the queue and stays behind. */
async function copyJobs(source: ClientBase, target: ClientBase): Promise<void> {
  const { rows } = await source.query<{ row: string }>(
    `SELECT to_jsonb(job)::text AS row FROM ${jobSchema}.job WHERE state < 'completed'`,
  );
  await target.query(
    `INSERT INTO ${jobSchema}.job SELECT one.* FROM unnest($1::text[]) AS line, jsonb_populate_record(NULL::${jobSchema}.job, line::jsonb) AS one`,
    [rows.map(({ row }) => row)],
  );
}

type Digest = { readonly count: number; readonly digest: string };

/** The number of a table's rows and a sum over all of them, whatever their order. */
async function digestOf(client: ClientBase, table: string): Promise<Digest> {
  const { rows } = await client.query<{ count: string; digest: string | null }>(
    `SELECT count(*) AS count, bit_xor(('x' || left(md5(to_jsonb(one)::text), 16))::bit(64)::bigint)::text AS digest
     FROM public.${pg.escapeIdentifier(table)} AS one`,
  );
  return { count: Number(rows[0]?.count ?? 0), digest: rows[0]?.digest ?? '' };
}

/** Holds every table of the target to that of the source: number and content. */
export async function compareTables(source: ClientBase, target: ClientBase): Promise<void> {
  for (const table of await tablesInOrder(source)) {
    if (madeAnew.has(table)) continue;
    const [here, there] = [await digestOf(source, table), await digestOf(target, table)];
    if (here.count !== there.count || here.digest !== there.digest)
      throw refused('differs', { table, source: here.count, target: there.count });
  }
}
