import type { HostKind, ItemKind, TripKind } from '@sallyport/core/trips';
import type { Transaction } from '../../platform/database/transaction.ts';
import { factsOf, factsThere, kindNamed } from '../register/index.ts';
import * as store from './store.ts';

/** What a plan declares, for other rooms that look at a journey: its words, and none of its texts but the names of places. */
export type DeclaredTrip = {
  readonly trip: string;
  readonly kind: TripKind;
  readonly departsOn: string | null;
  readonly returnsOn: string | null;
  readonly submittedOn: string | null;
  readonly departedOn: string | null;
  /** Cancelled or closed. */
  readonly over: boolean;
  readonly travellers: readonly { readonly id: string; readonly person: string }[];
  readonly places: readonly string[];
  readonly hosts: readonly HostKind[];
  readonly meetings: boolean;
  readonly items: readonly ItemKind[];
  readonly communications: boolean;
  /** Devices of the pool that the plan lists. */
  readonly devices: readonly string[];
  readonly filedBy: string | null;
};

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export async function declaredTrips(tx: Transaction, ids: readonly string[]): Promise<DeclaredTrip[]> {
  const [trips, travellers, legs, plans] = await Promise.all([
    factsThere(tx, kindNamed('trip'), ids),
    factsOf(tx, kindNamed('traveller'), 'trip', ids),
    factsOf(tx, kindNamed('leg'), 'trip', ids),
    store.plansOf(tx, ids),
  ]);
  return trips.map(({ id, fields }) => {
    const plan = plans.find(({ trip }) => trip === id);
    const details = plan?.legs ?? [];
    return {
      trip: id,
      kind: fields['kind'] as TripKind,
      departsOn: textIn(fields['departsOn']),
      returnsOn: textIn(fields['returnsOn']),
      submittedOn: textIn(fields['submittedOn']),
      departedOn: textIn(fields['departedOn']),
      over: textIn(fields['cancelledOn']) !== null || textIn(fields['closedOn']) !== null,
      travellers: travellers
        .filter(({ fields: of }) => of['trip'] === id && textIn(of['withdrawnOn']) === null)
        .map((one) => ({ id: one.id, person: String(one.fields['person']) })),
      places: legs.flatMap(({ fields: of }) => (of['trip'] === id ? (textIn(of['place']) ?? []) : [])),
      hosts: [...new Set(details.flatMap(({ hostKind }) => hostKind ?? []))],
      meetings: details.some(({ meetings }) => textIn(meetings) !== null),
      items: [...new Set((plan?.items ?? []).map(({ kind }) => kind))],
      communications: textIn(plan?.communications) !== null,
      devices: (plan?.items ?? []).flatMap(({ device }) => device ?? []),
      filedBy: plan?.filedBy ?? null,
    };
  });
}
