import { formatDay } from '@sallyport/core/calendar';
import { type Answers, explained, paperOf, scoreOf } from '@sallyport/core/courses';
import { clauseName } from '@sallyport/core/law';
import { type ImplementedQuery, implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import * as contract from './contract.ts';
import type { BriefingParts } from './journey.ts';
import { done, ownJourney } from './own.ts';
import { examined, sitting, stands } from './sitting.ts';
import * as store from './store.ts';

const numbered = (given: Readonly<Record<string, readonly string[]>>): Answers =>
  Object.fromEntries(Object.entries(given).map(([number, letters]) => [Number(number), letters]));

/** A few questions. Answers are the traveller's own: nobody else asks for them, nothing counts them, and nothing hangs on them. */
export function implementQuestions(parts: BriefingParts) {
  const { library, law } = parts;
  const answer = implementAction(contract.answerQuestions, {
    async handle(context, { traveller, answers: given }) {
      const journey = await ownJourney(context, parts, traveller);
      const stored = await sitting(context, parts, journey);
      if (stored.answeredOn !== null) refuse('briefing.answered-already');
      const { of, attempt } = examined(library(), stored);
      const answers = numbered(given);
      const asked = paperOf(of, attempt).questions;
      if (asked.some(({ number }) => (answers[number]?.length ?? 0) === 0)) refuse('briefing.answer-all');
      await store.setAnswered(context.tx, stored, answers, formatDay(context.today));
      // That they were answered, and nothing of how.
      return done(journey, { number: stored.number });
    },
  });
  const queries: ImplementedQuery[] = [
    implementQuery(contract.showQuestions, {
      async answer(context, { traveller }) {
        const journey = await ownJourney(context, parts, traveller);
        const stored = await store.latest(context.tx, traveller);
        if (stored === null || !journey.open || !stands(stored, library(), journey.chosen))
          return refuse('briefing.not-now');
        if (stored.answeredOn !== null) refuse('briefing.answered-already');
        const { of, attempt } = examined(library(), stored);
        const questions = paperOf(of, attempt).questions.map((one) => ({
          ...one,
          options: one.options.map((option) => ({ ...option })),
        }));
        return { output: { paper: { questions } } };
      },
    }),
    implementQuery(contract.showAnswers, {
      async answer(context, { traveller }) {
        await ownJourney(context, parts, traveller);
        const stored = await store.latest(context.tx, traveller);
        if (stored === null || stored.answeredOn === null) return refuse('briefing.answer-first');
        const { answers, hash } = stored;
        // Renewed with the program since: what was asked is no longer there to be explained.
        if (answers === null || hash !== library().hash) return { output: { right: 0, of: 0, explained: null } };
        const { of, attempt } = examined(library(), stored);
        const score = scoreOf(of, attempt, answers);
        const lines = explained(of, attempt, score).map(({ clauses, options, ...one }) => ({
          ...one,
          clauses: clauses.map((id) => ({ id, name: clauseName(law, id) })),
          options: options.map((option) => ({ ...option })),
        }));
        return { output: { right: score.right, of: score.of, explained: lines } };
      },
    }),
  ];
  return { actions: [answer], queries };
}
