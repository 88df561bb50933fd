import { expect, it } from 'vitest';
import { eachDatabase } from '../support/databases.ts';
import { demo, sallyport, sallyportWith } from './sallyport.ts';

const question = ['evaluate', '--register', demo, '--as-of', '2026-11-23', '--json'];

it('evaluate says the same by SQL on a private server of its own', () => {
  const sql = sallyport(...question, '--engine', 'sql');
  expect(sql.status, sql.stderr).toBe(0);
  expect(sql.stdout).toBe(sallyport(...question).stdout);
}, 120_000);

eachDatabase(({ connection, client }) => {
  it('evaluate says the same by SQL on the server of DATABASE_URL, and leaves nothing there', async () => {
    const { user, password, host, port, database } = connection;
    const where = new URLSearchParams({ host, port: String(port) });
    const url = `postgresql://${user}:${encodeURIComponent(password)}@/${database}?${where.toString()}`;
    const sql = sallyportWith({ DATABASE_URL: url }, ...question, '--engine', 'sql');
    expect(sql.status, sql.stderr).toBe(0);
    expect(sql.stdout).toBe(sallyport(...question).stdout);
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'sallyport%'");
    expect(rows).toEqual([]);
  }, 120_000);
});
