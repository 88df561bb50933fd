import { parseDay } from '@sallyport/core/calendar';
import { settingRefusal } from '@sallyport/core/law';
import { describe, expect, it } from 'vitest';
import { importFolder } from '../support/import-folder.ts';
import { readSmallPack, ruleText, smallPackTexts } from './small-pack.ts';

/** The small pack whose setting of days is held to the five days of its first article, and one to ten working days. */
const bounded = (smallPackTexts('').get('settings.yaml') ?? '')
  .replace('type: days, default: 1,', 'type: days, default: 1, notLooserThan: test-2024/art-1.within,')
  .replace(
    'id: twice, type: integer, default: 2,',
    'id: twice, type: workingDays, default: 2, notLooserThan: test-2024/art-1.days,',
  );
const { law, problems } = readSmallPack(ruleText(), { 'settings.yaml': bounded });
const from = parseDay('2026-03-01') ?? 0;
const refusal = (name: string, value: string, recordedOn?: number) =>
  settingRefusal(law, { name, value, from }, recordedOn);

describe("an organisation's own value of a setting", () => {
  it('is held to the figure of the law that the setting names', () => {
    expect(problems).toEqual([]);
    expect(refusal('promptly', '5')).toBeNull();
    expect(refusal('promptly', '0')).toBeNull();
    expect(refusal('promptly', '6')).toEqual({
      zh: '参数“及时”写成6日，比试验第1条的规定（5日）宽：请改为不超过该规定。',
      en: '“Promptly” at 6 days is looser than Test, Article 1 allows (5 days); make it no more than that',
    });
    expect(refusal('twice', '10')).toBeNull();
    expect(refusal('twice', '11')?.en).toMatch(/looser than Test, Article 1 allows/);
    expect(refusal('yearly', '600')).toBeNull();
  });

  it.each(['', '-1', '1.5', '5天', '1e3', '0x5', '05', '9999999999'])('is a whole number, and not “%s”', (value) => {
    expect(refusal('promptly', value)?.zh).toMatch(/不是非负整数/);
  });

  it('is never retroactive', () => {
    expect(refusal('promptly', '3', from)).toBeNull();
    expect(refusal('promptly', '3', from + 1)?.en).toMatch(/never retroactive.*2026-03-02/);
  });

  it('is not held to a bound that was not in force on its first day', () => {
    const day = (text: string): number => parseDay(text) ?? 0;
    const own = { name: 'promptly', value: '9' };
    expect(settingRefusal(law, { ...own, from: day('2023-12-31') })).toBeNull();
    expect(settingRefusal(law, { ...own, from: day('2024-01-01') })?.en).toMatch(/looser/);
  });

  it('is left alone where no pack here knows its name', () => expect(refusal('elsewhere', 'x')).toBeNull());

  it('is refused by an import with its place, and nothing of the import is kept', async () => {
    const at = importFolder();
    at.organisation();
    const file = at.file(
      'setting.jsonl',
      ['5', '6']
        .map((value, index) =>
          JSON.stringify({ id: `s${index}`, organisation: 'org-1', name: 'promptly', value, fromDay: '2026-03-01' }),
        )
        .join('\n'),
    );
    const { problems: found } = await at.run([file], { law: () => law });
    expect(found.map(({ code, row, column }) => [code, row, column])).toEqual([['setting-refused', 2, 'value']]);
    expect(found[0]?.values['reason']).toEqual(refusal('promptly', '6'));
    expect((await at.run([at.file('setting.jsonl', '')], { law: () => law })).changes).toMatchObject([{ added: 0 }]);
  });

  it('stays where it was recorded before the law became stricter', async () => {
    const at = importFolder();
    at.organisation();
    const line = (id: string, value: string): string =>
      JSON.stringify({ id, organisation: 'org-1', name: 'promptly', value, fromDay: '2026-03-01' });
    const lax = readSmallPack(ruleText()).law;
    expect((await at.run([at.file('setting.jsonl', line('old', '9'))], { law: () => lax })).problems).toEqual([]);
    expect((await at.run([at.file('setting.jsonl', line('new', '4'))], { law: () => law })).problems).toEqual([]);
  });
});
