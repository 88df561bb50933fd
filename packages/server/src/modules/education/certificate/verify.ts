import { formatDay } from '@sallyport/core/calendar';
import type { ClockPort } from '../../../platform/actions/ports.ts';
import type { Database } from '../../../platform/database/database.ts';
import { listTenants } from '../../organisation/index.ts';
import type { EducationParts } from '../parts.ts';
import { certificateAt } from '../store/certificates.ts';
import { readLink } from './links.ts';
import { hasEnded, type PublicCertificate, publicOf } from './shown.ts';

export type VerifyParts = Pick<EducationParts, 'links' | 'dayOf'> & {
  readonly database: Pick<Database, 'inOrganisation' | 'inInstallation'>;
  readonly clock: ClockPort;
};

/** What a stranger with a link is told; null for a link that never was, was closed, or whose certificate ended: nobody can tell which. */
export const createVerify =
  ({ database, clock, links, dayOf }: VerifyParts) =>
  async (text: string): Promise<PublicCertificate | null> => {
    const link = readLink(text);
    if (link === null) return null;
    const tenants = await database.inInstallation(listTenants);
    const tenant = tenants.find(({ routing }) => routing === link.routing);
    if (tenant === undefined) return null;
    return database.inOrganisation(tenant.org, async (tx) => {
      const found = await certificateAt(tx, links.hash(link.token));
      return found === null || hasEnded(found, formatDay(dayOf(clock.now()))) ? null : publicOf(tx, found);
    });
  };
