import { refuse } from '../../platform/actions/refusal.ts';

/**
 * A change must come from our own pages. Browsers name the origin of every POST, so its absence is trusted only where no cookie speaks for
 * anybody (cross-site request forgery, and signing a victim in to the attacker's account).
 */
export function requireOwnOrigin(request: Request, origins: readonly string[], withCookie: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (origin !== null ? !origins.includes(origin) : withCookie) refuse('request.foreign-origin');
}
