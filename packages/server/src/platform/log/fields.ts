/**
 * All that a log line can hold. There is no field for a person, an address, a device, a query string or free text, and
 * there is no way round the list: what is not declared here is dropped when the line is written, and so is a value that
 * does not look as its field demands.
 */
const code = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/i;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-/i;

const codeField = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 100 && code.test(value) && !uuid.test(value) ? value : undefined;

const numberField = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 1000) / 1000 : undefined;

/** A pattern as it was declared (`/api/duties/:id`), never the path that was asked for: no digits run long enough to be an id. */
const routeField = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  value.length <= 200 &&
  /^\/[\w/:{}*.-]*$/.test(value) &&
  !uuid.test(value) &&
  !/\d{4}/.test(value)
    ? value
    : undefined;

const versionField = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.+-]{1,40}$/.test(value) && !uuid.test(value) ? value : undefined;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodField = (value: unknown): string | undefined =>
  methods.has(value as string) ? (value as string) : undefined;

/** As `ids.request` makes it; the letter in front keeps numbers of people out. */
const requestField = (value: unknown): string | undefined =>
  typeof value === 'string' && /^r[0-9a-f]{16}$/.test(value) ? value : undefined;

const fields = {
  request: requestField,
  method: methodField,
  route: routeField,
  status: numberField,
  ms: numberField,
  action: codeField,
  query: codeField,
  code: codeField,
  outcome: codeField,
  job: codeField,
  queue: codeField,
  migration: codeField,
  pack: codeField,
  signal: codeField,
  version: versionField,
  count: numberField,
  attempt: numberField,
  port: numberField,
  size: numberField,
  lagMs: numberField,
};

export type LogFields = { readonly [Name in keyof typeof fields]?: NonNullable<ReturnType<(typeof fields)[Name]>> };

/** The declared fields of what was given, checked; everything else is gone. */
export function allowed(given: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, check] of Object.entries(fields)) {
    if (!Object.hasOwn(given, name)) continue;
    const value = check(given[name as keyof LogFields]);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

export const eventOf = (event: string): string => codeField(event) ?? 'log.bad-event';
