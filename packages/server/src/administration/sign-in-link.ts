import { z } from 'zod';
import { listTenants } from '../modules/organisation/index.ts';
import type { Opened } from '../open.ts';
import { linksForAdministrators } from '../reissue-links.ts';
import { refused } from './refused.ts';

export const signInLinkAsked = z.strictObject({ organisation: z.string().max(100).optional() });

export type SignInLinks = { readonly organisation: string; readonly tokens: readonly string[] };

type Parts = Pick<Opened, 'program' | 'database' | 'clock'>;

/** For whoever holds the machine, while no administrator can sign in. Afterwards an account that is locked out is recovered by two persons. */
export async function makeSignInLinks(
  parts: Parts,
  { organisation }: z.output<typeof signInLinkAsked>,
): Promise<SignInLinks> {
  const orgs = (await parts.database.inInstallation(listTenants)).map(({ org }) => org);
  const org = organisation ?? (orgs.length === 1 ? orgs[0] : undefined);
  if (org === undefined || !orgs.includes(org)) throw refused('which-organisation', { known: orgs.join(', ') });
  const links = await linksForAdministrators(parts, org);
  if (links === null) throw refused('somebody-invites');
  if (links.length === 0) throw refused('no-administrator');
  return { organisation: org, tokens: links.map(({ token }) => token) };
}
