import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../packages/core/src/duties/index.ts';
import { vocabulary } from '../../packages/core/src/facts/index.ts';
import type { Trace } from '../../packages/core/src/feel/index.ts';
import { exampleTold, goldenPath, goldenText, goldenTold, languages, law, type Told } from './explain-texts.ts';

const told = await goldenTold();
const lines = (outline: string): string[] => outline.split('\n').map((line) => line.trim());

/** The text without what is a name of its own: ids of records and the names of bodies. */
function plain({ register }: Told, text: string): string {
  const ids = [...register.tables.values()].flatMap(({ ids }) => ids);
  const names = register.tables.get('organisation')?.columns['name'];
  const written = names?.type === 'text' ? names.values.filter((name) => name !== null) : [];
  const known = [...ids, ...written, ...written.map((name) => name.replaceAll('(', '（').replaceAll(')', '）'))];
  return known.toSorted((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, '#'), text);
}

/** Words of the vocabulary that are no plain words of English: field and kind names, which no reader should meet. */
const identifiers = new Set(
  [...vocabulary.kinds.values()]
    .flatMap((kind) => [
      kind.name,
      ...Object.keys(kind.fields),
      ...Object.values(kind.fields).flatMap(({ words }) => Object.keys(words ?? {})),
    ])
    .filter((name) => /[a-z][A-Z]/.test(name)),
);
const slugs = new Set(
  law.rules.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)]).filter((id) => id.split('-').length > 2),
);

/** What is wrong with a text, or nothing. */
function faults(about: Told, language: Language): string[] {
  // What the sentences rest on is held to the same.
  const text = plain(about, [about.text(language), ...lines(about.outline(language))].join('\n'));
  const found: string[] = [];
  const refuse = (pattern: RegExp, what: string): void => {
    const hit = pattern.exec(text);
    if (hit)
      found.push(
        `${about.name} ${language}: ${what} “${hit[0]}” in …${text.slice(Math.max(0, hit.index - 30), hit.index + 30)}…`,
      );
  };
  refuse(/undefined|null|NaN|\[object|\{[\d…]/, 'a fault of rendering');
  refuse(/[=<>+*^|\\_]|!=|\.\.|\s-\s/, 'a sign');
  refuse(/\b[a-z]+[A-Z]\w*/, 'a name of the program');
  refuse(/\b(?:setting|clause|period|edition|after|item)\.[a-z]/, 'a name of the program');
  for (const word of text.match(/[A-Za-z][A-Za-z-]+/g) ?? [])
    if (identifiers.has(word) || slugs.has(word)) found.push(`${about.name} ${language}: the identifier ${word}`);
  if (language === 'en') refuse(/[\p{Script=Han}，。；：（）]/u, 'Chinese');
  else {
    refuse(/[A-Za-z]+ [a-z]+ [a-z]+/, 'English');
    refuse(/(?<=\p{Script=Han})[,;:!?()]|[,;:!?()](?=\p{Script=Han})/u, 'a half-width sign');
  }
  refuse(/。。|，。|；。|，，|\.\.|: \.| {2}|““|””/, 'a slip of punctuation');
  return found;
}

describe('the golden explanations', () => {
  it.each(languages)('are what is rendered: %s (npm run golden rewrites them)', (language) => {
    expect(goldenText(told, language)).toBe(readFileSync(goldenPath(language), 'utf8'));
  });

  it('show every status and every form of evidence', () => {
    const duties = told.flatMap(({ duty }) => (duty ? [duty] : []));
    expect(duties.length).toBeGreaterThanOrEqual(30);
    expect(told.length - duties.length).toBeGreaterThan(5);
    expect([...new Set(duties.map(({ status }) => status))].toSorted()).toEqual([
      'breached',
      'late',
      'met',
      'missed',
      'overdue',
      'pending',
      'review',
      'unclear',
      'void',
      'waived',
    ]);
    expect([...new Set(duties.map(({ variant }) => variant.met?.form ?? 'forbids'))].toSorted()).toEqual([
      'count',
      'covers',
      'exists',
      'forbids',
      'latest',
      'milestone',
      'needs',
    ]);
  });

  it.each(languages)('are short enough to be read: %s', (language) => {
    for (const about of told) expect(about.text(language).split('\n').length, about.name).toBeLessThanOrEqual(13);
  });

  it.each(languages)('hold no sign, no identifier, and one language: %s', (language) => {
    expect(told.flatMap((about) => faults(about, language))).toEqual([]);
  });
});

describe('an exception whose condition is not known', () => {
  it('is said not to be taken, and what is not known', () => {
    const [about] = told;
    const duty = about?.duty;
    const when = duty?.rule.variants.find(({ id }) => id === 'emergency')?.when;
    if (!about || !duty || !when) throw new Error('the first golden duty has an exception');
    const { trace: seen } = duty;
    const trace: Trace = {
      has: (node) => seen.has(node),
      get: (node) => (node === when ? null : seen.get(node)),
      size: seen.size,
    };
    expect(about.again({ ...duty, trace }, 'zh')).toContain(
      '没有采用例外“紧急出行，来不及提前，出境前完成即可”，因为出国（境）事项 trip-0000002 的“紧急出行”未知。',
    );
    expect(about.again({ ...duty, trace }, 'en')).toContain(
      'is not taken, because “emergency” of trip-0000002 is not known.',
    );
  });
});

describe('what the sentences rest on', () => {
  it('goes down to the fields that were read, each with its record, and says what they came to', () => {
    const [about] = told;
    expect(about?.outline('zh').split('\n').slice(6, 13)).toEqual([
      '是否适用',
      '  以下各项都符合：符合',
      '    出国（境）事项 trip-0000002 的“出国（境）”为“是”：符合',
      '      出行人员 traveller-0000002 的“出国（境）事项”：出国（境）事项 trip-0000002',
      '    出国（境）事项 trip-0000002 的“类别”不是“因私”：符合',
      '      出国（境）事项 trip-0000002 的“类别”：“因公”',
      '        出行人员 traveller-0000002 的“出国（境）事项”：出国（境）事项 trip-0000002',
    ]);
    expect(lines(about?.outline('en') ?? '')).toContain(
      'the setting “Lead time of education before departure”, the organisation’s own policy: 3 days',
    );
  });

  it('shows no value of what a rule may only find present or absent', () => {
    const about = told.find(({ name }) => name === 'cn-ssl-2024/carrier-in-the-post movement-0000004');
    const level = lines(about?.outline('zh') ?? '').filter((line) => line.includes('“密级”'));
    expect(level).toEqual(['受控文件 document-0000006 的“密级”已登记：符合']);
  });

  it.each(languages)('names each part once: %s', (language) => {
    const deadline = told
      .find(({ name }) => name === 'cn-cel-2023/cooling-off-check cooling-off-0000005')
      ?.outline(language)
      .split('\n')
      .filter((line) => /^ {2}\S/.test(line));
    expect(deadline?.length).toBeGreaterThan(3);
    expect(new Set(deadline).size).toBe(deadline?.length);
  });
});

describe('the check of a text', () => {
  it.each(['它的 departsOn 未知。', '期限>5天。', 'undefined', '按pre-departure-education办理。', '期限,5天。'])(
    'notices %s',
    (text) => {
      const [about] = told;
      expect(about && faults({ ...about, text: () => text }, 'zh')).not.toEqual([]);
    },
  );
});

describe('every example of every pack', () => {
  it('is explained without a slip in both languages', () => {
    let count = 0;
    const found: string[] = [];
    for (const rule of law.rules) {
      for (const example of rule.examples) {
        for (const about of exampleTold(rule, example)) {
          count++;
          for (const language of languages) found.push(...faults(about, language));
        }
      }
    }
    expect(found.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(2400);
  }, 300_000);
});
