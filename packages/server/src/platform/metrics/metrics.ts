import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly request: (seen: RequestSeen) => void;
  readonly job: (seen: {
    readonly queue: string;
    readonly outcome: 'done' | 'retried' | 'dead';
    readonly seconds: number;
  }) => void;
  readonly mail: (seen: { readonly template: string; readonly outcome: string }) => void;
  /** Seconds between the oldest entry not yet covered by a signed checkpoint and now; asked at each reading. */
  readonly watchSealLag: (lag: () => Promise<number>) => void;
  /** Organisations in which nobody can sign in; asked at each reading. */
  readonly watchShutOut: (organisations: () => Promise<number>) => void;
  /** Asked at each reading. */
  readonly watchPool: (pool: () => { readonly total: number; readonly idle: number; readonly waiting: number }) => void;
  /** Asked at each reading. */
  readonly watchQueues: (
    queues: () => Promise<readonly { readonly queue: string; readonly state: string; readonly jobs: number }[]>,
  ) => void;
  /** The text that Prometheus reads. */
  readonly read: () => Promise<string>;
  readonly contentType: string;
};

type RequestSeen = {
  readonly method: string;
  /** The declared pattern; `null` when no route matched. */
  readonly route: string | null;
  readonly status: number;
  readonly seconds: number;
  /** `none`: counted among `other`, because a count that grows by one tells when somebody wrote. */
  readonly trace: 'line' | 'none';
};

const short = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const long = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900];
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `processMetrics` adds memory, CPU and event-loop figures of the process. */
export function createMetrics({ processMetrics = true }: { readonly processMetrics?: boolean } = {}): Metrics {
  const register = new Registry();
  if (processMetrics) collectDefaultMetrics({ register, prefix: 'sallyport_' });
  const registers = [register];

  const http = new Histogram({
    name: 'sallyport_http_request_seconds',
    help: 'Time from a request to its answer, by the declared route.',
    labelNames: ['method', 'route', 'status'],
    buckets: short,
    registers,
  });
  const jobs = new Histogram({
    name: 'sallyport_job_seconds',
    help: 'Time of a job, by queue and outcome.',
    labelNames: ['queue', 'outcome'],
    buckets: long,
    registers,
  });
  const mails = new Counter({
    name: 'sallyport_mails_total',
    help: 'Attempts to send a mail, by template and outcome; no address and no organisation.',
    labelNames: ['template', 'outcome'],
    registers,
  });

  return {
    request: ({ method, route, status, seconds, trace }) =>
      http.observe(
        trace === 'none' || route === null
          ? { method: 'other', route: 'other', status: 'other' }
          : { method: methods.has(method) ? method : 'other', route, status },
        seconds,
      ),
    job: ({ queue, outcome, seconds }) => jobs.observe({ queue, outcome }, seconds),
    mail: ({ template, outcome }) => mails.inc({ template, outcome }),
    watchSealLag: (lag) => {
      const gauge = new Gauge({
        name: 'sallyport_journal_seal_lag_seconds',
        help: 'Age of the oldest journal entry not yet under a signed checkpoint.',
        registers,
        collect: async () => {
          gauge.set(await lag());
        },
      });
    },
    watchShutOut: (organisations) => {
      const gauge = new Gauge({
        name: 'sallyport_organisations_shut_out',
        help: 'Organisations in which nobody can sign in.',
        registers,
        collect: async () => {
          gauge.set(await organisations());
        },
      });
    },
    watchPool: (pool) => {
      const gauge = new Gauge({
        name: 'sallyport_database_connections',
        help: 'Connections of the pool, and those who wait for one.',
        labelNames: ['state'],
        registers,
        collect: () => {
          const { total, idle, waiting } = pool();
          gauge.set({ state: 'busy' }, total - idle);
          gauge.set({ state: 'idle' }, idle);
          gauge.set({ state: 'waiting' }, waiting);
        },
      });
    },
    watchQueues: (queues) => {
      const gauge = new Gauge({
        name: 'sallyport_jobs',
        help: 'Jobs of the queue that are not done, by queue and state.',
        labelNames: ['queue', 'state'],
        registers,
        collect: async () => {
          gauge.reset();
          for (const { queue, state, jobs: waiting } of await queues()) gauge.set({ queue, state }, waiting);
        },
      });
    },
    read: () => register.metrics(),
    contentType: register.contentType,
  };
}
