import { useEffect } from 'react';
import { isSingleKey } from './single-keys.ts';

const seen = (selector: string): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((part) =>
    part.checkVisibility({ visibilityProperty: true }),
  );

/**
 * On every page: `/` goes to its search, J and K move through its rows, Enter opens the one that has the focus, as everywhere. Behind an
 * open dialog nothing moves.
 */
export function useListKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isSingleKey(event) || document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === '/') {
        const [search] = seen('main input[type="search"]');
        if (search === undefined) return;
        event.preventDefault();
        search.focus();
        return;
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0) return;
      // A row that is no link is gone to by the first thing in it that can be done.
      const rows = seen('main .row').flatMap((row) => {
        const reached = row.matches('a') ? row : row.querySelector<HTMLElement>('a, button, input, select');
        return reached === null ? [] : [{ row, reached }];
      });
      const at = rows.findIndex(({ row }) => row.contains(document.activeElement));
      rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.reached.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
