import { expect, it } from 'vitest';
import { startProgress } from './progress.ts';

/** What is written by the second, for work that tells of itself ten times a second. */
function written(isTTY: boolean, seconds: number, total = 100): string[] {
  const texts: string[] = [];
  let now = 0;
  const stream = { isTTY, write: (text: string) => texts.push(text) };
  const progress = startProgress('evaluating', stream, () => now);
  for (; now < seconds * 1000; now += 100) progress.to((now / (seconds * 1000)) * 100, total);
  progress.end();
  return texts;
}

it('says nothing of work that is done within two seconds', () => {
  expect(written(true, 2)).toEqual([]);
  expect(written(false, 2)).toEqual([]);
});

it('draws a bar on a terminal after two seconds, and takes it away at the end', () => {
  const texts = written(true, 4);
  expect(texts.length).toBeGreaterThan(15);
  expect(texts[0]).toMatch(/^\r.*evaluating .*█+.*░+ 50%$/);
  expect(texts.at(-1)).toBe('\r\u001b[K');
});

it('writes a line every five seconds where nobody watches, and counts where no end is known', () => {
  expect(written(false, 20)).toEqual([
    'evaluating 10% (10/100)\n',
    'evaluating 35% (35/100)\n',
    'evaluating 60% (60/100)\n',
    'evaluating 85% (85/100)\n',
  ]);
  expect(written(false, 4, 0)).toEqual(['evaluating 50\n']);
});
