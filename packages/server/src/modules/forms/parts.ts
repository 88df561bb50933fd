import type { Day, Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Press } from '../../platform/paper/press.ts';
import type { Phrase } from '../../platform/words/words.ts';
import type { AddEvidence, Taken } from '../files/index.ts';

export type FormsParts = {
  readonly database: Database;
  readonly dayOf: (instant: Instant) => Day;
  readonly ids: { readonly uuid: () => string; readonly salt: () => Buffer };
  readonly press: Pick<Press, 'print'>;
  readonly readCodes: (bytes: Uint8Array, type: 'pdf' | 'picture') => Promise<readonly string[]>;
  readonly peekUpload: (actor: Actor, ticket: string) => Promise<Taken | null>;
  readonly addEvidence: AddEvidence;
  /** How a rule is called, for decisions about a duty. */
  readonly ruleTitle: (rule: string) => Phrase | null;
};
