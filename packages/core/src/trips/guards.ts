import type { ApprovalRole } from './roles.ts';
import { missingOf, stateOf } from './state.ts';
import { isFiled, isSameStep, settlementOf, waitingSteps } from './steps.ts';
import type { Act, Move, State, Step, StepKey, Trip, Who } from './trip.ts';

/** What stops an act, with the code it is refused by. */
export type Guard = {
  readonly id: string;
  readonly acts: readonly Act[];
  readonly refusal: `trips.${string}`;
  holds(this: void, trip: Trip, move: Move, who: Who): boolean;
};

const unfiled: readonly State[] = ['draft', 'returned', 'emergency'];
const reviewed: readonly State[] = ['submitted', 'under-review'];
const agreed: readonly State[] = ['approved', 'approved-with-conditions', 'preparing'];
const beforeDeparture: readonly State[] = [...unfiled, ...reviewed, 'refused', ...agreed, 'cleared'];
const away: readonly State[] = ['abroad', 'extended', 'not-returned'];

/** In which states an act has a place (domain: 5.1). */
const placesOf: Readonly<Record<Act, readonly State[]>> = {
  'add-traveller': beforeDeparture,
  'drop-traveller': beforeDeparture,
  'give-notice': ['draft', 'emergency', 'returned'],
  // Who left in an emergency hands in afterwards.
  submit: [...unfiled, ...away, 'back'],
  withdraw: [...reviewed, 'refused', ...agreed, 'cleared'],
  return: reviewed,
  decide: [...reviewed, ...away, 'back'],
  // Abroad, what was refused is to stay longer.
  appeal: ['refused', ...away],
  change: beforeDeparture,
  cancel: beforeDeparture,
  revive: ['cancelled'],
  clear: agreed,
  depart: ['cleared', 'emergency'],
  extend: away,
  'come-back': away,
  close: ['back', 'debriefed'],
};

/** The steps somebody is asked to decide: a journey that is over, or taken back, lies with nobody. */
export const askedSteps = (trip: Trip): readonly Step[] =>
  placesOf.decide.includes(stateOf(trip)) ? waitingSteps(trip) : [];

const travels = (trip: Trip, { person }: Who): boolean =>
  person !== null && trip.travellers.some((one) => one.person === person);

const isParty = (trip: Trip, who: Who): boolean =>
  who.officer || travels(trip, who) || (who.person !== null && who.person === trip.filedBy);

/** Those who decide because they lead. */
const lineRoles: ReadonlySet<ApprovalRole> = new Set(['unitLead', 'leader']);

const chosen = ({ steps = [] }: Move): readonly StepKey[] => steps;

const waits = (trip: Trip, key: StepKey): boolean => waitingSteps(trip).some((step) => isSameStep(step, key));

/** Who refused what is appealed against: somebody else hears it, whatever happened to the trip in between. */
function refused(trip: Trip, key: StepKey): string | null {
  const decided = trip.trail.filter(
    ({ act, steps }) => (act === 'decide' || act === 'appeal') && steps.some((step) => isSameStep(step, key)),
  );
  return decided.at(-1)?.act === 'appeal' ? (decided.at(-2)?.by ?? null) : null;
}

/** In the order they are asked: whose it is comes before what is missing, so that nobody learns of a trip that is not theirs. */
export const guards: readonly Guard[] = [
  {
    id: 'party',
    acts: [
      'add-traveller',
      'drop-traveller',
      'give-notice',
      'submit',
      'withdraw',
      'appeal',
      'change',
      'cancel',
      'revive',
      'depart',
      'extend',
      'come-back',
    ],
    refusal: 'trips.not-yours',
    holds: (trip, _move, who) => isParty(trip, who),
  },
  {
    id: 'officer',
    acts: ['clear', 'close'],
    refusal: 'trips.officer-first',
    holds: (_trip, _move, { officer }) => officer,
  },
  {
    id: 'own-trip',
    acts: ['decide', 'return', 'clear'],
    refusal: 'trips.own-trip',
    holds: (trip, _move, who) => !travels(trip, who),
  },
  {
    // Who filed it for somebody has said already that it should be.
    id: 'own-filing',
    acts: ['decide'],
    refusal: 'trips.own-filing',
    holds: (trip, _move, { person }) => person === null || person !== trip.filedBy,
  },
  {
    // Whoever is led by a traveller signs for their own lead: a deputy's hand is no second one. Those who advise are often led by whoever
    // travels and answer for their opinion by law; what is decided outside the house they only write down.
    id: 'line',
    acts: ['decide'],
    refusal: 'trips.in-line',
    holds: (_trip, move, { led }) => !led || chosen(move).every(({ role }) => !lineRoles.has(role)),
  },
  {
    id: 'holder',
    acts: ['decide', 'return'],
    refusal: 'trips.not-your-step',
    holds: (_trip, move, { holds }) => chosen(move).length > 0 && chosen(move).every(({ role }) => holds.has(role)),
  },
  {
    id: 'state',
    acts: Object.keys(placesOf) as Act[],
    refusal: 'trips.not-now',
    holds: (trip, { act }) => placesOf[act].includes(stateOf(trip)),
  },
  {
    // Handed in once; what is abroad already and was not, is handed in late.
    id: 'not-filed',
    acts: ['submit'],
    refusal: 'trips.not-now',
    holds: (trip) => !isFiled(trip),
  },
  {
    id: 'complete',
    acts: ['submit'],
    refusal: 'trips.incomplete',
    holds: ({ plan, travellers }) =>
      plan.departsOn !== null && plan.returnsOn !== null && plan.legs.length > 0 && travellers.length > 0,
  },
  {
    id: 'open-step',
    acts: ['decide', 'return'],
    refusal: 'trips.step-not-open',
    holds: (trip, move) => chosen(move).every((key) => waits(trip, key)),
  },
  {
    id: 'reason',
    acts: ['decide'],
    refusal: 'trips.reason-first',
    holds: (_trip, { verdict, reason }) => verdict !== 'refused' || (reason ?? null) !== null,
  },
  {
    id: 'end',
    acts: ['decide'],
    refusal: 'trips.ends-too-early',
    holds: ({ plan }, { verdict, until }) =>
      verdict === 'refused' || (until ?? null) === null || plan.returnsOn === null || (until ?? 0) >= plan.returnsOn,
  },
  {
    id: 'another-hears',
    acts: ['decide'],
    refusal: 'trips.another-hears',
    holds: (trip, move, { person }) => chosen(move).every((key) => person === null || refused(trip, key) !== person),
  },
  {
    id: 'refused-step',
    acts: ['appeal'],
    refusal: 'trips.not-refused',
    holds: (trip, move) =>
      chosen(move).length > 0 &&
      chosen(move).every((key) =>
        trip.steps.some((step) => isSameStep(step, key) && settlementOf(trip, step) === 'refused'),
      ),
  },
  {
    // One appeal for each journey; a changed one is a new question.
    id: 'first-appeal',
    acts: ['appeal'],
    refusal: 'trips.appealed-already',
    holds: (trip, move) =>
      chosen(move).every(
        (key) =>
          !trip.trail
            .slice(trip.trail.findLastIndex(({ act }) => act === 'change' || act === 'extend') + 1)
            .some(({ act, steps }) => act === 'appeal' && steps.some((step) => isSameStep(step, key))),
      ),
  },
  {
    id: 'emergency',
    acts: ['give-notice'],
    refusal: 'trips.no-emergency',
    holds: ({ emergency }) => emergency,
  },
  {
    id: 'not-last',
    acts: ['drop-traveller'],
    refusal: 'trips.last-traveller',
    holds: ({ travellers }) => travellers.length > 1,
  },
  {
    id: 'gate',
    acts: ['clear', 'depart'],
    refusal: 'trips.gate-shut',
    holds: (trip) => missingOf(trip).length === 0,
  },
  {
    id: 'later',
    acts: ['extend'],
    refusal: 'trips.not-later',
    holds: ({ plan: before }, { plan }) =>
      before.returnsOn !== null && (plan?.returnsOn ?? before.returnsOn) > before.returnsOn,
  },
];
