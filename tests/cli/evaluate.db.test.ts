import { expect, it } from 'vitest';
import { openSchema } from '../../packages/cli/src/sql/open-schema.ts';
import { eachDatabase } from '../support/databases.ts';
import { demo, sallyport, sallyportWith } from './sallyport.ts';

const question = ['evaluate', '--register', demo, '--as-of', '2026-11-23', '--json'];

it('evaluate says the same by SQL on a private server of its own', () => {
  const sql = sallyport(...question, '--engine', 'sql');
  expect(sql.status, sql.stderr).toBe(0);
  expect(sql.stdout).toBe(sallyport(...question).stdout);
}, 300_000);

it('evaluate and feel say in one sentence that nobody listens at DATABASE_URL', () => {
  const nowhere = { DATABASE_URL: 'postgresql://127.0.0.1:1/none' };
  for (const args of [question.slice(0, -1), ['feel', '1']]) {
    const { status, stdout, stderr } = sallyportWith(nowhere, ...args, '--engine', 'sql', '--lang', 'zh');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^连接不上数据库：.*\n$/);
  }
}, 300_000);

eachDatabase(({ connection, client }) => {
  it('an account that may make no schema is told so', async () => {
    await client.query("CREATE ROLE reader LOGIN PASSWORD 'reader'");
    const reader = { ...connection, user: 'reader', password: 'reader' };
    await expect(openSchema(reader, 'sallyport_run')).rejects.toThrow(/schema/);
    await client.query('DROP ROLE reader');
  });

  it('evaluate says the same by SQL on the server of DATABASE_URL, and leaves nothing there', async () => {
    const { user, password, host, port, database } = connection;
    const where = new URLSearchParams({ host, port: String(port) });
    const url = `postgresql://${user}:${encodeURIComponent(password)}@/${database}?${where.toString()}`;
    const sql = sallyportWith({ DATABASE_URL: url }, ...question, '--engine', 'sql');
    expect(sql.status, sql.stderr).toBe(0);
    expect(sql.stdout).toBe(sallyport(...question).stdout);
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'sallyport%'");
    expect(rows).toEqual([]);
  }, 300_000);
});
