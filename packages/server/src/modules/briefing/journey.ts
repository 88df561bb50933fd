import type { Place } from '@sallyport/core/access';
import { type Chosen, chooseBlocks, type Declared, type Library } from '@sallyport/core/briefing';
import type { Day, Instant } from '@sallyport/core/calendar';
import { type Law, type Rule } from '@sallyport/core/law';
import type { Level, PostHeld, Risk } from '@sallyport/core/trips';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { AskedOf, SubjectDuty, SubjectsAsked } from '../duties/index.ts';
import { factsThere, kindNamed, ownOrganisation } from '../register/index.ts';
import { type DeclaredTrip, declaredTrips } from '../trips/index.ts';

type Advised = { readonly place: string; readonly risk: Risk; readonly level: Level };

export type BriefingParts = {
  readonly ids: { readonly uuid: () => string; readonly salt: () => Buffer };
  readonly law: Law;
  readonly library: () => Library;
  readonly dutiesOf: (
    tx: Transaction,
    of: SubjectsAsked,
    asked: readonly AskedOf[],
    now: Instant,
    afresh: boolean,
  ) => Promise<SubjectDuty[][]>;
  /** What the destination list says of these places on a day. */
  readonly advisedOn: (tx: Transaction, places: readonly string[], day: Day) => Promise<readonly Advised[]>;
};

/** A journey as somebody goes on it, with the blocks that what was declared of it asks for. */
export type Journey = {
  readonly traveller: string;
  readonly person: string;
  readonly place: Place;
  readonly trip: DeclaredTrip;
  readonly chosen: readonly Chosen[];
  readonly acknowledgedOn: string | null;
  /** Before the departure, of a journey that is on. */
  readonly open: boolean;
};

/** Null where nobody travels under this number any more. */
export async function journeyOf(
  tx: Transaction,
  { library, advisedOn }: Pick<BriefingParts, 'library' | 'advisedOn'>,
  id: string,
  today: Day,
): Promise<Journey | null> {
  const [goer] = await factsThere(tx, kindNamed('traveller'), [id]);
  const [trip] = goer === undefined ? [] : await declaredTrips(tx, [String(goer.fields['trip'])]);
  if (goer === undefined || trip === undefined || (goer.fields['withdrawnOn'] ?? null) !== null) return null;
  const person = String(goer.fields['person']);
  const [somebody] = await factsThere(tx, kindNamed('person'), [person]);
  const unit = somebody?.fields['unit'];
  const posts: PostHeld[] = [];
  if (goer.fields['secretBearing'] === true) posts.push('secret-bearing');
  if (goer.fields['cleared'] === true) posts.push('cleared');
  const declared: Declared = {
    ...trip,
    seat: (await ownOrganisation(tx))?.seat ?? '',
    advised: await advisedOn(tx, trip.places, today),
    group: trip.travellers.length > 1,
    overnight: trip.departsOn !== null && trip.returnsOn !== null && trip.departsOn < trip.returnsOn,
    posts,
  };
  const acknowledged = goer.fields['acknowledgedOn'];
  return {
    traveller: id,
    person,
    place: { person, unit: typeof unit === 'string' ? unit : null },
    trip,
    chosen: chooseBlocks(library(), declared),
    acknowledgedOn: typeof acknowledged === 'string' ? acknowledged : null,
    open: !trip.over && trip.departedOn === null,
  };
}

/** Rules that a briefing meets. */
export const briefingRules = (law: Law): Rule[] =>
  law.rules.filter(
    ({ subject, variants: [own] }) =>
      subject === 'traveller' && own.met !== null && own.met.form !== 'milestone' && own.met.kind === 'briefing',
  );
