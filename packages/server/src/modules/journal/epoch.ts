import { formatDay } from '@sallyport/core/calendar';
import {
  canonicalJson,
  commitments,
  type EpochBegun,
  emptyRoot,
  entryBytes,
  epochBegunEntry,
  JournalError,
  leafHashes,
  type Opening,
  parseOrigin,
} from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { insertEntry } from './append-store.ts';
import { type JournalParts, originOf, sha } from './log.ts';
import { countWaiting } from './query-store.ts';
import { firstHead, type SealParts, sealOnto, sealPending } from './seal.ts';
import * as store from './seal-store.ts';

export type EpochStart = Pick<EpochBegun, 'reason'> & {
  /** The last checkpoint known of the log before, by whoever kept it and its signature verified; null: nobody kept one. */
  readonly last: EpochBegun['last'] | null;
  /** The account of the person who decided it. */
  readonly account: string;
  /** The person's own words; kept beside the entry, which commits to them. */
  readonly words: string;
};

/**
 * Begins a new log after a restore. Its first entry names the last checkpoint of the old one, the reason, the person and what was lost. It
 * is sealed at once and alone; what the backup had not sealed comes next, before anybody acts, and the entry says how many those are: they
 * are older than it. The old log is never signed again: it may have gone on elsewhere.
 */
export async function beginEpoch(
  tx: Transaction,
  parts: Pick<JournalParts, 'ids' | 'clock' | 'dayOf'> & SealParts,
  { last, reason, account, words }: EpochStart,
): Promise<{ readonly origin: string; readonly checkpoint: string }> {
  await store.beginLog(tx, firstHead());
  const before = await store.lockHead(tx);
  if (before === null) throw new Error('another process seals this log while it is restored');
  const own = { origin: originOf(parts, tx.org, before.epoch), size: before.size, root: before.root };
  const { last: known, lost } = lastKnown(own, last);
  const epoch = Math.max(before.epoch, parseOrigin(known.origin)?.epoch ?? 0) + 1;
  if (last !== null && parseOrigin(last.origin)?.log !== parseOrigin(own.origin)?.log)
    throw new JournalError('key-name');
  const now = parts.clock.now();
  const carried = await countWaiting(tx);
  const opening: Opening = { path: 'words', value: words, salt: parts.ids.salt() };
  const id = parts.ids.uuid();
  const body = entryBytes(
    epochBegunEntry(
      { last: { ...known, root: new Uint8Array(known.root) }, reason, lost, carried },
      { id, at: { instant: now }, actor: account, fields: { words: commitments(sha, [opening]) } },
    ),
  );
  await insertEntry(tx, {
    id,
    body,
    action: 'epoch.begun',
    account,
    day: formatDay(parts.dayOf(now)),
    contents: canonicalJson({ words }),
    salts: opening.salt,
  });
  const head: store.Head = { epoch, size: 0, root: emptyRoot(sha) };
  const checkpoint = await sealOnto(tx, parts, head, { entries: [id], leaves: leafHashes(sha, [body]) }, now);
  for (let sealed = 0; sealed < carried; ) {
    const more = await sealPending(tx, parts, now);
    if (more === 0) throw new Error('what the backup had not sealed is held by another process');
    sealed += more;
  }
  return { origin: originOf(parts, tx.org, epoch), checkpoint };
}

/**
 * The last checkpoint known of the old log, and how many entries lie between the backup and it. One kept outside that is no newer than the
 * backup says nothing about what came later, and nobody can say; nor can anybody count through an epoch of which the backup knows nothing.
 */
function lastKnown(own: EpochBegun['last'], kept: EpochBegun['last'] | null): Pick<EpochBegun, 'last' | 'lost'> {
  if (kept === null) return { last: own, lost: null };
  if (kept.origin === own.origin)
    return kept.size > own.size ? { last: kept, lost: kept.size - own.size } : { last: own, lost: null };
  const isLater = (parseOrigin(kept.origin)?.epoch ?? 0) > (parseOrigin(own.origin)?.epoch ?? 0);
  return { last: isLater ? kept : own, lost: null };
}
