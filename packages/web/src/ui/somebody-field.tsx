import { Skeleton } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { PersonField } from './person-field.tsx';

// Lists that suggest are the heaviest part of the console: a page that has one among other things is there before it.
const Field = lazy(async () => ({ default: (await import('./person-field.tsx')).PersonField }));

/** Somebody by name, on a page that is not fetched for it. */
export const SomebodyField = (props: ComponentProps<typeof PersonField>) => (
  <Suspense fallback={<Skeleton height={58} />}>
    <Field {...props} />
  </Suspense>
);
