import { separatedRoles } from '@sallyport/core/access';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { grantRole, grants, requireSeparation, revokeRole, separation } from './contract.ts';
import { endDeputies, giveRole, requireGiver } from './give-role.ts';
import { dateOf, said, saidOrNull } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { accountById } from './store/accounts.ts';
import { endGrant, grantById, holdersOfTwo, listGrants } from './store/grants.ts';
import { lockSeparation, readSeparation, writeSeparation } from './store/settings.ts';
import { wholeOrganisation } from './whole-organisation.ts';

export function implementRoles(parts: Pick<IdentityParts, 'ids'>): ImplementedAction[] {
  return [
    implementAction(grantRole, {
      place: async (_tx, { unit }) => ({ person: null, unit }),
      async handle({ tx, actor, now }, input) {
        const { id, person, role, unit, fromAt, untilAt, standsInFor } = await giveRole(tx, parts, actor, input, now);
        return {
          output: { grant: id },
          entry: {
            subject: `account/${input.account}`,
            fields: { grant: id, role, unit, from: said(fromAt), until: saidOrNull(untilAt), standsInFor },
            person,
          },
        };
      },
    }),
    implementAction(revokeRole, {
      async place(tx, { grant }) {
        const found = await grantById(tx, grant);
        return found === null ? null : { person: null, unit: found.unit };
      },
      async handle({ tx, actor, now }, { grant }) {
        const { account, role, unit } = (await grantById(tx, grant)) ?? refuse('request.not-found');
        await requireGiver(tx, actor, role, unit, false, now);
        await endGrant(tx, grant, actor.account, dateOf(now));
        const deputies = await endDeputies(tx, account, role, actor.account, now);
        const person = (await accountById(tx, account))?.person ?? null;
        return {
          output: {},
          entry: { subject: `account/${account}`, fields: { grant, role, unit, deputies }, person },
        };
      },
    }),
    implementAction(requireSeparation, {
      place: wholeOrganisation,
      async handle({ tx, now }) {
        const before = await lockSeparation(tx);
        const [first] = await holdersOfTwo(tx, separatedRoles, dateOf(now));
        if (first !== undefined)
          return refuse('identity.roles-apart', { account: first.account, one: first.roles[0], other: first.roles[1] });
        await writeSeparation(tx, true);
        return { output: {}, entry: { subject: null, fields: { before, after: true } } };
      },
    }),
  ];
}

export const roleQueries: readonly ImplementedQuery[] = [
  implementQuery(grants, {
    place: wholeOrganisation,
    async answer({ tx, now }, { account, cursor, limit }) {
      const found = await listGrants(tx, account ?? null, cursor ?? '', limit + 1, dateOf(now));
      const items = found.slice(0, limit).map(({ id, fromAt, untilAt, account, name, role, unit, standsInFor }) => ({
        grant: id,
        account,
        name,
        role,
        unit,
        standsInFor,
        from: said(fromAt),
        until: saidOrNull(untilAt),
      }));
      const persons = found.slice(0, limit).flatMap(({ person }) => person ?? []);
      return { output: { items, next: found.length > limit ? (items.at(-1)?.grant ?? null) : null }, persons };
    },
  }),
  implementQuery(separation, {
    place: wholeOrganisation,
    answer: async ({ tx }) => ({ output: { required: await readSeparation(tx) } }),
  }),
];
