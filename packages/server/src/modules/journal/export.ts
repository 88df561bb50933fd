import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allTiles, changedBundles, printVerifierKey, tilePath, tileWidth, writeBundle } from '@sallyport/core/journal';
import { type JournalParts, logSigner, originOf } from './log.ts';
import { readEpochs, readLog } from './read-log.ts';

export type Exported = { readonly origin: string; readonly entries: number; readonly key: string };

/**
 * Writes an organisation's logs as files in the layout of C2SP tlog-tiles, a folder an epoch: `checkpoint`, `tile/…`, `tile/entries/…`;
 * beside them every earlier checkpoint and the key, which a verifier should have from elsewhere.
 */
export async function exportLogs(
  parts: Pick<JournalParts, 'database' | 'installation' | 'key'>,
  org: string,
  folder: string,
): Promise<Exported[]> {
  return parts.database.inOrganisation(org, async (tx) => {
    const exported: Exported[] = [];
    for (const epoch of await readEpochs(tx)) {
      const { entries, tiles, checkpoints } = await readLog(tx, epoch);
      const last = checkpoints.at(-1);
      if (last === undefined) continue;
      const into = join(folder, String(epoch));
      const origin = originOf(parts, org, epoch);
      const key = printVerifierKey(logSigner(parts, origin).key);
      for (const tile of allTiles(last.size)) {
        const bytes = tiles(tile);
        // What is missing is missing in the export too, and its verification says so.
        if (bytes !== null) write(join(into, tilePath(tile)), bytes);
      }
      for (const tile of changedBundles(0, last.size)) {
        const part = entries.slice(tile.index * tileWidth, tile.index * tileWidth + tile.width);
        const whole = part.filter((entry) => entry !== null);
        if (whole.length === tile.width) write(join(into, tilePath(tile)), writeBundle(whole));
      }
      for (const { size, note } of checkpoints) write(join(into, 'checkpoints', String(size)), note);
      write(join(into, 'key'), `${key}\n`);
      // Last, so that a folder with a checkpoint is a whole one.
      write(join(into, 'checkpoint'), last.note);
      exported.push({ origin, entries: last.size, key });
    }
    return exported;
  });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Never over what is there: an export that was handed out stays what it was.
  writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
}
