import { lazy, Suspense } from 'react';
import type { Exported } from './export-menu.tsx';

// Most people come to read: how a list leaves the page is fetched after it.
const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

/** The way from a list to a file of it, under the filters that are set. */
export function ExportLedger(exported: Exported) {
  return (
    <Suspense>
      <ExportMenu {...exported} />
    </Suspense>
  );
}
