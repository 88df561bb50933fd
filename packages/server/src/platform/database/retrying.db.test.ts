import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { retrying } from './retrying.ts';

eachInstallation(({ database, ownerClient }) => {
  test('two transactions that wait for each other are both done, one of them a second time', async () => {
    await ownerClient.query(`CREATE TABLE toy (id text PRIMARY KEY, n int); INSERT INTO toy VALUES ('a', 0), ('b', 0);
      GRANT SELECT, UPDATE ON toy TO sallyport_app`);
    let [tries, arrived] = [0, 0];
    let bothHoldOne = (): void => undefined;
    const meet = new Promise<void>((resolve) => (bothHoldOne = resolve));
    const add = (first: string, second: string) =>
      retrying(() =>
        database.inOrganisation('', async (tx) => {
          tries++;
          await tx.count('UPDATE toy SET n = n + 1 WHERE id = $1', [first]);
          if (++arrived === 2) bothHoldOne();
          await meet;
          await tx.count('UPDATE toy SET n = n + 1 WHERE id = $1', [second]);
        }),
      );
    await Promise.all([add('a', 'b'), add('b', 'a')]);
    const { rows } = await ownerClient.query('SELECT id, n FROM toy ORDER BY id');
    expect(rows).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 2 },
    ]);
    expect(tries).toBe(3);
  });

  test('any other fault is not tried again', async () => {
    let tries = 0;
    const failing = retrying(async () => {
      tries++;
      return database.inOrganisation('', (tx) => tx.rows('SELECT 1 / 0'));
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(tries).toBe(1);
  });
});
