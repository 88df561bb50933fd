import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changedBundles,
  type EpochBegun,
  type Held,
  parseCheckpoint,
  parseNote,
  parseOrigin,
  parseVerifierKey,
  readBundle,
  readEntry,
  readEpochBegun,
  type Tile,
  tilePath,
  tileWidth,
  type VerifierKey,
  verifyLog,
} from '@sallyport/core/journal';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { heldOf, keysOf, originClaimed } from './keys-of.ts';
import { sha } from './log.ts';
import { type LogReport, type Outside, type Progress, reportOf } from './report.ts';

export type FolderReport = LogReport & {
  /** Where the log's key came from. One that lay beside the log is worth no more than the log: whoever forged one forged both. */
  readonly keyFrom: 'given' | 'folder';
};

/** The folders of exported logs at a path: itself, or those of an organisation's epochs, or of several organisations. */
export function exportedLogs(folder: string): string[] {
  const within = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name))
      .toSorted();
  const isLog = (path: string): boolean => existsSync(join(path, 'checkpoint')) || existsSync(join(path, 'tile'));
  const down = (path: string, levels: number): string[] =>
    isLog(path) ? [path] : levels === 0 ? [] : within(path).flatMap((inner) => down(inner, levels - 1));
  return down(folder, 2);
}

/** What of an exported log a witness cosigns; the files themselves are read when they are asked for. */
export function carriedLog(folder: string) {
  return {
    folder,
    note: readText(join(folder, 'checkpoint')) ?? '',
    tile: (tile: Tile) => readTile(folder, tile),
    /** Whole or not at all: the folder goes back. */
    keep(note: string): void {
      const making = join(folder, 'checkpoint.new');
      writeFileSync(making, note, { mode: 0o600 });
      renameSync(making, join(folder, 'checkpoint'));
    },
  };
}

/**
 * Verifies an exported log offline: the folder of one epoch. Null when there is no checkpoint or no key to begin with. A restore that a
 * later epoch announces is believed of the folders that are verified along with this one, and of no other that lies about.
 */
export async function verifyFolder(
  folder: string,
  given: readonly VerifierKey[],
  outside: Outside,
  progress: Progress = () => undefined,
  along: readonly string[] = [],
): Promise<FolderReport | null> {
  const note = readText(join(folder, 'checkpoint'));
  const checkpoint = parseCheckpoint(parseNote(note ?? '')?.text ?? '');
  const beside = parseVerifierKey(sha, readText(join(folder, 'key'))?.trim() ?? '');
  const keys = given.length > 0 ? given : beside === null ? [] : [beside];
  if (note === null || checkpoint === null || keys.length === 0) return null;
  const { origin, size } = checkpoint;
  const held = heldOf(outside.held, origin);
  const log = keysOf(keys, [origin, ...held.flatMap(({ note: one }) => originClaimed(one))]);
  const verified = await verifyLog(sha, verifyEd25519, {
    origin,
    keys: { log, witnesses: outside.witnesses },
    entries: entriesOf(folder, size, progress),
    tiles: async (tiles) => tiles.map((tile) => readTile(folder, tile)),
    held: allHeld(folder, note, size, held),
    next: nextOf(origin, along),
  });
  return { ...reportOf(origin, verified), keyFrom: given.length > 0 ? 'given' : 'folder' };
}

/** What the next epoch of the same log announces, in the first of its entries. */
function nextOf(origin: string, folders: readonly string[]): EpochBegun | null {
  const own = parseOrigin(origin);
  const later = folders.flatMap((folder) => {
    const head = parseCheckpoint(parseNote(readText(join(folder, 'checkpoint')) ?? '')?.text ?? '');
    const of = parseOrigin(head?.origin ?? '');
    return head !== null && of !== null && of.log === own?.log && of.epoch > own.epoch
      ? [{ folder, size: head.size, epoch: of.epoch }]
      : [];
  });
  const [next] = later.toSorted((one, other) => one.epoch - other.epoch);
  if (next === undefined) return null;
  const [tile] = changedBundles(0, next.size);
  const bundle = tile === undefined ? null : readTile(next.folder, tile);
  const [first] = (bundle === null ? null : readBundle(bundle)) ?? [];
  const entry = first === undefined ? null : readEntry(first);
  return entry === null ? null : readEpochBegun(entry);
}

async function* entriesOf(
  folder: string,
  size: number,
  progress: Progress,
): AsyncGenerator<readonly (Uint8Array | null)[]> {
  for (const tile of changedBundles(0, size)) {
    const bundle = readTile(folder, tile);
    const entries = bundle === null ? null : readBundle(bundle);
    yield Array.from({ length: tile.width }, (_, n) => entries?.[n] ?? null);
    await progress(tile.index * tileWidth + tile.width, size);
  }
}

/** The newest checkpoint, those before it, and what was kept outside. */
function* allHeld(folder: string, note: string, size: number, outside: Outside['held']): Generator<readonly Held[]> {
  yield [{ note, outside: false, newestAt: null }];
  const earlier = existsSync(join(folder, 'checkpoints')) ? readdirSync(join(folder, 'checkpoints')) : [];
  for (const name of earlier) {
    const one = Number(name) < size ? readText(join(folder, 'checkpoints', name)) : null;
    if (one !== null) yield [{ note: one, outside: false, newestAt: null }];
  }
  yield outside.map((one): Held => ({ ...one, outside: true }));
}

/** A full tile may have taken the place of the partial one. */
const readTile = (folder: string, tile: Tile): Uint8Array | null =>
  readBytes(join(folder, tilePath(tile))) ?? readBytes(join(folder, tilePath({ ...tile, width: tileWidth })));

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
