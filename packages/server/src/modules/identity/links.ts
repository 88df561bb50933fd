import type { Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { acceptLink, issueLink } from './contract.ts';
import { linkFor } from './limits.ts';
import { dateOf, later, said } from './moments.ts';
import { requireGoodPassword } from './new-password.ts';
import { openSession, presentSignedIn } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { accountById, lockAccount, setPassword } from './store/accounts.ts';
import { clearCredentials, credentialsOf } from './store/factors.ts';
import { dropOpenLinks, insertLink, type LinkKind, openLink, takeLink } from './store/links.ts';
import { endSessionsOf } from './store/sessions.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** The page of the console that takes the secret of a link. */
export const enterPage = (token: string): string => `/enter#${token}`;

/** A link that signs in once; the newest is the only one. Its secret belongs behind a `#`, where no server's log sees it. */
export async function makeLink(
  tx: Transaction,
  { ids, bearers, tenants }: Pick<IdentityParts, 'ids' | 'bearers' | 'tenants'>,
  actor: Actor,
  { account, kind }: { readonly account: string; readonly kind: LinkKind },
  now: Instant,
): Promise<{ readonly token: string; readonly endsAt: string }> {
  await dropOpenLinks(tx, account);
  const { token, hash } = bearers.mint(await tenants.routingOf(tx.org));
  const endsAt = later(now, linkFor[kind]);
  await insertLink(tx, { id: ids.uuid(), hash, account, kind, madeBy: actor.account, at: dateOf(now), endsAt });
  return { token, endsAt: said(endsAt) };
}

async function canSignIn(tx: Transaction, account: string): Promise<boolean> {
  const { hasPassword, hasPasskey, hasSubject } = await credentialsOf(tx, account);
  return hasPassword || hasPasskey || hasSubject;
}

export function implementLinks(parts: IdentityParts): ImplementedAction[] {
  const { database, clock, bearers, passwords } = parts;
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
    implementAction(
      acceptLink,
      {
        async prepare({ token, password }, { org }, { network }) {
          const found = await database.inOrganisation(org, async (tx) => {
            const link = await openLink(tx, bearers.hash(token), dateOf(clock.now()));
            return link === null ? null : { link, account: await accountById(tx, link.account) };
          });
          if (found === null || found.account === null) return refuse('identity.link-not-valid');
          if (password !== undefined) requireGoodPassword(password, found.account.login);
          return {
            link: found.link,
            hash: password === undefined ? null : await passwords.hash(password),
            network,
          };
        },
        async handle({ tx, now }, _input, { link, hash, network }) {
          const account = (await lockAccount(tx, link.account)) ?? refuse('identity.link-not-valid');
          if (account.status !== 'active' || !(await takeLink(tx, link.id, dateOf(now))))
            return refuse('identity.link-not-valid');
          if (link.kind === 'recovery') {
            // Whoever held the old proofs is out.
            await clearCredentials(tx, account.id);
            await endSessionsOf(tx, account.id, null, dateOf(now));
          } else if (await canSignIn(tx, account.id)) return refuse('identity.link-not-valid');
          if (hash !== null) await setPassword(tx, account.id, hash, dateOf(now));
          const { id, staff, output } = await openSession(
            tx,
            parts,
            {
              account: account.id,
              factors: hash === null ? ['link'] : ['link', 'password'],
              network,
              deviceKnown: false,
            },
            now,
          );
          return {
            output,
            entry: {
              subject: `account/${account.id}`,
              fields: { session: id, kind: link.kind },
              person: account.person,
              ...(staff ? {} : { context: 'none' as const }),
            },
          };
        },
      },
      presentSignedIn,
    ),
  ];
}
