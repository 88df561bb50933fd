import { explained, scoreOf } from '@sallyport/core/courses';
import { type Bilingual } from '@sallyport/core/law';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import * as contract from './contract.ts';
import { contentOf, ownAttempt } from './own.ts';
import type { EducationParts } from './parts.ts';
import { attemptOf } from './store/attempts.ts';

/** Only here are right options and reasons said, and only of what was submitted. */
export const implementResult = ({ courses, clauseName }: Pick<EducationParts, 'courses' | 'clauseName'>) =>
  implementQuery(contract.showResult, {
    async answer({ tx, actor }, { attempt: id }) {
      const attempt = await ownAttempt(attemptOf, tx, actor, id);
      if (attempt.submittedAt === null) refuse('education.not-submitted');
      const course = await contentOf(courses, tx, attempt);
      const score = scoreOf(course, attempt, attempt.answers ?? {});
      const named = (clause: string): { id: string; name: Bilingual } => ({ id: clause, name: clauseName(clause) });
      return {
        output: {
          course: course.id,
          title: course.title,
          passed: attempt.passed,
          right: attempt.answers === null ? null : score.right,
          of: score.of,
          percent: attempt.answers === null ? null : score.percent,
          passMark: course.passMark,
          explained:
            attempt.answers === null
              ? null
              : explained(course, attempt, score).map(({ clauses, options, ...one }) => ({
                  ...one,
                  clauses: clauses.map(named),
                  options: options.map((option) => ({ ...option })),
                })),
        },
      };
    },
  });
