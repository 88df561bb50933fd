import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Course, readCourse, readKept } from '@sallyport/core/courses';
import { formatProblem, type Law } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import type { Transaction } from '../../platform/database/transaction.ts';
import { packTexts } from '../law/index.ts';
import * as store from './store/content.ts';

export type Installed = { readonly course: Course; readonly files: ReadonlyMap<string, string> };

export type Courses = {
  readonly installed: () => ReadonlyMap<string, Installed>;
  /** The content of that hash, as it is installed or as it was kept; null where it is neither. */
  readonly withContent: (tx: Transaction, course: string, hash: string) => Promise<Course | null>;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ours = join(packsFolder, 'courses');

/** The courses in a folder, which are those that come with the program; read when somebody asks for the first time. */
export function createCourses(law: Pick<Law, 'clauses'>, folder: string = ours): Courses {
  let read: ReadonlyMap<string, Installed> | undefined;
  const installed = (): ReadonlyMap<string, Installed> => (read ??= readInstalled(law, folder));
  /** Content is named by its hash, whichever organisation kept it. */
  const kept = new Map<string, Course>();
  return {
    installed,
    async withContent(tx, id, hash) {
      const now = installed().get(id)?.course;
      const known = now?.hash === hash ? now : kept.get(hash);
      if (known !== undefined) return known;
      const files = await store.keptFiles(tx, hash);
      const course = files === null ? null : readKept(id, new Map(Object.entries(files)), law, sha256);
      if (course === null || course.hash !== hash) return null;
      kept.set(hash, course);
      return course;
    },
  };
}

/** A course with a problem is a fault of the program: the checks that ship it refuse it. */
function readInstalled(law: Pick<Law, 'clauses'>, folder: string): ReadonlyMap<string, Installed> {
  const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    ids
      .map(({ name }) => name)
      .toSorted()
      .map((id) => {
        const files = packTexts(join(folder, id));
        const { course, problems } = readCourse(id, files, law, sha256);
        if (course === null)
          throw new Error(
            `The course ${id} has problems:\n${problems.map((one) => formatProblem(one, 'en')).join('\n')}`,
          );
        return [id, { course, files }] as const;
      }),
  );
}
