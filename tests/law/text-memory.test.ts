import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem, type LawReading, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts } from '@sallyport/server';
import { afterAll, expect, test } from 'vitest';
import { type KeptTexts, keptTexts } from '../../packages/cli/src/law/text-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-texts-'));
const path = join(folder, 'kept', 'texts.json');
afterAll(() => rmSync(folder, { recursive: true }));

const packs = ['cn-cq-2023', 'cn-cel-2023', 'org-policy'];
const texts = new Map(packs.map((name) => [name, packTexts(join(packsFolder, name))]));

/** Reads with the memory and counts the texts it knew. */
function read(files: ReadonlyMap<string, ReadonlyMap<string, string>>): { reading: LawReading; known: number } {
  const memory = keptTexts(path);
  let known = 0;
  const counting: KeptTexts = {
    ...memory,
    recall: (text) => {
      const data = memory.recall(text);
      if (data !== undefined) known++;
      return data;
    },
  };
  const reading = readLaw(files, vocabulary, counting);
  memory.save();
  return { reading, known };
}

/** All that is data in a law: its trees hold functions, which are left out. */
const asText = ({ law, problems, warnings }: LawReading): string =>
  JSON.stringify([law.rules, [...law.clauses], [...law.settings], problems, warnings]);

test('a law read from what was kept is the law as parsed', () => {
  const parsed = readLaw(texts, vocabulary);
  expect(read(texts).known).toBe(0);
  const again = read(texts);
  expect(again.known).toBe([...texts.values()].reduce((sum, files) => sum + files.size, 0));
  expect(asText(again.reading)).toBe(asText(parsed));
  expect(readdirSync(join(folder, 'kept'))).toEqual(['texts.json']);
});

test('what is wrong has its place although the text was not parsed', () => {
  const name = 'rules/debrief-after-return.yaml';
  const rule = texts.get('cn-cq-2023')?.get(name) ?? '';
  const wrong = rule.replace(/^on: .*$/m, 'on: trip.returnedOnn');
  expect(wrong).not.toBe(rule);
  const files = new Map([...texts, ['cn-cq-2023', new Map([...(texts.get('cn-cq-2023') ?? []), [name, wrong]])]]);
  const sentences = ({ problems }: LawReading): string[] => problems.map((problem) => formatProblem(problem, 'en'));
  const first = sentences(readLaw(files, vocabulary));
  expect(first.join()).toContain(`${name}:`);
  // The text has no fault as YAML: the second time it is known, and what it means is still wrong.
  for (let time = 0; time < 2; time++) expect(sentences(read(files).reading)).toEqual(first);
});

test('a text that is no YAML is parsed and refused each time', () => {
  const broken = new Map([
    ...texts,
    ['org-policy', new Map([...(texts.get('org-policy') ?? []), ['settings.yaml', 'a: [1']])],
  ]);
  const first = readLaw(broken, vocabulary).problems;
  expect(first.length).toBeGreaterThan(0);
  for (let time = 0; time < 2; time++) expect(read(broken).reading.problems).toEqual(first);
});

test('what JSON would change is not kept, and a file that is none is passed over', () => {
  const memory = keptTexts(path);
  memory.keep('a: .inf', { a: Number.POSITIVE_INFINITY });
  memory.keep('a: 1', { a: 1 });
  memory.save();
  expect(keptTexts(path).recall('a: .inf')).toBeUndefined();
  expect(keptTexts(path).recall('a: 1')).toEqual({ a: 1 });
  writeFileSync(path, '[["half');
  expect(keptTexts(path).recall('a: 1')).toBeUndefined();
  expect(read(texts).known).toBe(0);
});
