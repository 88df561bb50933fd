import { formatDay } from '@sallyport/core/calendar';
import { type Region, readRegion, regionCodes, vocabulary } from '@sallyport/core/facts';
import { z } from 'zod';
import { firstAccounts, openOrganisation } from '../first-start.ts';
import { hasAccounts } from '../modules/identity/index.ts';
import { listTenants, routingOf, seatOfInstallation, type Tenant } from '../modules/organisation/index.ts';
import { ownOrganisation } from '../modules/register/index.ts';
import type { Opened } from '../open.ts';
import { machine } from '../platform/actions/machine.ts';
import { refused } from './refused.ts';

export const openAsked = z.strictObject({
  name: z.string().trim().min(1).max(200),
  seat: z.string().max(20),
  /** Where it is in mainland China, by code or by name. */
  region: z.string().max(40).optional(),
});

export type OpenedOrganisation = {
  readonly organisation: string;
  /** The first part of its links and secrets; it names the organisation where several share one address. */
  readonly routing: string;
  readonly token: string;
};

type Parts = Pick<Opened, 'program' | 'database' | 'clock' | 'dayOf'>;

/**
 * Another organisation in this installation, with its administrator and the link they begin with. Where data sits is one answer for all of
 * them (PEOPLE.md, "Going out of the house"): one of another seat is refused.
 */
export async function openAnother(
  { program, database, clock, dayOf }: Parts,
  { name, seat, region }: z.output<typeof openAsked>,
): Promise<OpenedOrganisation> {
  const tenants = await database.inInstallation(listTenants);
  const ownOf = ({ org }: Tenant) => database.inOrganisation(org, ownOrganisation);
  const known = (await Promise.all(tenants.map(ownOf))).flatMap((own) => own ?? []);
  const here = known[0]?.seat ?? seatOfInstallation;
  if (seat !== here) throw refused('other-seat', { seat, here });
  const place = seat === 'cn' ? regionOf(region) : null;
  // One whose opening was cut off is finished, and not opened a second time.
  const begun = await withoutAccounts(database, tenants);
  if (begun === null && known.some((own) => own.name === name)) throw refused('organisation-there', { name });
  const org = begun?.org ?? (await openOrganisation(program, false));
  const recorded = await database.inOrganisation(org, ownOrganisation);
  if (recorded === null) {
    const fields = { ...unanswered, name, seat, region: place, establishedOn: formatDay(dayOf(clock.now())) };
    const action = program.catalogue.actions.get('register.import');
    if (action === undefined) throw new Error('there is no action register.import');
    await program.run(action, [{ kind: 'organisation', id: org, fields }], machine(org));
  }
  const administrator = { login: 'admin', name: '系统管理员', person: null, role: 'administrator' } as const;
  const [link] = await firstAccounts(program, org, [administrator]);
  const routing = await database.inOrganisation(org, routingOf);
  if (link === undefined || routing === null) throw new Error('an organisation was opened without a link');
  return { organisation: org, routing, token: link.token };
}

/** Local regulations bind what is in their territory: a Chinese organisation says from the first day where it is. */
function regionOf(asked: string | undefined): Region {
  const region = readRegion(asked ?? '');
  if (region === null) throw refused('region', { known: regionCodes.join(', ') });
  return region;
}

async function withoutAccounts(database: Opened['database'], tenants: readonly Tenant[]): Promise<Tenant | null> {
  for (const tenant of tenants) if (!(await database.inOrganisation(tenant.org, hasAccounts))) return tenant;
  return null;
}

/** What the organisation does is for its officer to say: until then it does none of it, and no duty follows from it. */
const unanswered: Readonly<Record<string, boolean>> = Object.fromEntries(
  Object.entries(vocabulary.kinds.get('organisation')?.fields ?? {}).flatMap(([field, { type, nullable }]) =>
    type === 'boolean' && !nullable ? [[field, false]] : [],
  ),
);
