import { existsSync } from 'node:fs';
import { type Block, type Course, type Line, methods, type Question } from '@sallyport/core/courses';
import { clauseName, formatProblem, type Law } from '@sallyport/core/law';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { lawOf } from '../law/read-packs.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { readCourses } from './read-courses.ts';

export function showCommand(): Command {
  const command = new Command('show')
    .description(
      '通读一门课程，连同答案和理由，供审阅的人使用 / read a course whole, with answers and reasons, for those who review it',
    )
    .argument(
      '<course>',
      '自带课程的名称，或者课程文件夹 / the name of a course that comes with the program, or a folder',
    );
  return withOutputOptions(command).action((name: string, options: OutputOptions) =>
    guarded(options, (out) => {
      const law = lawOf();
      const course = courseNamed(name, law);
      out.line(`${course.title[out.language]}\t${course.id}\t${course.hash}\n`);
      out.data({ course: course.id, title: course.title, hash: course.hash });
      for (const lesson of course.lessons) {
        const { title, blocks } = lesson[out.language];
        out.line(`# ${title}\n`);
        for (const block of blocks) sayBlock(block, out);
        out.data({ lesson: lesson.id, zh: lesson.zh, en: lesson.en });
      }
      for (const { title, questions } of course.categories) {
        out.line(`# ${title[out.language]}\n`);
        for (const question of questions) sayQuestion(question, law, out);
      }
    }),
  );
}

function courseNamed(name: string, law: Law): Course {
  const found = existsSync(name) ? readCourses([name], law)[0] : readCourses([], law).find(({ id }) => id === name);
  if (!found) throw new CliFailure(words.unknown, { name });
  const [problem] = found.reading.problems;
  if (found.reading.course) return found.reading.course;
  const at = problem ? { zh: formatProblem(problem, 'zh'), en: formatProblem(problem, 'en') } : { zh: '', en: '' };
  throw new CliFailure(words.broken, { name, problem: at });
}

function sayBlock(block: Block, out: Output): void {
  const said = (line: Line): string =>
    line.map((piece) => (piece.form === 'clause' ? `${piece.text} [${piece.clause}]` : piece.text)).join('');
  if (block.form === 'scenario') {
    out.say(words.scenario, { method: methods[block.method] });
    for (const inner of block.blocks) sayBlock(inner, out);
  } else if (block.form === 'list') {
    const mark = (at: number): string => (block.ordered ? `${at + 1}.` : '-');
    out.line(block.items.map((item, at) => `${mark(at)} ${said(item)}\n`).join(''));
  } else if (block.form === 'picture') out.line(`[${block.path}] ${block.alt}\n`);
  else out.line(`${block.form === 'heading' ? '## ' : ''}${said(block.text)}\n`);
}

function sayQuestion(question: Question, law: Law, out: Output): void {
  const { language } = out;
  const told = question.key.tell();
  if (question.scenario) {
    out.say(words.scenario, { method: methods[question.scenario.method] });
    out.line(question.scenario.text[language]);
  }
  out.line(`${question.ask[language]}  (${question.id})`);
  for (const [at, option] of question.options.entries()) {
    out.line(`  ${told[at]?.right ? '[√]' : '[ ]'} ${option[language]}`);
    out.line(`      ${told[at]?.why[language] ?? ''}`);
  }
  const clauses = question.clauses.map((id) => clauseName(law, id)[language]);
  out.say(clauses.length > 0 ? words.basis : words.practice, {
    clauses: clauses.join(language === 'zh' ? '、' : '; '),
  });
  out.line('');
  out.data({
    question: question.id,
    ...question,
    options: question.options.map((text, at) => ({ text, ...told[at] })),
  });
}

const words = {
  unknown: {
    zh: '没有课程“{name}”。自带的课程用 sallyport course list 列出；也可以写课程文件夹的路径。',
    en: 'There is no course "{name}". `sallyport course list` lists those that come with the program; the path of a folder will do too.',
  },
  broken: {
    zh: '课程“{name}”有问题，不能通读。{problem} 请用 sallyport course check 查看全部问题。',
    en: 'The course "{name}" has problems and cannot be read. {problem} `sallyport course check` shows them all.',
  },
  scenario: { zh: '情景（手法：{method}）', en: 'Scenario (method: {method})' },
  basis: { zh: '  依据：{clauses}', en: '  Rests on: {clauses}' },
  practice: { zh: '  依据：做法，不是法律', en: '  Rests on: good practice, no law' },
};
