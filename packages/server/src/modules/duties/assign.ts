import { formatDay } from '@sallyport/core/calendar';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { changeFact, kindNamed, ownOrganisation, writeFact } from '../register/index.ts';
import * as store from './bulk-store.ts';
import { type DutyRow, isOpen, noPeriod, periodOf } from './duty-row.ts';

type Ids = { readonly uuid: () => string };

/** Names who has to act on a duty, instead of whoever was named before; the id of the fact that says so. */
export function assigner(context: Context, ids: Ids) {
  const kind = kindNamed('dutyAssignment');
  const assignedOn = formatDay(context.today);
  let own: { readonly id: string } | null = null;
  return async (row: DutyRow, before: { readonly id: string } | undefined, person: string | null, reason: string) => {
    if (before !== undefined) {
      await changeFact(context, kind, before.id, { fields: { person, assignedOn }, reason });
      return before.id;
    }
    own ??= (await ownOrganisation(context.tx)) ?? refuse('duties.organisation-first');
    const { rule, subject } = row;
    const fact = ids.uuid();
    await writeFact(context, kind, fact, {
      organisation: own.id,
      rule,
      subject,
      period: periodOf(row.period),
      person,
      assignedOn,
    });
    return fact;
  };
}

type Key = { readonly rule: string; readonly subject: string; readonly period: string | null };

/**
 * What somebody had to act on goes to another. What is settled by now is left, and so is what a third person acts on already. How many went.
 */
export async function giveDuties(
  context: Context,
  ids: Ids,
  duties: readonly Key[],
  { from, to, reason }: { readonly from: string; readonly to: string; readonly reason: string },
): Promise<number> {
  const wanted = duties.map(({ rule, subject, period }) => ({ rule, subject, period: period ?? noPeriod }));
  const rows = (await store.dutiesNamed(context.tx, wanted)).filter(
    (row) => isOpen(row) && (row.assignee === null || row.assignee === from),
  );
  if (rows.length === 0) return 0;
  if (!(await store.isHere(context.tx, to, formatDay(context.today)))) refuse('duties.person-gone');
  const known = await store.assignmentsOf(context.tx, rows);
  const assign = assigner(context, ids);
  for (const row of rows) await assign(row, known.get(store.keyOf(row)), to, reason);
  return rows.length;
}
