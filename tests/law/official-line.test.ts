import { expect, test } from 'vitest';
import { vocabulary } from '../../packages/core/src/facts/index.ts';
import { officialLine, readLaw } from '../../packages/core/src/law/index.ts';
import { readInstalledLaw } from '../../packages/server/src/modules/law/index.ts';
import { ruleText, smallPackTexts } from './small-pack.ts';

const law = readInstalledLaw();

test('China’s line is the one that the Reward Measures name, in an article that was read', () => {
  const line = officialLine(law, 'cn');
  expect(line).toMatchObject({ edition: 'cn-rwd-2022', phone: '12339', site: 'www.12339.gov.cn', clause: 'art-4' });
  const clause = law.clauses.get(`${line?.edition}/${line?.clause}`)?.clause;
  expect(clause?.sureness).toBe('text');
  expect(clause?.gist.zh).toContain(line?.phone);
});

test('no number is made up for a country whose packs name none', () => {
  expect(officialLine(law, 'us')).toBeNull();
});

const withLine = (line: string) => {
  const texts = new Map(smallPackTexts(ruleText()));
  texts.set('instrument.yaml', `${texts.get('instrument.yaml') ?? ''}line: ${line}\n`);
  return readLaw(new Map([['test-2024', texts]]), vocabulary);
};

test('a pack names the line of its country, from a clause that was read', () => {
  const { law: read, problems } = withLine('{ name: { zh: 电话, en: Line }, phone: "110", clause: art-1 }');
  expect(problems).toEqual([]);
  expect(officialLine(read, 'cn')?.phone).toBe('110');
});

test.each([
  [
    'a clause known at second hand',
    '{ name: { zh: 电话, en: Line }, phone: "110", clause: report }',
    /whose text was read/,
  ],
  ['a clause there is not', '{ name: { zh: 电话, en: Line }, phone: "110", clause: none }', /whose text was read/],
  ['what is no number', '{ name: { zh: 电话, en: Line }, phone: "call us", clause: art-1 }', /telephone number/],
  [
    'an address instead of a host',
    '{ name: { zh: 电话, en: Line }, phone: "110", site: "https://x.cn/a", clause: art-1 }',
    /host name/,
  ],
])('a line is refused with %s', (_what, line, message) => {
  expect(
    withLine(line)
      .problems.map(({ message: { en } }) => en)
      .join(),
  ).toMatch(message);
});
