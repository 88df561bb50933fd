import { formatDay } from '@sallyport/core/calendar';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { routingOf } from '../../organisation/index.ts';
import { endOfHandover, requireHandover, standingHandover } from '../../privacy/index.ts';
import { closeFeed, feeds, mostFeeds, openFeed } from '../contract.ts';
import { hashOf, newToken, pathOf } from './address.ts';
import { endFeed, feedsOf, insertFeed, lockFeedsOf } from './store.ts';

type Parts = { readonly ids: { readonly uuid: () => string }; readonly origin: () => string };

/** Off until the organisation records that feeds may leave, and then off until somebody opens one (docs/decisions/0092). */
export const feedActions = ({ ids, origin }: Parts): ImplementedAction[] => [
  implementAction(openFeed, {
    async handle(context, { label, language }) {
      const { tx, actor, today } = context;
      const account = actor.account ?? refuse('request.sign-in-first');
      if (actor.person === null) return refuse('notices.no-person');
      const day = formatDay(today);
      const handover = (await standingHandover(tx, 'calendar', day))?.handover ?? null;
      await requireHandover(context, 'notices.open-feed', handover);
      await lockFeedsOf(tx, account);
      const known = await feedsOf(tx, account);
      const open = await Promise.all(known.map((feed) => endOfHandover(tx, feed.handover, day)));
      if (open.filter((end) => end !== null).length >= mostFeeds)
        return refuse('notices.too-many-feeds', { most: mostFeeds });
      const [id, token] = [ids.uuid(), newToken()];
      await insertFeed(tx, {
        id,
        account,
        label,
        language,
        hash: hashOf(token),
        handover: handover ?? '',
        madeOn: day,
      });
      const routing = (await routingOf(tx)) ?? '';
      return {
        output: { feed: id, address: `${origin()}${pathOf(routing, token)}` },
        entry: { subject: `calendar-feed/${id}`, fields: { label, language, handover }, person: actor.person },
      };
    },
  }),
  implementAction(closeFeed, {
    async handle({ tx, actor, today }, { feed }) {
      const account = actor.account ?? refuse('request.sign-in-first');
      if ((await endFeed(tx, account, feed, formatDay(today))) === 0) return refuse('request.not-found');
      return { output: {}, entry: { subject: `calendar-feed/${feed}`, fields: {}, person: actor.person } };
    },
  }),
];

export const feedsQuery: ImplementedQuery = implementQuery(feeds, {
  async answer({ tx, actor, today }) {
    const day = formatDay(today);
    const allowed = (await standingHandover(tx, 'calendar', day)) !== null;
    const items = [];
    for (const { id, handover, ...feed } of actor.account === null ? [] : await feedsOf(tx, actor.account)) {
      const endsOn = await endOfHandover(tx, handover, day);
      if (endsOn !== null) items.push({ feed: id, ...feed, endsOn });
    }
    return { output: { allowed, items } };
  },
});
