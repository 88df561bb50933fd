import type { aboutOrganisation } from '@sallyport/server/contracts/organisation';
import type { z } from 'zod';

export type OfficialLine = NonNullable<z.output<typeof aboutOrganisation.output>['line']>;

/** The number that the page came with. */
export const linePhone = (): string | null =>
  document.querySelector<HTMLMetaElement>('meta[name="official-line"]')?.content || null;
