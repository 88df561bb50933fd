import type { Day, Instant } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { TableDeclaration } from '../../platform/database/columns.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';

/** Values that other rooms keep beside what they may not lose (the journal's), erased with what they are about. */
type ValuesPort = {
  /** `kind/id` of what entries were about. */
  eraseOfSubjects(tx: Transaction, subjects: readonly string[]): Promise<number>;
  /** By the ids of persons and of their accounts. */
  eraseOfPersons(tx: Transaction, ids: readonly string[]): Promise<number>;
};

export type PrivacyParts = {
  readonly ids: { readonly uuid: () => string };
  readonly post: PostPort;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
  readonly law: Law;
  /** All tables of the program with what they hold of people. */
  readonly tables: readonly TableDeclaration[];
  /** Entries of the register that were found to be this person: erased with them. */
  readonly mergedInto: (tx: Transaction, person: string) => Promise<readonly string[]>;
  /** The accounts of a person. */
  readonly accountsOf: (tx: Transaction, person: string) => Promise<readonly string[]>;
  /** Disables the accounts of a person, ends their sessions, tokens, links and roles, and names them. */
  readonly closeAccounts: (tx: Transaction, person: string, by: string | null, at: Date) => Promise<readonly string[]>;
  /** Ends the tokens made under a handover, and counts them. */
  readonly endTokensUnder: (tx: Transaction, handover: string, at: Date) => Promise<number>;
  readonly values: ValuesPort;
};

/** A clause that may carry a hold or a handover: its text has been checked. */
export const isChecked = (law: Pick<Law, 'clauses'>, clause: string): boolean =>
  law.clauses.get(clause)?.clause.sureness === 'text';
