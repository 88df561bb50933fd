import type { PostPort } from '../../platform/mail/post-port.ts';
import type { Sealer } from '../../platform/secrets/sealer.ts';
import { addressOf, insertMail, keepAddress } from './store.ts';

export const sendMail = 'notices.send';

/** Where a link is sealed to: a row copied into another's place does not open there. */
export const placeOfLink = (id: string): string => `mail/${id}`;

export type PostParts = {
  readonly ids: { readonly uuid: () => string };
  readonly sealer: Sealer;
  /** Links lead here and nowhere else. */
  readonly origin: string;
};

/** Letters are written in the transaction of what causes them, and leave by a job after it. */
export function createPost({ ids, sealer, origin }: PostParts): PostPort {
  return {
    keepAddress: async ({ tx, now }, account, address) =>
      void (await keepAddress(tx, account, { address, language: null }, new Date(now / 1000))),
    write: async ({ tx, now, send }, { account, template, page }) => {
      const to = await addressOf(tx, account);
      if (to === null) return false;
      const id = ids.uuid();
      const link = sealer.seal(Buffer.from(`${origin}${page}`, 'utf8'), placeOfLink(id));
      await insertMail(tx, { id, account, template, ...to, link }, new Date(now / 1000));
      await send(sendMail, { letter: id });
      return true;
    },
  };
}
