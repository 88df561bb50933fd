import { Command } from 'commander';
import { checkCommand } from '../course/check.ts';
import { listCommand } from '../course/list.ts';
import { showCommand } from '../course/show.ts';

export function courseCommand(): Command {
  const course = new Command('course').description('课程：列出、通读、检查 / courses: list, show, check');
  for (const command of [listCommand(), showCommand(), checkCommand()]) course.addCommand(command);
  return course;
}
