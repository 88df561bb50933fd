import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { syncFolder, writeDurably } from '../disk/durable.ts';
import { ExplainedError } from '../words/explained-error.ts';
import { createWords } from '../words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);
const refused = (key: keyof typeof zh, cause?: unknown): ExplainedError =>
  new ExplainedError(`backup.${key}`, say(key), cause === undefined ? {} : { cause });

export type Written = {
  /** Of what went in, before encryption. */
  readonly bytes: number;
  readonly sha256: string;
};

type Backup = {
  /** `age1…`; its identity need not be on this machine. */
  readonly recipient: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** Gets this name only when it is whole and verified. */
  readonly file: string;
};

/**
 * Writes an age file and reads it back from the disk to its last byte before it counts. The identity that could open it
 * is elsewhere, so a second recipient is made for this one file; its identity is used to verify and then forgotten.
 */
export async function writeBackup({ recipient, source, file }: Backup): Promise<Written> {
  const unfinished = `${file}.unfinished`;
  // Left by a process that was killed.
  await rm(unfinished, { force: true });
  try {
    // Post-quantum and older recipients may not stand in one file: it would be as weak as the weaker.
    const verifier = await (recipient.startsWith('age1pq1') ? generateHybridIdentity() : generateX25519Identity());
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    encrypter.addRecipient(await identityToRecipient(verifier));
    const meter = createMeter(source);
    await writeDurably(unfinished, await encrypter.encrypt(ReadableStream.from(meter.through)));
    const written = meter.result();
    const back = createMeter(openBackup({ identity: verifier, file: unfinished }));
    await drain(back.through);
    if (back.result().sha256 !== written.sha256) throw refused('not-verified');
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error instanceof ExplainedError ? refused('not-verified', error) : error;
  }
}

/** The content, piece by piece, each authentic when it is given out; throws a refusal at the first that is not. */
export async function* openBackup({
  identity,
  file,
}: {
  readonly identity: string;
  readonly file: string;
}): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const source = createReadStream(file, { highWaterMark: 2 ** 20 });
  try {
    yield* await decrypter.decrypt(ReadableStream.from<Uint8Array>(source));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw refused(/no identity matched/.test(String(error)) ? 'wrong-identity' : 'damaged', error);
  } finally {
    source.destroy();
  }
}

function createMeter(source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* through(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  return { through: through(), result: (): Written => ({ bytes, sha256: hash.digest('hex') }) };
}

async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of source);
}
