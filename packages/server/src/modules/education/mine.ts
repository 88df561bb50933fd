import { type Day, formatDay } from '@sallyport/core/calendar';
import { type Course, isReviewed, type Next, rulesMetBy } from '@sallyport/core/courses';
import { implementQuery } from '../../platform/actions/implement.ts';
import { ownCampaigns } from './campaign/store.ts';
import { myCourses } from './contract.ts';
import { ownExemptions } from './exemption/store.ts';
import { ownPerson } from './own.ts';
import type { EducationParts } from './parts.ts';
import { nextInRound } from './round.ts';
import { attemptsOf, reopeningsOf } from './store/attempts.ts';
import { validByTopic } from './store/completed.ts';
import { readingsOf } from './store/reading.ts';
import { topicName } from './topic-names.ts';

/** Everything one has to learn and may learn: what it is good for, how far one is, and which duties of one's own ask for it. */
export const implementMine = (parts: EducationParts) =>
  implementQuery(myCourses, {
    async answer({ tx, actor, now, today }) {
      const person = ownPerson(actor);
      const courses = [...parts.courses.installed().values()].map(({ course }) => course);
      const attempts = await attemptsOf(tx, person);
      const reopenings = await reopeningsOf(tx, person);
      const valid = new Map((await validByTopic(tx, person, formatDay(today))).map((one) => [one.topic, one.until]));
      const hashes = courses.map(({ hash }) => hash);
      const read = new Map((await readingsOf(tx, person, hashes)).map((one) => [`${one.hash} ${one.lesson}`, one]));
      const duties = await dutiesBy(parts, tx, person, courses, today);
      const shown = courses.map((course) => {
        const reopened = reopenings.find((one) => one.course === course.id)?.at ?? null;
        const own = attempts.filter((one) => one.course === course.id);
        return {
          ...aboutOf(course),
          lessons: course.lessons.map((lesson) => {
            const reading = read.get(`${course.hash} ${lesson.id}`);
            return {
              lesson: lesson.id,
              title: { zh: lesson.zh.title, en: lesson.en.title },
              opened: reading?.opened ?? null,
              acknowledged: reading?.acknowledged ?? null,
            };
          }),
          next: nextShown(nextInRound(course, attempts, reopened, now)),
          submitted: own
            .toReversed()
            .flatMap(({ id, submittedAt, passed }) =>
              submittedAt === null ? [] : [{ attempt: id, submittedAt: submittedAt.toISOString(), passed }],
            ),
          validUntil: leastOf(course.topics.map((topic) => valid.get(topic))),
          duties: duties.get(course.id) ?? [],
        };
      });
      const campaigns = await ownCampaigns(tx, person, formatDay(today));
      const exemptions = await ownExemptions(tx, person, formatDay(today));
      return {
        output: {
          courses: shown,
          campaigns: campaigns.map(({ id, title, until, completed, courses: chosen, topics }) => ({
            campaign: id,
            title,
            until,
            completed,
            courses: courses
              .filter((one) =>
                chosen.length > 0 ? chosen.includes(one.id) : one.topics.some((of) => topics.includes(of)),
              )
              .map((one) => ({ course: one.id, title: one.title })),
          })),
          exemptions: exemptions.map(({ exemption, topic, until, reason, by }) => ({
            exemption,
            topic: topicName(topic),
            until,
            reason,
            by,
          })),
        },
      };
    },
  });

const aboutOf = (course: Course) => ({
  course: course.id,
  title: course.title,
  about: course.about,
  topics: course.topics.map(topicName),
  reviewed: isReviewed(course),
  passMark: course.passMark,
  attempts: course.attempts,
  waitHours: course.waitHours,
  validMonths: course.validMonths,
  questions: course.categories.reduce((sum, { draw }) => sum + draw, 0),
});

const nextShown = (next: Next) =>
  next.may === 'wait' ? { may: next.may, until: new Date(next.until / 1000).toISOString() } : next;

/** A course with several topics counts as long as the first of them to end. */
const leastOf = (days: readonly (string | undefined)[]): string | null =>
  days.reduce<string | null | undefined>(
    (least, day) => (day === undefined || least === null ? null : least === undefined || day < least ? day : least),
    undefined,
  ) ?? null;

/** The open duties that each course can meet, with the clauses that ask for them. */
async function dutiesBy(
  { law, openDuties, clauseName }: EducationParts,
  tx: Parameters<EducationParts['openDuties']>[0],
  person: string,
  courses: readonly Course[],
  today: Day,
) {
  const rules = new Map(courses.map(({ id, topics }) => [id, rulesMetBy(law, topics)]));
  const clausesOf = new Map(law.rules.map(({ id, clauses }) => [id, clauses]));
  const open = await openDuties(tx, person, [...new Set([...rules.values()].flat())], today);
  return new Map(
    [...rules].map(([course, met]) => [
      course,
      open
        .filter(({ rule }) => met.includes(rule))
        .map((duty) => ({
          ...duty,
          clauses: (clausesOf.get(duty.rule) ?? []).map((id) => ({ id, name: clauseName(id) })),
        })),
    ]),
  );
}
