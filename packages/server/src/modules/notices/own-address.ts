import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { ownAddress, setAddress } from './contract.ts';
import { addressOf, dropAddress, keepAddress } from './store.ts';

export const implementSetAddress = (post: Pick<PostPort, 'write'>) =>
  implementAction(setAddress, {
    async handle(context, { address, language }) {
      const { tx, actor, now } = context;
      const account = actor.account ?? refuse('request.sign-in-first');
      const before = await addressOf(tx, account);
      // Told at the old address: whoever holds a session of somebody else must not move it unseen.
      if (before !== null && before.address !== address)
        await post.write(context, { account, template: 'sign-in-changed', page: '/mine' });
      await (address === null
        ? dropAddress(tx, account)
        : keepAddress(tx, account, { address, language }, new Date(now / 1000)));
      return {
        output: {},
        entry: { subject: `account/${account}`, fields: { address, language }, person: actor.person },
      };
    },
  });

export const ownAddressQuery = implementQuery(ownAddress, {
  async answer({ tx, actor }) {
    const found = actor.account === null ? null : await addressOf(tx, actor.account);
    return { output: found ?? { address: null, language: null } };
  },
});
