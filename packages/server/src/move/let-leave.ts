import { formatDay } from '@sallyport/core/calendar';
import { listTenants } from '../modules/organisation/index.ts';
import { handoverFor } from '../modules/privacy/index.ts';
import { open } from '../open.ts';
import { machine } from '../platform/actions/machine.ts';
import type { Config } from '../platform/config/config.ts';
import { isLoopbackHost } from '../platform/network/address-list.ts';
import { refused } from './refused.ts';

/** Whether a database can only be on this machine: through a socket, or by an address that never leaves it. Every host that is named counts. */
export function staysHere(address: string): boolean {
  const url = new URL(address);
  const named = ['host', 'hostaddr'].flatMap((name) => url.searchParams.getAll(name));
  const hosts = [url.hostname, ...named].flatMap((text) => decodeURIComponent(text).split(',')).filter(Boolean);
  return hosts.length > 0 && hosts.every((host) => host.startsWith('/') || isLoopbackHost(host));
}

/** Each organisation has a handover of this way, or nothing is moved (PEOPLE.md, "Going out of the house"); each journal says so, and moves with it. */
export async function letLeave(config: Config, handovers: readonly string[]): Promise<void> {
  const opened = await open(config);
  try {
    const { database, clock, dayOf, journal, runNamed } = opened;
    const orgs = (await database.inInstallation(listTenants)).map(({ org }) => org);
    const day = formatDay(dayOf(clock.now()));
    // All of them first: no journal is to say that something left when another organisation kept it back.
    for (const org of orgs) {
      const found = await database.inOrganisation(org, (tx) => handoverFor(tx, 'move', handovers, day));
      if (found === null) throw refused('handover-first', { organisation: org });
    }
    for (const org of orgs) {
      await runNamed('privacy.moveToLeave', [{ handovers }], machine(org));
      await journal.sealer.sealAll(org);
    }
  } finally {
    await opened.close();
  }
}
