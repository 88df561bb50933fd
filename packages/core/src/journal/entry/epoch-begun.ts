import { base64, fromBase64 } from '../bytes/base64.ts';
import { isSize } from '../bytes/bytes.ts';
import { hashLength } from '../sha256.ts';
import type { Entry } from './entry.ts';

/** Why a log begins anew. The words of the person who decided it are a committed field beside it. */
export const epochReasons = ['disk-failure', 'data-damaged', 'wrong-change', 'attack', 'moved', 'exercise'] as const;
export type EpochReason = (typeof epochReasons)[number];

/** What the first entry of a restored log says: from where it goes on, why, on whose word (the actor), and what was lost. */
export type EpochBegun = {
  /** The last checkpoint known of the epoch before. */
  readonly last: { readonly origin: string; readonly size: number; readonly root: Uint8Array };
  readonly reason: EpochReason;
  /** Entries between the backup and `last`: known to be lost, and there may be more. Null where nobody can say. */
  readonly lost: number | null;
  /** Entries the backup had not sealed yet: they come next, and may be older than this one. */
  readonly carried: number;
};

/** How many entries of the epoch before the backup held: the log goes on behind them. */
export const heldByBackup = ({ last, lost }: Pick<EpochBegun, 'last' | 'lost'>): number => last.size - (lost ?? 0);

type Rest = Pick<Entry, 'id' | 'at' | 'fields'> & { readonly actor: string };

export const epochBegunEntry = ({ last, reason, lost, carried }: EpochBegun, rest: Rest): Entry => ({
  ...rest,
  action: 'epoch.begun',
  refs: {},
  open: { last: { ...last, root: base64(last.root) }, reason, lost, carried },
});

/** What an entry announces, or null when it is no such entry. */
export function readEpochBegun({ action, actor, open }: Entry): EpochBegun | null {
  if (action !== 'epoch.begun' || actor === null || open === null) return null;
  const last = open['last'];
  const lost = open['lost'] ?? null;
  const carried = open['carried'];
  const reason = epochReasons.find((one) => one === open['reason']);
  if (typeof last !== 'object' || last === null || !('origin' in last) || reason === undefined) return null;
  const { origin, size, root } = last;
  const hash = typeof root === 'string' ? fromBase64(root) : null;
  if (typeof origin !== 'string' || typeof size !== 'number' || !isSize(size) || hash?.length !== hashLength)
    return null;
  if (lost !== null && (typeof lost !== 'number' || !isSize(lost))) return null;
  if (typeof carried !== 'number' || !isSize(carried)) return null;
  return { last: { origin, size, root: hash }, reason, lost, carried };
}
