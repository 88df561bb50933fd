import {
  base64,
  consistencyTiles,
  emptyRoot,
  hashAt,
  inclusionTiles,
  JournalError,
  type Json,
  leafHash,
  nodesFromTiles,
  opens,
  parseCheckpoint,
  parseNote,
  parseSignatures,
  printVerifierKey,
  proveConsistency,
  proveInclusion,
  readEntry,
  readTimed,
  verifyInclusion,
} from '@sallyport/core/journal';
import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accountNames } from '../identity/index.ts';
import { type LastCosignature, lastCosignatures } from './collect-store.ts';
import { journalConsistency, journalHead, oneEntry, searchEntries } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type JournalParts, logSigner, originOf, sha } from './log.ts';
import * as store from './query-store.ts';
import { readHead, readTiles } from './seal-store.ts';

/** Entries are of the whole organisation: a role over one unit does not reach them. */
const place = async () => ({ person: null, unit: null });

/** Entries hold accounts by number; who that is today is read beside them. */
async function withNames<T extends { readonly account: string | null }>(
  tx: Transaction,
  entries: readonly T[],
): Promise<(T & { readonly by: string | null })[]> {
  const accounts = [...new Set(entries.flatMap(({ account }) => account ?? []))];
  const names = new Map(
    (accounts.length === 0 ? [] : await accountNames(tx, accounts)).map(({ id, name }) => [id, name]),
  );
  return entries.map((entry) => ({ ...entry, by: names.get(entry.account ?? '') ?? null }));
}

export function journalQueries(parts: Pick<JournalParts, 'installation' | 'key'>): ImplementedQuery[] {
  return [
    implementQuery(searchEntries, {
      place,
      async answer({ tx }, { action, subject, account, from, until, cursor, limit }) {
        const found = await store.searchEntries(tx, {
          action: action ?? null,
          subject: subject ?? null,
          account: account ?? null,
          from: from ?? null,
          until: until ?? null,
          after: cursor === undefined ? null : readCursor(cursor),
          limit,
        });
        const items = await withNames(tx, found.slice(0, limit));
        const last = items.at(-1);
        return { output: { items, next: found.length > limit && last !== undefined ? writeCursor(last) : null } };
      },
    }),
    implementQuery(oneEntry, {
      place,
      async answer({ tx }, { id }) {
        const { body, contents, salts, person, epoch, ...entry } =
          (await store.findEntry(tx, id)) ?? refuse('request.not-found');
        const [found = { ...entry, by: null }] = await withNames(tx, [entry]);
        const proof = epoch === null || found.number === null ? null : await prove(tx, epoch, found.number - 1, body);
        return {
          output: { ...found, body: body.toString('utf8'), fields: fieldsOf(body, contents, salts), proof },
          persons: person === null ? [] : [person],
        };
      },
    }),
    implementQuery(journalConsistency, {
      place,
      async answer({ tx }, { old, size }) {
        const head = await readHead(tx);
        if (head === null || old > size || size > head.size) return refuse('journal.no-such-size');
        const tiles = await readTiles(tx, head.epoch, consistencyTiles(old, size));
        const hashes = proven(() => proveConsistency(sha, nodesFromTiles(sha, tiles, size), old, size));
        return { output: { hashes: hashes.map(base64) } };
      },
    }),
    implementQuery(journalHead, {
      async answer({ tx }) {
        const head = (await readHead(tx)) ?? { epoch: 1, size: 0, root: emptyRoot(sha) };
        const origin = originOf(parts, tx.org, head.epoch);
        const last = await store.lastCheckpoint(tx, head.epoch);
        return {
          output: {
            origin,
            size: head.size,
            checkpoint: last?.note ?? null,
            sealedAt: last === null ? null : new Date(last.sealed_at / 1000).toISOString(),
            key: printVerifierKey(logSigner(parts, origin).key),
            waiting: await store.countWaiting(tx),
            witnesses: (await lastCosignatures(tx, head.epoch)).flatMap(shownWitness),
            cosignatures: await store.cosignaturesOf(tx, head.epoch, head.size),
          },
        };
      },
    }),
  ];
}

/** A line that says no time is none that a witness signed. */
function shownWitness({ size, line }: LastCosignature) {
  const signature = parseSignatures(line)?.[0];
  const timed = signature === undefined ? null : readTimed(signature.signature);
  if (signature === undefined || timed === null) return [];
  return [{ name: signature.name, size, at: new Date(timed.seconds * 1000).toISOString() }];
}

/** Every path the entry commits to: with its value where that is still there, or as erased. */
function fieldsOf(body: Uint8Array, contents: string | null, salts: Uint8Array | null) {
  const entry = readEntry(body);
  const values = contents === null ? {} : (JSON.parse(contents) as Record<string, Json>);
  return Object.keys(entry?.fields ?? {})
    .toSorted()
    .map((path, n) => {
      const value = values[path];
      if (entry === null || salts === null || value === undefined) return { path, state: 'erased' as const };
      const salt = hashAt(salts, n);
      const opening = { path, value, salt };
      return {
        path,
        state: 'kept' as const,
        value: mutable(value),
        salt: base64(salt),
        opens: opens(sha, entry, opening),
      };
    });
}

/** The schema of JSON in contracts is of arrays and objects that could be written to. */
const mutable = (value: Json) => JSON.parse(JSON.stringify(value)) as string | number | boolean | null;

/** From the tiles that lie on the way, whatever the size of the log; checked as a stranger would. */
async function prove(tx: Transaction, epoch: number, index: number, body: Uint8Array) {
  const last = await store.lastCheckpoint(tx, epoch);
  const checkpoint = parseCheckpoint(parseNote(last?.note ?? '')?.text ?? '');
  if (last === null || checkpoint === null || index >= checkpoint.size) return null;
  const { size, root } = checkpoint;
  const tiles = await readTiles(tx, epoch, inclusionTiles(index, size));
  const hashes = proven(() => proveInclusion(sha, nodesFromTiles(sha, tiles, size), index, size));
  const holds = verifyInclusion(sha, { index, size, leaf: leafHash(sha, body), proof: hashes, root });
  return { checkpoint: last.note, size, hashes: hashes.map(base64), holds };
}

/** Where a tile is gone nothing is proved, and the reader is told so; which one is for `journal verify` to say. */
function proven(prove: () => Uint8Array[]): Uint8Array[] {
  try {
    return prove();
  } catch (error) {
    if (error instanceof JournalError) return [];
    throw error;
  }
}
