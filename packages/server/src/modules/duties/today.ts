import type { Actor } from '../../platform/actions/actor.ts';
import { implementQuery } from '../../platform/actions/implement.ts';
import { kindNamed, organisationsWithoutRegion, scopeFor } from '../register/index.ts';
import { conflictsIn } from './conflicts.ts';
import { todaysDuties } from './contract.ts';
import { personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { figuresOf, itemsOf } from './list.ts';
import { mayDecide } from './review-rights.ts';
import { rowsInReview } from './review-store.ts';
import { mostUrgentRows } from './summary-store.ts';
import { enoughPersons, isOwnWork } from './suppress.ts';
import { countBacklog, countOpen, type OpenCount, programmeStart } from './today-store.ts';

const urgentShown = 12;

/** Whoever may correct the organisation is asked for what it lacks; nobody else can do anything about it. */
const mayPlace = (actor: Actor): boolean => scopeFor(kindNamed('organisation'), actor, 'record')?.whole === true;

/** A day's work: what is urgent and can be acted on; what was late before the programme began stands apart (DESIGN, backlog). */
export const implementToday = (engine: Engine) =>
  implementQuery(todaysDuties, {
    async answer({ tx, scope, today, actor }) {
      const start = await programmeStart(tx);
      const urgent = await mostUrgentRows(tx, scope, today, urgentShown, start);
      const waiting = await rowsInReview(tx, scope, today, urgentShown);
      const decide = waiting.filter((row) => mayDecide(actor, row));
      const undecided = (await conflictsIn(tx, engine, today, null)).filter(({ decision }) => decision === null);
      const held = undecided.map(({ row }) => row).filter((row) => mayDecide(actor, row));
      const conflicts = held.slice(0, urgentShown);
      const counts = await countOpen(tx, scope, today, start);
      const backlog = start === null ? [] : await countBacklog(tx, scope, today, start);
      const shown = isOwnWork(scope) ? ({ duties }: { duties: number }) => duties : enoughPersons;
      const open = (name: OpenCount['name']): number | null => {
        const count = counts.find((one) => one.name === name);
        return count === undefined ? 0 : shown(count);
      };
      return {
        output: {
          ...(await figuresOf(tx, today)),
          programmeStart: start,
          withoutRegion: mayPlace(actor) ? await organisationsWithoutRegion(tx, today) : [],
          urgent: urgent.flatMap((row) => itemsOf(engine, row)),
          decide: decide.flatMap((row) => itemsOf(engine, row)),
          conflicts: conflicts.flatMap((row) => itemsOf(engine, row)),
          open: { overdue: open('overdue'), soon: open('soon'), review: open('review'), unclear: open('unclear') },
          backlog: backlog.flatMap((line) => {
            const rule = engine.rule(line.rule);
            return rule === undefined ? [] : [{ rule: line.rule, title: rule.title, duties: shown(line) }];
          }),
        },
        persons: personsOf([...urgent, ...decide, ...conflicts]),
      };
    },
  });
