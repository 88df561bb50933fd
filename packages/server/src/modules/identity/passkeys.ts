import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { knownDevice } from './attempts.ts';
import { createChallenges } from './challenge.ts';
import * as contract from './contract.ts';
import { requireEnoughFactors } from './factors.ts';
import { challengeFor } from './limits.ts';
import { dateOf, later } from './moments.ts';
import { openSession, presentSignedIn, trustDevice } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { ownSession, readAccount, standingOf } from './signed-in.ts';
import { lockAccount } from './store/accounts.ts';
import { answerOnce } from './store/challenges.ts';
import * as store from './store/passkeys.ts';
import { addFactor } from './store/sessions.ts';
import {
  type Asserted,
  challengeIn,
  checkAssertion,
  checkRegistration,
  registrationOptions,
  signInOptions,
} from './webauthn.ts';

const signInPurpose = (org: string): readonly string[] => ['passkey-sign-in', org];
const registrationPurpose = (org: string, account: string): readonly string[] => ['passkey-registration', org, account];

export function implementPasskeys(parts: IdentityParts): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const { database, clock, ids, bearers, origins, pepper } = parts;
  const challenges = createChallenges(pepper);

  /** Who answered, by which passkey; null where the answer is not right. The answer may be given once. */
  async function check(org: string, response: Asserted, cookie: string | null) {
    const now = clock.now();
    const found = await database.inOrganisation(org, async (tx) => {
      const key = await store.passkeyByCredential(tx, response.id);
      return { key, device: await knownDevice(tx, bearers, cookie, key?.account ?? null, now) };
    });
    if (found.key === null) return null;
    const holds = (challenge: string) => challenges.holds(challenge, signInPurpose(org), now);
    const counter = await checkAssertion(response, found.key, { origins: origins(), holds });
    return counter === null ? null : { key: found.key, counter, deviceKnown: found.device !== null };
  }

  const use = async (tx: Transaction, key: store.PasskeyKey, counter: number, response: Asserted, now: number) =>
    (await answerOnce(
      tx,
      bearers.hash(challengeIn(response.response.clientDataJSON)),
      'passkey-sign-in',
      later(now, challengeFor),
    )) && (await store.notePasskeyUse(tx, key.id, counter, dateOf(now)));

  return {
    queries: [
      implementQuery(contract.passkeyOptions, {
        async answer({ actor, now }) {
          const challenge = challenges.make(signInPurpose(actor.org), now);
          return { output: { options: { ...(await signInOptions({ origins: origins(), challenge })) } } };
        },
      }),
      implementQuery(contract.passkeyRegistrationOptions, {
        async answer({ tx, actor, now }) {
          const account = await readAccount(tx, actor);
          const challenge = challenges.make(registrationPurpose(actor.org, account.id), now);
          const known = await store.credentialIds(tx, account.id);
          return {
            output: { options: { ...(await registrationOptions({ origins: origins(), challenge }, account, known)) } },
          };
        },
      }),
    ],
    actions: [
      implementAction(contract.registerPasskey, {
        async prepare({ response }, actor) {
          const { account } = ownSession(actor);
          const holds = (challenge: string) =>
            challenges.holds(challenge, registrationPurpose(actor.org, account), clock.now());
          return (
            (await checkRegistration(response, { origins: origins(), holds })) ?? refuse('identity.passkey-refused')
          );
        },
        async handle({ tx, actor, now }, { label, response }, made) {
          const { account, session } = ownSession(actor);
          const { transports } = response.response;
          const id = ids.uuid();
          const key = { id, account, label, transports, madeAt: dateOf(now), ...made };
          if (!(await store.insertPasskey(tx, key))) return refuse('identity.passkey-known');
          await addFactor(tx, session, 'passkey', dateOf(now));
          const { need } = await standingOf(tx, actor, now);
          return {
            output: { passkey: id, need },
            entry: { subject: `account/${account}`, fields: { passkey: id }, person: actor.person },
          };
        },
      }),
      implementAction(contract.removePasskey, {
        async handle({ tx, actor, now }, { passkey }) {
          const { account } = ownSession(actor);
          await lockAccount(tx, account);
          if ((await store.deletePasskey(tx, account, passkey)) === 0) return refuse('request.not-found');
          await requireEnoughFactors(tx, actor, now);
          return { output: {}, entry: { subject: `account/${account}`, fields: { passkey }, person: actor.person } };
        },
      }),
      implementAction(
        contract.passkeySignIn,
        {
          async prepare({ response }, { org }, { network, cookie }) {
            const checked = await check(org, response, cookie);
            return checked === null ? refuse('identity.sign-in-refused') : { ...checked, network };
          },
          async handle({ tx, now }, { response }, { key, counter, deviceKnown, network }) {
            const account = await lockAccount(tx, key.account);
            if (account?.status !== 'active' || !(await use(tx, key, counter, response, now)))
              return refuse('identity.sign-in-refused');
            const { id, staff, output } = await openSession(
              tx,
              parts,
              { account: account.id, factors: ['passkey'], network, deviceKnown },
              now,
            );
            return {
              output,
              entry: {
                subject: `account/${account.id}`,
                fields: { session: id, factor: 'passkey' },
                person: account.person,
                ...(staff ? {} : { context: 'none' as const }),
              },
            };
          },
        },
        presentSignedIn,
      ),
      implementAction(
        contract.proveWithPasskey,
        {
          prepare: ({ response }, actor, { cookie }) => check(actor.org, response, cookie),
          async handle({ tx, actor, now }, { response }, checked) {
            const { account, session } = ownSession(actor);
            if (checked?.key.account !== account || !(await use(tx, checked.key, checked.counter, response, now)))
              return refuse('identity.proof-refused');
            await addFactor(tx, session, 'passkey', dateOf(now));
            const { need } = await standingOf(tx, actor, now);
            const device = need === null && !checked.deviceKnown ? await trustDevice(tx, parts, account, now) : null;
            return {
              output: { session: null, device, need },
              entry: { subject: `account/${account}`, fields: { session, factor: 'passkey' }, person: actor.person },
            };
          },
        },
        presentSignedIn,
      ),
    ],
  };
}
