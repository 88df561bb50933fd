import { formatDay } from '@sallyport/core/calendar';
import { type Act, isFiled, type Trip } from '@sallyport/core/trips';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctNow, kindNamed } from '../register/index.ts';
import * as contract from './contract.ts';
import { dayIn, type TripParts } from './load.ts';
import { carryOut, requireMay, take } from './perform.ts';

/**
 * Nobody left before the gate was opened to them, or, in an emergency, before notice was given; and what was approved is a journey of certain
 * days: one whose return has passed was never made, and a later one is another question.
 */
function requireGateOpen(trip: Trip, day: number): void {
  const { days, plan, trail } = trip;
  const opened = isFiled(trip) ? trail.findLast(({ act }) => act === 'clear')?.on : days.oralNoticeOn;
  if (day < (opened ?? trip.today)) refuse('trips.before-the-gate');
  if (plan.returnsOn !== null && day > plan.returnsOn) refuse('trips.plan-over');
}

type Named = { readonly trip: string; readonly version: number };

/** The course of a trip: what only moves it on, with a day or a reason where the act has one. */
export function implementCourse(parts: TripParts): ImplementedAction[] {
  async function move(
    context: Context,
    act: Act,
    named: Named,
    { said = null, on }: { said?: string | null; on?: string } = {},
  ) {
    // Handing in opens no gate: what is asked of the trip is evaluated once it is handed in.
    const taken = await take(context, parts, named, act !== 'submit');
    const day = dayIn(on) ?? context.today;
    requireMay(taken, { act });
    const { departedOn } = taken.loaded.trip.days;
    // Nothing is recorded ahead, and nobody comes back before they left.
    if (day > context.today || (act === 'come-back' && departedOn !== null && day < departedOn))
      refuse('trips.not-yet');
    if (act === 'depart') requireGateOpen(taken.loaded.trip, day);
    return carryOut(context, parts, taken, { act, on: day }, { said, ...(on === undefined ? {} : { fields: { on } }) });
  }

  return [
    implementAction(contract.submitTrip, { handle: (context, input) => move(context, 'submit', input) }),
    implementAction(contract.withdrawTrip, { handle: (context, input) => move(context, 'withdraw', input) }),
    implementAction(contract.cancelTrip, {
      handle: (context, { said, ...input }) => move(context, 'cancel', input, { said }),
    }),
    implementAction(contract.reviveTrip, { handle: (context, input) => move(context, 'revive', input) }),
    implementAction(contract.clearTrip, { handle: (context, input) => move(context, 'clear', input) }),
    implementAction(contract.closeTrip, { handle: (context, input) => move(context, 'close', input) }),
    implementAction(contract.giveNotice, {
      handle: (context, { on, ...input }) => move(context, 'give-notice', input, { on }),
    }),
    implementAction(contract.departTrip, {
      handle: (context, { on, ...input }) => move(context, 'depart', input, { on }),
    }),
    implementAction(contract.comeBack, {
      handle: (context, { on, ...input }) => move(context, 'come-back', input, { on }),
    }),
    implementAction(contract.extendTrip, {
      async handle(context, { returnsOn, said, ...named }) {
        const taken = await take(context, parts, named);
        const plan = { ...taken.loaded.trip.plan, returnsOn: dayIn(returnsOn) };
        requireMay(taken, { act: 'extend', plan });
        return carryOut(context, parts, taken, { act: 'extend', plan }, { said, fields: { returnsOn } }, async () => {
          const fields = { returnsOn: formatDay(plan.returnsOn ?? context.today) };
          await correctNow(context, kindNamed('trip'), named.trip, { fields, reason: `trip/${named.trip}` });
        });
      },
    }),
  ];
}
