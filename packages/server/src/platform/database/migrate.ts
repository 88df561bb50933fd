import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import type { Reached } from '../steps/steps.ts';
import { DatabaseStartError } from './start-error.ts';

/** One file of `database/migrations`: plain SQL, run once, in the order of its number, never changed afterwards. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly hash: string };

const folder = fileURLToPath(new URL('../../../../../database/migrations', import.meta.url));
const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/;

export function readMigrations(from = folder): Migration[] {
  const found = readdirSync(from)
    .toSorted()
    .map((file) => {
      const [, number, name] = fileName.exec(file) ?? [];
      if (number === undefined || name === undefined) throw new Error(`${file} is not named as a migration`);
      const sql = readFileSync(join(from, file), 'utf8');
      return { number: Number(number), name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
  found.forEach(({ number }, index) => {
    if (number === found[index - 1]?.number) throw new Error(`there are two migrations ${number}`);
  });
  return found;
}

/** Any number, the same for every process: two that start at once migrate one after the other. */
const migrationLock = 4_380_2023;

/**
 * Brings the database to the program's schema as its owner. Each migration is one transaction with its own row of the record, so
 * that a start that was cut off goes on where it stopped. Refuses a database that a newer program made.
 */
export async function migrate(
  owner: Client,
  migrations: readonly Migration[] = readMigrations(),
  reached?: Reached,
): Promise<number> {
  return oneAtATime(owner, async () => {
    await owner.query(`CREATE TABLE IF NOT EXISTS migration (
      number int PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await owner.query<{ number: number; hash: string }>('SELECT number, hash FROM migration');
    const done = new Map(rows.map(({ number, hash }) => [number, hash]));
    refuseForeign(done, migrations);
    const open = migrations.filter(({ number }) => !done.has(number));
    for (const migration of open) await apply(owner, migration, reached);
    return open.length;
  });
}

/**
 * Does what only one program may do to a database at a time: a second one that starts waits, also for grants, since PostgreSQL refuses two
 * that change one row of a catalogue. A session may take the lock again inside.
 */
export async function oneAtATime<T>(owner: Client, body: () => Promise<T>): Promise<T> {
  await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    return await body();
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function apply(owner: Client, { number, name, sql, hash }: Migration, reached?: Reached): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.query(sql);
    reached?.('migration');
    await owner.query('INSERT INTO migration (number, name, hash) VALUES ($1, $2, $3)', [number, name, hash]);
    await owner.query('COMMIT');
    reached?.('migration');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw new DatabaseStartError('database.failed', {
      zh: `数据库迁移 ${number}（${name}）没有成功，已全部撤销：${String(error)}`,
      en: `Migration ${number} (${name}) could not be applied: ${String(error)}`,
    });
  }
}

function refuseForeign(done: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  for (const [number, hash] of done) {
    const ours = migrations.find((migration) => migration.number === number);
    if (ours === undefined)
      throw new DatabaseStartError('database.other-version', {
        zh: `这个数据库由更新的程序建立（这里没有迁移 ${number}）：请启动那个版本。`,
        en: `The database was made by a newer program (migration ${number} is not known here): start that one.`,
      });
    if (ours.hash !== hash)
      throw new DatabaseStartError('database.other-version', {
        zh: `这个程序的迁移 ${number}（${ours.name}）不是建立该数据库的那一个。`,
        en: `Migration ${number} (${ours.name}) of this program is not the one that made the database.`,
      });
  }
}
