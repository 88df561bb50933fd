import { readdirSync, readFileSync } from 'node:fs';
import { questionsOf } from '@sallyport/core/courses';
import { expect, test } from 'vitest';
import { createCourses } from '../../packages/server/src/modules/education/index.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';

// Built by scripts/setup.mjs before any test runs.
const assets = new URL('../../packages/web/dist/assets/', import.meta.url);

test('nothing of what is built for the browser holds the reason of an answer', () => {
  const built = readdirSync(assets)
    .filter((name) => /\.(?:js|css|json)$/.test(name))
    .map((name) => readFileSync(new URL(name, assets), 'utf8'))
    .join('\n');
  const bank = [...createCourses(readInstalledLaw()).installed().values()].flatMap(({ course }) => questionsOf(course));
  // The right option's reason stands for its question; a short text could stand anywhere.
  const reasons = bank.flatMap(({ key }) => key.tell().flatMap(({ right, why }) => (right ? [why.zh, why.en] : [])));
  const told = reasons.filter((text) => text.length > 15);
  expect(told.length).toBeGreaterThan(200);
  expect(built.length).toBeGreaterThan(500_000);
  expect(told.filter((text) => built.includes(text))).toEqual([]);
});
