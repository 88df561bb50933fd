import {
  parseCheckpoint,
  parseNote,
  parseOrigin,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from '@sallyport/core/journal';
import { sha } from './log.ts';

/**
 * The keys under which logs of one installation sign: one pair for all of them, under the name of each log. Whoever has the key of one log
 * from elsewhere can so check another epoch of it, and another organisation's.
 */
export function keysOf(known: readonly VerifierKey[], origins: Iterable<string>): VerifierKey[] {
  const keys = known.flatMap(({ kind, publicKey }) =>
    [...new Set(origins)].map((origin) => verifierKey(sha, origin, kind, publicKey)),
  );
  const all = [...known, ...keys];
  return all.filter(({ name, id }, at) => all.findIndex((other) => other.name === name && other.id === id) === at);
}

/** The log a note claims to be of; nothing of it is checked. */
export const originClaimed = (note: string): string[] => {
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  return checkpoint === null ? [] : [checkpoint.origin];
};

type Held = { readonly note: string };

/** What was kept outside of one log, and what nobody can read: that is told with every log. */
export const heldOf = <T extends Held>(held: readonly T[], origin: string): T[] => {
  const log = parseOrigin(origin)?.log;
  return held.filter(({ note }) => originClaimed(note).every((claimed) => parseOrigin(claimed)?.log === log));
};

/** The logs of which something was kept outside and none was verified: somebody took the wrong file. */
export function originsOfNoLog(held: readonly Held[], logs: readonly { readonly origin: string }[]): string[] {
  const known = new Set(logs.map(({ origin }) => parseOrigin(origin)?.log));
  return held.flatMap(({ note }) => originClaimed(note)).filter((origin) => !known.has(parseOrigin(origin)?.log));
}

/** A witness's key as it is passed on; null where the text is none. */
export function witnessKey(text: string): VerifierKey | null {
  const key = parseVerifierKey(sha, text.trim());
  return key?.kind === 'cosignature' ? key : null;
}
