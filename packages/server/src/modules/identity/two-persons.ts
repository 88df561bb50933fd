import type { Actor } from '../../platform/actions/actor.ts';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type AskedAct, askSecond } from './ask-second.ts';
import { confirmed } from './confirmed.ts';
import {
  askBreakGlass,
  askRecovery,
  askSeparationEnd,
  confirmAct,
  declineAct,
  stopRecovery,
  withdrawAct,
} from './contract.ts';
import { requireApart } from './lent.ts';
import { dateOf } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { candidatesFor, namesOf, signingOf } from './second-person.ts';
import { ownSession } from './signed-in.ts';
import { accountById } from './store/accounts.ts';
import { currentGrants, unitExists } from './store/grants.ts';
import { dropOpenLinks, forgetPasswords } from './store/links.ts';
import { lockSeparation } from './store/settings.ts';
import { decideAct, entriesTo, openAct, type PendingAct } from './store/two-persons.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** Acts of two persons: asked for, and confirmed, declined or withdrawn. */
export function implementTwoPersons(
  parts: Pick<IdentityParts, 'ids' | 'bearers' | 'tenants' | 'post' | 'acts' | 'pepper'>,
): ImplementedAction[] {
  async function ask(context: Context, asked: Omit<AskedAct, 'details'>, person: string | null) {
    const act = { ...asked, details: null };
    const first = ownSession(context.actor).account;
    const signing = await signingOf(context.tx, parts.acts, { ...act, first }, dateOf(context.now));
    const output = await askSecond(context, parts, act, signing);
    const { kind, subject, role, unit, reason } = asked;
    return {
      output,
      entry: {
        subject: `two-person-act/${output.act}`,
        fields: { kind, account: subject, role, unit, reason },
        person,
      },
    };
  }

  return [
    implementAction(askBreakGlass, {
      async handle(context, { role, unit, reason }) {
        const { tx, actor, now } = context;
        if (unit !== null && !(await unitExists(tx, unit))) return refuse('request.not-found');
        const held = await currentGrants(tx, ownSession(actor).account, dateOf(now));
        if (held.some((grant) => grant.role === role && grant.unit === unit)) return refuse('identity.role-held');
        await requireApart(tx, held, role);
        return ask(context, { kind: 'break-glass', subject: null, role, unit, reason }, actor.person);
      },
    }),
    implementAction(askRecovery, {
      place: wholeOrganisation,
      async handle(context, { account: id, reason }) {
        const account = (await accountById(context.tx, id)) ?? refuse('request.not-found');
        if (id === context.actor.account) return refuse('identity.not-oneself');
        if (account.status !== 'active') return refuse('identity.account-disabled');
        const done = await ask(
          context,
          { kind: 'recovery', subject: id, role: null, unit: null, reason },
          account.person,
        );
        // Before anybody has confirmed: who holds another factor, or a session, has all of the time to stop it.
        await parts.post.write(context, { account: id, template: 'recovery-asked', page: '/mine' });
        return done;
      },
    }),
    implementAction(askSeparationEnd, {
      place: wholeOrganisation,
      async handle(context, { reason }) {
        if (!(await lockSeparation(context.tx))) return refuse('identity.not-separated');
        return ask(context, { kind: 'separation-end', subject: null, role: null, unit: null, reason }, null);
      },
    }),
    implementAction(confirmAct, {
      async handle(context, { act: id, check }) {
        const { tx, actor, now } = context;
        const { act, second } = await asSecond({ tx, actor, now }, parts, id);
        if (!(await decideAct(tx, id, second, 'confirmed', dateOf(now)))) return refuse('request.not-found');
        const { output, fields, person } = await confirmed(context, parts, act, check);
        return {
          output,
          entry: { subject: `two-person-act/${id}`, fields: { kind: act.kind, ...fields }, person, ...traceOf(act) },
        };
      },
    }),
    implementAction(declineAct, {
      async handle({ tx, actor, now }, { act: id }) {
        const { act, second } = await asSecond({ tx, actor, now }, parts, id);
        if (!(await decideAct(tx, id, second, 'declined', dateOf(now)))) return refuse('request.not-found');
        return { output: {}, entry: { subject: `two-person-act/${id}`, fields: { kind: act.kind }, ...traceOf(act) } };
      },
    }),
    implementAction(withdrawAct, {
      async handle({ tx, actor, now }, { act: id }) {
        const own = ownSession(actor);
        const act = await openAct(tx, id, dateOf(now));
        if (act?.first !== own.account || !(await decideAct(tx, id, own, 'withdrawn', dateOf(now))))
          return refuse('request.not-found');
        return { output: {}, entry: { subject: `two-person-act/${id}`, fields: { kind: act.kind } } };
      },
    }),
    implementAction(stopRecovery, {
      async handle({ tx, actor, now }) {
        const own = ownSession(actor);
        const acts = (await entriesTo(tx, own.account, dateOf(now))).map(({ id }) => id);
        for (const id of acts) await decideAct(tx, id, own, 'withdrawn', dateOf(now));
        const links = await dropOpenLinks(tx, own.account);
        await forgetPasswords(tx, own.account);
        const stopped = acts.length + links;
        return {
          output: { stopped },
          entry: { subject: `account/${own.account}`, fields: { acts, stopped }, person: actor.person },
        };
      },
    }),
  ];
}

/** Address and device belong to entries of administration alone; an act of another room is none. */
const traceOf = ({ kind, details }: PendingAct): { readonly context?: 'none' } =>
  details === null || kind === 'identity-check' ? {} : { context: 'none' };

/** The act and the second person, in a session of their own; refused with the names of those who may. */
async function asSecond(
  { tx, actor, now }: Pick<Context, 'tx' | 'now'> & { actor: Actor },
  { acts }: Pick<IdentityParts, 'acts'>,
  id: string,
) {
  const second = ownSession(actor);
  const act = (await openAct(tx, id, dateOf(now))) ?? refuse('request.not-found');
  const candidates = await candidatesFor(tx, act, await signingOf(tx, acts, act, dateOf(now)), dateOf(now));
  if (second.session === act.firstSession || !candidates.eligible.some((one) => one.id === second.account))
    return refuse('identity.second-person', {
      why: candidates.whyNot(second.account),
      eligible: namesOf(candidates).join('、'),
    });
  return { act, second };
}
