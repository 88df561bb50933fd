import { type Sha256, sha256From, type VerifyEd25519 } from '@sallyport/core/journal';

export type Ports = { readonly sha: Sha256; readonly verify: VerifyEd25519 };

/** A browser without Ed25519, or a page that did not come over a secure line. */
export const canVerify = (): boolean => globalThis.crypto.subtle !== undefined;

/** Thrown where a port is asked what it has not computed yet. */
class Unanswered extends Error {
  readonly compute: () => Promise<void>;
  constructor(compute: () => Promise<void>) {
    super('not computed yet');
    this.compute = compute;
  }
}

/** More questions than any proof of a log that fits a number asks. */
const mostQuestions = 2000;

/**
 * Runs a check of core, whose ports answer at once, on the cryptography of the browser, which answers later: each question that has no answer
 * yet ends the run, is answered, and the check begins again. So the code that checks is the one that checks everywhere else.
 */
export async function withWebCrypto<T>(check: (ports: Ports) => T): Promise<T> {
  const digests = new Map<string, Uint8Array>();
  const verdicts = new Map<string, boolean>();
  const answer = <A>(known: Map<string, A>, question: string, compute: () => Promise<A>): A => {
    const found = known.get(question);
    if (found === undefined) throw new Unanswered(async () => void known.set(question, await compute()));
    return found;
  };
  const sha = sha256From((message) =>
    answer(digests, textOf(message), async () => new Uint8Array(await crypto.subtle.digest('SHA-256', own(message)))),
  );
  const verify: VerifyEd25519 = (publicKey, message, signature) =>
    answer(verdicts, [publicKey, message, signature].map(textOf).join(), async () => {
      const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
      return crypto.subtle.verify('Ed25519', key, own(signature), own(message));
    });
  for (let asked = 0; asked < mostQuestions; asked++) {
    try {
      return check({ sha, verify });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await error.compute();
    }
  }
  throw new Error('the check asks without end');
}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What the browser's functions take: bytes that nobody else holds. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
