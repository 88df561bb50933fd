import { endOfDay, formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { knownRows, trueRows } from './as-of-store.ts';
import { dutiesAsOf } from './contract.ts';
import { momentText, periodOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { readCursor, writeCursor } from './list.ts';
import { dayUntil } from './summary.ts';

export const implementAsOf = (engine: Engine, offset: number) =>
  implementQuery(dutiesAsOf, {
    // The list is of the whole organisation: a role over one unit does not reach it.
    place: async () => ({ person: null, unit: null }),
    async answer({ tx, today }, { day: asked, mode, rule: id, cursor, limit }) {
      const day = dayUntil(asked, today);
      const end = endOfDay(day, offset);
      const rule = engine.rule(id) ?? refuse('duties.no-such-rule');
      const rows = mode === 'known' ? await knownRows(tx, [id], end) : await trueRows(tx, engine, [id], day, end);
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
          })),
          next: last !== undefined && from + limit < rows.length ? writeCursor({ ...last, due_on: 'infinity' }) : null,
        },
      };
    },
  });
