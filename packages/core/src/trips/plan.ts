import { type Day, formatDay } from '../calendar/index.ts';

/** The parts of a plan that a decision can be about. */
export const aspects = ['places', 'dates', 'items'] as const;
export type Aspect = (typeof aspects)[number];

export type PlannedLeg = {
  readonly place: string;
  readonly host: string | null;
  readonly arrivesOn: Day | null;
  readonly leavesOn: Day | null;
};

export type Plan = {
  readonly departsOn: Day | null;
  readonly returnsOn: Day | null;
  readonly legs: readonly PlannedLeg[];
  /** What is carried, each item as one line. */
  readonly items: readonly string[];
};

const day = (value: Day | null): string | null => (value === null ? null : formatDay(value));

const written: Readonly<Record<Aspect, (plan: Plan) => unknown>> = {
  places: ({ legs }) => legs.map(({ place, host }) => [place, host]),
  dates: ({ departsOn, returnsOn, legs }) => [
    [day(departsOn), day(returnsOn)],
    ...legs.map(({ arrivesOn, leavesOn }) => [day(arrivesOn), day(leavesOn)]),
  ],
  // In whichever order they were listed: the order of a list is no change of what is carried.
  items: ({ items }) => items.toSorted(),
};

const known = new WeakMap<Plan, Map<string, string>>();

/** What of a plan somebody sees, as one text: equal texts, equal journeys. Asked for every step at every look, so each is written once. */
export function seenOf(plan: Plan, looksAt: readonly Aspect[]): string {
  const texts = known.get(plan) ?? new Map<string, string>();
  known.set(plan, texts);
  const key = looksAt.join();
  const text = texts.get(key) ?? JSON.stringify(looksAt.map((aspect) => [aspect, written[aspect](plan)]));
  texts.set(key, text);
  return text;
}
