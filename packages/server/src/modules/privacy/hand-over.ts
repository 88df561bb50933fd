import { formatDay } from '@sallyport/core/calendar';
import { type Context, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { kindNamed, markGiven, ownOrganisation, writeFact } from '../register/index.ts';
import { backUpToLeave, handOver, moveToLeave, type Way } from './contract.ts';
import { type Exit, exits } from './exits.ts';
import { requireEnd } from './holds.ts';
import { isChecked, type PrivacyParts } from './parts.ts';
import { findRoute, insertRoute, longestRoute } from './store/handovers.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** The country of each seat's jurisdiction. Hong Kong, Macao and Taiwan lie outside the mainland's (PIPL 38: 境外). */
const countryOfSeat: Readonly<Record<string, string>> = { cn: 'CN', us: 'US' };

const longest = 366;

export const implementHandOver = ({ ids, law }: Pick<PrivacyParts, 'ids' | 'law'>) =>
  implementAction(handOver, {
    place: wholeOrganisation,
    async handle(context, input) {
      const { tx, actor, today } = context;
      if (!isChecked(law, input.clause)) refuse('privacy.clause-unknown', { clause: input.clause });
      requireEnd(input.until, today, longest);
      const own = (await ownOrganisation(tx)) ?? refuse('privacy.organisation-first');
      refuseUnlawful(input, countryOfSeat[own.seat] ?? '', formatDay(today));
      const id = ids.uuid();
      const day = formatDay(today);
      const { fields } = await writeFact(context, kindNamed('handover'), id, {
        organisation: own.id,
        notice: input.notice ?? null,
        receiver: input.receiver,
        personalData: input.personalData,
        plannedOn: day,
        approvedOn: day,
        authorityApprovedOn: input.authorityApprovedOn ?? null,
        givesOn: day,
      });
      const { way, receiverName, country, clause, route, until } = input;
      await insertRoute(tx, {
        handover: id,
        way,
        receiverName,
        country,
        clause,
        route,
        from: day,
        until,
        account: actor.account,
      });
      const route_ = { way, country, clause, route, until, consentRecordedOn: input.consentRecordedOn ?? null };
      return { output: { handover: id }, entry: { subject: `handover/${id}`, fields: { ...fields, ...route_ } } };
    },
  });

type Asked = {
  readonly receiver: string;
  readonly country: string;
  readonly route: string;
  readonly personalData: boolean;
  readonly consentRecordedOn?: string | undefined;
  readonly authorityApprovedOn?: string | undefined;
};

/** What has happened by today; a day still to come is no approval. */
const done = (day: string | undefined, today: string): boolean => day !== undefined && day <= today;

function refuseUnlawful(asked: Asked, home: string, today: string): void {
  // PIPL 41, DSL 36: whatever is asked for, personal or not, and wherever that body sits.
  if (asked.receiver === 'foreignAuthority' && !done(asked.authorityApprovedOn, today))
    refuse('privacy.authority-approval-first');
  if (!asked.personalData || asked.country === home) return;
  if (asked.route === 'domestic') refuse('privacy.route-first');
  if (!done(asked.consentRecordedOn, today)) refuse('privacy.consent-first');
}

/** Of the handovers somebody named, the one under which data may leave by this way on the day: each organisation has its own. */
export async function handoverFor(
  tx: Transaction,
  way: Way,
  named: readonly string[],
  day: string,
): Promise<string | null> {
  for (const handover of named) if ((await findRoute(tx, handover, day))?.way === way) return handover;
  return null;
}

/** The handover under which things leave by a way again and again without anybody naming it, and whether any did: letters, calendar feeds. */
export const standingHandover = (
  tx: Transaction,
  way: 'mail' | 'calendar',
  day: string,
): Promise<{ readonly handover: string; readonly given: boolean } | null> => longestRoute(tx, way, day);

/** The day on which a handover ends, exclusive; null where it has ended or was cancelled. */
export const endOfHandover = async (tx: Transaction, handover: string, day: string): Promise<string | null> =>
  (await findRoute(tx, handover, day))?.until ?? null;

/** Says in the journal that all of the organisation leaves the house, by which handover: to whom and by what right stands there. */
const letAllLeave = (contract: typeof backUpToLeave, exit: 'privacy.backUpToLeave' | 'privacy.moveToLeave') =>
  implementAction(contract, {
    async handle(context, { handovers }) {
      const found = await handoverFor(context.tx, exits[exit], handovers, formatDay(context.today));
      const { personalData } = await requireHandover(context, exit, found);
      // Everything is in it: under a handover without people it would take them abroad without route and consent (PIPL 38, 39).
      if (!personalData) refuse('privacy.handover-without-people');
      const handover = found ?? '';
      return { output: { handover }, entry: { subject: `handover/${handover}`, fields: {} } };
    },
  });

export const backUpToLeaveAction = letAllLeave(backUpToLeave, 'privacy.backUpToLeave');
export const moveToLeaveAction = letAllLeave(moveToLeave, 'privacy.moveToLeave');

/**
 * To be called in every action by which data leaves the house, with the handover the sender names: it was recorded for this way, has not
 * ended and was not cancelled. Gives its end, which is exclusive: what goes on leaving, as a token lets it, ends with it.
 */
export async function requireHandover(
  context: Pick<Context, 'tx' | 'today' | 'now' | 'actor' | 'facts'>,
  exit: Exit,
  handover: string | null,
): Promise<{ readonly until: string; readonly personalData: boolean }> {
  const way = exits[exit];
  const route = handover === null ? null : await findRoute(context.tx, handover, formatDay(context.today));
  if (handover === null || route?.way !== way) return refuse('privacy.handover-first', { way });
  await markGiven(context, handover);
  return { until: route.until, personalData: route.personalData };
}
