import type { Day, Instant } from '@sallyport/core/calendar';
import { Hono } from 'hono';
import { type AskQuery, createAsker, type SeenPort } from './platform/actions/asker.ts';
import type { Room } from './platform/actions/implement.ts';
import type { ClockPort, DutiesPort, JobsPort, JournalPort } from './platform/actions/ports.ts';
import { createRunner, type RunAction } from './platform/actions/runner.ts';
import en from './platform/actions/words.en.json' with { type: 'json' };
import zh from './platform/actions/words.zh.json' with { type: 'json' };
import type { Database } from './platform/database/database.ts';
import { type ApiParts, createApi } from './platform/http/app.ts';
import { type Catalogue, catalogueOf } from './platform/http/catalogue.ts';
import { openApiOf } from './platform/http/open-api.ts';
import { joinWords, type Say, sayWith } from './platform/words/join.ts';

/** The only place where parts meet. */
export type ProgramParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
  readonly journal: JournalPort;
  readonly duties: DutiesPort;
  readonly jobs: JobsPort;
  readonly seen: SeenPort;
  readonly rooms: readonly Room[];
  readonly version: string;
} & Pick<ApiParts, 'authenticate' | 'addressOf' | 'recordFault'>;

export type Program = {
  readonly catalogue: Catalogue;
  readonly run: RunAction;
  readonly ask: AskQuery;
  readonly say: Say;
  readonly app: Hono;
};

export function compose(parts: ProgramParts): Program {
  const catalogue = catalogueOf(parts.rooms);
  const say = sayWith(joinWords([{ zh, en }, ...parts.rooms.map(({ words }) => words)]));
  const run = createRunner(parts);
  const ask = createAsker(parts);
  const { authenticate, addressOf, recordFault } = parts;
  const openApi = (): unknown => openApiOf(catalogue, parts.version);
  const app = new Hono().route(
    '/api',
    createApi({ catalogue, run, ask, say, authenticate, addressOf, openApi, recordFault }),
  );
  return { catalogue, run, ask, say, app };
}
