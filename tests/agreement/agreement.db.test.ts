import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../support/databases.ts';
import { agree, answer, batchOf, organisationOf } from './batch.ts';
import { load, onDatabase, prepareTables } from './database.ts';
import { engine } from './engine.ts';
import { told } from './report.ts';

const seed = Number(process.env['SALLYPORT_AGREEMENT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const cases = Number(process.env['SALLYPORT_AGREEMENT_CASES'] ?? 2_200);

const batch = batchOf(engine, seed, cases);
const { law, texts, asked } = batch;
const answers = asked.map((one) => answer(engine, batch, one));

describe(`${law.rules.length * asked.length} cases of random rules and registers, SALLYPORT_AGREEMENT_SEED=${seed}`, () => {
  it('are mostly accepted by the checker', () => {
    expect(law.rules.length * asked.length).toBeGreaterThanOrEqual(cases);
    expect(law.rules.length).toBeGreaterThan(texts.length * 0.7);
  });

  it('are answered alike by explainer and kernel', async () => {
    for (const [index, { explained, kernel }] of answers.entries()) {
      for (const rule of law.rules) {
        const same = agree(explained.get(rule.id)?.lines ?? [], kernel.get(rule.id) ?? []);
        const world = asked[index]?.world;
        expect(same || !world ? '' : await told(engine, rule, law.rules, texts, world, [])).toBe('');
      }
    }
  });

  eachDatabase(({ client, name }) => {
    beforeAll(async () => {
      await prepareTables(client, engine);
      // All organisations in one database, with the same ids: what is foreign would show.
      for (const [index, one] of asked.entries()) await load(client, engine, one, organisationOf(index));
      await client.query('ANALYZE');
    });

    it('are answered alike by explainer and SQL', { timeout: 600_000 }, async () => {
      for (const [index, one] of asked.entries()) {
        for (const rule of law.rules) {
          const lines = await onDatabase(client, engine, rule, one, organisationOf(index));
          const same = agree(answers[index]?.explained.get(rule.id)?.lines ?? [], lines);
          expect(same ? '' : await told(engine, rule, law.rules, texts, one.world, [{ name, client }])).toBe('');
        }
      }
    });
  });
});
