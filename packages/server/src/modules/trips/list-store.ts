import type { Scope } from '@sallyport/core/access';
import type { Transaction } from '../../platform/database/transaction.ts';

export type TripFilter = {
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly over?: boolean | undefined;
};
type Page = { readonly behind: { readonly happenedOn: string; readonly id: string } | null; readonly limit: number };

/** Whose steps somebody holds: of everybody, or of the people of these units. */
export type HeldSteps = { readonly whole: boolean; readonly units: readonly string[] };

/** The newest first: what somebody travels on or filed, of the people they keep, and what was handed in to a step they hold. */
export function listTripIds(
  tx: Transaction,
  scope: Scope,
  person: string | null,
  held: HeldSteps,
  { kind, person: of, over }: TripFilter,
  { behind, limit }: Page,
): Promise<{ readonly id: string; readonly happenedOn: string }[]> {
  const values: unknown[] = [tx.org];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const goes = (test: string): string =>
    `EXISTS (SELECT FROM fact_traveller AS goer WHERE goer.org_id = $1::text AND goer.trip = trip.id AND ${test})`;
  const tests = ['trip.org_id = $1::text'];
  if (kind !== undefined) tests.push(`trip.kind = ${param(kind, 'text')}`);
  if (of !== undefined) tests.push(goes(`goer.person = ${param(of, 'text')}`));
  if (over !== undefined) {
    const ended = '(trip.closed_on IS NOT NULL OR trip.cancelled_on IS NOT NULL)';
    tests.push(over ? ended : `NOT ${ended}`);
  }
  if (!scope.whole) {
    const me = param(person, 'text');
    const ofUnits = (units: Iterable<string>): string =>
      goes(
        `EXISTS (SELECT FROM fact_person AS one WHERE one.org_id = $1::text AND one.id = goer.person AND one.unit = ANY (${param([...units], 'text[]')}))`,
      );
    const mine = [
      goes(`goer.person = ${me}`),
      `EXISTS (SELECT FROM trip_plan AS plan WHERE plan.org_id = $1::text AND plan.trip = trip.id AND plan.filed_by = ${me})`,
    ];
    if (scope.units.size > 0) mine.push(ofUnits(scope.units));
    if (held.whole) mine.push('trip.submitted_on IS NOT NULL');
    else if (held.units.length > 0) mine.push(`(trip.submitted_on IS NOT NULL AND ${ofUnits(held.units)})`);
    tests.push(`(${mine.join(' OR ')})`);
  }
  if (behind !== null)
    tests.push(`(trip.happened_on, trip.id) < (${param(behind.happenedOn, 'date')}, ${param(behind.id, 'text')})`);
  return tx.once(
    `SELECT trip.id, trip.happened_on AS "happenedOn" FROM fact_trip AS trip WHERE ${tests.join(' AND ')}
     ORDER BY trip.happened_on DESC, trip.id DESC LIMIT ${param(limit, 'int')}`,
    values,
  );
}
