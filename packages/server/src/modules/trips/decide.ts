import { formatDay } from '@sallyport/core/calendar';
import { type ApprovalRole, type StepKey, settlementOf, waitingSteps } from '@sallyport/core/trips';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { kindNamed, writeFact } from '../register/index.ts';
import * as contract from './contract.ts';
import { dayIn, type TripParts } from './load.ts';
import { carryOut, requireMay, type Taken, take } from './perform.ts';

type Chosen = { readonly role: ApprovalRole; readonly travellers?: readonly string[] | undefined };

/** The steps somebody acts on: those that wait for the role; where none does, the one there is, so that the refusal says why. */
function chosenSteps({ loaded: { trip } }: Taken, { role, travellers }: Chosen): StepKey[] {
  const ids = travellers ?? trip.travellers.map(({ id }) => id);
  const asked = (steps: readonly StepKey[]): StepKey[] =>
    steps.flatMap((one) =>
      one.role === role && ids.includes(one.traveller) ? [{ role, traveller: one.traveller }] : [],
    );
  const waiting = asked(waitingSteps(trip));
  if (waiting.length > 0) return waiting;
  const there = asked(trip.steps);
  return there.length > 0 ? there : ids.map((traveller) => ({ role, traveller }));
}

export function implementDeciding(parts: TripParts): ImplementedAction[] {
  return [
    implementAction(contract.decideTrip, {
      async handle(context, { role, travellers, verdict, reason, said, until, ...named }) {
        const taken = await take(context, parts, named);
        const steps = chosenSteps(taken, { role, travellers });
        const move = { act: 'decide', steps, verdict, reason, until: dayIn(until) } as const;
        requireMay(taken, move);
        const decidedOn = formatDay(context.today);
        const approvals = steps.map((step) => ({ ...step, approval: parts.ids.uuid() }));
        return carryOut(context, parts, taken, move, { said, approvals }, async () => {
          for (const { traveller, approval } of approvals)
            await writeFact(context, kindNamed('approval'), approval, {
              trip: named.trip,
              traveller,
              role,
              verdict,
              decidedOn,
            });
        });
      },
    }),
    implementAction(contract.returnTrip, {
      async handle(context, { role, said, ...named }) {
        const taken = await take(context, parts, named);
        const move = { act: 'return', steps: chosenSteps(taken, { role }) } as const;
        requireMay(taken, move);
        return carryOut(context, parts, taken, move, { said });
      },
    }),
    implementAction(contract.appealTrip, {
      async handle(context, { role, said, ...named }) {
        const taken = await take(context, parts, named);
        const { trip } = taken.loaded;
        const steps = trip.steps.flatMap((step) =>
          step.role === role && settlementOf(trip, step) === 'refused' ? [{ role, traveller: step.traveller }] : [],
        );
        const move = { act: 'appeal', steps } as const;
        requireMay(taken, move);
        return carryOut(context, parts, taken, move, { said });
      },
    }),
  ];
}
