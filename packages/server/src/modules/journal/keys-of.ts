import { parseCheckpoint, parseNote, type VerifierKey, verifierKey } from '@sallyport/core/journal';
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
