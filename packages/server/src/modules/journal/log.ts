import type { KeyObject } from 'node:crypto';
import type { Day, Instant } from '@sallyport/core/calendar';
import { type DayClosed, type NoteSigner, printOrigin } from '@sallyport/core/journal';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { nodeSha256 } from '../../platform/hashing/sha256.ts';
import type { Ids } from '../../platform/ids/ids.ts';
import { signerOf } from '../../platform/signing/ed25519.ts';
import type { SaidFinding } from './report.ts';

/** The organisation under which the installation's own log lies. No tenant has this id: theirs are UUIDs. */
export const installationLog = 'installation';

/** What the journal works with. */
export type JournalParts = {
  readonly database: Database;
  readonly clock: { now(): Instant };
  readonly ids: Pick<Ids, 'uuid' | 'salt'>;
  /** The civil day of a moment where the installation has its seat. */
  readonly dayOf: (instant: Instant) => Day;
  readonly installation: string;
  /** Ed25519, private; one for all logs of the installation, whose names keep them apart. */
  readonly key: KeyObject;
  /** Holds what a room keeps against the days that the journal says were closed. */
  readonly checkDays?: (tx: Transaction, closings: readonly DayClosed[]) => Promise<readonly SaidFinding[]>;
};

export const sha = nodeSha256;

/** `<installation>/<organisation>/<epoch>`: the name of a log, and of the key that signs it. */
export const originOf = ({ installation }: Pick<JournalParts, 'installation'>, org: string, epoch: number): string =>
  printOrigin({ log: `${installation}/${org}`, epoch });

const signers = new WeakMap<KeyObject, Map<string, NoteSigner>>();

export function logSigner({ key }: Pick<JournalParts, 'key'>, origin: string): NoteSigner {
  const known = signers.get(key) ?? new Map<string, NoteSigner>();
  signers.set(key, known);
  const signer = known.get(origin) ?? signerOf(sha, origin, 'note', key);
  known.set(origin, signer);
  return signer;
}
