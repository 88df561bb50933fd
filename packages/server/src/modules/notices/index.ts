import type { KeyObject } from 'node:crypto';
import type { Room } from '../../platform/actions/implement.ts';
import type { JobsPort } from '../../platform/actions/ports.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { deriveKey } from '../../platform/secrets/derive-key.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { zoneOfInstallation } from '../organisation/index.ts';
import { usualIn } from './choice.ts';
import { choicesQuery, implementChoose } from './choose.ts';
import { implementDigests } from './digest.ts';
import { feedActions, feedsQuery } from './feed/acts.ts';
import { createReadFeed, type FeedParts } from './feed/read.ts';
import { mailLeavesAction } from './leave.ts';
import { handOnAction, implementOutbox, implementSendAgain } from './outbox.ts';
import { implementSetAddress, ownAddressQuery } from './own-address.ts';
import { createPost, type PostParts } from './post.ts';
import { rounds } from './rounds.ts';
import { type SendParts, sendJob } from './send.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { noticeTables } from './columns.ts';

export type NoticesParts = Omit<PostParts, 'sealer' | 'usual'> & { readonly sealingKey: KeyObject };

export type Notices = {
  readonly room: Room;
  /** What other rooms have letters written through. */
  readonly post: PostPort;
  /** What a calendar program is told under an address. */
  readonly readFeed: (parts: FeedParts) => (address: string) => Promise<string | null>;
  readonly jobs: (
    run: RunAction,
    parts: Omit<SendParts, 'sealer'> & FeedParts & { readonly jobs: JobsPort },
  ) => JobDefinition[];
};

/** Letters and calendars that say there is something to do, and nothing of what. */
export function createNotices({ sealingKey, ...parts }: NoticesParts): Notices {
  const sealer = createSealer({ key: deriveKey(sealingKey, 'mail') });
  const usual = usualIn(zoneOfInstallation);
  const post = createPost({ ...parts, sealer, usual });
  const digests = implementDigests(post, usual);
  return {
    post,
    room: {
      actions: [
        implementSetAddress(post),
        implementChoose,
        ...feedActions(parts),
        handOnAction,
        implementSendAgain(parts.mailServer),
        mailLeavesAction,
        digests,
      ],
      queries: [ownAddressQuery, choicesQuery(usual), feedsQuery, implementOutbox(sealer)],
      words: { zh, en },
    },
    readFeed: createReadFeed,
    jobs: (run, sending) => [sendJob(run, { ...sending, sealer }), ...rounds(run, { ...sending, usual, digests })],
  };
}
