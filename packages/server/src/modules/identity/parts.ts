import type { KeyObject } from 'node:crypto';
import type { Context } from '../../platform/actions/implement.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Ids } from '../../platform/ids/ids.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import type { Bearers } from './bearer.ts';
import type { Passwords } from './password.ts';
import type { RoomActs } from './room-acts.ts';
import type { Tenants } from './tenants.ts';

/** What the program gives this room. */
export type IdentityDeps = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly ids: Pick<Ids, 'uuid'>;
  /** `Secrets.tokenPepper` and `Secrets.keyEncryptionKey`. */
  readonly pepper: KeyObject;
  readonly sealingKey: KeyObject;
  /** Where the console is served, such as `https://sallyport.example.cn`: the first one is the host that passkeys are bound to. */
  readonly origins: () => readonly string[];
  /** `Config.oidc`; null where no provider is set up. */
  readonly oidc: Config['oidc'];
  /** Whether an action or a query of this name is there: `(name) => catalogue.actions.has(name) || catalogue.queries.has(name)`. */
  readonly knows: (name: string) => boolean;
  /** Whether a query of this name shows people's data. */
  readonly showsPerson: (name: string) => boolean;
  /** Whose data an account was shown in a time (`seen`): they are told after emergency access. */
  readonly concerned: (tx: Transaction, account: string, from: Date, until: Date) => Promise<readonly string[]>;
  /** Has somebody written to. */
  readonly post: PostPort;
  /** Refuses what leaves the house without its handover (PEOPLE.md, "Going out of the house"); gives the day on which the handover ends, and whether it holds personal data. */
  readonly requireHandover: (
    context: Pick<Context, 'tx' | 'today' | 'now' | 'actor' | 'facts'>,
    exit: 'identity.make-token',
    handover: string | null,
  ) => Promise<{ readonly until: string; readonly personalData: boolean }>;
  /** Acts of other rooms that take two persons. */
  readonly acts: RoomActs;
  readonly passwords?: Passwords;
};

/** The same, with what the room makes of it: what its services work with. */
export type IdentityParts = Omit<IdentityDeps, 'sealingKey' | 'passwords'> & {
  readonly passwords: Passwords;
  readonly bearers: Bearers;
  readonly tenants: Tenants;
  /** Seals secrets that must be read again (TOTP), each to its row. */
  readonly sealer: Sealer;
};

export type OidcConfig = NonNullable<Config['oidc']>;
