import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isReviewed, methodNames, questionsOf, readCourse } from '@sallyport/core/courses';
import { packsFolder } from '@sallyport/packs';
import { describe, expect, test } from 'vitest';
import { packTexts } from '../../packages/server/src/modules/law/read-packs.ts';
import { law, sha256 } from './small-course.ts';

const folder = join(packsFolder, 'courses');
const readings = readdirSync(folder).map((id) => {
  const texts = packTexts(join(folder, id));
  return { id, texts, reading: readCourse(id, texts, law, sha256) };
});

describe.each(readings)('the course $id', ({ texts, reading }) => {
  test('has nothing that the checker would change', () => {
    expect(reading.problems).toEqual([]);
    expect(reading.warnings).toEqual([]);
  });

  test('has at least twenty-five questions, each category twice what it draws', () => {
    const categories = reading.course?.categories ?? [];
    expect(categories.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(25);
    for (const { draw, questions } of categories) expect(questions.length).toBeGreaterThanOrEqual(draw * 2);
  });

  test('says that two people have not read it yet, since nobody has', () => {
    expect(texts.has('reviews.yaml')).toBe(false);
    expect(reading.course && isReviewed(reading.course)).toBe(false);
  });

  test('rests on clauses that every question of law names, and speaks of the same ones in its lessons', () => {
    const { course } = reading;
    expect(course?.clauses.length).toBeGreaterThan(0);
    for (const question of course ? questionsOf(course) : [])
      for (const clause of question.clauses) expect(course?.clauses, `${question.id}: ${clause}`).toContain(clause);
  });

  test('has one best answer to each question that does not ask for several', () => {
    const questions = reading.course ? questionsOf(reading.course).filter(({ choose }) => choose === 'one') : [];
    expect(questions.length).toBeGreaterThan(15);
    for (const question of questions) expect(question.key.tell().filter(({ right }) => right)).toHaveLength(1);
  });
});

test('scenarios of the courses name methods of the list', () => {
  const used = readings
    .flatMap(({ reading }) => (reading.course ? questionsOf(reading.course) : []))
    .flatMap(({ scenario }) => scenario?.method ?? []);
  for (const method of used) expect(methodNames).toContain(method);
});
