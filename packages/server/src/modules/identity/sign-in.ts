import { implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { countFirst, knownDevice, signInKeys } from './attempts.ts';
import { signIn } from './contract.ts';
import { openSession, presentSignedIn } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { accountByLogin, lockAccount } from './store/accounts.ts';
import { forgetAttempts, uncountAttempt } from './store/attempts.ts';

/** Whether a name is known makes no difference: the same statements, the same hash to compute, the same answer. */
export function implementSignIn(parts: IdentityParts) {
  const { database, clock, pepper, passwords, bearers } = parts;
  return implementAction(
    signIn,
    {
      async prepare({ login, password }, { org }, { network, cookie }) {
        const name = login.normalize('NFC').trim().toLowerCase();
        const now = clock.now();
        const found = await database.inOrganisation(org, async (tx) => {
          const account = await accountByLogin(tx, name);
          return { account, device: await knownDevice(tx, bearers, cookie, account?.id ?? null, now) };
        });
        const attempt = await countFirst(database, org, now, async () =>
          signInKeys(pepper, name, network?.address ?? '', found.device),
        );
        const matches = await passwords.verify(found.account?.passwordHash ?? null, password);
        if (found.account === null || found.account.status !== 'active' || !matches)
          return refuse('identity.sign-in-refused');
        return { account: found.account, deviceKnown: found.device !== null, attempt, network };
      },
      async handle({ tx, now }, _input, { account, deviceKnown, attempt, network }) {
        // Between the check and this transaction the password may have been changed, or the account disabled.
        const still = await lockAccount(tx, account.id);
        if (still?.status !== 'active' || still.passwordHash !== account.passwordHash)
          return refuse('identity.sign-in-refused');
        await forgetAttempts(tx, [attempt.own]);
        if (attempt.shared !== null) await uncountAttempt(tx, [attempt.shared]);
        const { id, staff, output } = await openSession(
          tx,
          parts,
          { account: account.id, factors: ['password'], network, deviceKnown },
          now,
        );
        return {
          output,
          entry: {
            subject: `account/${account.id}`,
            fields: { session: id, factor: 'password' },
            person: account.person,
            ...(staff ? {} : { context: 'none' as const }),
          },
        };
      },
    },
    presentSignedIn,
  );
}
