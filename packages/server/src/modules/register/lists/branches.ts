import { formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { listBranches } from '../contract/lists.ts';
import { kindNamed, scopeFor } from '../service.ts';
import { manyOf } from './few.ts';
import { namedPage } from './named-list.ts';
import type { Param } from './named-store.ts';
import { inForce } from './people.ts';
import { postedTo } from './unit-store.ts';

/** Bodies abroad. They belong to the organisation as a whole, so that only a reach over all of it shows them. */
export const branchesQuery = implementQuery(listBranches, {
  async answer({ tx, actor, today }, { inForceOn, ...list }) {
    const kind = kindNamed('branch');
    const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
    if (!scope.whole) return { output: { items: [], next: null, total: { count: 0, more: false } } };
    const tests = (param: Param): string[] => inForce(param, 'closed_on', inForceOn);
    const { rows, next, total } = await namedPage(tx, kind, list, tests);
    const posted = manyOf(
      await postedTo(
        tx,
        rows.map(({ id }) => id),
        inForceOn ?? formatDay(today),
      ),
    );
    return {
      output: {
        items: rows.map((row) => ({
          id: row.id,
          name: row['name'] ?? '',
          openedOn: row['opened_on'] ?? null,
          closedOn: row['closed_on'] ?? null,
          posted: posted(row.id),
        })),
        next,
        total,
      },
    };
  },
});
