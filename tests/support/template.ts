import { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
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
  await prepareDatabase({ owner, password: appPassword, calendars: calendars() });
}
