import { formatDay } from '@sallyport/core/calendar';
import type { Lesson } from '@sallyport/core/courses';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import * as contract from './contract.ts';
import type { Courses, Installed } from './courses.ts';
import { lessonShown } from './lesson-shown.ts';
import { installedCourse, ownPerson } from './own.ts';
import * as store from './store/reading.ts';

type Named = { readonly course: string; readonly lesson: string };

export function implementLessons(courses: Courses): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const found = ({ course: id, lesson: name }: Named): { readonly of: Installed; readonly lesson: Lesson } => {
    const of = installedCourse(courses, id);
    const lesson = of.course.lessons.find((one) => one.id === name) ?? refuse('education.no-such-lesson');
    return { of, lesson };
  };
  const done = (named: Named, person: string) => ({
    output: named,
    entry: { subject: null, fields: named, person },
  });
  return {
    actions: [
      implementAction(contract.openLesson, {
        async handle({ tx, actor, today }, named) {
          const [person, { of }] = [ownPerson(actor), found(named)];
          await store.openLesson(tx, { person, hash: of.course.hash, lesson: named.lesson, day: formatDay(today) });
          return done(named, person);
        },
      }),
      implementAction(contract.acknowledgeLesson, {
        async handle({ tx, actor, today }, named) {
          const [person, { of }] = [ownPerson(actor), found(named)];
          const one = { person, hash: of.course.hash, lesson: named.lesson, day: formatDay(today) };
          if ((await store.acknowledgeLesson(tx, one)) === 0) refuse('education.open-first');
          return done(named, person);
        },
      }),
    ],
    queries: [
      implementQuery(contract.showLesson, {
        async answer({ actor }, named) {
          ownPerson(actor);
          const { of, lesson } = found(named);
          const { pictures } = of.course;
          return { output: { zh: lessonShown(lesson.zh, pictures), en: lessonShown(lesson.en, pictures) } };
        },
      }),
    ],
  };
}
