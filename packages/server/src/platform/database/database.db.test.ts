import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';

eachInstallation(({ database, ownerClient }) => {
  const org = 'org-together';
  const lock = `INSERT INTO subject_lock (org_id, kind, subject) VALUES ($1, 'person', $2)`;

  test('the first statement of a transaction is sent without waiting for its beginning and belongs to it', async () => {
    const seen = await database.inOrganisation(org, (tx) =>
      tx.row<{ org: string; at: Date; began: Date }>(
        `SELECT current_setting('app.org', true) AS org, statement_timestamp() AS at, transaction_timestamp() AS began`,
      ),
    );
    expect(seen?.org).toBe(org);
    expect(seen?.at.getTime()).toBeGreaterThanOrEqual(seen?.began.getTime() ?? Infinity);
    // The organisation ends with its transaction, on whatever connection.
    const after = await database.inInstallation((tx) =>
      tx.row<{ org: string }>(`SELECT current_setting('app.org', true) AS org`),
    );
    expect(after?.org).toBe('');
  });

  test('of statements sent together the first that fails is told, and nothing of the others stays', async () => {
    const together = database.inOrganisation(org, (tx) =>
      Promise.all([tx.count(lock, [org, 'a']), tx.rows('SELECT 1 / 0'), tx.count(lock, [org, 'b'])]),
    );
    await expect(together).rejects.toThrow('division by zero');
    const { rows } = await ownerClient.query('SELECT subject FROM subject_lock WHERE org_id = $1', [org]);
    expect(rows).toEqual([]);
    expect(await database.inOrganisation(org, (tx) => tx.count(lock, [org, 'c']))).toBe(1);
  });
});
