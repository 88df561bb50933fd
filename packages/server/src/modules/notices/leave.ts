import { type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import { implementAction } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { Database } from '../../platform/database/database.ts';
import { isInside } from '../../platform/mail/letter.ts';
import { requireHandover, standingHandover } from '../privacy/index.ts';
import { mailLeaves } from './contract.ts';

/** Says in the journal that letters leave the house from now on, by which handover. */
export const mailLeavesAction = implementAction(mailLeaves, {
  async handle(context, { handover }) {
    await requireHandover(context, 'notices.mail-leaves', handover);
    return { output: {}, entry: { subject: `handover/${handover}`, fields: {} } };
  },
});

export type Leave = { readonly leaves: 'inside' } | { readonly leaves: 'under'; readonly handover: string } | null;

export type LeaveParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
  /** Domains of mailboxes that are the house's own. */
  readonly inside: readonly string[];
};

/**
 * By what right a letter goes to an address: it stays in the house, or leaves it under the organisation's handover for mail. Null: it may not
 * (PEOPLE.md, "Going out of the house").
 */
export async function leaveFor(
  { database, clock, dayOf, inside }: LeaveParts,
  run: RunAction,
  org: string,
  address: string,
): Promise<Leave> {
  if (isInside(inside, address)) return { leaves: 'inside' };
  const day = formatDay(dayOf(clock.now()));
  const standing = await database.inOrganisation(org, (tx) => standingHandover(tx, 'mail', day));
  if (standing === null) return null;
  const { handover, given } = standing;
  if (!given) await run(mailLeavesAction, [{ handover }], machine(org));
  return { leaves: 'under', handover };
}
