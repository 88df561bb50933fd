/**
 * What the server's programs see of our environment: next to nothing. Secrets such as DATABASE_URL are not the
 * server's business, and PGDATA, PGPORT or TZ of the caller must not change how it runs.
 */
export function serverEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
