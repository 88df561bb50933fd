import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openBackup } from '../platform/backup-crypto/backup-file.ts';
import type { Connection } from '../platform/database/private-server.ts';
import type { DumpedRow } from '../platform/dump/read-tables.ts';
import { type Counts, writeTables } from '../platform/dump/write-tables.ts';
import { ExplainedError } from '../platform/words/explained-error.ts';
import { createWords } from '../platform/words/words.ts';
import { type BackupHeader, type BackupLine, type BackupTrailer, linesOf } from './format.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);
const refused = (key: keyof typeof zh, values: Record<string, string | number> = {}): ExplainedError =>
  new ExplainedError(`backup.${key}`, say(key, values));

export type RestoreSource = { readonly file: string; readonly identity: string };

/** Reads a backup through once before anything is made of it: whether it opens, is whole, and what it says it is. */
export async function inspectBackup({ file, identity }: RestoreSource): Promise<{
  readonly header: BackupHeader;
  readonly trailer: BackupTrailer;
}> {
  let [header, trailer]: [BackupHeader | null, BackupTrailer | null] = [null, null];
  const counts: Record<string, number> = {};
  for await (const line of linesOf(openBackup({ identity, file }))) {
    if (header === null && line.part !== 'header') throw refused('not-one');
    if (line.part === 'header') header = line;
    if (line.part === 'row') counts[line.table] = (counts[line.table] ?? 0) + 1;
    if (line.part === 'trailer') trailer = line;
  }
  if (header === null) throw refused('not-one');
  if (trailer === null || !same(counts, trailer.counts)) throw refused('cut-off');
  return { header, trailer };
}

/** What the operator holds is to say how much is lost: another installation's says nothing. */
export const heldNotOurs = (): ExplainedError => refused('held-not-ours');

/** Only an empty data folder is restored into: what is there is never overwritten. */
export function refuseUsedFolder(data: string): void {
  if (existsSync(data) && readdirSync(data).length > 0) throw refused('folder-used', { data });
}

/** Puts the secrets and the encrypted files of a backup into an empty data folder. */
export async function restoreFiles(data: string, { file, identity }: RestoreSource): Promise<void> {
  const secrets = join(data, 'secrets');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  for await (const line of linesOf(openBackup({ identity, file }))) {
    if (line.part === 'secret') writeFileSync(join(secrets, line.name), line.text, { mode: 0o600, flag: 'wx' });
    if (line.part === 'file') {
      const path = join(data, 'files', line.path);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      await appendFile(path, Buffer.from(line.base64, 'base64'), { mode: 0o600 });
    }
  }
}

/** Fills a freshly migrated database from a backup, and holds what arrived to what was sent. */
export async function restoreRows(owner: Connection | string, source: RestoreSource): Promise<Counts> {
  const { trailer } = await inspectBackup(source);
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner);
  await client.connect();
  try {
    const counts = await writeTables(client, rowsOf(linesOf(openBackup(source))));
    if (!same(counts, trailer.counts)) throw refused('counts-differ');
    return counts;
  } finally {
    await client.end();
  }
}

async function* rowsOf(lines: AsyncIterable<BackupLine>): AsyncGenerator<DumpedRow> {
  for await (const line of lines) if (line.part === 'row') yield { table: line.table, row: line.row };
}

const same = (a: Counts, b: Counts): boolean => {
  const tables = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...tables].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
};
