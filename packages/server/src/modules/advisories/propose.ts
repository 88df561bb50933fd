import { addMonths, formatDay, parseDay } from '@sallyport/core/calendar';
import { isAboutPeople } from '@sallyport/core/courses';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { type ActDetails, askSecond, type RoomActs } from '../identity/index.ts';
import { putDown, waitingActs } from './acts.ts';
import * as contract from './contract.ts';
import * as store from './store.ts';

/** An advisory that nobody looks at again is no advice: it is written anew after a year at most. */
const longest = 12;

type Parts = {
  readonly ids: { readonly uuid: () => string };
  readonly post: PostPort;
  readonly acts: RoomActs;
};

const wholeOrganisation = async () => ({ person: null, unit: null });

export function implementProposing({ ids, post, acts }: Parts): ImplementedAction[] {
  async function ask(context: Context, kind: 'advisory' | 'advisory-end', reason: string, details: ActDetails) {
    const asked = { kind, subject: null, role: null, unit: null, reason, details };
    const signing = await acts[kind]?.signing(context.tx, details);
    if (signing === undefined) return refuse('request.not-found');
    const output = await askSecond(context, { ids, post }, asked, signing);
    return { output, entry: { subject: `two-person-act/${output.act}`, fields: { kind, reason, ...details } } };
  }

  /** One at a time: two that follow the same one could not both. */
  async function requireInForce(context: Context, id: string): Promise<void> {
    const one = (await store.advisoryOf(context.tx, id)) ?? refuse('request.not-found');
    if (one.endedOn !== null) refuse('advisories.not-in-force');
    if ((await waitingActs(context)).some(({ follows }) => follows === id)) refuse('advisories.waits-already');
  }

  return [
    implementAction(contract.proposeAdvisory, {
      place: wholeOrganisation,
      async handle(context, { reason, ...proposed }) {
        const { said, source, places, lastDay, follows } = proposed;
        if ([said, source, reason, ...places].some((text) => hasClassifiedMark(text)))
          refuse('register.classified-mark');
        // Advice is about what is done at a place, never about who lives there.
        if ([said, reason, ...places].some(isAboutPeople)) refuse('advisories.about-people');
        if (lastDay < formatDay(context.today)) refuse('advisories.lapsed-already');
        const bound = addMonths(context.today, longest);
        if (bound !== null && (parseDay(lastDay) ?? bound) > bound) refuse('advisories.too-long');
        if (follows !== null) await requireInForce(context, follows);
        return ask(context, 'advisory', reason, putDown(proposed));
      },
    }),
    implementAction(contract.endAdvisory, {
      place: wholeOrganisation,
      async handle(context, { advisory, reason }) {
        if (hasClassifiedMark(reason)) refuse('register.classified-mark');
        if (isAboutPeople(reason)) refuse('advisories.about-people');
        await requireInForce(context, advisory);
        return ask(context, 'advisory-end', reason, { advisory });
      },
    }),
  ];
}
