import { hasClassifiedMark } from '@sallyport/core/facts';
import { implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { requireFact } from '../register/index.ts';
import { reopenCourse } from './contract.ts';
import { installedCourse } from './own.ts';
import type { EducationParts } from './parts.ts';
import { nextInRound } from './round.ts';
import * as store from './store/attempts.ts';

/** Whether attempts are left is told of somebody who has none, to who opens the course for them: a list of those who failed is nowhere. */
export const implementReopen = ({ ids, courses }: Pick<EducationParts, 'ids' | 'courses'>) =>
  implementAction(reopenCourse, {
    place: async (tx, { person: id }, actor) => requireFact(tx, actor, { kind: 'person', id }, 'read'),
    async handle({ tx, actor, now }, { course: id, person, reason }) {
      const { course } = installedCourse(courses, id);
      if (actor.person === person) refuse('education.not-oneself');
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const reopened = (await store.reopeningsOf(tx, person)).find((one) => one.course === id)?.at ?? null;
      const next = nextInRound(course, await store.attemptsOf(tx, person), reopened, now);
      if (next.may !== 'ask') refuse('education.attempts-left');
      const at = new Date(now / 1000);
      await store.insertReopening(tx, { id: ids.uuid(), person, course: id, at, account: actor.account });
      return { output: { course: id }, entry: { subject: `person/${person}`, fields: { course: id, reason }, person } };
    },
  });
