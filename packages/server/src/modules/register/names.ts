import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { namesOf } from './contract.ts';
import { kindNamed, scopeFor } from './service.ts';
import { findNames } from './store.ts';

/** An id that is out of reach, or of nothing, gives no name: the answer does not tell the two apart. */
export const namesQuery = implementQuery(namesOf, {
  async answer({ tx, actor }, { kind: name, ids }) {
    const kind = kindNamed(name);
    const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
    const names = await findNames(tx, kind, scope, [...new Set(ids)]);
    return { output: { names }, persons: name === 'person' ? names.map(({ id }) => id) : [] };
  },
});
