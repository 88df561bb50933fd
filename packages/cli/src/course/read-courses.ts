import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type CourseReading, readCourse } from '@sallyport/core/courses';
import type { Law } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts } from '@sallyport/server';
import { CliFailure } from '../failure.ts';

const ours = join(packsFolder, 'courses');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The courses in some folders, each one course or a folder of several; without a folder those that come with the program. */
export function readCourses(folders: readonly string[], law: Law): readonly { id: string; reading: CourseReading }[] {
  return (folders.length > 0 ? folders : [ours]).flatMap((folder) =>
    foundIn(folder).map((path) => {
      const id = basename(resolve(path));
      return { id, reading: readCourse(id, packTexts(path), law, sha256) };
    }),
  );
}

const isCourse = (folder: string): boolean => existsSync(join(folder, 'course.yaml'));

function foundIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CliFailure(
      { zh: '找不到文件夹“{folder}”。请检查路径。', en: 'There is no folder "{folder}". Check the path.' },
      { folder },
    );
  if (isCourse(folder)) return [folder];
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter(isCourse)
    .toSorted();
  if (found.length > 0) return found;
  throw new CliFailure(
    {
      zh: '“{folder}”里没有课程：课程文件夹内应有 course.yaml。',
      en: '"{folder}" holds no course: a course is a folder with a course.yaml.',
    },
    { folder },
  );
}
