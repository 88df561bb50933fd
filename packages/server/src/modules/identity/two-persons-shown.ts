import { implementQuery } from '../../platform/actions/implement.ts';
import { notices, pendingActs } from './contract.ts';
import { openFrom } from './identity-check.ts';
import { dateOf, said, saidOrNull } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { candidatesFor, namesOf, signingOf } from './second-person.ts';
import { ownAccount } from './signed-in.ts';
import { accountById } from './store/accounts.ts';
import { noticesTo } from './store/break-glass.ts';
import { openActs } from './store/two-persons.ts';

export const implementPendingActs = ({ acts }: Pick<IdentityParts, 'acts'>) =>
  implementQuery(pendingActs, {
    async answer({ tx, actor, now }) {
      const own = ownAccount(actor);
      const shown = [];
      const persons: string[] = [];
      for (const act of await openActs(tx, dateOf(now))) {
        const mine = act.first === own;
        const signing = await signingOf(tx, acts, act, dateOf(now));
        const candidates = await candidatesFor(tx, act, signing, dateOf(now));
        if (!mine && !candidates.eligible.some(({ id }) => id === own)) continue;
        const first = await accountById(tx, act.first);
        const subject = act.subject === null ? null : await accountById(tx, act.subject);
        persons.push(...[first?.person, subject?.person, ...signing.persons].flatMap((person) => person ?? []));
        const { id, kind, role, unit, reason, details } = act;
        const told =
          details === null || kind === 'identity-check' ? null : ((await acts[kind]?.told(details, tx)) ?? null);
        shown.push({
          act: id,
          kind,
          mine,
          first: first?.name ?? '',
          subject: subject?.name ?? null,
          role,
          unit,
          reason,
          askedAt: said(act.askedAt),
          from: saidOrNull(openFrom(act)),
          endsAt: said(act.endsAt),
          told: told?.about === 'duty' ? { ...told, clauses: [...told.clauses] } : told,
          eligible: namesOf(candidates),
        });
      }
      return { output: { items: shown }, persons };
    },
  });

export const noticesQuery = implementQuery(notices, {
  async answer({ tx, actor }) {
    const found = actor.person === null ? [] : await noticesTo(tx, actor.person);
    const items = found.map(({ fromAt, untilAt, toldAt, ...rest }) => ({
      ...rest,
      from: said(fromAt),
      until: said(untilAt),
      toldAt: said(toldAt),
    }));
    return { output: { items } };
  },
});
