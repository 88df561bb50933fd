import { implementQuery } from '../../platform/actions/implement.ts';
import { todaysDuties } from './contract.ts';
import { personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { figuresOf, itemsOf } from './list.ts';
import { mostUrgentRows } from './summary-store.ts';
import { enoughPersons } from './suppress.ts';
import { countBacklog, countOpen, type OpenCount, programmeStart } from './today-store.ts';

const urgentShown = 12;

/** A day's work: what is urgent and can be acted on; what was late before the programme began stands apart (DESIGN, backlog). */
export const implementToday = (engine: Engine) =>
  implementQuery(todaysDuties, {
    async answer({ tx, scope, today }) {
      const start = await programmeStart(tx);
      const urgent = await mostUrgentRows(tx, scope, today, urgentShown, start);
      const counts = await countOpen(tx, scope, today, start);
      const backlog = start === null ? [] : await countBacklog(tx, scope, today, start);
      const open = (name: OpenCount['name']): number | null => {
        const count = counts.find((one) => one.name === name);
        return count === undefined ? 0 : enoughPersons(count);
      };
      return {
        output: {
          ...(await figuresOf(tx, today)),
          programmeStart: start,
          urgent: urgent.flatMap((row) => itemsOf(engine, row)),
          open: { overdue: open('overdue'), soon: open('soon'), review: open('review'), unclear: open('unclear') },
          backlog: backlog.flatMap((line) => {
            const rule = engine.rule(line.rule);
            return rule === undefined ? [] : [{ rule: line.rule, title: rule.title, duties: enoughPersons(line) }];
          }),
        },
        persons: personsOf(urgent),
      };
    },
  });
