import { addDays, parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { eachDatabase } from '../../../../../tests/support/databases.ts';
import { generateRegister } from '../../../../cli/src/generate/generate-register.ts';
import { calendars, readPacks } from '../../../../cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../../../cli/src/sql/database.ts';
import { type Register, RegisterBuilder, tableOf, vocabulary } from '../../facts/index.ts';
import { Explainer } from '../decide.ts';
import { type Question, questionOf } from '../question.ts';
import { Relations } from '../relations.ts';
import { differencesWrite, dutyRows, dutyTable, fullWrite, tick, tickRemainder } from './duty-table.ts';

const first = parseDay('2026-09-01') ?? 0;
const days = 96;
/** A catch-up over several days equals as many ticks. */
const steps = [1, 2, 3, 10, 11, 30, 31, 32, 60, 94, 95];
const { law } = readPacks();
const rules = [
  'cn-cq-2023/pre-departure-education',
  'org-policy/trip-submission-lead',
  'cn-cq-2023/check-in-abroad',
  'cn-cq-2023/debrief-after-return',
].flatMap((id) => law.rules.filter((rule) => rule.id === id));
const register = generated();

/** Generated for the first day, so that no fact lies ahead and time alone is at work. */
function generated(): Register {
  const lines = new Map<string, string>();
  const sink = {
    append: (file: string, text: string) => void lines.set(file, (lines.get(file) ?? '') + text),
    end: () => {},
  };
  generateRegister(
    {
      people: 60,
      trips: 700,
      seed: 'tick',
      asOf: '2026-09-01',
      demo: false,
      kinds: new Set(['traveller', 'completion', 'checkIn', 'debrief', 'waiver']),
    },
    sink,
  );
  const builder = new RegisterBuilder(vocabulary);
  for (const kind of vocabulary.kinds.values()) {
    for (const line of (lines.get(`${kind.name}.jsonl`) ?? '').split('\n').filter(Boolean))
      builder.add(kind, JSON.parse(line) as Record<string, unknown>);
  }
  return builder.build();
}

const questionOn = (day: number): Question => questionOf(law, register, day, calendars());

test('the next change is the last day on which the status is as it is', () => {
  const relations = new Relations(register);
  const explained = Array.from({ length: days }, (_, n) => new Explainer(register, relations, questionOn(first + n)));
  let turned = 0;
  const wrong: string[] = [];
  for (const rule of rules) {
    for (let subject = 0; subject < tableOf(register, 'traveller').ids.length; subject++) {
      const series = explained.map((explainer) => explainer.decide(rule, subject)[0]);
      series.forEach((duty, n) => {
        const next = series[n + 1];
        if (duty === undefined || next === undefined || duty.on !== next.on) return;
        if (duty.status !== next.status) turned++;
        const same = next.status === duty.status;
        const open = duty.status === 'pending' || duty.status === 'overdue';
        const over = duty.nextChange !== null && duty.nextChange <= first + n;
        if (over ? open && same : !same) wrong.push(`${rule.id} ${subject}: ${duty.status}, then ${next.status}`);
      });
    }
  }
  expect(wrong).toEqual([]);
  expect(turned).toBeGreaterThan(5);
});

eachDatabase((database) => {
  test('ticking equals evaluating on each day; a write of differences leaves what a full write would', async () => {
    const { client } = database;
    await prepareDatabase(client, calendars());
    await client.query(dutyTable);
    await loadRegister(client, register, 'o');
    const run = async ({ text, params }: { text: string; params: readonly unknown[] }) =>
      client.query({ text, values: [...params] });
    for (const rule of rules) await run(fullWrite(rule, questionOn(first), vocabulary, 'o'));
    let moved = 0;
    for (const n of steps) {
      const question = questionOn(addDays(first, n) ?? 0);
      for (const rule of rules) {
        moved += (await run(tick(rule, question, 'o'))).rowCount ?? 0;
        const subjects = (await run(tickRemainder(rule, question, 'o'))).rows.map(
          (row: { subject: string }) => row.subject,
        );
        if (subjects.length > 0) await run(differencesWrite(rule, question, vocabulary, 'o', subjects));
        const fresh = dutyRows(rule, question, vocabulary, 'o');
        const values = [...fresh.params, rule.id];
        const differing = await client.query({
          text: `(${fresh.text} EXCEPT SELECT * FROM duty) UNION ALL (SELECT * FROM duty WHERE rule = $${values.length} EXCEPT ${fresh.text})`,
          values,
        });
        expect(differing.rows).toEqual([]);
      }
    }
    expect(moved).toBeGreaterThan(5);
    const question = questionOn(first);
    for (const rule of rules) await run(differencesWrite(rule, question, vocabulary, 'o'));
    for (const rule of rules) {
      const fresh = dutyRows(rule, question, vocabulary, 'o');
      expect(
        (await client.query({ text: `${fresh.text} EXCEPT SELECT * FROM duty`, values: [...fresh.params] })).rows,
      ).toEqual([]);
    }
  }, 300_000);
});
