// `trip.submit` as a traveller's officer does it: who bears secrets and goes on an official trip, so that rules of law ask three bodies and the
// house its lead; at 100,000 trips of one organisation, 16 clients and 50 requests a second for a minute, in an open loop.
import type { Client } from '../support/console-client.ts';
import { fillOrganisation } from '../support/lists-fill.ts';
import { onProgram } from '../support/on-program.ts';
import { openLoop } from '../support/open-loop.ts';
import { atMost, figure } from '../support/row.ts';
import { fillTrips } from '../support/trips-fill.ts';

const trips = Number(process.env['BENCH_TRIPS'] ?? 100_000);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 60);
const [clients, rate] = [16, 50];

const filled = {
  clients,
  async fill(client: Parameters<typeof fillTrips>[0], org: string) {
    await fillOrganisation(client, org, Math.ceil(trips / 2));
    await fillTrips(client, org, trips, rate * seconds + clients);
  },
};

await onProgram(filled, async ({ server, client }) => {
  const drafts = await draft(client, rate * seconds + clients);
  let next = 0;
  const send = () => client.post('trips.submit', drafts[next++] ?? {});
  const { p50, p99, perSecond } = await openLoop(clients, rate, seconds, send);
  const name = `trips.submit at ${trips} trips on ${server}, ${clients} clients, ${perSecond.toFixed(0)} a second`;
  figure(`${name}, p50`, p50, 'ms');
  atMost(`${name}, p99`, p99, 'ms', 50);
});

/** A draft for each request that is timed, each of another person. */
async function draft({ post }: Client, count: number): Promise<{ trip: string; version: number }[]> {
  const found: { trip: string; version: number }[] = [];
  let next = 0;
  const leg = {
    place: 'Oslo',
    host: '某研究所',
    arrivesOn: '2027-03-01',
    leavesOn: '2027-03-08',
    zone: 'Europe/Oslo',
    hostKind: 'university',
    meetings: null,
  } as const;
  const plan = {
    purpose: '参加学术会议',
    departsOn: '2027-03-01',
    returnsOn: '2027-03-08',
    legs: [leg],
    items: [{ kind: 'device', number: 'D-1', about: '借用笔记本' }],
    communications: null,
  };
  const one = async (): Promise<void> => {
    while (next < count) {
      const travellers = [{ person: `p-${++next}`, leader: false }];
      const input = { kind: 'official', emergency: false, unit: null, plan, travellers };
      const { trip, version } = (await post('trips.draft', input)) as { trip: string; version: number };
      found.push({ trip, version });
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return found;
}
