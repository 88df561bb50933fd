import { formatDay, parseDay } from '@sallyport/core/calendar';
import { implementAction } from '../../platform/actions/implement.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { dutiesToTell } from '../duties/index.ts';
import { type Choice, digestDay } from './choice.ts';
import { choiceIn } from './choice-store.ts';
import { writeDigests } from './contract.ts';
import { lookedInto, type Reader, readersAmong } from './digest-store.ts';
import { forgetOthers, type Told, tell } from './told-store.ts';
import { wakes } from './wakes.ts';

/** Days before its due day on which a duty is worth a letter. */
export const urgentWithin = 7;

const urgentRules: ReadonlySet<string> = new Set(wakes.map(({ rule }) => rule));

/** The day of theirs on which a reader's digest is to be looked into now; null: not now. */
export const dayFor = (reader: Reader, usual: Choice, now: number) =>
  digestDay(choiceIn(reader, usual), reader.lookedOn === null ? null : parseDay(reader.lookedOn), now);

/**
 * One letter for all that became urgent or overdue for somebody since they were last told, and for what was gathered; it names none of it.
 * Of duties that may wake, one at any hour.
 */
export const implementDigests = (post: Pick<PostPort, 'write'>, usual: Choice) =>
  implementAction(writeDigests, {
    async handle(context, { accounts, why }) {
      const { tx, today, now } = context;
      const readers = await readersAmong(tx, accounts);
      const looked = readers.flatMap((reader) => {
        const day = why === 'law' ? null : dayFor(reader, usual, now);
        return day === null ? [] : [{ ...reader, day }];
      });
      const told = await toldTo(why === 'law' ? readers : looked);
      const lawful = told.filter(({ rule }) => urgentRules.has(rule));
      const mine = why === 'law' ? lawful : told;
      if (why === 'morning')
        await forgetOthers(
          tx,
          looked.map(({ account }) => account),
          told,
        );
      const fresh = await tell(tx, mine, formatDay(today));
      const waiting = looked.flatMap(({ account, waits }) => (waits ? [account] : []));
      const due = [...new Set([...fresh, ...waiting])].toSorted();
      const pace = why === 'law' ? 'lawful' : 'soon';
      for (const account of due) await post.write(context, { account, template: 'to-do', page: '/mine', pace });
      await lookedInto(tx, looked, new Date(now / 1000));
      return { output: { written: due.length }, entry: { subject: null, fields: { written: due.length, why } } };

      async function toldTo(those: readonly Reader[]): Promise<Told[]> {
        const accountOf = new Map(those.flatMap(({ account, person }) => (person === null ? [] : [[person, account]])));
        const duties = await dutiesToTell(tx, [...accountOf.keys()], formatDay(today + urgentWithin));
        return duties.flatMap(({ assignee, ...duty }) => {
          const account = accountOf.get(assignee);
          return account === undefined ? [] : [{ ...duty, account }];
        });
      }
    },
  });
