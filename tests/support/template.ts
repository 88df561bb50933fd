import { Client } from 'pg';
import { readCalendars } from '../../packages/server/src/modules/law/index.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare.ts';
import type { Connection } from '../../packages/server/src/platform/database/private-server.ts';

/** A migrated database that the tests of a run copy. */
export const templateName = 'template_sallyport';

/** Of the role `sallyport_app` on the servers of a test run. */
export const appPassword = 'of-a-test-server-only';

export async function makeTemplate(connection: Connection): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${templateName}`);
  } finally {
    await client.end();
  }
  const owner = { ...connection, database: templateName };
  await prepareDatabase({ owner, password: appPassword, calendars: readCalendars() });
}
