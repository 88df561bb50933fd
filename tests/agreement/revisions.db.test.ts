import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../packages/core/src/calendar/index.ts';
import { periodDays, type Rule, type RuleText } from '../../packages/core/src/law/index.ts';
import { Random } from '../feel/random.ts';
import { eachDatabase } from '../support/databases.ts';
import { seedOf } from '../support/seed.ts';
import { explained, keyOf, onKernel } from './back-ends.ts';
import { organisationOf } from './batch.ts';
import { asked as ask } from './cases.ts';
import { load, onDatabase, prepareTables } from './database.ts';
import { engine } from './engine.ts';
import { lawOfTwo } from './pack.ts';
import { randomWorld } from './registers.ts';
import { randomRules } from './rules.ts';

const seed = seedOf('SALLYPORT_AGREEMENT_SEED');
const random = new Random(seed);
const first = randomRules(random, 150);
/** In the middle of the days that random registers hold. */
const appliesFrom = '2024-02-29';
const second = first.flatMap((rule, index) => reread(rule, first[(index + 1) % first.length] ?? rule));
const { law, refused } = lawOfTwo(engine, first, second, appliesFrom);

const overridable = (rule: Rule) => ({
  id: rule.id,
  subject: rule.subject,
  waived: rule.waiver !== 'never',
  reviewed: rule.forbids !== null,
});

const asked = Array.from({ length: 6 }, (_, index) => {
  const asOf = (parseDay(appliesFrom) ?? 0) + [-40, 0, 1, 60, 200, 500][index]!;
  return ask(engine, law, randomWorld(random, asOf, law.rules.map(overridable)));
});
const answers = asked.map((one) => {
  const known = new Map(law.rules.map((rule) => [keyOf(rule), explained(engine, rule, one)]));
  return { known, kernel: onKernel(engine, law.rules, one, known) };
});

/** What a second reading may change: who owes, when, by what it is met, whom it concerns. Some rules it drops, and some are new. */
function reread(rule: RuleText, other: RuleText): RuleText[] {
  if (random.chance(0.1)) return [];
  const same = other.subject === rule.subject && !other.every && !other.after && !rule.forbids && !other.forbids;
  if (!same || random.chance(0.3)) return [rule];
  const instant = (one: RuleText): boolean => /At\b|instant/.test(one.due ?? '');
  const { due, closes, ...rest } = rule;
  return [
    {
      ...rest,
      ...(instant(rule) === instant(other)
        ? { ...(other.due === undefined ? {} : { due: other.due }), ...(other.closes ? { closes: other.closes } : {}) }
        : { ...(due === undefined ? {} : { due }), ...(closes === undefined ? {} : { closes }) }),
      ...(other.applies ? { applies: other.applies } : {}),
      bearer: other.bearer,
    },
  ];
}

const told = (rule: Rule, lines: readonly string[]): string => [keyOf(rule), ...lines].join('\n  ');
const expected = (index: number, rule: Rule): string => told(rule, answers[index]?.known.get(keyOf(rule))?.lines ?? []);

describe(`a pack of two revisions, SALLYPORT_AGREEMENT_SEED=${seed}`, () => {
  it('has enough rules of either reading, and duties of both', () => {
    expect(law.rules.filter(({ revision }) => revision === 1).length).toBeGreaterThan(40);
    expect(law.rules.filter(({ revision }) => revision === 2).length).toBeGreaterThan(40);
    expect(refused.size).toBeLessThan(first.length / 2);
    for (const revision of [1, 2]) {
      const duties = answers.flatMap(({ known }) =>
        law.rules.flatMap((rule) => (rule.revision === revision ? (known.get(keyOf(rule))?.traced ?? []) : [])),
      );
      expect(duties.length, `revision ${revision}`).toBeGreaterThan(500);
    }
  });

  it('reads each duty once, by the revision that its day picks', () => {
    const from = parseDay(appliesFrom) ?? 0;
    for (const { known } of answers) {
      const seen = new Set<string>();
      for (const rule of law.rules)
        for (const { subject, period, on } of known.get(keyOf(rule))?.traced ?? []) {
          const day = periodDays(rule) === null ? on : (period ?? on);
          expect(day >= from ? 2 : 1, `${keyOf(rule)} ${formatDay(day)}`).toBe(rule.revision);
          const key = `${rule.id} ${subject} ${period}`;
          expect(seen.has(key), key).toBe(false);
          seen.add(key);
        }
    }
  });

  it('is answered alike by explainer and kernel', () => {
    for (const [index, { kernel }] of answers.entries())
      for (const rule of law.rules)
        expect(told(rule, kernel.get(keyOf(rule)) ?? []), `register ${index}`).toBe(expected(index, rule));
  });

  eachDatabase(({ client }) => {
    beforeAll(async () => {
      await prepareTables(client, engine);
      for (const [index, one] of asked.entries()) await load(client, engine, one, organisationOf(index));
      await client.query('ANALYZE');
    }, 300_000);

    it('is answered alike by explainer and SQL', { timeout: 300_000 }, async () => {
      for (const [index, one] of asked.entries())
        for (const rule of law.rules) {
          const lines = await onDatabase(client, engine, rule, one, organisationOf(index));
          expect(told(rule, lines), `register ${index}`).toBe(expected(index, rule));
        }
    });
  });
});
