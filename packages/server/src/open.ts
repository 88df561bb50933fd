import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, dayAt, type Instant, type WorkingDays } from '@sallyport/core/calendar';
import { seatOffset } from '@sallyport/core/facts';
import { clauseName, type Law, officialLine } from '@sallyport/core/law';
import { makeBackup } from './administration/back-up.ts';
import { compose, type Program } from './compose.ts';
import { jobNames } from './job-names.ts';
import type { Duties } from './modules/duties/index.ts';
import { sweepFiles } from './modules/files/index.ts';
import { somebodySignsIn } from './modules/identity/index.ts';
import { type Journal, journalJobs } from './modules/journal/index.ts';
import { readCalendars, readInstalledLaw } from './modules/law/index.ts';
import { listTenants, zoneOfInstallation } from './modules/organisation/index.ts';
import { createErasureLog, type ErasureLog, privacyJobs, type RunNamed } from './modules/privacy/index.ts';
import { tripJobs } from './modules/trips/index.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { ownOrigins } from './own-origins.ts';
import type { JobsPort } from './platform/actions/ports.ts';
import { type Clock, createClock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import type { Migration } from './platform/database/migrate.ts';
import { createFiles } from './platform/files/files.ts';
import { createIds } from './platform/ids/ids.ts';
import type { JobDefinition } from './platform/jobs/definition.ts';
import { createJobs, type Jobs } from './platform/jobs/jobs.ts';
import { jobsInAll } from './platform/jobs/look.ts';
import { createLog, type Log } from './platform/log/log.ts';
import { createMailer } from './platform/mail/mailer.ts';
import { createMetricsGuard } from './platform/metrics/guard.ts';
import { createMetrics } from './platform/metrics/metrics.ts';
import { createPress } from './platform/paper/press.ts';
import { deriveKey } from './platform/secrets/derive-key.ts';
import { createSealer } from './platform/secrets/sealer.ts';
import { openSecrets, type Secrets } from './platform/secrets/secrets.ts';
import type { Reached } from './platform/steps/steps.ts';
import { createRooms } from './rooms.ts';
import { createTicks, type Ticks } from './ticks.ts';
import { version } from './version.ts';

/** The whole program on its data, ready to work; nothing listens yet and no job runs. */
export type Opened = OpenDatabase & {
  readonly program: Program;
  readonly jobs: Jobs;
  readonly journal: Journal;
  readonly duties: Duties;
  readonly ticks: Ticks;
  readonly law: Law;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  readonly clock: Clock;
  readonly dayOf: (instant: Instant) => Day;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly reached: Reached | undefined;
  /** The port it was given, where the settings leave the choice to the machine. */
  readonly listensOn: (port: number) => void;
  /** What was erased, outside every backup. */
  readonly erasures: ErasureLog;
  /** Runs an action by its name. */
  readonly runNamed: RunNamed;
};

/** What a test gives in the place of what the program finds for itself. */
export type Surroundings = {
  readonly law?: Law;
  readonly clock?: Clock;
  readonly migrations?: readonly Migration[];
  readonly reached?: Reached;
};

/** Of every organisation of the installation. */
const seat = 'cn';

const consoleFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

export async function open(config: Config, surroundings: Surroundings = {}): Promise<Opened> {
  const { clock = createClock(), law = readInstalledLaw(), migrations, reached } = surroundings;
  const ids = createIds({ now: Date.now });
  const log = createLog({ level: config.logLevel, now: Date.now });
  const metrics = createMetrics();
  const secrets = await openSecrets({ data: config.data, backupRecipient: config.backupRecipient, ids });
  const calendars = readCalendars();
  const offset = seatOffset(seat);
  const dayOf = (instant: Instant) => dayAt(instant, offset);
  const opened = await openDatabase({
    config,
    password: secrets.databasePassword,
    calendars,
    jobs: jobNames,
    migrations,
    reached,
  });
  const { database } = opened;

  // The queue needs the jobs, and the rooms that have them send jobs: what is sent goes through this once the queue is there.
  let queue: Jobs | null = null;
  const jobs: JobsPort = { send: (tx, job, payload) => (queue ?? notYet()).send(tx, job, payload) };
  let { port } = config;
  const origins = () => ownOrigins(config.publicUrl, port);
  const sealer = createSealer({ key: deriveKey(secrets.keyEncryptionKey, 'files') });
  const files = createFiles({ folder: join(config.data, 'files'), sealer });
  await files.sweep();
  const press = createPress();
  const {
    advisories,
    journal,
    duties,
    evidence,
    identity,
    imports,
    notices,
    people,
    privacy,
    verify,
    readFeed,
    givePackage,
    rooms,
  } = createRooms({
    database,
    clock,
    ids,
    dayOf,
    offset,
    law,
    calendars,
    jobs,
    files,
    press,
    secrets,
    origins,
    reached,
    oidc: config.oidc,
    mailServer: config.mail !== null,
    knows: (name) => program.catalogue.actions.has(name) || program.catalogue.queries.has(name),
    showsPerson: (name) => program.catalogue.queries.get(name)?.contract.showsPerson === true,
    askNamed: async (name, input, actor) => {
      const query = program.catalogue.queries.get(name);
      if (query === undefined) throw new Error(`there is no query ${name}`);
      return program.ask(query, input, actor);
    },
    recordFault: (error) => log.error('journal.fault', error),
  });
  const ticks = createTicks({ tick: duties.tick, now: clock.now, log });
  const program: Program = compose({
    behind: ticks.behind,
    database,
    clock,
    dayOf,
    journal: journal.port,
    duties: duties.port,
    jobs,
    repeatSecret: deriveKey(secrets.keyEncryptionKey, 'repeated-requests'),
    isOrganisation: async (org) => (await database.inInstallation(listTenants)).some((one) => one.org === org),
    seen: privacy.seen,
    rooms,
    clauseName: (clause) => clauseName(law, clause),
    line: officialLine(law, seat),
    reached,
    verify,
    readFeed,
    givePackage,
    origins,
    authenticate: identity.authenticate,
    receive: evidence.receive,
    log,
    metrics,
    mayReadMetrics: createMetricsGuard({ token: config.metricsToken }),
    trustedProxies: config.trustedProxies,
    console: consoleFolder,
    version,
  });
  const named = (name: string) => {
    const action = program.catalogue.actions.get(name);
    if (action === undefined) throw new Error(`there is no action ${name}`);
    return action;
  };
  const runNamed: RunNamed = async (name, inputs, actor) => program.run(named(name), inputs, actor);
  const mailer = createMailer({ smtp: config.mail, publicUrl: () => origins()[0] ?? '', now: Date.now });
  // A scheduled job runs for every organisation; the installation is one.
  const isFirst = async (org: string): Promise<boolean> => (await database.inInstallation(listTenants))[0]?.org === org;
  const erasures = createErasureLog(join(config.data, 'erasures.log'));
  const definitions: readonly JobDefinition[] = [
    { name: 'duties.tick', schedule: '* * * * *', run: ticks.tick },
    { name: 'duties.recompute', run: (org) => duties.recompute(org, clock.now()) },
    ...identity.jobs(program.run),
    ...advisories.jobs(program.run),
    ...notices.jobs(program.run, { database, clock, dayOf, jobs, mailer, metrics, inside: config.mail?.inside ?? [] }),
    ...imports.jobs(async (name, inputs, actor, key) => program.run(named(name), inputs, actor, { key })),
    ...people.jobs(runNamed),
    ...tripJobs(runNamed),
    ...privacyJobs({ database, log: erasures, run: runNamed }),
    ...journalJobs({
      journal,
      witnesses: config.witnesses,
      isFirst,
      tell: ({ came }) => log.warn(`journal.witness-${came}`),
    }),
    {
      name: 'files.sweep',
      schedule: '50 2 * * *',
      run: async (org) => {
        if (!(await isFirst(org))) return;
        const orgs = (await database.inInstallation(listTenants)).map((tenant) => tenant.org);
        await sweepFiles({ database, files }, orgs, Date.now());
      },
    },
    {
      name: 'installation.back-up',
      schedule: '20 3 * * *',
      expires: 7200,
      run: async (org) => {
        if (await isFirst(org)) await makeBackup(all, config.data);
      },
    },
  ];
  queue = await createJobs({
    connection: opened.app,
    database,
    definitions,
    log,
    metrics,
    timezone: zoneOfInstallation,
  });
  metrics.watchPool(() => {
    const { open: total, idle, waiting } = database.load();
    return { total, idle, waiting };
  });
  metrics.watchSealLag(journal.sealLag);
  metrics.watchShutOut(async () => {
    const tenants = await database.inInstallation(listTenants);
    const open = await Promise.all(tenants.map(({ org }) => database.inOrganisation(org, somebodySignsIn)));
    return open.filter((one) => !one).length;
  });
  metrics.watchQueues(() => database.inInstallation(jobsInAll));
  const close = async (): Promise<void> => {
    await queue?.stop();
    await journal.sealer.stop();
    await press.end();
    await opened.close();
  };
  const listensOn = (given: number): void => void (port = given);
  const parts = {
    program,
    jobs: queue,
    journal,
    duties,
    ticks,
    law,
    calendars,
    clock,
    dayOf,
    secrets,
    log,
    reached,
    erasures,
    runNamed,
  };
  const all: Opened = { ...opened, ...parts, close, listensOn };
  return all;
}

const notYet = (): never => {
  throw new Error('a job was sent before the queue was open');
};
