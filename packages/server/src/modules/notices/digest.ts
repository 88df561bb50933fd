import { formatDay } from '@sallyport/core/calendar';
import { implementAction } from '../../platform/actions/implement.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { dutiesToTell } from '../duties/index.ts';
import { writeDigests } from './contract.ts';
import { forgetOthers, readersAfter, tell } from './told-store.ts';

/** Days before its due day on which a duty is worth a letter. */
const urgentWithin = 7;

/** Readers of one transaction. */
const atOnce = 500;

/** One letter for all that became urgent or overdue for somebody since they were last told; it names none of it. */
export const implementDigests = (post: Pick<PostPort, 'write'>) =>
  implementAction(writeDigests, {
    async handle(context, { after }) {
      const { tx, today } = context;
      const found = await readersAfter(tx, after, atOnce);
      const readers = found.slice(0, atOnce);
      const accountOf = new Map(readers.map(({ account, person }) => [person, account]));
      const duties = await dutiesToTell(tx, [...accountOf.keys()], formatDay(today + urgentWithin));
      const told = duties.flatMap(({ assignee, ...duty }) => {
        const account = accountOf.get(assignee);
        return account === undefined ? [] : [{ ...duty, account }];
      });
      await forgetOthers(
        tx,
        readers.map(({ account }) => account),
        told,
      );
      const due = await tell(tx, told, formatDay(today));
      for (const account of due) await post.write(context, { account, template: 'to-do', page: '/mine' });
      const next = found.length > atOnce ? (readers.at(-1)?.account ?? null) : null;
      return { output: { written: due.length, next }, entry: { subject: null, fields: { written: due.length } } };
    },
  });
