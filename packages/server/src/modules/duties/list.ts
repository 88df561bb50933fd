import type { Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { listDuties } from './contract.ts';
import { type DutyRow, instantText, itemOf, personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { filterOf } from './filter.ts';
import {
  type Behind,
  countDutyRows,
  type DutyFilter,
  listDutyRows,
  planForValues,
  recomputingSince,
} from './list-store.ts';

/** More are not counted: a number nobody reads is not worth a walk through all of them. */
const mostCounted = 10_000;

export const implementList = (engine: Engine) =>
  implementQuery(listDuties, {
    async answer({ tx, scope, today }, { limit, cursor, ...asked }) {
      const behind = cursor === undefined ? null : readCursor(cursor);
      await planForValues(tx);
      const filter = await filterOf(tx, engine, asked);
      const found = await listDutyRows(tx, scope, filter, { today, behind, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const count = behind === null ? await countDutyRows(tx, scope, filter, today, mostCounted + 1) : null;
      return {
        output: {
          backlog: behind === null ? await backlogOf(tx, scope, filter, today) : null,
          items: rows.flatMap((row) => itemsOf(engine, row)),
          next: found.length > limit && last !== undefined ? writeCursor(last) : null,
          total: count === null ? null : { count: Math.min(count, mostCounted), more: count > mostCounted },
          namesCut: filter.found?.cut ?? false,
          ...(await figuresOf(tx, today)),
        },
        persons: personsOf(rows),
      };
    },
  });

/** What of the same filter stands apart. */
async function backlogOf(tx: Transaction, scope: Scope, filter: DutyFilter, today: Day) {
  const { which, start } = filter.backlog ?? { which: 'only', start: null };
  if (which === 'only' || start === null) return null;
  const only = { ...filter, backlog: { which: 'only', start } } as const;
  const count = await countDutyRows(tx, scope, only, today, mostCounted + 1);
  return { before: start, count: Math.min(count, mostCounted), more: count > mostCounted };
}

/** A rule that the program no longer has gives no item; its duties are taken away by the next recomputation. */
export const itemsOf = (engine: Engine, row: DutyRow) => {
  const rule = engine.rule(row.rule);
  return rule === undefined ? [] : [itemOf(rule, row)];
};

export async function figuresOf(tx: Parameters<typeof recomputingSince>[0], today: Day) {
  const since = await recomputingSince(tx);
  return { day: formatDay(today), recomputingSince: since === null ? null : instantText(since) };
}

export const writeCursor = (row: Pick<DutyRow, 'due_on' | 'rule' | 'subject' | 'period'>): string =>
  Buffer.from(JSON.stringify([row.due_on, row.rule, row.subject, row.period])).toString('base64url');

const day = /^(-?infinity|\d{4}-\d{2}-\d{2})$/;

/** A cursor comes back from outside: it is read as anything else from there is. */
export function readCursor(text: string): Behind {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 4 && value.every((part) => typeof part === 'string')) {
      const [dueOn = '', rule = '', subject = '', period = ''] = value;
      if (day.test(dueOn) && day.test(period) && !rule.includes('\0') && !subject.includes('\0'))
        return [dueOn, rule, subject, period];
    }
  } catch {
    // Refused below, as every other thing that is no cursor.
  }
  return refuse('duties.bad-cursor');
}
