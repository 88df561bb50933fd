import { endOfDay, formatDay, parseDay } from '@sallyport/core/calendar';
import {
  Explainer,
  evidenceKind,
  explain,
  type Question,
  Relations,
  readingsOf,
  statusCode,
  type Traced,
} from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { explainDuty } from './contract.ts';
import { type DutyRow, noPeriod, personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { oneDuty } from './list-store.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import { dutyPlace } from './one.ts';
import { type SettleParts, settleWork } from './settle.ts';
import { readSettings } from './store.ts';

/** Says why a duty is as it is, from the facts around its subject alone; a stored row that says otherwise is computed again. */
export const implementExplain = (parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>) =>
  implementQuery(explainDuty, {
    place: dutyPlace,
    async answer({ tx, now, today }, { rule, subject, period }) {
      const { engine, offset } = parts;
      const stored = await oneDuty(tx, rule, subject, period ?? noPeriod);
      const readings = chainOf(engine, rule);
      if (stored === null || readings.length === 0) return refuse('request.not-found');
      const register = (await neighbourhoodOf(tx, readings, subject)) ?? refuse('duties.too-many-facts');
      const settings = engine.settings(await readSettings(tx));
      const { law, calendars } = engine;
      const question: Question = {
        rules: law.rules,
        asOf: today,
        endOfDay: endOfDay(today, offset),
        calendars,
        settings,
      };
      // Limits in hours are judged now; days are told by the clock of the seat.
      const duty = decide({ ...question, endOfDay: now }, register, rule, subject, period);
      if (duty === null) return refuse('request.not-found');
      const agrees = isAsStored(duty, stored, register);
      if (!agrees)
        await settleWork(tx, parts, [{ kind: duty.rule.subject, rules: [rule], subjects: [subject] }], now, 'fact');
      const telling = { law, register, question, vocabulary };
      return {
        output: {
          day: formatDay(today),
          agrees,
          clauses: [...duty.variant.clauses],
          zh: written(explain(duty, telling, 'zh')),
          en: written(explain(duty, telling, 'en')),
        },
        persons: personsOf([stored]),
      };
    },
  });

/** The readings of a rule, and of those that go before it. */
function chainOf(engine: Engine, id: string | null): Rule[] {
  const own = readingsOf(engine.law.rules, id);
  return own.length === 0 ? [] : [...own, ...chainOf(engine, own[0]?.after ?? null)];
}

function decide(
  question: Question,
  register: Register,
  rule: string,
  subject: string,
  period: string | null,
): Traced | null {
  const explainer = new Explainer(register, new Relations(register), question);
  const wanted = period === null ? null : parseDay(period);
  for (const reading of readingsOf(question.rules, rule)) {
    const row = tableOf(register, reading.subject).ids.indexOf(subject);
    if (row < 0) return null;
    const found = explainer.decide(reading, row).find((duty) => duty.period === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

function isAsStored(duty: Traced, stored: DutyRow, register: Register): boolean {
  const kind = evidenceKind(duty.rule, duty.taken);
  const evidence = kind === null ? [] : duty.evidence.map((row) => tableOf(register, kind).ids[row]);
  return (
    statusCode(duty.status) === stored.status &&
    duty.due === stored.due &&
    duty.metOn === stored.met_on &&
    evidence.join() === stored.evidence.join()
  );
}

const written = ({ heading, sentences }: ReturnType<typeof explain>) => ({
  heading,
  sentences: sentences.map(({ topic, text }) => ({ topic, text })),
});
