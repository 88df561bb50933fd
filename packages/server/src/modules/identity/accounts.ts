import type { Instant } from '@sallyport/core/calendar';
import type { z } from 'zod';
import type { Actor } from '../../platform/actions/actor.ts';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accounts, disableAccount, enableAccount, invite, openAccount } from './contract.ts';
import { giveRole } from './give-role.ts';
import { enterPage, makeLink } from './links.ts';
import { dateOf } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import {
  type Account,
  accountOfPerson,
  insertAccount,
  listAccounts,
  lockAccount,
  personExists,
  setStatus,
} from './store/accounts.ts';
import { dropOpenLinks } from './store/links.ts';
import { endSessionsOf } from './store/sessions.ts';
import { wholeOrganisation } from './whole-organisation.ts';

type NewAccount = z.output<typeof openAccount.input>;

/** An account that nobody can sign in to yet, with the roles it is made for. */
async function open(
  tx: Transaction,
  parts: Pick<IdentityParts, 'ids'>,
  actor: Actor,
  { login, name, person, roles }: NewAccount,
  now: Instant,
) {
  const { ids } = parts;
  const id = ids.uuid();
  if (person !== null && !(await personExists(tx, person))) return refuse('request.not-found');
  if (!(await insertAccount(tx, { id, login, name, person, madeAt: dateOf(now) }))) {
    const taken = person !== null && (await accountOfPerson(tx, person)) !== null;
    return refuse(taken ? 'identity.person-has-account' : 'identity.login-taken');
  }
  const given: { grant: string; role: string; unit: string | null }[] = [];
  for (const { role, unit } of roles) {
    const grant = await giveRole(tx, parts, actor, { account: id, role, unit }, now);
    given.push({ grant: grant.id, role, unit });
  }
  return { id, entry: { subject: `account/${id}`, fields: { login, name, roles: given }, person } };
}

export function implementAccounts(parts: IdentityParts): ImplementedAction[] {
  return [
    implementAction(openAccount, {
      place: wholeOrganisation,
      async handle({ tx, actor, now }, input) {
        const { id, entry } = await open(tx, parts, actor, input, now);
        return { output: { account: id }, entry };
      },
    }),
    implementAction(invite, {
      place: wholeOrganisation,
      async handle(context, input) {
        const { tx, actor, now } = context;
        const { id, entry } = await open(tx, parts, actor, input, now);
        const link = await makeLink(tx, parts, actor, { account: id, kind: input.link }, now);
        if (input.address !== null) await parts.post.keepAddress(context, id, input.address);
        await parts.post.write(context, { account: id, template: 'invitation', page: enterPage(link.token) });
        return { output: { account: id, ...link }, entry };
      },
    }),
    implementAction(disableAccount, {
      place: wholeOrganisation,
      async handle({ tx, actor, now }, { account: id, version: seen }) {
        if (id === actor.account) return refuse('identity.not-oneself');
        const account = (await lockAccount(tx, id)) ?? refuse('request.not-found');
        if (account.status === 'disabled') return refuse('identity.account-disabled');
        const version = await changeStatus(tx, account, 'disabled', seen);
        const endedSessions = await endSessionsOf(tx, id, null, dateOf(now));
        await dropOpenLinks(tx, id);
        return {
          output: { version },
          entry: { subject: `account/${id}`, fields: { version, endedSessions }, person: account.person },
        };
      },
    }),
    implementAction(enableAccount, {
      place: wholeOrganisation,
      async handle({ tx }, { account: id, version: seen }) {
        const account = (await lockAccount(tx, id)) ?? refuse('request.not-found');
        if (account.status === 'active') return refuse('identity.account-active');
        const version = await changeStatus(tx, account, 'active', seen);
        return {
          output: { version },
          entry: { subject: `account/${id}`, fields: { version }, person: account.person },
        };
      },
    }),
  ];
}

/** Refused where somebody else changed the account since it was read; both versions are named. */
async function changeStatus(tx: Transaction, account: Account, status: Account['status'], seen: number) {
  const version = await setStatus(tx, account.id, status, seen);
  return version ?? refuse('request.stale-version', { seen, current: account.version });
}

export const accountQueries: readonly ImplementedQuery[] = [
  implementQuery(accounts, {
    place: wholeOrganisation,
    async answer({ tx }, { cursor, limit }) {
      const found = await listAccounts(tx, cursor ?? '', limit + 1);
      const shown = found.slice(0, limit);
      return {
        output: {
          items: shown.map(({ id, ...rest }) => ({ account: id, ...rest })),
          next: found.length > limit ? (shown.at(-1)?.login ?? null) : null,
        },
        persons: shown.flatMap(({ person }) => person ?? []),
      };
    },
  }),
];
