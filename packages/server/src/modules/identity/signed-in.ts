import { staffRoles } from '@sallyport/core/access';
import type { Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { dateOf } from './moments.ts';
import { type Need, needOf, type Standing } from './standing.ts';
import { type Account, accountById } from './store/accounts.ts';
import { credentialsOf, type Totp, totpOfAccount } from './store/factors.ts';
import { grantsOf } from './store/grants.ts';
import { factorsOf } from './store/sessions.ts';

/** The account and session of somebody who signed in with a browser; a token or the machine has no session. */
export function ownSession({ account, session }: Actor): { readonly account: string; readonly session: string } {
  if (account === null || session === null) return refuse('identity.no-session');
  return { account, session };
}

/** The account of somebody signed in, by session or token. */
export function ownAccount({ account }: Actor): string {
  return account ?? refuse('request.sign-in-first');
}

export async function readAccount(tx: Transaction, actor: Actor): Promise<Account> {
  return (await accountById(tx, ownAccount(actor))) ?? refuse('request.sign-in-first');
}

/** How the account of a session stands after what was just changed. */
export async function standingOf(
  tx: Transaction,
  actor: Actor,
  now: Instant,
): Promise<{ readonly standing: Standing; readonly need: Need | null }> {
  const account = ownAccount(actor);
  const standing = {
    ...(await credentialsOf(tx, account)),
    staff: (await grantsOf(tx, account, dateOf(now))).some(({ role }) => staffRoles.has(role)),
    factors: actor.session === null ? [] : await factorsOf(tx, actor.session),
  };
  return { standing, need: actor.session === null ? null : needOf(standing) };
}

export const totpPlace = (org: string, account: string): string => `account_totp/${org}/${account}`;

/** The secret of an account's codes, opened. */
export async function sealedTotp(tx: Transaction, sealer: Sealer, account: string): Promise<Totp | null> {
  const totp = await totpOfAccount(tx, account);
  const secret = totp === null ? null : sealer.open(totp.secret, totpPlace(tx.org, account));
  return totp === null || secret === null ? null : { ...totp, secret };
}
