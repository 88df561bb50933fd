import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Transaction } from '../../platform/database/transaction.ts';
import { devicesHeldBy } from '../devices/index.ts';
import { openDutiesOf } from '../duties/index.ts';
import { rolesOfPerson } from '../identity/index.ts';
import { type Fields, factsThere, kindNamed, pointersTo } from '../register/index.ts';
import type { Item } from './leaving-store.ts';

type At = { readonly now: Date; readonly today: Day };

const none = (fields: Fields, ...names: readonly string[]): boolean =>
  names.every((name) => (fields[name] ?? null) === null);

/** What of a person is open: duties, copies held, devices lent to them, trips abroad that are not over, responsibilities, and roles. */
export async function openItems(tx: Transaction, person: string, at: At): Promise<Item[]> {
  const duties = await openDutiesOf(tx, person, formatDay(at.today));
  const pointers = await pointersTo(tx, kindNamed('person'), person);
  const pointing = async (kind: string, field: string) => {
    const ids = pointers.flatMap((one) => (one.kind === kind && one.field === field ? [one.fact] : []));
    return factsThere(tx, kindNamed(kind), ids);
  };
  const copies = (await pointing('copy', 'custodian')).filter(({ fields }) =>
    none(fields, 'destroyedOn', 'returnedOn'),
  );
  const journeys = (await pointing('traveller', 'person')).filter(({ fields }) => none(fields, 'withdrawnOn'));
  const trips = await factsThere(
    tx,
    kindNamed('trip'),
    journeys.map(({ fields }) => String(fields['trip'])),
  );
  const running = trips.filter(({ fields }) => none(fields, 'returnedOn', 'cancelledOn', 'closedOn'));
  const named = (await pointing('appointment', 'person')).filter(({ fields }) => none(fields, 'endedOn'));
  const devices = (await devicesHeldBy(tx, person)).map((id) => ({ id }));
  const of = (what: 'copy' | 'device' | 'trip' | 'appointment', facts: readonly { readonly id: string }[]): Item[] =>
    facts.map(({ id }) => ({ what, name: what, fact: id, period: null }));
  return [
    ...duties.map(({ rule, subject, period }) => ({ what: 'duty' as const, name: rule, fact: subject, period })),
    ...of('copy', copies),
    ...of('device', devices),
    ...of('trip', running),
    ...of('appointment', named),
    ...(await rolesOfPerson(tx, person, at.now)).map(({ role, unit }) => ({
      what: 'role' as const,
      name: role,
      fact: unit,
      period: null,
    })),
  ];
}
