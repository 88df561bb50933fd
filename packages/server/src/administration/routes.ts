import { Hono } from 'hono';
import type { Opened } from '../open.ts';
import type { Config } from '../platform/config/config.ts';
import { answerInLines } from '../platform/http/lines.ts';
import { makeBackup } from './back-up.ts';
import { exportAsked, exportJournal, verifyAsked, verifyJournals } from './journal.ts';

/** What the command line asks of the program besides actions: through its socket, or of a program it opened itself. */
export function administration(opened: Opened, config: Pick<Config, 'data' | 'witnesses'>): Hono {
  const { program, log } = opened;
  const recordFault = (error: unknown): void => log.error('administration.fault', error);
  const inLines = answerInLines({ say: program.say, recordFault });
  return new Hono()
    .post('/administration/back-up', async (c) => c.json(await makeBackup(opened, config.data)))
    .post('/administration/journal/verify', async (c) => {
      const asked = verifyAsked.parse(await c.req.json());
      return inLines(c, (tell) => verifyJournals(opened, config.witnesses, asked, tell));
    })
    .post('/administration/journal/export', async (c) => {
      const asked = exportAsked.parse(await c.req.json());
      return inLines(c, (tell) => exportJournal(opened, asked, tell));
    });
}
