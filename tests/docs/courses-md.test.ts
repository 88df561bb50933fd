import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodNames, questionsOf, readCourse } from '@sallyport/core/courses';
import { expect, test } from 'vitest';
import { law, sha256 } from '../courses/small-course.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/courses.md'), 'utf8');

/** The files that the guide shows, by the path written on their first line. */
const files = new Map(
  [...guide.matchAll(/```(?:yaml|markdown)\n(?:# |<!-- )reporting\/(\S+?)(?: -->)?\n([^]*?)```/g)].map(
    ([, path = '', text = '']) => [path, text] as const,
  ),
);

test('the course of the guide is one', () => {
  expect([...files.keys()].toSorted()).toEqual([
    'course.yaml',
    'lessons/channels.en.md',
    'lessons/channels.zh.md',
    'questions/channels.yaml',
  ]);
  const { course, problems, warnings } = readCourse('reporting', files, law, sha256);
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
  expect(course && questionsOf(course).map(({ id }) => id)).toEqual(['direct', 'paid-list']);
});

test('the guide names every method', () => {
  for (const method of methodNames) expect(guide).toContain(`\`${method}\``);
});
