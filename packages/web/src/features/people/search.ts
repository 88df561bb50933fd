import type { listPeople } from '@sallyport/server/contracts/register';
import type { z } from 'zod';
import { type NamedSearch, readNamedSearch, textOf } from '../../ui/list-search.ts';

export type Standing = NonNullable<z.input<(typeof listPeople)['input']>['standing']>;

export type PeopleSearch = NamedSearch & {
  /** With the units under it. */
  readonly unit?: string;
  readonly standing?: Standing;
};

export const standings = [
  'employee',
  'contractor',
  'student',
  'visitor',
  'former',
] as const satisfies readonly Standing[];

export const standingNamed = (value: unknown): Standing | undefined => standings.find((one) => one === value);

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const unit = textOf(search['unit']);
  const standing = standingNamed(search['standing']);
  return {
    ...readNamedSearch(search),
    ...(unit === undefined ? {} : { unit }),
    ...(standing === undefined ? {} : { standing }),
  };
}
