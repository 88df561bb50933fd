import { answerAddCheckpoint, conflictType, printConflict, printCosignatures } from '@sallyport/core/journal';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { nodeSha256 as sha } from '../platform/hashing/sha256.ts';
import { type Listening, listenOnPort } from '../platform/http/listen.ts';
import { verifyEd25519 } from '../platform/signing/ed25519.ts';
import { holdWitness, openWitness, type WitnessFolder } from './folder.ts';

export type WitnessOptions = {
  readonly folder: string;
  /** Needed the first time only. */
  readonly name: string | undefined;
  /** Keys of logs to be known from now on. */
  readonly logs: readonly string[];
  readonly host: string;
  readonly port: number;
};

export type RunningWitness = { readonly address: string; readonly folder: WitnessFolder; stop(): Promise<void> };

/** No checkpoint with its proof and signatures comes near it. */
const longestRequest = 64 * 1024;

/** C2SP tlog-witness over HTTP: `POST /add-checkpoint`, and nothing else. */
function witnessApp(folder: WitnessFolder, now: () => number): Hono {
  return new Hono().post('/add-checkpoint', bodyLimit({ maxSize: longestRequest }), async (c) => {
    const body = await c.req.text();
    // From here on without a pause: what was compared is what is remembered, whoever else asks.
    const answer = answerAddCheckpoint({ sha, verify: verifyEd25519, knownLog: folder.knownLog }, body);
    if (answer.status === 409) {
      if (answer.fork) folder.keepFork(body, Buffer.from(sha.digest(Buffer.from(body))).toString('hex'));
      return c.body(printConflict(answer.size), 409, { 'content-type': conflictType });
    }
    if (answer.status !== 200) return c.body(null, answer.status);
    folder.remember(answer.checkpoint);
    return c.text(printCosignatures([answer.cosign(folder.signer, Math.floor(now() / 1000))]));
  });
}

/** One witness a folder, over HTTP. */
export async function serveWitness({ folder, name, logs, host, port }: WitnessOptions): Promise<RunningWitness> {
  const opened = openWitness(folder, name, logs);
  const held = await holdWitness(folder);
  try {
    const front = await listenOnPort(witnessApp(opened, Date.now).fetch, host, port);
    return {
      address: front.address,
      folder: opened,
      stop: async () => void (await Promise.all([front, held].map((one: Listening) => one.stop()))),
    };
  } catch (error) {
    await held.stop();
    throw error;
  }
}
