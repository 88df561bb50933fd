import type { KeyObject } from 'node:crypto';
import type { Day, Instant } from '@sallyport/core/calendar';
import type { OfficialLine } from '@sallyport/core/law';
import { Hono } from 'hono';
import type { GivePackage, PublicCertificate } from './modules/education/index.ts';
import { calendarFeeds } from './pages/calendar/routes.ts';
import { type ClauseName, learnPages } from './pages/learn/routes.ts';
import { packagePages } from './pages/packages/routes.ts';
import { verifyPages } from './pages/verify/routes.ts';
import type { Actor } from './platform/actions/actor.ts';
import { type AskQuery, createAsker, type SeenPort } from './platform/actions/asker.ts';
import type { Room } from './platform/actions/implement.ts';
import { machine } from './platform/actions/machine.ts';
import type { ClockPort, DutiesPort, JobsPort, JournalPort } from './platform/actions/ports.ts';
import { refuse } from './platform/actions/refusal.ts';
import { createRunner, type RunAction } from './platform/actions/runner.ts';
import en from './platform/actions/words.en.json' with { type: 'json' };
import zh from './platform/actions/words.zh.json' with { type: 'json' };
import type { Database } from './platform/database/database.ts';
import { type ApiParts, createApi } from './platform/http/app.ts';
import { createAddressOf, socketAddress } from './platform/http/caller.ts';
import { type Catalogue, catalogueOf } from './platform/http/catalogue.ts';
import { consoleFiles } from './platform/http/console-files.ts';
import { healthRoutes } from './platform/http/health.ts';
import { observe } from './platform/http/observe.ts';
import { openApiOf } from './platform/http/open-api.ts';
import { limitPages } from './platform/http/page-limit.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { tracelessPaths } from './platform/http/traceless.ts';
import type { Log } from './platform/log/log.ts';
import type { MetricsReader } from './platform/metrics/guard.ts';
import type { Metrics } from './platform/metrics/metrics.ts';
import type { Reached } from './platform/steps/steps.ts';
import { joinWords, type Say, sayWith } from './platform/words/join.ts';

/** What the program is made of; who makes each is `open.ts`. */
export type ProgramParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
  readonly journal: JournalPort;
  readonly duties: DutiesPort;
  readonly jobs: JobsPort;
  /** Under which inputs of repeated requests are recognised. */
  readonly repeatSecret: KeyObject;
  /** Whether the installation carries an organisation of that id. */
  readonly isOrganisation: (org: string) => Promise<boolean>;
  readonly seen: SeenPort;
  readonly reached?: Reached | undefined;
  readonly rooms: readonly Room[];
  /** How a clause is named to a reader. */
  readonly clauseName: ClauseName;
  /** On which espionage is reported, in the installation's country. */
  readonly line: OfficialLine | null;
  /** What a stranger with the link of a certificate is told. */
  readonly verify: (link: string) => Promise<PublicCertificate | null>;
  /** What a calendar program is told under the address of a feed. */
  readonly readFeed: (address: string) => Promise<string | null>;
  /** A package of a course, under the address it was opened at. */
  readonly givePackage: GivePackage;
  readonly origins: () => readonly string[];
  readonly authenticate: ApiParts['authenticate'];
  readonly receive?: ApiParts['receive'];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly mayReadMetrics: (reader: MetricsReader) => boolean;
  /** Organisations that cannot be carried on just now. */
  readonly behind?: () => readonly string[];
  readonly trustedProxies: readonly string[];
  /** The folder of the built console. */
  readonly console: string;
  readonly version: string;
};

export type Program = {
  readonly catalogue: Catalogue;
  readonly run: RunAction;
  readonly ask: AskQuery;
  readonly say: Say;
  /** What people and other programs reach. */
  readonly app: Hono;
  /** What the machine's administrator reaches through the socket: the same API, in the organisation that a header names. */
  readonly socketApp: Hono;
};

/** The only place where parts meet. */
export function compose(parts: ProgramParts): Program {
  const catalogue = catalogueOf(parts.rooms);
  const say = sayWith(joinWords([{ zh, en }, ...parts.rooms.map(({ words }) => words)]));
  const run = createRunner(parts);
  const ask = createAsker(parts);
  const shared = {
    catalogue,
    run,
    ask,
    say,
    addressOf: createAddressOf(parts.trustedProxies),
    openApi: () => openApiOf(catalogue, parts.version),
    recordFault: (reference: string, route: string, error: unknown) =>
      parts.log.error('http.fault', error, { request: reference, route }),
  };
  const receiving = parts.receive === undefined ? {} : { receive: parts.receive };
  const watched = observe({
    ...parts,
    isTraceless: tracelessPaths(catalogue, ['/learn', '/verify', '/calendar', '/packages']),
  });
  const app = new Hono()
    .use(watched)
    .use(securityHeaders)
    .route('/', healthRoutes({ ...parts, readerOf }))
    .use(limitPages(shared.addressOf))
    .route('/api', createApi({ ...shared, ...receiving, authenticate: parts.authenticate }))
    .route('/learn', learnPages(parts.clauseName, parts.line))
    .route('/calendar', calendarFeeds({ read: parts.readFeed, addressOf: shared.addressOf }))
    .route('/packages', packagePages({ give: parts.givePackage, origins: parts.origins }))
    .route('/verify', verifyPages({ verify: parts.verify, addressOf: shared.addressOf }))
    .route('/', consoleFiles(parts.console, parts.line?.phone ?? ''));
  const socketApp = new Hono()
    .use(watched)
    .route('/api', createApi({ ...shared, authenticate: (request) => machineOf(request, parts) }));
  return { catalogue, run, ask, say, app, socketApp };
}

/** One that is not there, or is not named, would be written to beside every journal that is verified. */
async function machineOf(request: Request, { isOrganisation }: Pick<ProgramParts, 'isOrganisation'>): Promise<Actor> {
  const org = request.headers.get('x-sallyport-organisation') ?? '';
  return org !== '' && (await isOrganisation(org)) ? machine(org) : refuse('request.no-such-organisation');
}

const readerOf = (request: Request, env: unknown): MetricsReader => ({
  address: socketAddress(env),
  authorization: request.headers.get('authorization'),
  forwarded: ['forwarded', 'x-forwarded-for', 'via'].some((name) => request.headers.has(name)),
});
