import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { secondPersonWithin } from './limits.ts';
import { dateOf, later, said } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import type { Signing } from './room-acts.ts';
import { candidatesFor } from './second-person.ts';
import { ownSession } from './signed-in.ts';
import { insertAct, type PendingAct } from './store/two-persons.ts';

export type AskedAct = Pick<PendingAct, 'kind' | 'subject' | 'role' | 'unit' | 'reason' | 'details'>;

/** What one person asks for waits a day for another; refused at once where there is nobody who could confirm it. */
export async function askSecond(
  context: Pick<Context, 'tx' | 'actor' | 'now' | 'send'>,
  { ids, post }: Pick<IdentityParts, 'ids' | 'post'>,
  asked: AskedAct,
  signing: Signing,
): Promise<{ readonly act: string; readonly endsAt: string }> {
  const { tx, actor, now } = context;
  const { account, session } = ownSession(actor);
  const act = {
    ...asked,
    id: ids.uuid(),
    first: account,
    firstSession: session,
    askedAt: dateOf(now),
    endsAt: later(now, secondPersonWithin),
  };
  const { eligible } = await candidatesFor(tx, act, signing, dateOf(now));
  if (eligible.length === 0) return refuse('identity.nobody-eligible');
  await insertAct(tx, act);
  // It ends within a day: no digest is waited for.
  for (const one of eligible)
    await post.write(context, { account: one.id, template: 'to-do', page: '/acts', pace: 'soon' });
  return { act: act.id, endsAt: said(act.endsAt) };
}
