import { join } from 'node:path';
import { chooseBlocks, type Declared, examinedOf, readLibrary, topicsOf } from '@sallyport/core/briefing';
import { methodNames, paperOf } from '@sallyport/core/courses';
import { isPlace } from '@sallyport/core/trips';
import { packsFolder } from '@sallyport/packs';
import { describe, expect, test } from 'vitest';
import { packTexts } from '../../packages/server/src/modules/law/read-packs.ts';
import { law, sha256 } from './small-course.ts';

const texts = packTexts(join(packsFolder, 'briefing'));
const read = (files: ReadonlyMap<string, string>) => readLibrary('briefing', files, law, sha256);
const { library, problems } = read(texts);
const changed = (name: string, text: string): ReadonlyMap<string, string> => new Map([...texts, [name, text]]);

/** A day's journey alone, of which nothing was declared. */
const plain: Declared = {
  seat: 'cn',
  kind: 'official',
  advised: [],
  hosts: [],
  meetings: false,
  items: [],
  communications: false,
  group: false,
  overnight: false,
  posts: [],
};
const chosen = (more: Partial<Declared> = {}) => (library === null ? [] : chooseBlocks(library, { ...plain, ...more }));
const ids = (more: Partial<Declared> = {}) => chosen(more).map(({ block }) => block.id);

describe('the library that comes with the program', () => {
  test('has nothing that the checker would change, and every one of the seventeen subjects', () => {
    expect(problems).toEqual([]);
    expect(library?.blocks.length).toBeGreaterThanOrEqual(17);
  });

  test('has one best answer to each question, and scenarios that name a method', () => {
    for (const { key, scenario } of (library?.blocks ?? []).flatMap(({ questions }) => questions)) {
      expect(key.tell().filter(({ right }) => right)).toHaveLength(1);
      expect(scenario === null || methodNames.includes(scenario.method)).toBe(true);
    }
  });

  test('teaches Article 55 to everybody whose law it is, as a right', () => {
    const block = chosen().find(({ block: { id } }) => id === 'when-pressed')?.block;
    for (const language of ['zh', 'en'] as const)
      expect(JSON.stringify(block?.text[language])).toContain('cn-cel-2023/art-55');
    expect(ids({ seat: 'us' })).not.toContain('when-pressed');
  });
});

describe('the blocks of a journey', () => {
  test('depend on what was declared of it, and say why', () => {
    expect(ids()).not.toContain('devices');
    const found = chosen({ items: ['device', 'paper'] });
    expect(found.find(({ block }) => block.id === 'devices')?.reasons).toEqual([{ by: 'items', of: ['device'] }]);
    expect(found.find(({ block }) => block.id === 'after-return')?.reasons).toEqual([{ by: 'always' }]);
    expect(ids({ group: true })).toContain('travelling-together');
    expect(ids({ hosts: ['media'] })).toContain('elicitation');
    expect(ids({ kind: 'posting' })).toContain('local-rules');
  });

  test('follow the destination list by kind of risk and level', () => {
    const place = '奥斯陆';
    expect(ids({ advised: [{ place, risk: 'health', level: 'ordinary' }] })).not.toContain('health-and-safety');
    const found = chosen({ advised: [{ place, risk: 'health', level: 'raised' }] });
    expect(found.find(({ block }) => block.id === 'health-and-safety')?.reasons).toEqual([
      { by: 'risk', place, risk: 'health', level: 'raised' },
    ]);
  });

  test('make up the topics that rules ask for: of secrecy for posts that bear secrets alone', () => {
    const topics = (more: Partial<Declared>) => (library === null ? [] : topicsOf(library, ids(more)));
    expect(topics({})).toEqual(['precautions', 'consular']);
    expect(topics({ posts: ['secret-bearing'] })).toEqual(['precautions', 'secrecy', 'consular']);
    expect(topics({ seat: 'us', posts: ['cleared'] })).toEqual(['defensive', 'consular']);
    // Papers that are carried make no briefing on secrecy of one that leaves out what somebody knows.
    expect(topics({ items: ['paper'] })).not.toContain('secrecy');
  });
});

describe('the questions', () => {
  test('are few, are asked of what this journey needs first, and hold no answer', () => {
    if (library === null) throw new Error('no library');
    const examined = examinedOf(library, chosen({ items: ['device'], group: true }));
    expect(examined.categories).toHaveLength(5);
    expect(examined.categories.map(({ id }) => id)).toContain('travelling-together');
    const paper = JSON.stringify(paperOf(examined, { course: 'briefing', hash: library.hash, seed: 'x' }));
    for (const { why } of examined.categories.flatMap(({ questions }) => questions.flatMap(({ key }) => key.tell())))
      expect(paper).not.toContain(why.zh);
  });
});

describe('the checker', () => {
  const lesson = 'lessons/approaches.zh.md';
  const message = (files: ReadonlyMap<string, string>) =>
    read(files)
      .problems.map((one) => one.message.en)
      .join('\n');

  test('refuses a block that teaches suspicion of people for their origin', () => {
    expect(read(changed(lesson, `${texts.get(lesson)}\n要警惕身边的外国人。\n`)).library).toBeNull();
  });

  test('refuses a clause that is not there, a block that is not listed and one that is missing', () => {
    expect(message(changed(lesson, `${texts.get(lesson)}\n见[某条](clause:cn-cel-2023/art-999)。\n`))).toMatch(
      /no clause/,
    );
    expect(message(changed('lessons/other.zh.md', '# 其他\n\n内容。\n'))).toMatch(/no place here/);
    expect(message(new Map([...texts].filter(([name]) => name !== lesson)))).toMatch(/is missing/);
    const listed = String(texts.get('library.yaml')).replace('blocks: [lost-things', 'blocks: [none, lost-things');
    expect(message(changed('library.yaml', listed))).toMatch(/no block none/);
  });
});

test('a leg goes to a place of the list when it names it, whole or as a part between commas, and not by likeness', () => {
  expect(isPlace('Oslo', 'Oslo')).toBe(true);
  expect(isPlace('oslo', 'Oslo, Norway')).toBe(true);
  expect(isPlace('奥斯陆', '挪威，奥斯陆')).toBe(true);
  expect(isPlace('Oslo', 'Oslofjord')).toBe(false);
  expect(isPlace('挪威', '挪威奥斯陆')).toBe(false);
});
