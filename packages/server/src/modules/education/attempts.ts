import { type Answers, paperOf, scoreOf } from '@sallyport/core/courses';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { complete } from './complete.ts';
import * as contract from './contract.ts';
import { contentOf, installedCourse, ownAttempt, ownPerson } from './own.ts';
import type { EducationParts } from './parts.ts';
import { nextInRound } from './round.ts';
import * as store from './store/attempts.ts';
import { keepContent } from './store/content.ts';
import { readingsOf } from './store/reading.ts';

const moment = (now: number): Date => new Date(now / 1000);

/** The letters by number, as the score takes them. */
const numbered = (given: contract.AnswersGiven): Answers =>
  Object.fromEntries(Object.entries(given).map(([number, letters]) => [Number(number), letters]));

export function implementAttempts({ ids, courses }: Pick<EducationParts, 'ids' | 'courses'>): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const begin = implementAction(contract.beginAttempt, {
    async handle({ tx, actor, now }, { course: id }) {
      const person = ownPerson(actor);
      const { course, files } = installedCourse(courses, id);
      const attempts = await store.attemptsOf(tx, person);
      const open = attempts.find((one) => one.course === id && one.submittedAt === null);
      const begun = (attempt: string) => ({
        output: { attempt },
        entry: { subject: null, fields: { course: id, hash: course.hash }, person },
      });
      if (open !== undefined) return begun(open.id);
      const read = await readingsOf(tx, person, [course.hash]);
      const acknowledged = new Set(read.flatMap((one) => (one.acknowledged === null ? [] : [one.lesson])));
      if (course.lessons.some((lesson) => !acknowledged.has(lesson.id))) refuse('education.lessons-first');
      const reopened = (await store.reopeningsOf(tx, person)).find((one) => one.course === id)?.at ?? null;
      const next = nextInRound(course, attempts, reopened, now);
      if (next.may === 'wait') refuse('education.wait', { until: moment(next.until).toISOString() });
      if (next.may === 'ask') refuse('education.no-attempts-left');
      await keepContent(tx, { hash: course.hash, course: id, files, at: moment(now) });
      const attempt = ids.uuid();
      const seed = ids.salt().toString('hex');
      const one = { id: attempt, person, course: id, hash: course.hash, seed, begunAt: moment(now) };
      // Begun twice at once, it is the one that came first.
      if (await store.insertAttempt(tx, one)) return begun(attempt);
      const first = (await store.attemptsOf(tx, person)).find(
        (each) => each.course === id && each.submittedAt === null,
      );
      return begun(first?.id ?? refuse('education.wait'));
    },
  });

  const save = implementAction(contract.saveAnswers, {
    async handle({ tx, actor }, { attempt: id, answers }) {
      const attempt = await ownAttempt(store.lockAttempt, tx, actor, id);
      if (attempt.submittedAt !== null) refuse('education.submitted-already');
      await store.setAnswers(tx, id, numbered(answers));
      // What was answered is nobody's but the person's: the journal says that something was saved.
      return { output: { attempt: id }, entry: { subject: null, fields: {}, person: attempt.person } };
    },
  });

  const submit = implementAction(contract.submitAttempt, {
    async handle(context, { attempt: id, answers: given }) {
      const { tx, actor, now } = context;
      const attempt = await ownAttempt(store.lockAttempt, tx, actor, id);
      if (attempt.submittedAt !== null) refuse('education.submitted-already');
      const course = await contentOf(courses, tx, attempt);
      const answers = numbered(given);
      const { passed } = scoreOf(course, attempt, answers);
      await store.setSubmitted(tx, id, { answers, at: moment(now), passed });
      const completed = passed ? await complete(context, ids, course, attempt.person) : {};
      const fields = { course: course.id, hash: course.hash, ...completed };
      return { output: { attempt: id }, entry: { subject: null, fields, person: attempt.person } };
    },
  });

  const paper = implementQuery(contract.showAttempt, {
    async answer({ tx, actor }, { attempt: id }) {
      const attempt = await ownAttempt(store.attemptOf, tx, actor, id);
      if (attempt.submittedAt !== null) refuse('education.submitted-already');
      const course = await contentOf(courses, tx, attempt);
      const { questions } = paperOf(course, attempt);
      const shown = questions.map((one) => ({ ...one, options: one.options.map((option) => ({ ...option })) }));
      const answers = Object.fromEntries(
        Object.entries(attempt.answers ?? {}).map(([number, letters]) => [number, [...letters]]),
      );
      return { output: { course: course.id, title: course.title, paper: { questions: shown }, answers } };
    },
  });

  return { actions: [begin, save, submit], queries: [paper] };
}
