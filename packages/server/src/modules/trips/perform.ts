import { formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import {
  approvedOn,
  createTripMachine,
  decisionOf,
  entryOf,
  type Milestones,
  type Move,
  missingOf,
  type StepKey,
  type Trip,
} from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { bringBack, correctNow, factsThere, kindNamed, takeAway } from '../register/index.ts';
import { declaredTrips } from './declared.ts';
import { type Loaded, loadTrips, type TripParts } from './load.ts';
import { raiseStanding } from './standing.ts';
import * as store from './store.ts';
import { tellWhoIsNext } from './tell.ts';
import { meet } from './who.ts';

const machine = createTripMachine();

const realigned: ReadonlySet<Move['act']> = new Set(['change', 'submit', 'revive']);

/** What an act says besides what the machine of states needs. */
export type Said = {
  readonly said?: string | null;
  /** By step: the approvals that were recorded. */
  readonly approvals?: readonly store.DecidedStep[];
  /** Values of the journal's entry besides. */
  readonly fields?: Readonly<Record<string, unknown>>;
};

type Named = { readonly trip: string; readonly version: number };

/** What is said goes to people and into the trail: nothing classified, and nothing of it is repeated (PEOPLE.md). */
export function requireUnclassified(texts: readonly (string | null | undefined)[]): void {
  if (texts.some((one) => typeof one === 'string' && hasClassifiedMark(one))) refuse('register.classified-mark');
}

/** A trip that somebody may know of, as it is stored; for anybody else there is none. */
export async function requireSeen(
  context: Pick<Context, 'tx' | 'now' | 'today' | 'actor' | 'scope'>,
  parts: TripParts,
  id: string,
) {
  const { tx, now, today } = context;
  const loaded = (await loadTrips(tx, parts, [id], { now, today, afresh: false }))[0] ?? refuse('request.not-found');
  const met = await meet(context, loaded);
  if (!met.sees) refuse('request.not-found');
  return { loaded, met };
}

/**
 * The trip as it stands, held until the act is done; none for whoever may not know of it. `afresh`: for an act that may depend on what is
 * still missing, which is every one but handing in.
 */
export async function take(context: Context, parts: TripParts, { trip: id, version }: Named, afresh = true) {
  const { tx, now, today } = context;
  if ((await factsThere(tx, kindNamed('trip'), [id])).length === 0) refuse('request.not-found');
  await store.lockTrip(tx, id, new Date(now / 1000));
  const loaded = (await loadTrips(tx, parts, [id], { now, today, afresh }))[0] ?? refuse('request.not-found');
  const { who, sees } = await meet(context, loaded);
  if (!sees) refuse('request.not-found');
  if (loaded.version !== version) refuse('request.stale-version', { yours: version, current: loaded.version });
  // Whoever has come to bear more since is asked what the law asks of them, before anything is done.
  const raised = await raiseStanding(context, loaded);
  return { loaded: raised ? await settleApprovals(context, parts, loaded) : loaded, who };
}
export type Taken = Awaited<ReturnType<typeof take>>;

/** Asks the machine; refused with the first thing in the way. */
export function requireMay({ loaded, who }: Pick<Taken, 'loaded' | 'who'>, move: Move): void {
  const answer = machine.may(loaded.trip, move, who);
  if (!answer.ok) refuse(answer.refusal, { missing: missingOf(loaded.trip) });
}

/**
 * Writes an act down: its milestones into the fact, itself into the trail; then whatever of the approvals no longer fits, or fits again.
 * `write`: what else the act changes of the register, before it is looked at anew.
 */
export async function carryOut(
  context: Context,
  parts: TripParts,
  { loaded, who }: Taken,
  move: Move,
  { said = null, approvals, fields = {} }: Said = {},
  write: () => Promise<void> = async () => undefined,
) {
  const { tx, now, today, actor } = context;
  const { id, version, trip } = loaded;
  requireUnclassified([said]);
  const after = machine.after(trip, move, who);
  const entry = entryOf(trip, move, who);
  await write();
  await writeDays(context, id, trip.days, { ...after.days, approvedOn: trip.days.approvedOn });
  const row: store.TrailRow = {
    trip: id,
    number: version,
    act: move.act,
    person: who.person,
    on: formatDay(today),
    steps: approvals ?? entry.steps,
    verdict: entry.verdict,
    seen: entry.seen,
    reason: move.reason ?? null,
    until: typeof move.until === 'number' ? formatDay(move.until) : null,
    said,
  };
  await store.insertTrail(tx, row, { account: actor.account, at: new Date(now / 1000) });
  // While it lay in a drawer nobody was told what changed at its places.
  if (realigned.has(move.act)) await parts.planChanged?.(context, id);
  const released = await follow(context, parts, id, move.act);
  await settleApprovals(context, parts, loaded);
  return {
    output: { trip: id, version: version + 1 },
    entry: {
      subject: `trip/${id}`,
      fields: {
        steps: entry.steps.map(({ role, traveller }) => [role, traveller]),
        verdict: entry.verdict,
        reason: row.reason,
        until: row.until,
        ...(said === null ? {} : { said }),
        ...(released.length === 0 ? {} : { released }),
        ...fields,
      },
      person: trip.travellers[0]?.person ?? null,
    },
  };
}

/** What is lent for a trip is asked what it makes of what was done. */
export async function follow(
  context: Context,
  parts: TripParts,
  id: string,
  act: Move['act'] | 'draft',
): Promise<readonly string[]> {
  const [declared] = parts.followed === undefined ? [] : await declaredTrips(context.tx, [id]);
  return declared === undefined ? [] : ((await parts.followed?.(context, declared, act)) ?? []);
}

async function writeDays(context: Context, id: string, before: Milestones, after: Milestones): Promise<void> {
  const changed = Object.entries(after).filter(([name, day]) => day !== before[name as keyof Milestones]);
  if (changed.length === 0) return;
  const fields = Object.fromEntries(changed.map(([name, day]) => [name, day === null ? null : formatDay(day)]));
  await correctNow(context, kindNamed('trip'), id, { fields, reason: `trip/${id}` });
}

/**
 * What was approved of another journey is withdrawn, and what fits again is brought back (DECISIONS 6): the register says what the trail
 * says. Then whether the trip as a whole is approved.
 */
export async function settleApprovals(context: Context, parts: TripParts, before: Loaded): Promise<Loaded> {
  const { tx, now, today, facts } = context;
  const at = { now, today, afresh: true };
  await facts.settle();
  const [changed] = await loadTrips(tx, parts, [before.id], at);
  if (changed === undefined) return before;
  const moved = await alignApprovals(context, changed);
  if (moved) await facts.settle();
  const loaded = moved ? ((await loadTrips(tx, parts, [before.id], at))[0] ?? changed) : changed;
  const { days } = loaded.trip;
  const reached = { ...days, approvedOn: approvedOn(loaded.trip) };
  await writeDays(context, before.id, days, reached);
  await tellWhoIsNext(context, parts, before, loaded);
  return { ...loaded, trip: { ...loaded.trip, days: reached } };
}

async function alignApprovals(context: Context, { id, trip, trail }: Loaded): Promise<boolean> {
  const reason = `trip/${id}`;
  const approval = kindNamed('approval');
  const there = new Set((await store.approvalsOf(context.tx, id)).map((one) => one.id));
  let moved = false;
  for (const step of lastApprovals(trail)) {
    const holds = holdingApproval(trip, trail, step) === step.approval;
    if (holds === there.has(step.approval)) continue;
    if (holds) await bringBack(context, approval, step.approval, reason);
    else await takeAway(context, approval, step.approval, reason);
    moved = true;
  }
  return moved;
}

type Recorded = StepKey & { readonly approval: string };

/** Every approval this room recorded. */
const lastApprovals = (trail: readonly store.TrailRow[]): Recorded[] =>
  trail.flatMap(({ steps }) => steps.flatMap((one) => (one.approval === undefined ? [] : [one as Recorded])));

/** The approval of the decision of a step that holds; a refusal stays on record until another decision takes its place. */
function holdingApproval(trip: Trip, trail: readonly store.TrailRow[], step: StepKey): string | undefined {
  const decided = trail.filter(({ act, steps }) => act === 'decide' && steps.some((one) => isOf(one, step)));
  const last = decided.at(-1);
  if (last === undefined) return undefined;
  const stands = last.verdict === 'refused' || decisionOf(trip, step) !== null;
  return stands ? last.steps.find((one) => isOf(one, step))?.approval : undefined;
}

const isOf = (one: { readonly role: string; readonly traveller: string }, step: StepKey): boolean =>
  one.role === step.role && one.traveller === step.traveller;
