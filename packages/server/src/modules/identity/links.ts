import type { Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { issueLink } from './contract.ts';
import { canSignIn } from './identity-check.ts';
import { linkFor } from './limits.ts';
import { dateOf, later, said } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { lockAccount } from './store/accounts.ts';
import { dropOpenLinks, insertLink, type LinkKind } from './store/links.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** The page of the console that takes the secret of a link. */
export const enterPage = (token: string): string => `/enter#${token}`;

/** A link that is followed once; the newest is the only one. Its secret belongs behind a `#`, where no server's log sees it. */
export async function makeLink(
  tx: Transaction,
  { ids, bearers, tenants }: Pick<IdentityParts, 'ids' | 'bearers' | 'tenants'>,
  actor: Actor,
  {
    account,
    kind,
    askedBy = null,
  }: { readonly account: string; readonly kind: LinkKind; readonly askedBy?: string | null },
  now: Instant,
): Promise<{ readonly token: string; readonly endsAt: string }> {
  await dropOpenLinks(tx, account);
  const { token, hash } = bearers.mint(await tenants.routingOf(tx.org));
  const endsAt = later(now, linkFor[kind]);
  await insertLink(tx, {
    id: ids.uuid(),
    hash,
    account,
    kind,
    askedBy,
    madeBy: actor.account,
    at: dateOf(now),
    endsAt,
  });
  return { token, endsAt: said(endsAt) };
}

export function implementLinks(parts: IdentityParts): ImplementedAction[] {
  return [
    implementAction(issueLink, {
      place: wholeOrganisation,
      async handle(context, { account: id, kind }) {
        const { tx, actor, now } = context;
        const account = (await lockAccount(tx, id)) ?? refuse('request.not-found');
        if (account.status !== 'active') return refuse('identity.account-disabled');
        if (await canSignIn(tx, id)) return refuse('identity.can-sign-in-already');
        const output = await makeLink(tx, parts, actor, { account: id, kind }, now);
        await parts.post.write(context, { account: id, template: 'invitation', page: enterPage(output.token) });
        const fields = { kind, endsAt: output.endsAt };
        return { output, entry: { subject: `account/${id}`, fields, person: account.person } };
      },
    }),
  ];
}
