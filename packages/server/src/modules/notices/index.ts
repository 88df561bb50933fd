import type { KeyObject } from 'node:crypto';
import type { Room } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { deriveKey } from '../../platform/secrets/derive-key.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { implementDigests } from './digest.ts';
import { handOnAction, implementOutbox, implementSendAgain } from './outbox.ts';
import { implementSetAddress, ownAddressQuery } from './own-address.ts';
import { createPost, type PostParts } from './post.ts';
import { type SendParts, sendJob } from './send.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { noticeTables } from './columns.ts';

export type NoticesParts = Omit<PostParts, 'sealer'> & {
  readonly sealingKey: KeyObject;
  /** Whether there is one at all. */
  readonly mailServer: boolean;
};

export type Notices = {
  readonly room: Room;
  /** What other rooms have letters written through. */
  readonly post: PostPort;
  readonly jobs: (run: RunAction, parts: Omit<SendParts, 'sealer'>) => JobDefinition[];
};

/** Letters that say there is something to do, and nothing of what. */
export function createNotices({ sealingKey, mailServer, ...parts }: NoticesParts): Notices {
  const sealer = createSealer({ key: deriveKey(sealingKey, 'mail') });
  const post = createPost({ ...parts, sealer });
  const digests = implementDigests(post);
  return {
    post,
    room: {
      actions: [implementSetAddress(post), handOnAction, implementSendAgain(mailServer), digests],
      queries: [ownAddressQuery, implementOutbox(sealer)],
      words: { zh, en },
    },
    jobs: (run, sending) => [
      sendJob({ ...sending, sealer }),
      {
        name: 'notices.digest',
        // In the morning of the seat, before work begins.
        schedule: '30 7 * * *',
        run: async (org) => {
          let after: string | null = null;
          do {
            const [done] = await run(digests, [{ after }], machine(org));
            after = (done as { readonly next: string | null }).next;
          } while (after !== null);
        },
      },
    ],
  };
}
