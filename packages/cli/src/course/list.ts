import {
  type Course,
  isReviewed,
  questionsOf,
  reviewersNeeded,
  reviewsThatCount,
  rulesMetBy,
} from '@sallyport/core/courses';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem, type Law } from '@sallyport/core/law';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { lawOf } from '../law/read-packs.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { readCourses } from './read-courses.ts';

export function listCommand(): Command {
  const command = new Command('list')
    .description(
      '列出课程：题数、及格线、能完成的应办事项、审阅情况 / list courses: questions, pass mark, duties they meet, reviews',
    )
    .argument(
      '[folders...]',
      '课程文件夹，不写则列出自带的课程 / folders of courses; without one, those that come with the program',
    );
  return withOutputOptions(command).action((folders: string[], options: OutputOptions) =>
    guarded(options, (out) => {
      const law = lawOf();
      for (const { id, reading } of readCourses(folders, law)) {
        const [problem] = reading.problems;
        if (reading.course === null)
          throw new CliFailure(words.broken, {
            id,
            problem: problem
              ? { zh: formatProblem(problem, 'zh'), en: formatProblem(problem, 'en') }
              : { zh: '', en: '' },
          });
        tell(reading.course, law, out);
      }
    }),
  );
}

function tell(course: Course, law: Law, out: Output): void {
  const rules = rulesMetBy(law, course.topics);
  const topics = vocabulary.kinds.get('completion')?.fields['topic']?.words ?? {};
  const drawn = course.categories.reduce((sum, category) => sum + category.draw, 0);
  const questions = questionsOf(course).length;
  const reviews = reviewsThatCount(course);
  const between = out.language === 'zh' ? '、' : ', ';
  out.line(`${course.id}\t${course.title[out.language]}`);
  out.line(`  ${course.about[out.language]}`);
  out.say(words.paper, {
    questions,
    drawn,
    pass: course.passMark,
    attempts: course.attempts,
    hours: course.waitHours,
    months: course.validMonths,
  });
  out.say(words.topics, { topics: course.topics.map((topic) => topics[topic]?.[out.language] ?? topic).join(between) });
  out.say(rules.length > 0 ? words.meets : words.meetsNone, { rules: rules.join(between) });
  out.say(isReviewed(course) ? words.reviewed : words.unreviewed, {
    by: reviews.map(({ by }) => by).join(between),
    count: reviews.length,
    needed: reviewersNeeded,
  });
  const { id, revision, hash, title, about, audience, passMark, attempts, waitHours, validMonths, clauses } = course;
  out.data({
    course: id,
    revision,
    hash,
    title,
    about,
    audience,
    topics: course.topics,
    meets: rules,
    lessons: course.lessons.map((lesson) => ({ id: lesson.id, title: { zh: lesson.zh.title, en: lesson.en.title } })),
    categories: course.categories.map((category) => ({
      id: category.id,
      title: category.title,
      draw: category.draw,
      questions: category.questions.length,
    })),
    questions,
    drawn,
    passMark,
    attempts,
    waitHours,
    validMonths,
    clauses,
    reviews,
    reviewed: isReviewed(course),
  });
}

const words = {
  broken: {
    zh: '课程“{id}”有问题，不能列出。{problem} 请用 sallyport course check 查看全部问题。',
    en: 'The course "{id}" has problems and cannot be listed. {problem} `sallyport course check` shows them all.',
  },
  paper: {
    zh: '  题库{questions}道，每次抽{drawn}道；{pass}%及格，可考{attempts}次，间隔{hours}小时；有效{months}个月',
    en: '  {questions} questions, {drawn} drawn; {pass} % to pass, {attempts} attempts, {hours} hours between them; valid {months} months',
  },
  topics: { zh: '  主题：{topics}', en: '  Topics: {topics}' },
  meets: { zh: '  能完成的应办事项：{rules}', en: '  Duties it meets: {rules}' },
  meetsNone: { zh: '  没有规则要求这一主题', en: '  No rule asks for these topics' },
  reviewed: { zh: '  已经两人审阅：{by}', en: '  Reviewed by two: {by}' },
  unreviewed: {
    zh: '  尚未经两人审阅（{count}/{needed}）',
    en: '  Not yet reviewed by two ({count} of {needed})',
  },
};
