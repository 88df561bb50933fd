import { type Place, type Role, reaches, type Scope, scopeOf } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import type { ApprovalRole, Who } from '@sallyport/core/trips';
import type { Actor } from '../../platform/actions/actor.ts';
import type { QueryContext } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type Fields, factsThere, kindNamed, unitsUnder } from '../register/index.ts';
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

export type Met = { readonly who: Who; readonly sees: boolean; readonly holders: readonly Holder[] };

/** Somebody as this trip meets them, and whether there is a trip for them at all. */
export async function meet(
  { tx, actor, scope }: Pick<QueryContext, 'tx' | 'actor'> & { readonly scope: Scope },
  loaded: Loaded,
): Promise<Met> {
  const { trip } = loaded;
  const places = await placesOf(tx, loaded);
  const holders = await holdersFor(tx, places, trip.today);
  const { person } = actor;
  const holds = new Set<ApprovalRole>(holders.flatMap((one) => (one.person === person ? [one.role] : [])));
  const officer = hasOver(actor, 'security-officer', places);
  const own = person !== null && (person === trip.filedBy || trip.travellers.some((one) => one.person === person));
  const within = places.some((place) => reaches(scope, place));
  const asked = loaded.steps.some(({ role }) => holds.has(role));
  return { who: { person, holds, officer }, sees: own || officer || within || asked, holders };
}
