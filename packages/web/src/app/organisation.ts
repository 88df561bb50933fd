/**
 * Which organisation of the installation this browser signs in to, where there are several: the first part of its links, which is no secret.
 * Whoever is signed in is known by their session, and this says nothing then.
 */
const kept = 'sallyport-organisation';
const shape = /^[a-z2-7]{8}$/;

const remember = (routing: string | undefined | null): void => {
  if (typeof routing === 'string' && shape.test(routing)) localStorage.setItem(kept, routing);
};

/** A one-time link names it in its secret, and the address of an organisation's sign-in in its search. */
export function rememberFromAddress({ pathname, hash, search }: Pick<Location, 'pathname' | 'hash' | 'search'>): void {
  if (pathname === '/enter') remember(/^#([^.]+)\./.exec(hash)?.[1]);
  if (pathname === '/') remember(new URLSearchParams(search).get('organisation'));
}

export function organisationHeaders(): Readonly<Record<string, string>> {
  const routing = localStorage.getItem(kept);
  return routing === null ? {} : { 'sallyport-organisation': routing };
}
