import type { Kind } from '@sallyport/core/facts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { namingOf } from '../naming/named-kinds.ts';
import { namedPage } from './named-list.ts';
import { peopleNamed } from './people-named.ts';

/** What a search leaves of a kind: facts that bear the name, facts about people who bear it, facts whose number begins so. */
export type Sought = { readonly ids: readonly string[]; readonly people: readonly string[]; readonly number: string };

/** Of one name that a search goes by; where more bear it, more of the name is to be typed. */
const mostNamed = 500;

export async function soughtIn(tx: Transaction, kind: Kind, search: string): Promise<Sought> {
  const list = { search, order: 'zh' as const, limit: mostNamed };
  const own = namingOf(kind) === undefined ? [] : (await namedPage(tx, kind, list, () => [])).rows;
  return {
    ids: own.map(({ id }) => id),
    people: isFoundByPerson(kind) ? await peopleNamed(tx, search, mostNamed) : [],
    number: search.trim(),
  };
}

/** Reports and incidents are opened one by one: nobody is looked up in all of them by a name (PEOPLE.md, abuse 2 and 23). */
const isFoundByPerson = ({ name, purpose }: Kind): boolean => name !== 'person' && purpose !== 'reporting';
