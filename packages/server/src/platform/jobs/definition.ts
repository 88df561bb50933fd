/** What a job carries: ids and numbers, never a value about a person (DECISIONS 10). */
export type JobPayload = Readonly<Record<string, string | number>>;

/** A piece of work after commit: a mail, a recomputation, the nightly erasure. It may run twice and must not mind. */
export type JobDefinition = {
  /** `room.verb`, as an action. */
  readonly name: `${string}.${string}`;
  /** `org` names the organisation; each run works inside one. A scheduled job runs once for every organisation. */
  readonly run: (org: string, payload: JobPayload) => Promise<void>;
  /** A cron expression in the seat's zone; none: the job is only sent. */
  readonly schedule?: string;
  /** Seconds after which a run counts as failed. */
  readonly expires?: number;
};
