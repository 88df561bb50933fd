import { addMonths, formatDay, parseDay } from '@sallyport/core/calendar';
import { tableName } from '@sallyport/core/feel';
import { clauseName } from '@sallyport/core/law';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { TableDeclaration } from '../../platform/database/columns.ts';
import { countHeld, erasableKinds } from '../register/index.ts';
import { heldOnMe } from './contract.ts';
import type { PrivacyParts } from './parts.ts';
import { activeHolds } from './store/holds.ts';

/** What is held on the asker, why, under which clause and until when (My page). */
export const implementHeld = ({ tables, law }: Pick<PrivacyParts, 'tables' | 'law'>) => {
  const basisOf = basisByTable(tables);
  return implementQuery(heldOnMe, {
    async answer({ tx, actor, today }) {
      const person = actor.person ?? refuse('privacy.no-person');
      const counts = new Map((await countHeld(tx, person)).map((one) => [one.kind, one]));
      const holds = await activeHolds(tx, formatDay(today));
      const kinds = erasableKinds.flatMap(({ kind }) => {
        const count = counts.get(kind.name);
        if (count === undefined) return [];
        const last = count.last === null ? null : parseDay(count.last);
        const until = last === null ? null : addMonths(last, kind.retention.months);
        const clause = basisOf.get(tableName(kind.name)) ?? 'cn-pipl-2021/art-13';
        return [
          {
            kind: kind.name,
            name: kind.label,
            purpose: kind.purpose,
            clause,
            clauseName: clauseName(law, clause),
            records: count.records,
            sensitive: Object.values(kind.fields).some(({ personal }) => personal === 'sensitive'),
            months: kind.retention.months,
            until: until === null ? null : formatDay(until),
          },
        ];
      });
      const mine = holds.filter(({ kind, target }) => kind === 'person' && target === person);
      return {
        output: {
          kinds,
          holds: mine.map(({ id, clause, until }) => ({
            hold: id,
            clause,
            clauseName: clauseName(law, clause),
            until,
          })),
        },
      };
    },
  });
};

const basisByTable = (tables: readonly TableDeclaration[]): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ table, columns }) =>
      Object.values(columns).flatMap((column) => (column.personal === 'no' ? [] : [[table, column.basis] as const])),
    ),
  );
