import {
  checkpointText,
  emptyEdge,
  entryBytes,
  leafHashes,
  printNote,
  readEntry,
  sealLeaves,
  signNote,
} from '@sallyport/core/journal';
import type { Client } from 'pg';
import { logSigner, originOf, sha } from '../../packages/server/src/modules/journal/log.ts';
import { testInstallation, testKey } from './journals.ts';

export const testParts = { installation: testInstallation, key: testKey() };

/** What somebody with the database, and one who has the keys as well, can do to a log behind the program's back. */
export function tampering(owner: Client) {
  const sql = (text: string, ...values: unknown[]) => owner.query(text, values);

  const latest = async (org: string, epoch = 1): Promise<string> =>
    (
      await owner.query<{ note: string }>(
        'SELECT note FROM journal_checkpoint WHERE org_id = $1 AND epoch = $2 ORDER BY size DESC LIMIT 1',
        [org, epoch],
      )
    ).rows[0]?.note ?? '';

  const idAt = async (org: string, index: number): Promise<string> =>
    (
      await owner.query<{ entry: string }>('SELECT entry FROM journal_leaf WHERE org_id = $1 AND index = $2', [
        org,
        index,
      ])
    ).rows[0]?.entry ?? '';

  /** With every key: bodies in another wording, and everything over them computed and signed anew. */
  async function rewrite(org: string, change: (n: number, body: Uint8Array) => Uint8Array): Promise<void> {
    const { rows } = await owner.query<{ id: string; body: Buffer }>(
      `SELECT entry.id, body FROM journal_leaf leaf JOIN journal_entry entry ON entry.org_id = leaf.org_id AND entry.id = leaf.entry
       WHERE leaf.org_id = $1 ORDER BY index`,
      [org],
    );
    const bodies = rows.map(({ body }, n) => change(n, body));
    for (const [n, body] of bodies.entries())
      await sql('UPDATE journal_entry SET body = $3 WHERE org_id = $1 AND id = $2', org, rows[n]?.id, body);
    const { rows: sizes } = await owner.query<{ size: number }>(
      'SELECT size::int FROM journal_checkpoint WHERE org_id = $1',
      [org],
    );
    const origin = originOf(testParts, org, 1);
    for (const { size } of sizes) {
      const { root, tiles } = sealLeaves(sha, emptyEdge, leafHashes(sha, bodies.slice(0, size)));
      const text = checkpointText({ origin, size, root });
      const note = printNote({ text, signatures: [signNote(logSigner(testParts, origin), text)] });
      await sql('UPDATE journal_checkpoint SET note = $3 WHERE org_id = $1 AND size = $2', org, size, note);
      for (const { tile, bytes } of size === bodies.length ? tiles : [])
        await sql(
          'UPDATE journal_tile SET bytes = $4 WHERE org_id = $1 AND level = $2 AND index = $3',
          org,
          tile.level,
          tile.index,
          bytes,
        );
      if (size === bodies.length) await sql('UPDATE journal_head SET root = $2 WHERE org_id = $1', org, root);
    }
  }

  /** The state a backup has that was made at a checkpoint, in a log of one tile. */
  async function rollBack(org: string, note: string): Promise<void> {
    const [, size = '', root = ''] = note.split('\n');
    await sql(
      'DELETE FROM journal_entry WHERE org_id = $1 AND id IN (SELECT entry FROM journal_leaf WHERE org_id = $1 AND index >= $2)',
      org,
      size,
    );
    await sql('DELETE FROM journal_leaf WHERE org_id = $1 AND index >= $2', org, size);
    await sql('DELETE FROM journal_checkpoint WHERE org_id = $1 AND size > $2', org, size);
    await sql('UPDATE journal_tile SET bytes = substring(bytes for $2) WHERE org_id = $1', org, 32 * Number(size));
    await sql('UPDATE journal_head SET size = $2, root = $3 WHERE org_id = $1', org, size, Buffer.from(root, 'base64'));
  }

  async function changeAction(org: string, index: number): Promise<void> {
    await sql(
      `UPDATE journal_entry SET body = convert_to(replace(convert_from(body, 'UTF8'), '"action":"trip.submit"', '"action":"trip.cancel"'), 'UTF8'), action = 'trip.cancel' WHERE org_id = $1 AND id = $2`,
      org,
      await idAt(org, index),
    );
  }

  async function drop(org: string, index: number): Promise<void> {
    await sql('DELETE FROM journal_entry WHERE org_id = $1 AND id = $2', org, await idAt(org, index));
  }

  async function swap(org: string, one: number, other: number): Promise<void> {
    const [a, b] = [await idAt(org, one), await idAt(org, other)];
    await sql('UPDATE journal_leaf SET index = -1 WHERE org_id = $1 AND entry = $2', org, a);
    await sql('UPDATE journal_leaf SET index = $3 WHERE org_id = $1 AND entry = $2', org, b, one);
    await sql('UPDATE journal_leaf SET index = $3 WHERE org_id = $1 AND entry = $2', org, a, other);
  }

  return { sql, latest, idAt, rewrite, rollBack, changeAction, drop, swap };
}

export const reworded = (body: Uint8Array, change: object): Uint8Array => {
  const entry = readEntry(body);
  return entry === null ? body : entryBytes({ ...entry, ...change });
};
