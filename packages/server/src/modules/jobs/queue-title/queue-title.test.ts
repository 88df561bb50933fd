import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queueTitle } from './queue-title.ts';

const root = join(import.meta.dirname, '../../..');

/** What is written where work is defined: a name, and later what runs. */
const defined = globSync('{open.ts,modules/**/*.ts}', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .filter((text) => text.includes('JobDefinition'))
  .flatMap((text) => [...text.matchAll(/name: '([a-z]+\.[a-z-]+)',\s+(?:\/\/.*\s+)?(?:schedule|expires|run)/g)])
  .map(([, name = '']) => name);

test('every work that the program has is called something in both languages', () => {
  expect(defined.length).toBeGreaterThan(8);
  expect(defined.filter((name) => queueTitle(name).zh === name)).toEqual([]);
});

test('what this version does not know is named by itself', () => {
  expect(queueTitle('later.work')).toEqual({ zh: 'later.work', en: 'later.work' });
});
