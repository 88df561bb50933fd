import { type Place, type Rights, type Role, reaches, type Scope, scopeOf } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import type { ApprovalRole, Who } from '@sallyport/core/trips';
import type { Actor } from '../../platform/actions/actor.ts';
import type { QueryContext } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isLedByOneOf } from '../identity/index.ts';
import { type Fields, factsThere, kindNamed, unitsUnder } from '../register/index.ts';
import { decideTrip } from './contract.ts';
import { type Holder, holdersOn } from './holder-store.ts';
import type { Loaded } from './load.ts';

/** Where the travellers of a trip belong. */
export async function placesOf(
  tx: Transaction,
  { travellers, fields: of }: Pick<Loaded, 'travellers' | 'fields'>,
): Promise<Place[]> {
  if (travellers.length === 0) return [{ person: null, unit: unitOf(of) }];
  const persons = await factsThere(
    tx,
    kindNamed('person'),
    travellers.map(({ fields }) => String(fields['person'])),
  );
  return persons.map(({ id, fields }) => ({ person: id, unit: unitOf(fields) }));
}

const unitOf = ({ unit = null }: Fields): string | null => (typeof unit === 'string' ? unit : null);

/** Of those who hold a step on the day, the ones who hold it for everybody who travels. */
export async function holdersFor(tx: Transaction, places: readonly Place[], day: number): Promise<readonly Holder[]> {
  const holders = await holdersOn(tx, formatDay(day));
  const under = new Map<string, ReadonlySet<string>>();
  for (const { unit } of holders)
    if (unit !== null && !under.has(unit)) under.set(unit, new Set(await unitsUnder(tx, unit)));
  return holders.filter(
    ({ unit }) => unit === null || places.every((place) => place.unit !== null && under.get(unit)?.has(place.unit)),
  );
}

const hasOver = (actor: Actor, role: Role, places: readonly Place[]): boolean => {
  if (actor.via === 'machine') return true;
  const scope = actor.secondFactor ? scopeOf({ [role]: 'grant' }, actor.grants, null) : null;
  return scope !== null && places.every((place) => reaches(scope, place));
};

/**
 * What somebody decides of a trip: the roles they are named for, where a role of their account reaches everybody who travels. The one without
 * the other decides nothing, so that whoever loses a role, or part of it, decides no more on the day it is taken (docs/decisions/0078).
 */
function heldBy(actor: Actor, holders: readonly Holder[], places: readonly Place[]): Set<ApprovalRole> {
  const scope = actor.secondFactor ? scopeOf(decideTrip.admits as Rights, actor.grants, null) : null;
  const may = actor.via === 'machine' || (scope !== null && places.every((place) => reaches(scope, place)));
  return new Set(may ? holders.flatMap((one) => (one.person === actor.person ? [one.role] : [])) : []);
}

export type Met = {
  readonly who: Who;
  readonly sees: boolean;
  /** What is asked of a traveller, and what was decided: who is over a journey sees all of it, who goes along sees their own alone. */
  readonly shows: (traveller: string) => boolean;
  readonly holders: readonly Holder[];
};

/** Somebody as this trip meets them, and whether there is a trip for them at all. */
export async function meet(
  { tx, actor, scope, now }: Pick<QueryContext, 'tx' | 'actor' | 'now'> & { readonly scope: Scope },
  loaded: Loaded,
): Promise<Met> {
  const { trip } = loaded;
  const places = await placesOf(tx, loaded);
  const holders = await holdersFor(tx, places, trip.today);
  const { person } = actor;
  const holds = heldBy(actor, holders, places);
  const officer = hasOver(actor, 'security-officer', places);
  const mine = loaded.travellers.find(({ fields }) => person !== null && fields['person'] === person);
  const filed = person !== null && person === trip.filedBy;
  const reached = new Set(places.filter((place) => reaches(scope, place)).map((place) => place.person));
  const asked = loaded.steps.some(({ role }) => holds.has(role));
  // Which rules ask of somebody says who bears secrets or holds an authorisation: nothing that those who go along have to know.
  const all = officer || filed || asked || mine?.fields['leader'] === true;
  const personOf = new Map(trip.travellers.map((one) => [one.id, one.person]));
  const shows = (traveller: string): boolean => all || reached.has(personOf.get(traveller) ?? null);
  const goers = trip.travellers.map((one) => one.person);
  const led = holds.size > 0 && person !== null && (await isLedByOneOf(tx, person, goers, new Date(now / 1000)));
  const sees = all || mine !== undefined || reached.size > 0;
  return { who: { person, holds, officer, led }, sees, shows, holders };
}
