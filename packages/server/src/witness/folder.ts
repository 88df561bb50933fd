import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  base64,
  fromBase64,
  isKeyName,
  type KnownLog,
  type NoteSigner,
  parseOrigin,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from '@sallyport/core/journal';
import { z } from 'zod';
import { nodeSha256 as sha } from '../platform/hashing/sha256.ts';
import { answers, type Listening, listenOnSocket } from '../platform/http/listen.ts';
import { signerOf } from '../platform/signing/ed25519.ts';
import { ExplainedError } from '../platform/words/explained-error.ts';
import { createWords } from '../platform/words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);
export const refused = (key: keyof typeof zh, values: Record<string, string> = {}): ExplainedError =>
  new ExplainedError(`witness.${key}`, say(key, values));

const remembered = z.strictObject({ origin: z.string(), size: z.int().min(0), root: z.base64() });

/** A witness's own folder: its key, the logs it knows, and what it cosigned last of each. Whoever takes this away can be made to forget. */
export type WitnessFolder = {
  readonly signer: NoteSigner;
  /** A new epoch of a known log is known: it is signed with the same key, under the name of the new epoch. */
  knownLog(this: void, origin: string): KnownLog | null;
  /** On the disk when it returns; only then may the checkpoint be cosigned. */
  remember(this: void, checkpoint: { readonly origin: string; readonly size: number; readonly root: Uint8Array }): void;
  /** Keeps a note that contradicts what was cosigned: it proves that the log showed two pasts. */
  keepFork(this: void, note: string, name: string): void;
};

/** Opens the folder, made at the first call with a key of its own; adds logs to those it knows. */
export function openWitness(folder: string, name: string | undefined, logs: readonly string[]): WitnessFolder {
  mkdirSync(join(folder, 'remembered'), { recursive: true, mode: 0o700 });
  const signer = ownSigner(folder, name);
  const keys = knownKeys(folder, logs);
  const pathOf = (origin: string): string =>
    join(folder, 'remembered', Buffer.from(sha.digest(Buffer.from(origin))).toString('hex'));
  return {
    signer,
    knownLog(origin) {
      const log = parseOrigin(origin)?.log;
      const known = keys.filter(
        (key) => key.name === origin || (log !== undefined && parseOrigin(key.name)?.log === log),
      );
      if (known.length === 0) return null;
      return {
        origin,
        keys: known.map(({ publicKey }) => verifierKey(sha, origin, 'note', publicKey)),
        last: readRemembered(pathOf(origin)),
      };
    },
    remember({ origin, size, root }) {
      writeWhole(pathOf(origin), `${JSON.stringify({ origin, size, root: base64(root) })}\n`);
    },
    keepFork(note, fork) {
      mkdirSync(join(folder, 'forks'), { recursive: true, mode: 0o700 });
      writeWhole(join(folder, 'forks', fork), note);
    },
  };
}

/** Held by one program at a time: a second one would remember for itself. */
export async function holdWitness(folder: string): Promise<Listening> {
  const lock = join(folder, 'running');
  if (await answers(lock)) throw refused('in-use', { folder });
  return listenOnSocket(() => new Response(null, { status: 404 }), lock);
}

function ownSigner(folder: string, given: string | undefined): NoteSigner {
  const [key, named] = [join(folder, 'key.pem'), join(folder, 'name')];
  if (!existsSync(key)) {
    if (given === undefined || !isKeyName(given)) throw refused('name-first');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeWhole(named, `${given}\n`);
    writeWhole(key, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  }
  const name = readFileSync(named, 'utf8').trim();
  if (given !== undefined && given !== name) throw refused('other-name', { name });
  return signerOf(sha, name, 'cosignature', createPrivateKey(readFileSync(key, 'utf8')));
}

function knownKeys(folder: string, added: readonly string[]): VerifierKey[] {
  const path = join(folder, 'logs');
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const all = [...new Set([...before, ...added].map((text) => text.trim()))].filter((text) => text !== '');
  const keys = all.map((text) => {
    const key = parseVerifierKey(sha, text);
    if (key?.kind !== 'note') throw refused('log-key', { text });
    return key;
  });
  if (added.length > 0) writeWhole(path, `${all.join('\n')}\n`);
  return keys;
}

/** A file that is there and cannot be read is no empty one: a witness that forgets would sign an older log. */
function readRemembered(path: string): KnownLog['last'] {
  if (!existsSync(path)) return null;
  const { size, root } = remembered.parse(JSON.parse(readFileSync(path, 'utf8')));
  const bytes = fromBase64(root);
  if (bytes?.length !== 32) throw new Error(`${path} holds no root`);
  return { size, root: bytes };
}

/** Under its name whole or not at all, and on the disk. */
function writeWhole(path: string, text: string): void {
  const making = `${path}.new`;
  const file = openSync(making, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(making, path);
  const parent = openSync(join(path, '..'), 'r');
  try {
    fsyncSync(parent);
  } finally {
    closeSync(parent);
  }
}
