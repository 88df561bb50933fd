import { formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type KnownRow, knownRows, type PastRow, trueRows } from './as-of-store.ts';
import { dutiesAsOf } from './contract.ts';
import { instantText, momentText, periodOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { readAsOf } from './known-by.ts';
import { readCursor, writeCursor } from './list.ts';

export const implementAsOf = (engine: Engine, offset: number) =>
  implementQuery(dutiesAsOf, {
    // The list is of the whole organisation: a role over one unit does not reach it.
    place: async () => ({ person: null, unit: null }),
    async answer(context, { rule: id, cursor, limit, ...asked }) {
      const { tx } = context;
      const { mode } = asked;
      const { day, end, knownBy, told } = readAsOf(asked, context, offset);
      const rule = engine.rule(id) ?? refuse('duties.no-such-rule');
      const rows: readonly (PastRow & Partial<Pick<KnownRow, 'recorded_at'>>)[] =
        mode === 'known' ? await knownRows(tx, [id], end, knownBy) : await trueRows(tx, engine, [id], day, end);
      const [, , subject, period] = cursor === undefined ? [] : readCursor(cursor);
      const from =
        subject === undefined
          ? 0
          : rows.findIndex((row) => row.subject > subject || (row.subject === subject && row.period > (period ?? '')));
      const items = from < 0 ? [] : rows.slice(from, from + limit);
      const last = items.at(-1);
      return {
        output: {
          day: formatDay(day),
          mode,
          knownBy: told,
          rule: id,
          title: rule.title,
          kind: rule.subject,
          items: items.map((row) => ({
            subject: row.subject,
            period: periodOf(row.period),
            status: statusOf(row.status),
            due: momentText(rule, row.due),
            metOn: momentText(rule, row.met_on),
            evidence: [...row.evidence],
            recordedAt: row.recorded_at === undefined ? null : instantText(row.recorded_at),
          })),
          next: last !== undefined && from + limit < rows.length ? writeCursor({ ...last, due_on: 'infinity' }) : null,
        },
      };
    },
  });
