import type { Instant } from '@sallyport/core/calendar';
import { implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { codeKeys, countFirst, knownDevice } from './attempts.ts';
import { prove } from './contract.ts';
import { dateOf } from './moments.ts';
import { presentSignedIn, trustDevice } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { ownSession, sealedTotp, standingOf } from './signed-in.ts';
import { type Factor, hasSecondFactor } from './standing.ts';
import { accountById } from './store/accounts.ts';
import { forgetAttempts } from './store/attempts.ts';
import { credentialsOf, takeRecoveryCode, takeStep } from './store/factors.ts';
import { addFactor } from './store/sessions.ts';
import { stepOf } from './totp.ts';

/** A code or a recovery code of an account, taken so that it is good once; null where it is none. */
export async function secondFactorIn(
  tx: Transaction,
  { pepper, sealer }: Pick<IdentityParts, 'pepper' | 'sealer'>,
  account: string,
  given: { readonly code: string } | { readonly recoveryCode: string },
  now: Instant,
): Promise<'totp' | 'recovery-code' | null> {
  if ('recoveryCode' in given) {
    const hash = recoveryCodeHash(pepper, given.recoveryCode);
    return (await takeRecoveryCode(tx, account, hash, dateOf(now))) ? 'recovery-code' : null;
  }
  const totp = await sealedTotp(tx, sealer, account);
  if (totp === null || totp.confirmedAt === null) return null;
  const step = stepOf(totp.secret, given.code, now / 1000);
  return step !== null && (await takeStep(tx, account, step)) ? 'totp' : null;
}

/** The second factor of a sign-in, and the fresh proof before an act that hurts. */
export function implementProve(parts: IdentityParts) {
  const { database, clock, pepper, passwords, bearers } = parts;

  return implementAction(
    prove,
    {
      async prepare(input, actor, { cookie }) {
        const { account } = ownSession(actor);
        const now = clock.now();
        const found = await database.inOrganisation(actor.org, async (tx) => ({
          hash: (await accountById(tx, account))?.passwordHash ?? null,
          second: hasSecondFactor({ ...(await credentialsOf(tx, account)), staff: false, factors: [] }),
          device: await knownDevice(tx, bearers, cookie, account, now),
        }));
        const attempt = await countFirst(database, actor.org, now, async () => codeKeys(pepper, account, found.device));
        // A password proves nothing more to somebody who took it, where a second factor is set.
        const passwordMatches =
          'password' in input && !found.second && (await passwords.verify(found.hash, input.password));
        return { attempt, passwordMatches, deviceKnown: found.device !== null };
      },
      async handle({ tx, actor, now }, input, { attempt, passwordMatches, deviceKnown }) {
        const { account, session } = ownSession(actor);
        let factor: Factor | null = null;
        if ('password' in input) factor = passwordMatches ? 'password' : null;
        else factor = await secondFactorIn(tx, parts, account, input, now);
        if (factor === null) return refuse('identity.proof-refused');
        await forgetAttempts(tx, [attempt.own]);
        await addFactor(tx, session, factor, dateOf(now));
        const { need } = await standingOf(tx, actor, now);
        const device = need === null && !deviceKnown ? await trustDevice(tx, parts, account, now) : null;
        return {
          output: { session: null, device, need },
          entry: { subject: `account/${account}`, fields: { session, factor }, person: actor.person },
        };
      },
    },
    presentSignedIn,
  );
}
