import { useEffect } from 'react';
import { isSingleKey } from '../ui/single-keys.ts';

type Shortcuts = { readonly find: () => void; readonly help: () => void };

/** Ctrl-K, or Command-K, finds; `?` shows what the keys do. */
export function useShortcuts({ find, help }: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        find();
      } else if (event.key === '?' && isSingleKey(event)) help();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
