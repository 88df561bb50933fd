import { formatDay } from '@sallyport/core/calendar';
import type { Plan } from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import { correctNow, type Fields, kindNamed, type StoredFact, takeAway, writeFact } from '../register/index.ts';
import type { PlanGiven } from './contract/shapes.ts';
import { dayIn, lineOf } from './load.ts';
import type { PlanRow } from './store.ts';

type LegGiven = PlanGiven['legs'][number];

/** What of a plan stands beside the register. */
export const besideOf = ({
  legs,
  items,
  communications,
}: PlanGiven): Pick<PlanRow, 'legs' | 'items' | 'communications'> => ({
  legs: legs.map(({ zone, hostKind, meetings }) => ({ zone, hostKind, meetings })),
  items,
  communications,
});

/** Everything of it that people wrote in words of their own. */
export const textsOf = ({ legs, items, communications }: PlanGiven): (string | null)[] => [
  communications,
  ...legs.map(({ meetings }) => meetings),
  ...items.flatMap(({ number, about }) => [number, about]),
];

const legFields = ({ place, host, arrivesOn, leavesOn }: LegGiven): Fields => ({
  place,
  host,
  hostNamed: host !== null && host !== '',
  arrivesOn,
  leavesOn,
});

/** The legs of a journey as they are planned now: one that stays where it is in the journey is the same leg. */
export async function writeLegs(
  context: Context,
  trip: string,
  before: readonly StoredFact[],
  given: readonly LegGiven[],
  uuid: () => string,
): Promise<void> {
  const leg = kindNamed('leg');
  const reason = `trip/${trip}`;
  for (const [at, one] of given.entries()) {
    const there = before[at];
    const fields = legFields(one);
    if (there === undefined)
      await writeFact(context, leg, uuid(), { trip, order: at + 1, plannedOn: formatDay(context.today), ...fields });
    else if (differs(there.fields, { order: at + 1, ...fields }))
      await correctNow(context, leg, there.id, { fields: { order: at + 1, ...fields }, reason });
  }
  for (const { id } of before.slice(given.length)) await takeAway(context, leg, id, reason);
}

const differs = (before: Fields, after: Fields): boolean =>
  Object.entries(after).some(([name, value]) => (before[name] ?? null) !== value);

/** The plan as the machine of states sees it. */
export const planOfGiven = ({ departsOn, returnsOn, legs, items }: PlanGiven): Plan => ({
  departsOn: dayIn(departsOn),
  returnsOn: dayIn(returnsOn),
  legs: legs.map(({ place, host, arrivesOn, leavesOn }) => ({
    place,
    host,
    arrivesOn: dayIn(arrivesOn),
    leavesOn: dayIn(leavesOn),
  })),
  items: items.map(lineOf),
});
