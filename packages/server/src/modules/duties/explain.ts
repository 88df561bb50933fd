import { formatDay } from '@sallyport/core/calendar';
import { evidenceKind, explain, outline, statusCode, type Telling, type Traced } from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { explainDuty } from './contract.ts';
import { decideStored } from './decide-stored.ts';
import { type DutyRow, noPeriod, personsOf } from './duty-row.ts';
import { oneDuty } from './list-store.ts';
import { dutyPlace } from './one.ts';
import { type SettleParts, settleWork } from './settle.ts';

/** Says why a duty is as it is, from the facts around its subject alone; a stored row that says otherwise is computed again. */
export const implementExplain = (parts: Pick<SettleParts, 'engine' | 'dayOf' | 'offset'>) =>
  implementQuery(explainDuty, {
    place: dutyPlace,
    async answer({ tx, now, today }, { rule, subject, period }) {
      const stored = (await oneDuty(tx, rule, subject, period ?? noPeriod)) ?? refuse('request.not-found');
      const decided = (await decideStored(tx, parts, stored, now)) ?? refuse('request.not-found');
      if (decided === 'too-many-facts') return refuse('duties.too-many-facts');
      const { duty, register, question, law } = decided;
      const agrees = isAsStored(duty, stored, register);
      if (!agrees)
        await settleWork(tx, parts, [{ kind: duty.rule.subject, rules: [rule], subjects: [subject] }], now, 'fact');
      const telling = { law, register, question, vocabulary };
      return {
        output: {
          day: formatDay(today),
          agrees,
          clauses: [...duty.variant.clauses],
          zh: written(duty, telling, 'zh'),
          en: written(duty, telling, 'en'),
        },
        persons: personsOf([stored]),
      };
    },
  });

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

function written(duty: Traced, telling: Telling, language: 'zh' | 'en') {
  const { heading, sentences, facts } = explain(duty, telling, language);
  const { topics, facts: below } = outline(duty, telling, language);
  const named = new Map([...facts, ...below].map((fact) => [`${fact.kind} ${fact.id}`, fact]));
  return {
    heading,
    sentences: sentences.map(({ topic, text }) => ({ topic, text })),
    facts: [...named.values()],
    outline: topics.map(({ topic, lines }) => ({ topic, lines: [...lines] })),
  };
}
