import { rulesMetBy } from '@sallyport/core/courses';
import { implementQuery } from '../../../platform/actions/implement.ts';
import { itemOf } from '../../duties/index.ts';
import { unitsUnder } from '../../register/index.ts';
import { listDue } from '../contract.ts';
import { readPlace, writePlace } from '../cursor.ts';
import type { EducationParts } from '../parts.ts';
import { dueOrder, dueRows } from './due-store.ts';
import { openCodes } from './standing.ts';

export const implementDue = ({ law }: Pick<EducationParts, 'law'>) =>
  implementQuery(listDue, {
    async answer({ tx, scope, today }, { topic, unit, standing, dueBefore, order, limit, cursor }) {
      const filter = {
        topic,
        rules: rulesMetBy(law, [topic]),
        status: standing === undefined ? Object.values(openCodes).flat() : openCodes[standing],
        units: unit === undefined ? null : await unitsUnder(tx, unit),
        dueBefore: dueBefore ?? null,
        order,
      };
      const after = readPlace(cursor, dueOrder);
      const found = await dueRows(tx, scope, filter, { today, after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return {
        output: {
          items: rows.flatMap((row) => {
            const rule = law.rules.find(({ id }) => id === row.rule);
            if (rule === undefined) return [];
            const { subject, period, title, status, due } = itemOf(rule, row);
            const { person, name, unit: of, unitName, exemptUntil } = row;
            return [
              { person, name, unit: of, unitName, rule: rule.id, subject, period, title, status, due, exemptUntil },
            ];
          }),
          next: found.length > limit && last !== undefined ? writePlace(last.place) : null,
        },
        persons: [...new Set(rows.map(({ person }) => person))],
      };
    },
  });
