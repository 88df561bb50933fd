import { formatDay } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { type Context, implementAction } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import * as contract from './contract.ts';
import type { Holder } from './holder-store.ts';
import type { Loaded, TripParts } from './load.ts';
import { settleApprovals } from './perform.ts';
import { asItStands } from './resettle.ts';
import { nextRaised } from './standing-store.ts';
import * as store from './store.ts';
import * as waits from './wait-store.ts';
import { type Waiting, waitingOf } from './waiting.ts';
import { holdersFor, placesOf } from './who.ts';

/** In time the one who decides is reminded, and the deputy where there is nobody else; late, everybody who may. */
function remindedOf(holders: readonly Holder[], { role, late }: Waiting): readonly Holder[] {
  const its = holders.filter((one) => one.role === role);
  const first = its.filter(({ deputy }) => !deputy);
  return late || first.length === 0 ? its : first;
}

/** Who has to hear of what waits: the accounts of its holders and, where it is late or nobody holds it, of the security officers. */
async function heardBy(context: Context, parts: TripParts, { id, trip, ...loaded }: Loaded): Promise<string[]> {
  const { tx, now, today } = context;
  const waiting = waitingOf(trip);
  if (waiting.length === 0) return [];
  const places = await placesOf(tx, loaded);
  const goes = (person: string): boolean => trip.travellers.some((one) => one.person === person);
  const may = (await holdersFor(tx, places, today)).filter(({ person }) => !goes(person) && person !== trip.filedBy);
  const people = new Set<string>();
  let officersToo = false;
  for (const one of waiting) {
    const told = remindedOf(may, one);
    for (const { person } of told) people.add(person);
    const escalated = one.late || told.length === 0;
    officersToo ||= escalated;
    await waits.noteWait(tx, { trip: id, role: one.role, since: formatDay(one.since), escalated }, formatDay(today));
  }
  const units = [...new Set(places.map(({ unit }) => unit))];
  const officers = officersToo ? await parts.officersOver(tx, units, new Date(now / 1000)) : [];
  return [...(await accountsOf(context, parts, people)), ...officers];
}

async function accountsOf({ tx }: Context, parts: TripParts, people: Iterable<string>): Promise<string[]> {
  const accounts: string[] = [];
  for (const person of people) accounts.push(...(await parts.accountsOf(tx, person)));
  return accounts;
}

/**
 * One trip a call, so that whoever decides meanwhile waits for one trip and not for all. Silence that passed a step is written down; whoever
 * holds a waiting one is reminded, once a day for all of theirs; what is late, or held by nobody, goes to the security officer as well.
 */
export const implementFollowUp = (parts: TripParts) =>
  implementAction(contract.followUpTrips, {
    async handle(context, { after, of = 'waiting' }) {
      const { tx, now, today } = context;
      const id = await (of === 'waiting' ? waits.nextWaiting(tx, after) : nextRaised(tx, after, formatDay(today)));
      if (id === null) return { output: { trip: null, written: 0 }, entry: { subject: null, fields: { written: 0 } } };
      await store.lockTrip(tx, id, new Date(now / 1000));
      const before = await asItStands(context, parts, id);
      const loaded = before === null ? null : await settleApprovals(context, parts, before);
      const passed = before?.trip.days.approvedOn === null && loaded?.trip.days.approvedOn !== null;
      const heard = loaded === null ? [] : await heardBy(context, parts, loaded);
      // Nobody decided, so nobody told those who travel that they may go on.
      const theirs = passed ? (loaded?.trip.travellers ?? []).map(({ person }) => person) : [];
      heard.push(...(await accountsOf(context, parts, theirs)));
      const due = await waits.remindToday(tx, heard, formatDay(today));
      for (const account of due) await parts.post.write(context, { account, template: 'to-do', page: '/trips' });
      return {
        output: { trip: id, written: due.length },
        entry: { subject: `trip/${id}`, fields: { passed, written: due.length } },
      };
    },
  });

type RunNamed = (action: string, inputs: readonly unknown[], actor: Actor) => Promise<readonly unknown[]>;

/** In the morning of the seat, before work begins. */
export const tripJobs = (run: RunNamed): JobDefinition[] => [
  {
    name: 'trips.follow-up',
    schedule: '40 7 * * *',
    run: async (org) => {
      // First whose standing has changed: what waits for an answer because of it is reminded of in the same morning.
      for (const which of ['raised', 'waiting'] as const) {
        let after: string | null = null;
        do {
          const [done] = await run('trips.follow-up', [{ after, of: which }], machine(org));
          after = (done as { readonly trip: string | null }).trip;
        } while (after !== null);
      }
    },
  },
];
