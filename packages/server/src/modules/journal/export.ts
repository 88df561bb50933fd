import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  changedBundles,
  changedTiles,
  printVerifierKey,
  tilePath,
  tileWidth,
  writeBundle,
} from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type JournalParts, logSigner, originOf } from './log.ts';
import { checkpointPages, entryPages, type LogExtent, readEpochs, readExtent, tilesOf } from './read-log.ts';

export type Exported = { readonly origin: string; readonly entries: number; readonly key: string };

/** A file of an export, by its path under the folder, and how far the log of its epoch has come with it. */
export type ExportedFile = {
  readonly path: string;
  readonly content: Uint8Array | string;
  readonly done: number;
  readonly total: number;
};

type Parts = Pick<JournalParts, 'database' | 'installation' | 'key'>;
type Written = (file: ExportedFile) => Promise<void> | void;

/**
 * Hands out an organisation's logs as files in the layout of C2SP tlog-tiles, a folder an epoch: `checkpoint`, `tile/…`, `tile/entries/…`;
 * beside them every earlier checkpoint and the key, which a verifier should have from elsewhere. One bundle is in memory at a time.
 */
export async function exportLogs(parts: Parts, org: string, write: Written): Promise<Exported[]> {
  return parts.database.inOrganisation(org, async (tx) => {
    const exported: Exported[] = [];
    for (const epoch of await readEpochs(tx)) {
      const extent = await readExtent(tx, epoch);
      if (extent.signed > 0) exported.push(await exportLog(parts, tx, epoch, extent, write));
    }
    return exported;
  });
}

async function exportLog(
  parts: Parts,
  tx: Transaction,
  epoch: number,
  extent: LogExtent,
  write: Written,
): Promise<Exported> {
  const total = extent.signed;
  let done = 0;
  const file = async (path: string, content: Uint8Array | string): Promise<void> =>
    write({ path: `${epoch}/${path}`, content, done, total });
  for await (const page of entryPages(tx, epoch, total)) {
    for (const tile of changedBundles(done, done + page.length)) {
      const whole = page
        .slice(tile.index * tileWidth - done)
        .slice(0, tile.width)
        .filter((entry) => entry !== null);
      // What is missing is missing in the export too, and its verification says so.
      if (whole.length === tile.width) await file(tilePath(tile), writeBundle(whole));
    }
    done += page.length;
  }
  const tiles = tilesOf(tx, epoch);
  const all = changedTiles(0, total);
  for (let from = 0; from < all.length; from += tileWidth) {
    const some = all.slice(from, from + tileWidth);
    const found = await tiles(some);
    for (const [n, tile] of some.entries()) {
      const bytes = found[n] ?? null;
      if (bytes !== null) await file(tilePath(tile), bytes);
    }
  }
  let last = '';
  for await (const page of checkpointPages(tx, epoch, extent))
    for (const { size, note } of page) {
      await file(`checkpoints/${size}`, note);
      last = note;
    }
  const origin = originOf(parts, tx.org, epoch);
  const key = printVerifierKey(logSigner(parts, origin).key);
  await file('key', `${key}\n`);
  // Last, so that a folder with a checkpoint is a whole one.
  await file('checkpoint', last);
  return { origin, entries: total, key };
}

/** Writes files of an export under a folder; never over what is there: an export that was handed out stays what it was. */
export const writeInto =
  (folder: string) =>
  ({ path, content }: Pick<ExportedFile, 'path' | 'content'>): void => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
    writeFileSync(full, content, { flag: 'wx', mode: 0o600 });
  };
