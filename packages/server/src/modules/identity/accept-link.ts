import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { codeKeys, countFirst } from './attempts.ts';
import { acceptLink } from './contract.ts';
import { askCheck, canSignIn, checkersOf } from './identity-check.ts';
import { dateOf } from './moments.ts';
import { requireGoodPassword } from './new-password.ts';
import { openSession, presentSignedIn } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { secondFactorIn } from './prove.ts';
import { accountById, lockAccount, setPassword } from './store/accounts.ts';
import { clearCredentials } from './store/factors.ts';
import { openLink, takeLink } from './store/links.ts';
import { endSessionsOf } from './store/sessions.ts';

/** The link of an invitation, of the first sign-in or of a recovery. Whose hands it went through is no reason to let somebody in. */
export function implementAcceptLink(parts: IdentityParts): ImplementedAction {
  const { database, clock, bearers, passwords, pepper } = parts;
  return implementAction(
    acceptLink,
    {
      async prepare({ token, password, proof }, { org }, { network }) {
        const now = clock.now();
        const found = await database.inOrganisation(org, async (tx) => {
          const link = await openLink(tx, bearers.hash(token), dateOf(now));
          return link === null ? null : { link, account: await accountById(tx, link.account) };
        });
        if (found === null || found.account === null) return refuse('identity.link-not-valid');
        if (password !== undefined) requireGoodPassword(password, found.account.login);
        // Whoever has the link could go through all codes otherwise.
        if (proof !== undefined)
          await countFirst(database, org, now, async () => codeKeys(pepper, found.link.account, null));
        return { link: found.link, hash: password === undefined ? null : await passwords.hash(password), network };
      },
      async handle(context, { proof }, { link, hash, network }) {
        const { tx, now } = context;
        const recovery = link.kind === 'recovery';
        const account = (await lockAccount(tx, link.account)) ?? refuse('identity.link-not-valid');
        if (account.status !== 'active' || !(await takeLink(tx, link.id, dateOf(now))))
          return refuse('identity.link-not-valid');
        if (!recovery && (await canSignIn(tx, account.id))) return refuse('identity.link-not-valid');

        const factor = recovery && proof !== undefined ? await secondFactorIn(tx, parts, account.id, proof, now) : null;
        if (recovery && proof !== undefined && factor === null) return refuse('identity.proof-refused');
        // What only the owner still has says more than anybody who met them could.
        const checkers = factor === null ? await checkersOf(tx, link, parts, dateOf(now)) : null;
        const entry = { subject: `account/${account.id}`, person: account.person };
        if (checkers !== null) {
          if (hash === null) return refuse('identity.password-first');
          const waits = await askCheck(context, parts, link, hash, checkers);
          const fields = { session: null, kind: link.kind, endsAt: waits.endsAt };
          return {
            output: { session: null, device: null, need: null, waits },
            entry: { ...entry, fields, context: 'none' },
          };
        }
        if (recovery) {
          await clearCredentials(tx, account.id);
          await endSessionsOf(tx, account.id, null, dateOf(now));
        }
        if (hash !== null) await setPassword(tx, account.id, hash, dateOf(now));
        const factors = hash === null ? (['link'] as const) : (['link', 'password'] as const);
        const signIn = { account: account.id, factors, network, deviceKnown: false };
        const { id, staff, output } = await openSession(tx, parts, signIn, now);
        return {
          output: { ...output, waits: null },
          entry: { ...entry, fields: { session: id, kind: link.kind }, ...(staff ? {} : { context: 'none' as const }) },
        };
      },
    },
    ({ waits, ...signedIn }) => {
      const { body, cookies } = presentSignedIn(signedIn);
      return { body: { ...(body as object), waits }, cookies };
    },
  );
}
