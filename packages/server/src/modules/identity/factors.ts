import { Secret } from 'otpauth';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { codeKeys, countFirst } from './attempts.ts';
import { beginTotp, changePassword, confirmTotp, makeRecoveryCodes, removeTotp } from './contract.ts';
import { dateOf } from './moments.ts';
import { requireGoodPassword } from './new-password.ts';
import type { IdentityParts } from './parts.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { ownSession, readAccount, sealedTotp, standingOf, totpPlace } from './signed-in.ts';
import { hasSecondFactor } from './standing.ts';
import { lockAccount, setPassword } from './store/accounts.ts';
import { forgetAttempts } from './store/attempts.ts';
import * as store from './store/factors.ts';
import { addFactor, endSessionsOf } from './store/sessions.ts';
import { newTotpSecret, stepOf, totpAddress } from './totp.ts';

/** What somebody proves themselves with, set up and changed by themselves alone. */
export function implementFactors(parts: IdentityParts): ImplementedAction[] {
  const { database, clock, pepper, passwords, sealer } = parts;
  return [
    implementAction(changePassword, {
      async prepare({ password }, actor) {
        const account = await database.inOrganisation(actor.org, (tx) => readAccount(tx, actor));
        requireGoodPassword(password, account.login);
        return passwords.hash(password);
      },
      async handle({ tx, actor, now }, _input, hash) {
        const { id, person } = await readAccount(tx, actor);
        await setPassword(tx, id, hash, dateOf(now));
        const endedSessions = await endSessionsOf(tx, id, actor.session, dateOf(now));
        return { output: { endedSessions }, entry: { subject: `account/${id}`, fields: { endedSessions }, person } };
      },
    }),
    implementAction(beginTotp, {
      async handle({ tx, actor, now }) {
        const { id, login, person } = await readAccount(tx, actor);
        const secret = newTotpSecret();
        const sealed = sealer.seal(secret, totpPlace(tx.org, id));
        if (!(await store.beginTotp(tx, id, sealed, dateOf(now)))) return refuse('identity.totp-is-set');
        const base32 = Secret.fromHex(secret.toString('hex')).base32;
        return {
          output: { address: totpAddress(secret, login), secret: base32 },
          entry: { subject: `account/${id}`, fields: {}, person },
        };
      },
    }),
    implementAction(confirmTotp, {
      prepare: (_input, actor) =>
        countFirst(database, actor.org, clock.now(), async () => codeKeys(pepper, ownSession(actor).account, null)),
      async handle({ tx, actor, now }, { code }, attempt) {
        const { account, session } = ownSession(actor);
        const totp = await sealedTotp(tx, sealer, account);
        if (totp === null || totp.confirmedAt !== null) return refuse('identity.totp-not-begun');
        const step = stepOf(totp.secret, code, now / 1000);
        if (step === null || !(await store.takeStep(tx, account, step))) return refuse('identity.proof-refused');
        await forgetAttempts(tx, [attempt.own]);
        await store.confirmTotp(tx, account, dateOf(now));
        await addFactor(tx, session, 'totp', dateOf(now));
        const { need } = await standingOf(tx, actor, now);
        return { output: { need }, entry: { subject: `account/${account}`, fields: {}, person: actor.person } };
      },
    }),
    implementAction(removeTotp, {
      async handle({ tx, actor, now }) {
        const { id, person } =
          (await lockAccount(tx, (await readAccount(tx, actor)).id)) ?? refuse('request.not-found');
        await store.deleteTotp(tx, id);
        await requireEnoughFactors(tx, actor, now);
        return { output: {}, entry: { subject: `account/${id}`, fields: {}, person } };
      },
    }),
    implementAction(makeRecoveryCodes, {
      async handle({ tx, actor, now }) {
        const { id, person } = await readAccount(tx, actor);
        const { standing } = await standingOf(tx, actor, now);
        if (!hasSecondFactor(standing)) return refuse('identity.no-second-factor');
        const codes = newRecoveryCodes();
        const hashes = codes.map((code) => recoveryCodeHash(pepper, code));
        await store.replaceRecoveryCodes(tx, id, hashes, dateOf(now));
        return { output: { codes }, entry: { subject: `account/${id}`, fields: { codes: codes.length }, person } };
      },
    }),
  ];
}

/** After one was taken away: staff keep a second factor, and everybody keeps something to sign in with. */
export async function requireEnoughFactors(...[tx, actor, now]: Parameters<typeof standingOf>): Promise<void> {
  const { standing } = await standingOf(tx, actor, now);
  if (standing.staff && !hasSecondFactor(standing)) refuse('identity.last-second-factor');
  if (!standing.hasPassword && !standing.hasPasskey && !standing.hasSubject) refuse('identity.last-credential');
}
