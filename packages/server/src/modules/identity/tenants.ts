import type { Database } from '../../platform/database/database.ts';
import { listTenants } from './store/tenants.ts';

/** Which organisation a routing id names, and the routing id of an organisation. */
export type Tenants = {
  /** Null where there is none. Without a routing id: the installation's first organisation. */
  orgOf(routing: string | null): Promise<string | null>;
  routingOf(org: string): Promise<string>;
};

/** Organisations are added and never changed: what is known is kept, and what is not is looked for again. */
export function createTenants(database: Pick<Database, 'inInstallation'>): Tenants {
  let known: readonly { org: string; routing: string }[] = [];
  async function find(is: (tenant: { org: string; routing: string }) => boolean) {
    const found = known.find(is);
    if (found !== undefined) return found;
    known = await database.inInstallation(listTenants);
    return known.find(is);
  }
  return {
    orgOf: async (routing) => (await find((tenant) => routing === null || tenant.routing === routing))?.org ?? null,
    async routingOf(org) {
      const tenant = await find((each) => each.org === org);
      if (tenant === undefined) throw new Error('an action ran in an organisation that is none of this installation');
      return tenant.routing;
    },
  };
}
