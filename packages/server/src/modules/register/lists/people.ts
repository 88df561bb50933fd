import { implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { listPeople } from '../contract/lists.ts';
import { kindNamed, scopeFor } from '../service.ts';
import { namedPage } from './named-list.ts';
import type { Param } from './named-store.ts';
import { unitsUnder } from './unit-store.ts';

/** People by name; each who is shown is recorded as seen. */
export const peopleQuery = implementQuery(listPeople, {
  async answer({ tx, actor }, { unit, standing, inForceOn, ...list }) {
    const kind = kindNamed('person');
    const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
    const within = unit === undefined ? null : await unitsUnder(tx, unit);
    const tests = (param: Param): string[] => [
      ...(scope.whole
        ? []
        : [`(fact.unit = ANY (${param([...scope.units], 'text[]')}) OR fact.id = ${param(scope.person, 'text')})`]),
      ...(within === null ? [] : [`fact.unit = ANY (${param(within, 'text[]')})`]),
      ...(standing === undefined ? [] : [`fact.standing = ${param(standing, 'text')}`]),
      ...inForce(param, 'left_on', inForceOn),
    ];
    const { rows, next, total } = await namedPage(tx, kind, list, tests);
    return {
      output: {
        items: rows.map((row) => ({
          id: row.id,
          name: row['name'] ?? '',
          standing: row['standing'] ?? '',
          unit: row['unit'] ?? null,
          joinedOn: row['joined_on'] ?? null,
          leftOn: row['left_on'] ?? null,
        })),
        next,
        total,
      },
      persons: rows.map(({ id }) => id),
    };
  },
});

/** What had come to be by the day and had not ended on it. */
export function inForce(param: Param, ended: string, day: string | undefined): string[] {
  if (day === undefined) return [];
  const on = param(day, 'date');
  return [`fact.happened_on <= ${on}`, `(fact.${ended} IS NULL OR fact.${ended} > ${on})`];
}
