import { lintText, type Part, type Reason } from '@sallyport/core/courses';
import { describe, expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';

type Language = 'zh' | 'en';
const text: Part = { part: 'text' };
const right: Part = { part: 'right' };

/** Texts that would teach suspicion of people, or denouncing, or that spoil a question: each refused, and for its reason. */
const hostile: readonly (readonly [language: Language, text: string, reason: Reason, part?: Part])[] = [
  ['zh', '与外国人交往要多留个心眼，很可能别有用心。', 'origin'],
  ['zh', '外籍同事大多靠不住，重要的事不要让他们知道。', 'origin'],
  ['zh', '发现身边有说外语的陌生人，应及时举报。', 'origin'],
  ['zh', '来自某些国家的访客要重点排查。', 'origin'],
  ['zh', '少数民族人员出国前应当加强审查。', 'origin'],
  ['zh', '对台湾同胞要提防，不宜深交。', 'origin'],
  ['zh', '听口音就能判断此人是否可疑。', 'origin'],
  ['zh', '华裔学者最容易成为间谍，应减少往来。', 'origin'],
  ['zh', '改过外国名字的人，忠诚度值得怀疑。', 'origin'],
  ['zh', '信教的同事思想复杂，应当多加留神。', 'belief'],
  ['zh', '经常去清真寺、教堂的人员应列为重点关注对象。', 'belief'],
  ['zh', '持不同意见的人往往是境外情报机关的目标，应予监视。', 'belief'],
  ['zh', '有海外关系的人员存在较大风险。', 'family'],
  ['zh', '配偶是外国人的，容易被策反，应当疏远。', 'family'],
  ['zh', '海归人员在国外时间长，要多加提防。', 'family'],
  ['zh', '孩子在国外留学的同事应向单位报告并接受甄别。', 'family'],
  ['zh', '每人每月至少反映一条线索。', 'denouncing'],
  ['zh', '请留意身边同事的言论，发现异常及时记录。', 'denouncing'],
  ['zh', '宁可错报，不可漏报。', 'denouncing'],
  ['zh', '敌对势力无孔不入，严禁与其接触。', 'tone'],
  ['zh', '以上都对', 'everything', right],
  ['zh', 'A和B都正确', 'everything', right],
  ['en', 'Be careful with foreigners who take an interest in your work.', 'origin'],
  ['en', 'Foreign visitors are a risk and should be watched at all times.', 'origin'],
  ['en', 'People from certain countries are more likely to be spies.', 'origin'],
  ['en', 'A colleague with dual citizenship cannot be trusted with plans.', 'origin'],
  ['en', 'An accent may be a warning sign.', 'origin'],
  ['en', 'Chinese scientists abroad deserve extra scrutiny.', 'origin'],
  ['en', 'American guests often work for an intelligence service, so keep your distance.', 'origin'],
  ['en', 'It is no prejudice to be wary of immigrants.', 'origin'],
  ['en', 'Report anyone who speaks their native language on the telephone.', 'origin'],
  ['en', 'Muslims who travel on pilgrimage should be vetted before departure.', 'belief'],
  ['en', 'Whoever goes to church often is an easy target and should be monitored.', 'belief'],
  ['en', 'Staff with relatives abroad are an insider risk.', 'family'],
  ['en', 'Those who studied abroad must be screened again each year.', 'family'],
  ['en', 'A colleague who married a foreigner should be avoided.', 'family'],
  ['en', 'Each department files at least two reports a month.', 'denouncing'],
  ['en', 'Watch your colleagues’ spending and private life.', 'denouncing'],
  ['en', 'Anyone could be a spy.', 'denouncing'],
  ['en', 'Do not talk to the enemy.', 'tone'],
  ['en', 'All of the above', 'everything', right],
  ['en', 'None of these', 'everything', right],
  ['en', 'Both A and B', 'everything', right],
  ['en', '来自他国的人', 'untranslated'],
  ['zh', 'Tell state security promptly.', 'untranslated'],
  // Suspicion in a frame that seems to take it back.
  ['zh', '对外国人保持警惕不是歧视，而是责任。', 'origin'],
  ['zh', '无论对方多么友好，外国人总有风险。', 'origin'],
  ['zh', '并非所有外国人都可信。', 'origin'],
  ['zh', '尊重归尊重，外籍人员仍要重点防范。', 'origin'],
  ['zh', '不要接触信教的同事，这不是偏见。', 'belief'],
  ['en', 'Being wary of foreigners is not prejudice but prudence.', 'origin'],
  ['en', 'Regardless of how friendly they are, foreign guests remain a risk.', 'origin'],
  ['en', 'It would be a mistake not to watch visitors from that country.', 'origin'],
  ['en', 'With all respect, immigrants are a threat.', 'origin'],
  ['en', 'Not every colleague with relatives abroad is a spy, but each is a risk.', 'family'],
  ['en', 'Equally suspicious are people born abroad.', 'origin'],
  // A wrong option may say what is wrong only where its explanation takes it back.
  ['zh', '他是外国人，应列为重点关注', 'origin', { part: 'wrong', why: '不是最佳做法。' }],
  ['en', 'He is a foreigner, so he is a risk', 'origin', { part: 'wrong', why: 'There is a better answer.' }],
];

/** Texts of ordinary good teaching, many with the very words: none is refused. */
const innocent: readonly (readonly [language: Language, text: string, part?: Part])[] = [
  ['zh', '与外国人正常交往是日常工作和生活的一部分。'],
  ['zh', '国籍、民族、口音都不是线索，不能凭这些怀疑任何人。'],
  ['zh', '不要因为对方是外国人就怀疑他；要看的是他做了什么。'],
  ['zh', '反映情况时写清对方做了什么，而不是对方来自哪里。'],
  ['zh', '境外机构窃取、刺探、收买、非法提供国家秘密的，属于间谍行为。'],
  ['zh', '对方反复打听未公开的参数，并提出付费，这是值得反映的手法。'],
  ['zh', '有境外亲属不构成任何怀疑的理由。'],
  ['zh', '信教还是不信教，与情况反映无关。'],
  ['zh', '陌生来电自称办案人员，要求转账，应先挂断再核实。'],
  ['zh', '来访人员一律按同样的规定登记，不论来自哪里。'],
  ['zh', '每年4月15日是全民国家安全教育日。'],
  ['zh', '12339'],
  ['zh', '他来自外国，应列为重点关注', { part: 'wrong', why: '来自哪里不是理由；要看的是做了什么。' }],
  ['zh', '以上述邮件为准', right],
  ['en', 'Ordinary contact with people from other countries is part of work and life.'],
  ['en', 'Nationality, language and accent are no signs of anything.'],
  ['en', 'Nobody is to be suspected because of where they come from.'],
  ['en', 'Write what somebody did, not where they come from.'],
  ['en', 'Espionage includes the stealing of state secrets by foreign bodies.'],
  ['en', 'A stranger asks for unpublished figures and offers money: that is a method worth reporting.'],
  ['en', 'Relatives abroad are no reason for suspicion.'],
  ['en', 'Faith has nothing to do with a report.'],
  ['en', 'Every visitor is registered by the same rules, wherever they come from.'],
  ['en', 'Suspicious mail is not opened; pass it on as it came.'],
  ['en', 'Documents marked 绝密, 机密 or 秘密 stay where they are.'],
  [
    'en',
    'He comes from that country, so he is a risk',
    { part: 'wrong', why: 'Where somebody comes from is no sign; what counts is what they do.' },
  ],
  ['en', 'All of it stays in the office', right],
];

const cases = <Row extends readonly [Language, string, ...unknown[]]>(rows: readonly Row[]) =>
  rows.map((row) => [`${row[0]}: ${row[1]}`, row] as const);

describe('what cannot be taught', () => {
  test('there are at least twenty-five such texts', () => expect(hostile.length).toBeGreaterThanOrEqual(25));

  test.each(cases(hostile))('%s', (_, [language, said, reason, part]) => {
    const found = lintText(said, language, part ?? text);
    expect(found?.reason).toBe(reason);
    expect(found?.message.zh).toMatch(/请/);
    expectBothLanguages(found?.message ?? { zh: '', en: '' });
  });
});

describe('what can be taught', () => {
  test.each(cases(innocent))('%s', (_, [language, said, part]) => {
    expect(lintText(said, language, part ?? text)).toBeNull();
  });
});
