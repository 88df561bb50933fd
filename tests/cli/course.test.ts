import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packsFolder } from '@sallyport/packs';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines, sallyport } from './sallyport.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-course-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sallyport course', () => {
  it('finds no fault in the courses that come with the program, and says that they are not reviewed', () => {
    const { status, stdout, stderr } = sallyport('course', 'check', '--lang', 'zh');
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/4门课程，1\d\d道题；0处问题，0处提醒。/);
    expect(stdout.match(/尚未经两人审阅/g)).toHaveLength(4);
  });

  it('lists what each is good for: the course for travellers, and no other, opens the way to a journey', () => {
    const { status, stdout } = sallyport('course', 'list', '--json');
    expect(status).toBe(0);
    const courses = jsonLines(stdout) as { course: string; meets: string[]; reviewed: boolean; questions: number }[];
    expect(courses.map(({ course, meets, reviewed }) => [course, meets, reviewed])).toEqual([
      ['general', ['cn-cel-2023/key-unit-staff-education'], false],
      ['handlers', [], false],
      ['hosts', [], false],
      ['travel', ['cn-cq-2023/pre-departure-education'], false],
    ]);
    for (const { questions } of courses) expect(questions).toBeGreaterThanOrEqual(25);
  });

  it('shows a course whole to those who review it, answers and reasons included', () => {
    const { status, stdout } = sallyport('course', 'show', 'travel', '--lang', 'zh');
    expect(status).toBe(0);
    expect(stdout).toContain('# 受到压力时');
    expect(stdout).toMatch(/\[√\] 及时说明并有悔改表现的，可以不予追究\n {6}这是法律留的路。/);
    expect(stdout).toContain('  依据：反间谍法第55条');
    expect(sallyport('course', 'show', 'nothing').status).toBe(1);
  });

  it('ends with status 1 and the place of a fault, and tells no course without a file of its own', () => {
    const course = join(folder, 'hosts');
    cpSync(join(packsFolder, 'courses/hosts'), course, { recursive: true });
    const bank = join(course, 'questions/after.yaml');
    writeFileSync(bank, readFileSync(bank, 'utf8').replace('method: surveillance', 'method: foreigners'));
    const checked = sallyport('course', 'check', folder, '--lang', 'en');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toMatch(/hosts\/questions\/after\.yaml:\d+:11: must be one of: controlled-technology/);
    expect(jsonLines(sallyport('course', 'check', course, '--json').stdout)).toContainEqual({
      counts: { courses: 1, questions: 0, problems: 1, warnings: 0 },
    });
    expect(sallyport('course', 'list', course).status).toBe(1);
    const nothing = sallyport('course', 'check', join(course, 'lessons'), '--lang', 'en');
    expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringContaining('holds no course')]);
  });
});
