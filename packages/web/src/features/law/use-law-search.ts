import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isBeingWritten } from '../../ui/written.ts';
import { type LawSearch, readLawSearch } from './search.ts';

type Next = { readonly [Name in keyof LawSearch]: string | undefined };

/** What the address of the page says, and how it is made to say something else. */
export function useLawSearch(): readonly [LawSearch, (next: Next) => void] {
  const navigate = useNavigate();
  const search = readLawSearch(useSearch({ strict: false }));
  const change = useCallback(
    (next: Next): void =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readLawSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  return [search, change];
}
