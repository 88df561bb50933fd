import { beforeAll, describe, expect, it } from 'vitest';
import { expressionsOf, statuses } from '../../packages/core/src/law/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { seedOf } from '../support/seed.ts';
import { agree, answer, batchOf, organisationOf } from './batch.ts';
import { Coverage, Forms } from './coverage.ts';
import { load, onDatabase, prepareTables } from './database.ts';
import { engine } from './engine.ts';
import { told } from './report.ts';
import { formsOf } from './rule-forms.ts';

const seed = seedOf('SALLYPORT_AGREEMENT_SEED');
const cases = Number(process.env['SALLYPORT_AGREEMENT_CASES'] ?? 2_200);

const batch = batchOf(engine, seed, cases);
const { law, texts, asked } = batch;
const answers = asked.map((one) => answer(engine, batch, one));

describe(`${law.rules.length * asked.length} cases of random rules and registers, SALLYPORT_AGREEMENT_SEED=${seed}`, () => {
  it('are mostly accepted by the checker', () => {
    expect(law.rules.length * asked.length).toBeGreaterThanOrEqual(cases);
    expect(law.rules.length).toBeGreaterThan(texts.length * 0.7);
  });

  it('meet every hard value in every operator, and every form of a rule', () => {
    const coverage = new Coverage();
    const forms = new Forms();
    for (const [index, { explained }] of answers.entries()) {
      for (const rule of law.rules) {
        const { traced = [] } = explained.get(rule.id) ?? {};
        for (const form of formsOf(rule))
          forms.add(
            form,
            traced.map((duty) => duty.status),
          );
        // Recurring duties say much the same: the first of them are enough for the counts.
        for (const { trace } of traced.slice(0, 12)) {
          for (const { node } of expressionsOf(rule)) coverage.add(node, trace, asked[index]?.world.asOf ?? 0);
        }
      }
    }
    console.log(`SALLYPORT_AGREEMENT_SEED=${seed}\n${coverage.table()}\n\n${forms.table()}`);
    expect(coverage.thin(50)).toEqual([]);
    expect([...forms.rows].filter(([, { cases: many }]) => many < 50).map(([name]) => name)).toEqual([]);
    const reached = new Set([...forms.rows.values()].flatMap((row) => [...row.statuses]));
    expect([...reached].toSorted()).toEqual(statuses.toSorted());
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
    }, 300_000);

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
