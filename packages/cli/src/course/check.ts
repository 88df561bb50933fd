import { isReviewed, questionsOf, reviewersNeeded, reviewsThatCount } from '@sallyport/core/courses';
import { formatProblem } from '@sallyport/core/law';
import { Command } from 'commander';
import { lawOf, said } from '../law/read-packs.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { readCourses } from './read-courses.ts';

export function checkCommand(): Command {
  const command = new Command('check')
    .description(
      '检查课程：写法、题目、所讲内容和依据的条款 / check courses: form, questions, what they teach and the clauses they rest on',
    )
    .argument(
      '[folders...]',
      '课程文件夹，不写则检查自带的课程 / folders of courses; without one, those that come with the program',
    );
  return withOutputOptions(command).action((folders: string[], options: OutputOptions) =>
    guarded(options, (out) => {
      const courses = readCourses(folders, lawOf());
      for (const { reading } of courses) {
        for (const problem of reading.problems) {
          out.line(formatProblem(problem, out.language));
          out.data({ problem: said(problem, out.language) });
        }
        for (const warning of reading.warnings) {
          out.line(formatProblem(warning, out.language));
          out.data({ warning: said(warning, out.language) });
        }
        const { course } = reading;
        if (course && !isReviewed(course))
          out.say(words.unreviewed, {
            course: course.id,
            count: reviewsThatCount(course).length,
            needed: reviewersNeeded,
          });
      }
      const counts = {
        courses: courses.length,
        questions: courses.reduce(
          (sum, { reading }) => sum + (reading.course ? questionsOf(reading.course).length : 0),
          0,
        ),
        problems: courses.reduce((sum, { reading }) => sum + reading.problems.length, 0),
        warnings: courses.reduce((sum, { reading }) => sum + reading.warnings.length, 0),
      };
      out.say(words.counts, counts);
      out.data({ counts });
      if (counts.problems > 0) process.exitCode = 1;
    }),
  );
}

const words = {
  counts: {
    zh: '{courses}门课程，{questions}道题；{problems}处问题，{warnings}处提醒。',
    en: '{courses} courses, {questions} questions; {problems} problems, {warnings} warnings.',
  },
  unreviewed: {
    zh: '{course}：尚未经两人审阅（现有内容已审{count}人，应有{needed}人）。',
    en: '{course}: not yet reviewed by two (of {needed} reviewers {count} have read it as it stands).',
  },
};
