import {
  answerAddCheckpoint,
  consistencyTiles,
  JournalError,
  nodesFromTiles,
  parseCheckpoint,
  parseNote,
  printAddCheckpoint,
  printNote,
  proveConsistency,
  type Tile,
} from '@sallyport/core/journal';
import { nodeSha256 as sha } from '../platform/hashing/sha256.ts';
import { verifyEd25519 } from '../platform/signing/ed25519.ts';
import { holdWitness, openWitness, refused, type WitnessFolder } from './folder.ts';
import type { WitnessOptions } from './serve.ts';

/** A log as somebody carries it: an exported folder. */
type Carried = {
  readonly folder: string;
  readonly note: string;
  /** Null: it is not among the files. */
  readonly tile: (tile: Tile) => Uint8Array | null;
  /** Puts the cosigned checkpoint in the place of the one that came. */
  readonly keep: (note: string) => void;
};

export type CosignedFolder = { readonly folder: string; readonly origin: string; readonly size: number };

export type CarriedOptions = Pick<WitnessOptions, 'folder' | 'name' | 'logs'> & {
  readonly carried: readonly Carried[];
};

/**
 * Cosigns the checkpoint of each log that was carried here, where no line leads: the same question as over HTTP, whose proof is taken from
 * the tiles that came along. The folder goes back with the cosigned checkpoint.
 */
export async function cosignCarried({
  folder,
  name,
  logs,
  carried,
}: CarriedOptions): Promise<{ readonly witness: WitnessFolder; readonly cosigned: readonly CosignedFolder[] }> {
  const witness = openWitness(folder, name, logs);
  const held = await holdWitness(folder);
  try {
    return { witness, cosigned: carried.map((one) => cosignOne(witness, one)) };
  } finally {
    await held.stop();
  }
}

function cosignOne(witness: WitnessFolder, { folder, note, tile, keep }: Carried): CosignedFolder {
  const parsed = parseNote(note);
  const claimed = parseCheckpoint(parsed?.text ?? '');
  if (parsed === null || claimed === null) throw refused('no-checkpoint', { folder });
  const { origin, size } = claimed;
  const known = witness.knownLog(origin);
  if (known === null) throw refused('unknown-log', { origin });
  const old = known.last?.size ?? 0;
  // A log does not become shorter: what was cosigned last is not in what came.
  if (old > size) throw refused('taken-back', { origin, old: String(old), size: String(size) });
  const body = printAddCheckpoint({ old, proof: proofOf(folder, tile, old, size), note });
  const answer = answerAddCheckpoint({ sha, verify: verifyEd25519, knownLog: witness.knownLog }, body);
  if (answer.status === 403 || answer.status === 400) throw refused('not-signed', { origin });
  if (answer.status !== 200) {
    witness.keepFork(body, Buffer.from(sha.digest(Buffer.from(body))).toString('hex'));
    throw refused('another-past', { origin, old: String(old) });
  }
  witness.remember(answer.checkpoint);
  const line = answer.cosign(witness.signer, Math.floor(Date.now() / 1000));
  const others = parsed.signatures.filter(({ name, id }) => name !== line.name || id !== line.id);
  keep(printNote({ text: parsed.text, signatures: [...others, line] }));
  return { folder, origin, size };
}

function proofOf(folder: string, tile: Carried['tile'], old: number, size: number): Uint8Array[] {
  const tiles = new Map(consistencyTiles(old, size).map((one) => [`${one.level}/${one.index}`, tile(one)]));
  try {
    return proveConsistency(
      sha,
      nodesFromTiles(sha, ({ level, index }) => tiles.get(`${level}/${index}`) ?? null, size),
      old,
      size,
    );
  } catch (error) {
    if (error instanceof JournalError) throw refused('tiles-missing', { folder });
    throw error;
  }
}
