import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import pg from 'pg';
import { type Written, writeBackup } from '../platform/backup-crypto/backup-file.ts';
import type { Connection } from '../platform/database/private-server.ts';
import { readTables } from '../platform/dump/read-tables.ts';
import type { Reached } from '../platform/steps/steps.ts';
import { version } from '../version.ts';
import { type BackupLine, lineBytes } from './format.ts';

export type BackupOptions = {
  readonly data: string;
  readonly owner: Connection | string;
  readonly recipient: string;
  readonly installation: string;
  readonly file: string;
  readonly now: () => number;
  readonly reached?: Reached | undefined;
};

const pieceSize = 256 * 1024;

/** Everything an installation is, in one file that only the holder of the backup identity opens; read back before it counts. */
export async function backUp(options: BackupOptions): Promise<Written & { readonly rows: number }> {
  const owner = new pg.Client(typeof options.owner === 'string' ? { connectionString: options.owner } : options.owner);
  await owner.connect();
  const seen = { rows: 0 };
  try {
    const written = await writeBackup({
      recipient: options.recipient,
      source: bytesOf(lines(options, owner, seen)),
      file: options.file,
    });
    options.reached?.('backup');
    return { ...written, rows: seen.rows };
  } finally {
    await owner.end();
  }
}

async function* bytesOf(parts: AsyncIterable<BackupLine>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield lineBytes(part);
}

async function* lines(
  { data, installation, now, reached }: BackupOptions,
  owner: pg.Client,
  seen: { rows: number },
): AsyncGenerator<BackupLine> {
  const { rows } = await owner.query<{ number: number }>('SELECT max(number) AS number FROM migration');
  yield {
    part: 'header',
    format: 'sallyport-backup/1',
    program: version,
    madeAt: new Date(now()).toISOString(),
    installation,
    migration: rows[0]?.number ?? 0,
  };
  yield* secretsOf(join(data, 'secrets'));
  const counts: Record<string, number> = {};
  for await (const { table, row } of readTables(owner)) {
    counts[table] = (counts[table] ?? 0) + 1;
    seen.rows += 1;
    yield { part: 'row', table, row };
  }
  reached?.('backup');
  let files = 0;
  for (const path of await filesUnder(join(data, 'files'))) {
    files += 1;
    const name = relative(join(data, 'files'), path).split(sep).join('/');
    let pieces = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: pieceSize })) {
      pieces += 1;
      yield { part: 'file', path: name, base64: (chunk as Buffer).toString('base64') };
    }
    if (pieces === 0) yield { part: 'file', path: name, base64: '' };
  }
  yield { part: 'trailer', counts, files };
}

/** The key that opens backups is never in one. */
async function* secretsOf(folder: string): AsyncGenerator<BackupLine> {
  for (const name of (await readdir(folder)).toSorted()) {
    if (name === 'backup-identity') continue;
    yield { part: 'secret', name, text: await readFile(join(folder, name), 'utf8') };
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f-]+$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
