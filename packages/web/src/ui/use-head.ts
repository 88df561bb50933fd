import { type RefObject, useEffect, useRef } from 'react';
import { useWords } from '../app/language-context.tsx';

/** The path whose heading was last drawn; none before the first page. */
let drawn: string | null = null;

/**
 * What a page is called: in the window's title, and as where the reading goes on after somebody went to another page. Whoever is
 * in a field of the page already, or came to it from outside, keeps their place.
 */
export function useHead(title: string): RefObject<HTMLHeadingElement | null> {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  });
  useEffect(() => {
    const from = drawn;
    drawn = location.pathname;
    const inPage = document.activeElement?.closest('main form, [role="dialog"]') ?? null;
    if (from !== null && from !== drawn && inPage === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
