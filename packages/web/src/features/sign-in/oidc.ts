import { oidcBegin } from '@sallyport/server/contracts/identity';
import { ask } from '../../app/api.ts';
import type { Language } from '../../app/language.ts';

export type Purpose = 'sign-in' | 'link';

/** What was begun here, kept in this tab until the provider sends the browser back. */
type Begun = { readonly purpose: Purpose; readonly ticket: string };

const kept = 'sallyport-oidc';

/** Leaves for the provider's page. */
export async function goToProvider(purpose: Purpose, language: Language): Promise<void> {
  const { address, ticket } = await ask(oidcBegin, { purpose }, language);
  sessionStorage.setItem(kept, JSON.stringify({ purpose, ticket } satisfies Begun));
  location.assign(address);
}

/** Once only: an answer is good for one question. */
export function takeBegun(): Begun | null {
  const text = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const begun: unknown = text === null ? null : JSON.parse(text);
  if (typeof begun !== 'object' || begun === null || !('ticket' in begun) || !('purpose' in begun)) return null;
  const { ticket, purpose } = begun;
  return typeof ticket === 'string' && (purpose === 'sign-in' || purpose === 'link') ? { ticket, purpose } : null;
}
