import type { PostPort } from '../../platform/mail/post-port.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { type Choice, keptUntil } from './choice.ts';
import { choiceOf } from './choice-store.ts';
import { gather } from './digest-store.ts';
import { addressOf, insertMail, keepAddress } from './store.ts';

export const sendMail = 'notices.send';

/** Where a link is sealed to: a row copied into another's place does not open there. */
export const placeOfLink = (id: string): string => `mail/${id}`;

export type PostParts = {
  readonly ids: { readonly uuid: () => string };
  readonly sealer: Sealer;
  /** Links lead here and nowhere else. */
  readonly origin: () => string;
  /** Whether there is one at all: what is handed on by hand keeps no quiet hours. */
  readonly mailServer: boolean;
  /** When somebody is told who has chosen nothing. */
  readonly usual: Choice;
};

/** Letters are written in the transaction of what causes them, and leave by a job after it: at once, or when quiet hours end. */
export function createPost({ ids, sealer, origin, mailServer, usual }: PostParts): PostPort {
  return {
    keepAddress: async ({ tx, now }, account, address) =>
      void (await keepAddress(tx, account, { address, language: null }, new Date(now / 1000))),
    write: async ({ tx, now, send }, { account, template, page, pace = template === 'to-do' ? 'chosen' : 'soon' }) => {
      const to = await addressOf(tx, account);
      if (to === null) return false;
      const choice = await choiceOf(tx, account, usual);
      if (pace === 'chosen' && choice.digest !== 'each') {
        await gather(tx, account, new Date(now / 1000));
        return true;
      }
      const until = pace === 'lawful' || !mailServer ? null : keptUntil(choice, now);
      const id = ids.uuid();
      const link = sealer.seal(Buffer.from(`${origin()}${page}`, 'utf8'), placeOfLink(id));
      const leavesAt = until === null ? null : new Date(until / 1000);
      await insertMail(tx, { id, account, template, ...to, link, leavesAt }, new Date(now / 1000));
      if (leavesAt === null) await send(sendMail, { letter: id });
      return true;
    },
  };
}
