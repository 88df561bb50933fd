import { createHmac, type KeyObject } from 'node:crypto';
import type { Role } from '@sallyport/core/access';
import type { Context } from '../../platform/actions/implement.ts';
import { machineAccount } from '../../platform/actions/machine.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recoveryWait, secondPersonWithin } from './limits.ts';
import { dateOf, later, said } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { type Candidates, candidatesFor, signingOf } from './second-person.ts';
import { lockAccount, setPassword } from './store/accounts.ts';
import { clearCredentials, credentialsOf } from './store/factors.ts';
import { currentGrants } from './store/grants.ts';
import { forgetPasswords, keepPassword, type Link, takePassword } from './store/links.ts';
import { endSessionsOf } from './store/sessions.ts';
import { endEntriesTo, insertAct, type PendingAct, unitOf } from './store/two-persons.ts';

/**
 * A link passes through the hands of whoever made it, and lets nobody in for that alone: the password chosen with it counts once somebody
 * outside those hands has met its holder. Otherwise an administrator would have every account that nobody has used yet, and two of them
 * every other one (PEOPLE.md: no setting gives an administrator content).
 */
export type Waiting = { readonly code: string; readonly endsAt: string };

type Parts = Pick<IdentityParts, 'ids' | 'post' | 'pepper' | 'acts'>;

/** What whoever followed the link tells the person who meets them: of two who followed links to one account, it names the one who is there. */
const checkCode = (pepper: KeyObject, act: string): string =>
  String(createHmac('sha256', pepper).update(`identity-check\0${act}`).digest().readUInt32BE() % 1_000_000).padStart(
    6,
    '0',
  );

const actFor = async (tx: Transaction, { id, account, madeBy, askedBy }: Link) => ({
  kind: 'identity-check' as const,
  first: account,
  subject: account,
  role: null,
  unit: await unitOf(tx, account),
  details: { link: id, madeBy, askedBy },
});

/**
 * Who may look at the holder of this link; null where the link alone lets them in: the machine's administrator made it, or nobody is there
 * yet who could look and it is for the first officer, whom an administrator begins with.
 */
export async function checkersOf(
  tx: Transaction,
  link: Link,
  { acts }: Pick<IdentityParts, 'acts'>,
  now: Date,
): Promise<Candidates['eligible'] | null> {
  if (link.madeBy === null || link.madeBy === machineAccount) return null;
  const act = await actFor(tx, link);
  const { eligible } = await candidatesFor(tx, act, await signingOf(tx, acts, act, now), now);
  if (eligible.length > 0) return eligible;
  const roles: Role[] = (await currentGrants(tx, link.account, now)).map(({ role }) => role);
  return link.kind !== 'recovery' && roles.includes('security-officer') ? null : refuse('identity.nobody-eligible');
}

/** Keeps what the holder chose and asks for the look at them; the newest link is the only one that anybody can be let in by. */
export async function askCheck(
  context: Pick<Context, 'tx' | 'now' | 'send'>,
  { ids, post, pepper }: Parts,
  link: Link,
  hash: string,
  checkers: Candidates['eligible'],
): Promise<Waiting> {
  const { tx, now } = context;
  await endEntriesTo(tx, link.account, dateOf(now));
  await forgetPasswords(tx, link.account);
  await keepPassword(tx, link.id, hash);
  const wait = link.kind === 'recovery' ? recoveryWait : 0;
  const act = {
    ...(await actFor(tx, link)),
    id: ids.uuid(),
    firstSession: 'link',
    reason: '—',
    askedAt: dateOf(now),
    endsAt: later(now, wait + secondPersonWithin),
  };
  await insertAct(tx, act);
  for (const { id } of checkers)
    await post.write(context, { account: id, template: 'to-do', page: '/acts', pace: 'soon' });
  return { code: checkCode(pepper, act.id), endsAt: said(act.endsAt) };
}

/** When a check may be confirmed; null: at once. Whose account is being recovered has until then to stop it. */
export const openFrom = ({ kind, details, askedAt }: Pick<PendingAct, 'kind' | 'details' | 'askedAt'>): Date | null =>
  kind === 'identity-check' && typeof details?.['askedBy'] === 'string'
    ? new Date(askedAt.getTime() + recoveryWait * 1000)
    : null;

/** What was chosen with the link counts from now on; of a recovery, whoever held the old proofs is out. */
export async function letIn(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { pepper }: Pick<IdentityParts, 'pepper'>,
  act: PendingAct,
  told: string | undefined,
) {
  const from = openFrom(act);
  if (from !== null && dateOf(now) < from) return refuse('identity.wait-first', { until: from.toISOString() });
  if (told !== checkCode(pepper, act.id)) return refuse('identity.check-differs');
  const account = (await lockAccount(tx, act.subject ?? '')) ?? refuse('request.not-found');
  if (account.status !== 'active') return refuse('identity.account-disabled');
  const { kind, hash } = (await takePassword(tx, act.details?.['link'] ?? '')) ?? refuse('request.not-found');
  if (kind === 'recovery') {
    await clearCredentials(tx, account.id);
    await endSessionsOf(tx, account.id, null, dateOf(now));
  } else if (await canSignIn(tx, account.id)) return refuse('identity.can-sign-in-already');
  await setPassword(tx, account.id, hash, dateOf(now));
  return account;
}

export async function canSignIn(tx: Transaction, account: string): Promise<boolean> {
  const { hasPassword, hasPasskey, hasSubject } = await credentialsOf(tx, account);
  return hasPassword || hasPasskey || hasSubject;
}
