/** The one list of tables that are no tenant's, each with its reason (DECISIONS 8). Everything else begins with `org_id` and is walled in. */
export const tablesOfNoTenant: Readonly<Record<string, string>> = {
  tenant: 'the list of organisations itself: jobs loop over it before they belong to one',
  installation: 'state of the installation that is no secret and names nobody',
  migration: 'which migrations the owner has applied',
  calendar_day: 'generated from the packs; the same for every organisation',
  calendar_working_day: 'generated from the packs; the same for every organisation',
};

/** Schemas of the program besides `public`: `pgboss` is the queue, whose rows carry ids only and no organisation's data. */
export const schemasOfOthers: readonly string[] = ['pgboss', 'pg_catalog', 'information_schema', 'pg_toast'];

/** Tables whose rows are only added; the columns that erasing may empty are all that can be changed. */
export const appendOnly: Readonly<Record<string, readonly string[]>> = {
  fact_version: ['account', 'effective', 'fields', 'reason'],
  duty_change: [],
  journal_checkpoint: [],
  journal_cosignature: [],
  journal_entry: ['subject'],
  journal_leaf: [],
  day_secret: [],
  erasure_run: [],
  seen: [],
  trip_trail: ['account', 'person', 'said'],
  device_trail: ['account', 'person', 'said'],
};
