import { addMonths, type Day, firstDay, formatDay } from '@sallyport/core/calendar';
import { type Context, implementAction, implementQuery } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { countDueFacts, eraseDueFacts } from '../register/index.ts';
import { eraseDue, erasureReport } from './contract.ts';
import { noteErased } from './erased.ts';
import { type Held, heldOn } from './holds.ts';
import type { PrivacyParts } from './parts.ts';
import { type RowBound, rowBoundsOf } from './row-bounds.ts';
import { type Counts, insertRun, lastRuns } from './store/erasures.ts';
import { countDueRows, eraseDueRows } from './store/rows.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** Facts of one run; the job runs again while there are more. */
const most = 500;

/** Longer than two nights without a run: something keeps the job from running. */
const silentAfter = 2;

/** Erases what is past its bound, and counts what it had to leave: by table, never by value. */
export function implementEraseDue(parts: PrivacyParts) {
  const bounds = rowBoundsOf(parts.tables);
  return implementAction(eraseDue, {
    async handle(context) {
      const { tx, today, now } = context;
      const held = await heldOn(tx, today, parts.accountsOf);
      const facts = await eraseDueFacts(factsAt(context), held.factsOf, most);
      await noteErased(context, parts, facts);
      const rows = await eraseRows(tx, bounds, today, held);
      const erased = added([...facts.map(({ kind }) => [kind, 1] as const), ...Object.entries(rows)]);
      const missed = await countDue(tx, bounds, today, held);
      const run = parts.ids.uuid();
      await insertRun(tx, { id: run, ranAt: new Date(now / 1000), erased, missed });
      const output = { run, erased: total(erased), missed: total(missed) };
      return { output, entry: { subject: `erasureRun/${run}`, fields: { erased, missed } } };
    },
  });
}

export const factsAt = ({ tx, facts, now, today, actor }: Context) => ({
  tx,
  facts,
  now,
  today,
  account: actor.account,
});

const lastDay = ({ months }: RowBound, today: Day): string => formatDay(addMonths(today, -months) ?? firstDay);

async function eraseRows(tx: Transaction, bounds: readonly RowBound[], today: Day, held: Held): Promise<Counts> {
  const counts: [string, number][] = [];
  // Twice: a row that another referred to the first time is free the second.
  for (const bound of [...bounds, ...bounds])
    counts.push([bound.table, await eraseDueRows(tx, bound, lastDay(bound, today), held.ids)]);
  return added(counts);
}

async function countDue(tx: Transaction, bounds: readonly RowBound[], today: Day, held: Held): Promise<Counts> {
  const counts: [string, number][] = Object.entries(await countDueFacts(tx, today, held.factsOf, most));
  for (const bound of bounds)
    counts.push([bound.table, await countDueRows(tx, bound, lastDay(bound, today), held.ids)]);
  return added(counts);
}

function added(counts: readonly (readonly [string, number])[]): Counts {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts) if (count > 0) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The dry run beside the runs there were. */
export function implementReport(parts: PrivacyParts) {
  const bounds = rowBoundsOf(parts.tables);
  return implementQuery(erasureReport, {
    place: wholeOrganisation,
    async answer({ tx, today, now }) {
      const runs = await lastRuns(tx, 30);
      const last = runs[0];
      const silent = last !== undefined && now - last.ranAt.getTime() * 1000 > silentAfter * 86_400_000_000;
      return {
        output: {
          due: { ...(await countDue(tx, bounds, today, await heldOn(tx, today, parts.accountsOf))) },
          runs: runs.map(({ id, ranAt, erased, missed }) => ({
            run: id,
            ranAt: ranAt.toISOString(),
            erased: { ...erased },
            missed: { ...missed },
          })),
          missed: silent || (last !== undefined && total(last.missed) > 0),
        },
      };
    },
  });
}
