import type { Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { letIn } from './identity-check.ts';
import { requireApart } from './lent.ts';
import { breakGlassFor, tellConcernedWithin } from './limits.ts';
import { enterPage, makeLink } from './links.ts';
import { dateOf, later, said } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { lockAccount } from './store/accounts.ts';
import { insertBreakGlass } from './store/break-glass.ts';
import { currentGrants, insertGrant } from './store/grants.ts';
import { lockSeparation, writeSeparation } from './store/settings.ts';
import type { PendingAct } from './store/two-persons.ts';

type Outcome = {
  readonly output: { readonly token: string | null; readonly endsAt: string | null };
  readonly fields: Readonly<Record<string, unknown>>;
  readonly person: string | null;
};

/** Does what two persons agreed on. */
export async function confirmed(
  context: Context,
  parts: Pick<IdentityParts, 'ids' | 'bearers' | 'tenants' | 'post' | 'acts' | 'pepper'>,
  act: PendingAct,
  check: string | undefined,
): Promise<Outcome> {
  const { tx, actor, now } = context;
  switch (act.kind) {
    case 'break-glass':
      return lend(tx, parts, actor, act, now);
    case 'recovery': {
      const account = (await lockAccount(tx, act.subject ?? '')) ?? refuse('request.not-found');
      if (account.status !== 'active') return refuse('identity.account-disabled');
      const output = await makeLink(
        tx,
        parts,
        actor,
        { account: account.id, kind: 'recovery', askedBy: act.first },
        now,
      );
      // Whoever held the account hears of it, whoever asked.
      await parts.post.write(context, {
        account: account.id,
        template: 'recovery',
        page: enterPage(output.token ?? ''),
      });
      return { output, fields: { account: account.id, endsAt: output.endsAt }, person: account.person };
    }
    case 'identity-check': {
      const account = await letIn(context, parts, act, check);
      await parts.post.write(context, { account: account.id, template: 'sign-in-changed', page: '/mine' });
      return { output: nothingToHandOn, fields: { account: account.id }, person: account.person };
    }
    case 'separation-end': {
      const before = await lockSeparation(tx);
      await writeSeparation(tx, false);
      return { output: nothingToHandOn, fields: { before, after: false }, person: null };
    }
    case 'waiver':
    case 'override':
    case 'clause-confirmation':
    case 'confirmation-end':
    case 'erasure':
    case 'conflict-decision':
    case 'advisory':
    case 'advisory-end':
    case 'package': {
      const { id, first, reason, details } = act;
      const room = parts.acts[act.kind] ?? refuse('request.not-found');
      return {
        output: nothingToHandOn,
        ...(await room.confirm(context, { id, first, reason, details: details ?? {} })),
      };
    }
  }
}

const nothingToHandOn = { token: null, endsAt: null } as const;

/** Four hours of the named role over the named scope, set apart from roles that were given, and to be told of. */
async function lend(
  tx: Transaction,
  { ids }: Pick<IdentityParts, 'ids'>,
  actor: Actor,
  { id: act, first, role, unit }: PendingAct,
  now: Instant,
): Promise<Outcome> {
  const account = (await lockAccount(tx, first)) ?? refuse('request.not-found');
  if (account.status !== 'active' || role === null) return refuse('identity.account-disabled');
  await requireApart(tx, await currentGrants(tx, first, dateOf(now)), role);
  const grant = ids.uuid();
  const until = later(now, breakGlassFor);
  await insertGrant(tx, {
    id: grant,
    account: first,
    role,
    unit,
    fromAt: dateOf(now),
    untilAt: until,
    standsInFor: null,
    madeBy: actor.account,
    madeAt: dateOf(now),
  });
  const tellBy = later(now, tellConcernedWithin);
  await insertBreakGlass(tx, { act, account: first, grant, fromAt: dateOf(now), untilAt: until, tellBy });
  return {
    output: { token: null, endsAt: said(until) },
    fields: { account: first, grant, role, unit, until: said(until), tellBy: said(tellBy) },
    person: account.person,
  };
}
