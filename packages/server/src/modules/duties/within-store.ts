import type { Scope } from '@sallyport/core/access';

/** What is asked of many duties at once; more is read of the few that are shown. An index holds these, of a status and of a unit. */
const columns = 'org_id, rule, subject, period, status, due_on, person';

/**
 * Rows of duties that somebody may see, as `mine` or the table itself: whoever sees a part has it put together once, along the index of
 * each way to see a duty, since no index serves three tests of which one is enough.
 */
export function dutiesWithin(
  scope: Scope,
  tests: string,
  param: (value: unknown, type: string) => string,
): { readonly common: string; readonly from: string } {
  if (scope.whole) return { common: '', from: 'duty' };
  const person = param(scope.person, 'text');
  const ways = [`unit = ANY (${param([...scope.units], 'text[]')})`, `person = ${person}`, `assignee = ${person}`];
  const parts = ways.map((way) => `SELECT ${columns} FROM duty WHERE org_id = $1::text AND ${way} AND ${tests}`);
  return { common: `mine AS MATERIALIZED (${parts.join(' UNION ')})`, from: 'mine' };
}
