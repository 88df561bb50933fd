import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { me } from './contract.ts';
import { dateOf, said, saidOrNull } from './moments.ts';
import { readAccount, standingOf } from './signed-in.ts';
import { recoveryCodesLeft, subjectsOf } from './store/factors.ts';
import { currentGrants } from './store/grants.ts';
import { recoveredSince } from './store/links.ts';
import { listPasskeys } from './store/passkeys.ts';

export const meQuery: ImplementedQuery = implementQuery(me, {
  async answer({ tx, actor, now }) {
    const { id, login, name, person } = await readAccount(tx, actor);
    const { standing, need } = await standingOf(tx, actor, now);
    const roles = await currentGrants(tx, id, dateOf(now));
    return {
      output: {
        account: id,
        login,
        name,
        person,
        roles: roles.map((grant) => ({
          grant: grant.id,
          role: grant.role,
          unit: grant.unit,
          from: said(grant.fromAt),
          until: saidOrNull(grant.untilAt),
          standsInFor: grant.standsInFor,
        })),
        need,
        fresh: actor.fresh,
        via: actor.via === 'token' ? ('token' as const) : ('session' as const),
        hasPassword: standing.hasPassword,
        hasTotp: standing.hasTotp,
        recoveryCodesLeft: await recoveryCodesLeft(tx, id),
        passkeys: (await listPasskeys(tx, id)).map((key) => ({
          passkey: key.id,
          label: key.label,
          madeAt: said(key.madeAt),
          usedAt: saidOrNull(key.usedAt),
        })),
        linkedTo: await subjectsOf(tx, id),
        recoveredSince: saidOrNull(await recoveredSince(tx, id, dateOf(now))),
      },
    };
  },
});
