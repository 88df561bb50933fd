import { use } from 'react';
import type * as deedNames from './deed-names.ts';

let fetched: Promise<typeof deedNames> | null = null;

/** What every action and query is called; fetched with the first page that names one. */
export function useDeeds(): typeof deedNames {
  fetched ??= import('./deed-names.ts');
  return use(fetched);
}
