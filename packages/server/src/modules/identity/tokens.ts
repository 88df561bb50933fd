import { parseInstant } from '@sallyport/core/calendar';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { endToken, makeToken, tokens } from './contract.ts';
import { longestToken } from './limits.ts';
import { dateOf, later, said } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { ownAccount, ownSession } from './signed-in.ts';
import { endTokenOf, insertToken, listTokens } from './store/tokens.ts';

/** A program may say who it is, and nothing else about accounts. */
const forTokens = (scope: string): boolean => scope === 'identity.me' || !scope.startsWith('identity.');

export function implementTokens({
  ids,
  bearers,
  tenants,
  knows,
  showsPerson,
  requireHandover,
}: Pick<
  IdentityParts,
  'ids' | 'bearers' | 'tenants' | 'knows' | 'showsPerson' | 'requireHandover'
>): ImplementedAction[] {
  return [
    implementAction(makeToken, {
      async handle(context, { label, scopes, until, handover = null }) {
        const { tx, actor, now } = context;
        const { account } = ownSession(actor);
        const unknown = scopes.find((scope) => !knows(scope));
        if (unknown !== undefined) return refuse('identity.scope-unknown', { scope: unknown });
        if (!scopes.every(forTokens)) return refuse('identity.scope-not-for-tokens');
        const endsAt = dateOf(parseInstant(until) ?? refuse('request.invalid'));
        if (endsAt <= dateOf(now) || endsAt > later(now, longestToken)) return refuse('identity.token-too-long');
        const given = await requireHandover(context, 'identity.make-token', handover);
        if (!given.personalData && scopes.some(showsPerson)) return refuse('privacy.handover-without-people');
        if (said(endsAt).slice(0, 10) > given.until) return refuse('identity.token-too-long');
        const id = ids.uuid();
        const { token, hash } = bearers.mint(await tenants.routingOf(tx.org));
        const names = [...new Set(scopes)].toSorted();
        await insertToken(tx, {
          id,
          hash,
          account,
          label,
          scopes: names,
          secondFactor: actor.secondFactor,
          madeAt: dateOf(now),
          endsAt,
          handover,
        });
        return {
          output: { tokenId: id, token },
          entry: {
            subject: `token/${id}`,
            fields: { label, scopes: names, until: said(endsAt), handover },
            person: actor.person,
          },
        };
      },
    }),
    implementAction(endToken, {
      async handle({ tx, actor, now }, { token }) {
        if ((await endTokenOf(tx, ownAccount(actor), token, dateOf(now))) === 0) return refuse('request.not-found');
        return { output: {}, entry: { subject: `token/${token}`, fields: {}, person: actor.person } };
      },
    }),
  ];
}

export const tokenQueries: readonly ImplementedQuery[] = [
  implementQuery(tokens, {
    async answer({ tx, actor, now }) {
      const found = await listTokens(tx, ownAccount(actor), dateOf(now));
      const items = found.map(({ id, madeAt, endsAt, ...rest }) => ({
        token: id,
        ...rest,
        madeAt: said(madeAt),
        until: said(endsAt),
      }));
      return { output: { items } };
    },
  }),
];
