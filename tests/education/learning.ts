import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { type Course, type Question, questionsOf } from '@sallyport/core/courses';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AnswersGiven } from '../../packages/server/src/modules/education/contract.ts';
import {
  createCourses,
  createDoor,
  createLinks,
  educationRoom,
} from '../../packages/server/src/modules/education/index.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { createPress } from '../../packages/server/src/platform/paper/press.ts';
import { type PrivacyRooms, privacyRooms } from '../people/privacy-rooms.ts';
import type { TestInstallation } from '../support/installations.ts';
import { organisationFlags } from '../support/organisation.ts';
import { actorOf } from '../support/rooms.ts';

const org = 'org-education';
export const machine: Actor = { ...nobody(org), via: 'machine' };
export const officer: Actor = { ...actorOf(org, 'security-officer', { person: 'wang' }), account: 'officer' };
export const learner = (person: string): Actor => ({ ...actorOf(org, 'member', { person }), account: person });
export const li = learner('li');

export const law = readInstalledLaw();
const duty = 'cn-cel-2023/key-unit-staff-education';
const title = { zh: '教育', en: 'Education' };
export const installed = createCourses(law).installed();
export const general = installed.get('general')?.course as Course;
export const bank = new Map(
  [...installed.values()].flatMap(({ course }) => questionsOf(course)).map((one) => [one.ask.zh, one]),
);

export type Paper = {
  readonly course: string;
  readonly paper: {
    readonly questions: readonly {
      readonly number: number;
      readonly ask: { readonly zh: string };
      readonly options: readonly { readonly letter: string; readonly text: { readonly zh: string } }[];
    }[];
  };
  readonly answers: AnswersGiven;
};
export type Mine = {
  readonly courses: readonly {
    readonly course: string;
    readonly next: { readonly may: string; readonly left?: number; readonly until?: string };
    readonly lessons: readonly { readonly lesson: string; readonly acknowledged: string | null }[];
    readonly submitted: readonly { readonly attempt: string; readonly passed: boolean }[];
    readonly validUntil: string | null;
    readonly duties: readonly { readonly clauses: readonly { readonly id: string }[] }[];
  }[];
};

const rightOf = (question: Question | undefined): Set<string> => {
  const told = question?.key.tell() ?? [];
  return new Set(question?.options.filter((_, at) => told[at]?.right).map(({ zh }) => zh));
};
/** What somebody answers who knows the bank; of the first `wrong` questions nothing. */
export const answersTo = ({ paper }: Paper, wrong = 0): AnswersGiven =>
  Object.fromEntries(
    paper.questions.slice(wrong).map(({ number, ask, options }) => {
      const right = rightOf(bank.get(ask.zh));
      return [String(number), options.filter(({ text }) => right.has(text.zh)).map(({ letter }) => letter)];
    }),
  );

const press = createPress();
afterAll(() => press.end());
export const links = createLinks(createSecretKey(randomBytes(32)));
export const dayOf = (instant: number): number => Math.floor((instant + 8 * 3_600_000_000) / 86_400_000_000);

/** For rooms that no package comes into. */
const noPapers: FilesOfPackages = {
  peek: async () => null,
  keep: async () => Promise.reject(new Error('no files here')),
};
type FilesOfPackages = Parameters<typeof educationRoom>[0]['papers'];

export const roomWith = (
  courses: ReturnType<typeof createCourses>,
  database: Database,
  papers = noPapers,
  clock: { readonly now: () => number } = { now: () => Date.now() * 1000 },
) =>
  educationRoom({
    database,
    dayOf,
    links,
    papers,
    door: createDoor(createSecretKey(Buffer.alloc(32)), clock),
    press,
    post: { write: async () => true, keepAddress: async () => undefined },
    origin: () => 'https://sallyport.example',
    head: async () => ({ origin: 'sallyport.example/log', size: 7, root: 'cm9vdA==' }),
    ids: { uuid: randomUUID, salt: () => randomBytes(32) },
    law,
    courses,
    openDuties: async (_tx, subject, rules) =>
      rules.includes(duty) ? [{ rule: duty, subject, period: null, title, status: 'pending', due: '2026-12-01' }] : [],
  });

/** The room of education on a real database, and somebody who learns: what every test of it begins with. */
export function learning({ database, ownerClient }: Pick<TestInstallation, 'database' | 'ownerClient'>) {
  let rooms: PrivacyRooms;
  const asked: string[] = [];

  beforeAll(async () => {
    rooms = privacyRooms(database, { rooms: [roomWith(createCourses(law), database)] });
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01' };
    await rooms.run(
      'register.import',
      [{ kind: 'organisation', id: org, fields: { ...house, ...organisationFlags } }],
      machine,
    );
    const unit = { organisation: org, name: '一室', establishedOn: '2020-01-01' };
    await rooms.run('register.import', [{ kind: 'unit', id: 'unit-a', fields: unit }], machine);
    for (const [id, name] of [
      ['li', '李示例'],
      ['wang', '王示例'],
    ]) {
      const fields = { organisation: org, unit: 'unit-a', name, standing: 'employee', joinedOn: '2021-03-01' };
      await rooms.run('register.import', [{ kind: 'person', id, fields }], machine);
    }
  });
  beforeEach(async () => {
    asked.length = 0;
    rooms.entries.length = 0;
    rooms.clock.set('2026-11-23T12:00:00+08:00');
    for (const table of [
      'course_certificate',
      'certificate_number',
      'course_attempt',
      'course_reading',
      'course_reopening',
      'fact_completion',
      'course_content',
    ])
      await ownerClient.query(`DELETE FROM ${table}`);
  });

  /** Every answer is kept, to be searched for what must not be in it. */
  const run = async (name: string, input: object, by = li): Promise<Record<string, unknown>> => {
    const output = (await rooms.one(name, input, by)) as Record<string, unknown>;
    asked.push(JSON.stringify(output));
    return output;
  };
  const ask = async <T>(name: string, input: object, by = li): Promise<T> => {
    const output = await rooms.ask(name, input, by);
    asked.push(JSON.stringify(output));
    return output as T;
  };
  const refused = (name: string, input: object, by = li) => rooms.refused('run', name, input, by);
  const notAsked = (name: string, input: object, by = li) => rooms.refused('ask', name, input, by);
  const read = async (course = 'general', by = li): Promise<void> => {
    for (const { id: lesson } of installed.get(course)?.course.lessons ?? []) {
      await ask('education.lesson', { course, lesson }, by);
      await run('education.openLesson', { course, lesson }, by);
      await run('education.acknowledgeLesson', { course, lesson }, by);
    }
  };
  const begin = async (course = 'general', by = li): Promise<string> =>
    (await run('education.begin', { course }, by))['attempt'] as string;
  const sit = async (wrong: number, course = 'general', by = li): Promise<string> => {
    const attempt = await begin(course, by);
    const paper = await ask<Paper>('education.attempt', { attempt }, by);
    await run('education.submit', { attempt, answers: answersTo(paper, wrong) }, by);
    return attempt;
  };
  const mine = async (course = 'general', by = li) => {
    const found = (await ask<Mine>('education.mine', {}, by)).courses.find((one) => one.course === course);
    if (found === undefined) throw new Error(`no course ${course}`);
    return found;
  };

  return { asked, run, ask, refused, notAsked, read, begin, sit, mine, rooms: () => rooms };
}
