import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { endOtherSessions, endSession, sessions, signOut } from './contract.ts';
import { endSessionCookie } from './cookies.ts';
import { dateOf, said } from './moments.ts';
import { ownAccount, ownSession } from './signed-in.ts';
import { endSessionOf, endSessionsOf, listSessions } from './store/sessions.ts';

export const sessionActions: readonly ImplementedAction[] = [
  implementAction(
    signOut,
    {
      async handle({ tx, actor, now }) {
        const { account, session } = ownSession(actor);
        await endSessionOf(tx, account, session, dateOf(now));
        return { output: {}, entry: { subject: `account/${account}`, fields: { session }, person: actor.person } };
      },
    },
    () => ({ body: {}, cookies: [endSessionCookie] }),
  ),
  implementAction(endSession, {
    async handle({ tx, actor, now }, { session }) {
      const account = ownAccount(actor);
      if ((await endSessionOf(tx, account, session, dateOf(now))) === 0) return refuse('request.not-found');
      return { output: {}, entry: { subject: `account/${account}`, fields: { session }, person: actor.person } };
    },
  }),
  implementAction(endOtherSessions, {
    async handle({ tx, actor, now }) {
      const { account, session } = ownSession(actor);
      const ended = await endSessionsOf(tx, account, session, dateOf(now));
      return { output: { ended }, entry: { subject: `account/${account}`, fields: { ended }, person: actor.person } };
    },
  }),
];

export const sessionQueries: readonly ImplementedQuery[] = [
  implementQuery(sessions, {
    async answer({ tx, actor, now }) {
      const found = await listSessions(tx, ownAccount(actor), dateOf(now));
      const items = found.map(({ id, startedAt, usedAt, endsAt, ...rest }) => ({
        ...rest,
        session: id,
        current: id === actor.session,
        startedAt: said(startedAt),
        usedAt: said(usedAt),
        endsAt: said(endsAt),
      }));
      return { output: { items } };
    },
  }),
];
