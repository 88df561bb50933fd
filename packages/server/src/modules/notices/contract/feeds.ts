import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** More addresses than one has devices are addresses that nobody remembers. */
export const mostFeeds = 5;

/** Shown once: whoever has the address reads the feed. */
export const openFeed = defineAction({
  name: 'notices.open-feed',
  summary: { zh: '开通日历订阅', en: 'Open a calendar feed' },
  input: z.strictObject({ label: text(60).pipe(z.string().min(1)), language: z.enum(['zh', 'en']) }),
  output: z.strictObject({ feed: id, address: z.string() }),
  admits: 'signed-in',
  errors: { 'privacy.handover-first': 409, 'notices.no-person': 409, 'notices.too-many-feeds': 409 },
  stepUp: true,
  secretOutput: true,
});

export const closeFeed = defineAction({
  name: 'notices.close-feed',
  summary: { zh: '停用日历订阅', en: 'End a calendar feed' },
  input: z.strictObject({ feed: id }),
  output: z.strictObject({}),
  admits: 'signed-in',
});

export const feeds = defineQuery({
  name: 'notices.feeds',
  summary: { zh: '我的日历订阅', en: 'My calendar feeds' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** Whether the organisation has recorded that feeds may leave the house. */
    allowed: z.boolean(),
    items: z.array(
      z.strictObject({
        feed: id,
        label: z.string(),
        language: z.enum(['zh', 'en']),
        madeOn: civilDay,
        /** Exclusive: with the handover under which it was opened. */
        endsOn: civilDay,
        usedOn: civilDay.nullable(),
      }),
    ),
  }),
  admits: 'signed-in',
});
