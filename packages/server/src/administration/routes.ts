import { Hono } from 'hono';
import type { Opened } from '../open.ts';
import type { Config } from '../platform/config/config.ts';
import { answerInLines } from '../platform/http/lines.ts';
import { makeBackup, makeBackupToLeave, toLeaveAsked } from './back-up.ts';
import { exportAsked, exportJournal, takeInAsked, takeInCosignatures, verifyAsked, verifyJournals } from './journal.ts';
import { openAnother, openAsked } from './open-organisation.ts';
import { makeSignInLinks, signInLinkAsked } from './sign-in-link.ts';

/** What the command line asks of the program besides actions: through its socket, or of a program it opened itself. */
export function administration(opened: Opened, config: Pick<Config, 'data' | 'witnesses'>): Hono {
  const { program, log } = opened;
  const recordFault = (error: unknown): void => log.error('administration.fault', error);
  const inLines = answerInLines({ say: program.say, recordFault });
  return new Hono()
    .post('/administration/back-up', async (c) => c.json(await makeBackup(opened, config.data)))
    .post('/administration/back-up-to-leave', async (c) => {
      const asked = toLeaveAsked.parse(await c.req.json());
      return inLines(c, () => makeBackupToLeave(opened, config.data, asked));
    })
    .post('/administration/organisation/open', async (c) => {
      const asked = openAsked.parse(await c.req.json());
      return inLines(c, () => openAnother(opened, asked));
    })
    .post('/administration/sign-in-link', async (c) => {
      const asked = signInLinkAsked.parse(await c.req.json());
      return inLines(c, () => makeSignInLinks(opened, asked));
    })
    .post('/administration/journal/verify', async (c) => {
      const asked = verifyAsked.parse(await c.req.json());
      return inLines(c, (tell) => verifyJournals(opened, config.witnesses, asked, tell));
    })
    .post('/administration/journal/take-in', async (c) => {
      const asked = takeInAsked.parse(await c.req.json());
      return inLines(c, () => takeInCosignatures(opened, config.witnesses, asked));
    })
    .post('/administration/journal/export', async (c) => {
      const asked = exportAsked.parse(await c.req.json());
      return inLines(c, (tell) => exportJournal(opened, asked, tell));
    });
}
