import { formatDay } from '@sallyport/core/calendar';
import type { Law } from '@sallyport/core/law';
import type { z } from 'zod';
import type { QueryContext } from '../../platform/actions/implement.ts';
import { accountNames } from '../identity/index.ts';
import { type DutyRow, periodOf } from './duty-row.ts';
import { waitingFor } from './put-off-acts.ts';
import type { PutOffKind, putOffShown } from './put-off-contract.ts';
import { clauseToName, latestEnd, readingOf, whyNot } from './put-off-rules.ts';
import { putOffsOf } from './put-off-store.ts';

/** What was decided about a duty and by whom, and what may be asked for. */
export async function putOffOf(context: QueryContext, law: Law, row: DutyRow): Promise<z.input<typeof putOffShown>> {
  const { tx, today } = context;
  const key = { rule: row.rule, subject: row.subject, period: periodOf(row.period) };
  const rule = readingOf(law, row);
  const possible = (kind: PutOffKind) => ({
    refusedFor: rule === null ? ('not-open' as const) : whyNot(kind, rule, row),
    clause: rule === null ? null : clauseToName(law, kind, rule),
  });
  const decisions = await putOffsOf(tx, key.rule, key.subject, key.period);
  const accounts = decisions.flatMap(({ first, second }) => [first, second]).filter((one) => one !== null);
  const names = new Map((await accountNames(tx, [...new Set(accounts)])).map(({ id, name }) => [id, name]));
  // An imported decision names people as the register it came from did.
  const nameOf = (account: string | null): string | null => (account === null ? null : (names.get(account) ?? account));
  const day = formatDay(today);
  return {
    waiver: possible('waiver'),
    override: possible('override'),
    latest: formatDay(latestEnd(today)),
    decisions: decisions.map(({ first, second, ...one }) => ({
      ...one,
      inForce: (one.grantedOn ?? day) <= day && one.until > day,
      first: nameOf(first),
      second: nameOf(second),
    })),
    waiting: await waitingFor(context, key),
  };
}
