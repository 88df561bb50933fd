import type { Rule } from '@sallyport/core/law';
import type { z } from 'zod';
import type { QueryContext } from '../../platform/actions/implement.ts';
import { accountNames } from '../identity/index.ts';
import { kindNamed, scopeFor } from '../register/index.ts';
import { type DutyRow, statusOf } from './duty-row.ts';
import type { reviewShown } from './review-contract.ts';
import { mayDecide } from './review-rights.ts';
import { reviewsOf } from './review-store.ts';

/** What was decided about a forbidden fact on record, and what the asker may decide now. */
export async function reviewOf(
  { tx, actor }: QueryContext,
  rule: Rule,
  row: DutyRow,
): Promise<z.input<typeof reviewShown>> {
  if (rule.forbids === null) return null;
  const decisions = await reviewsOf(tx, row.rule, row.subject);
  const names = new Map(
    (
      await accountNames(
        tx,
        decisions.flatMap(({ by }) => by ?? []),
      )
    ).map((one) => [one.id, one.name]),
  );
  const incident = kindNamed('incident');
  const reads = scopeFor(incident, actor, 'read')?.whole === true;
  const records = scopeFor(incident, actor, 'record')?.whole === true;
  const clocks = Object.entries(incident.fields['clock']?.words ?? {}).map(([clock, name]) => ({ clock, name }));
  const may = statusOf(row.status) === 'review' && mayDecide(actor, row);
  return {
    may: may ? { incident: records ? clocks : null } : null,
    decisions: decisions.map(({ by, incident: made, ...one }) => ({
      ...one,
      // An imported decision names people as the register it came from did.
      by: by === null ? null : (names.get(by) ?? by),
      incident: reads ? made : null,
    })),
  };
}
