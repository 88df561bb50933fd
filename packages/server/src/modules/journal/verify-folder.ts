import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changedBundles,
  type Held,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  readBundle,
  type TileReader,
  tilePath,
  tileWidth,
  type VerifierKey,
  verifyLog,
} from '@sallyport/core/journal';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { sha } from './log.ts';
import { type LogReport, type Outside, reportOf } from './verify-database.ts';

export type FolderReport = LogReport & {
  /** Where the log's key came from. One that lay beside the log is worth no more than the log: whoever forged one forged both. */
  readonly keyFrom: 'given' | 'folder';
};

/** Verifies an exported log offline: the folder of one epoch. Null when there is no checkpoint or no key to begin with. */
export function verifyFolder(
  folder: string,
  given: readonly VerifierKey[],
  { held, witnesses }: Outside,
): FolderReport | null {
  const note = readText(join(folder, 'checkpoint'));
  const checkpoint = parseCheckpoint(parseNote(note ?? '')?.text ?? '');
  const beside = parseVerifierKey(sha, readText(join(folder, 'key'))?.trim() ?? '');
  const keys = given.length > 0 ? given : beside === null ? [] : [beside];
  if (note === null || checkpoint === null || keys.length === 0) return null;
  const { origin, size } = checkpoint;
  const tiles: TileReader = (tile) => readBytes(join(folder, tilePath(tile)));
  const own = [note, ...earlier(join(folder, 'checkpoints'), size)];
  const verified = verifyLog(sha, verifyEd25519, {
    origin,
    keys: { log: keys, witnesses },
    entries: entriesOf(tiles, size),
    tiles,
    held: [
      ...own.map((one): Held => ({ note: one, outside: false, newestAt: null })),
      ...held.map((one): Held => ({ ...one, outside: true })),
    ],
  });
  return { ...reportOf(origin, verified), keyFrom: given.length > 0 ? 'given' : 'folder' };
}

function* entriesOf(tiles: TileReader, size: number): Generator<Uint8Array | null> {
  for (const tile of changedBundles(0, size)) {
    const bundle = tiles(tile) ?? tiles({ ...tile, width: tileWidth });
    const entries = bundle === null ? null : readBundle(bundle);
    for (let n = 0; n < tile.width; n++) yield entries?.[n] ?? null;
  }
}

/** Checkpoints before the last. */
function earlier(folder: string, size: number): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.filter((name) => Number(name) < size).flatMap((name) => readText(join(folder, name)) ?? []);
}

function readBytes(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

const readText = (path: string): string | null => {
  const bytes = readBytes(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};
