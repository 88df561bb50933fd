import type { Bilingual } from '../../law/index.ts';
import { type Ground, refutes, suspicionIn } from './suspicion.ts';
import { type Slip, slipIn } from './wording.ts';

export type Reason = Ground | Slip | 'untranslated';
export type Finding = { readonly reason: Reason; readonly message: Bilingual };

/** What a text is in its course. A wrong option may say what is wrong, if its explanation takes it back. */
export type Part =
  | { readonly part: 'text' }
  | { readonly part: 'right' }
  | { readonly part: 'wrong'; readonly why: string };

/** Why a text cannot be taught; null when it can. */
export function lintText(text: string, language: keyof Bilingual, part: Part): Finding | null {
  if (!isIn(text, language)) return { reason: 'untranslated', message: words.untranslated[language] };
  const slip = slipIn(text, language, part.part !== 'text');
  if (slip) return { reason: slip.slip, message: words[slip.slip](slip.words) };
  if (part.part === 'wrong' && refutes(part.why, language)) return null;
  const found = suspicionIn(text, language);
  return found ? { reason: found.ground, message: words[found.ground](found.words) } : null;
}

/**
 * Whether a text that anybody wrote, in whatever language or in both, teaches suspicion of people or has them reported on. Its language is
 * not asked: one character of the other would get past the question.
 */
export const isAboutPeople = (text: string): boolean =>
  (['zh', 'en'] as const).some(
    (language) => suspicionIn(text, language) !== null || slipIn(text, language, false)?.slip === 'denouncing',
  );

/** The three levels of secrecy and a few names stay Chinese in English texts. */
const isIn = (text: string, language: keyof Bilingual): boolean =>
  language === 'zh'
    ? /\p{Script=Han}|^[\d\W]+$/u.test(text)
    : !/\p{Script=Han}/u.test(text.replaceAll(/绝密|机密|秘密/gu, ''));

const quoted = (found: string): string => found.trim().slice(0, 80);

const words = {
  origin: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”教人凭来历怀疑人：来自哪里不是迹象，请改为讲清手法，即对方做了什么。`,
    en: `“${quoted(found)}” teaches suspicion of people for where they come from, which is no sign; teach the method: what somebody does`,
  }),
  belief: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”教人凭信仰或者观点怀疑人：请改为讲清手法，即对方做了什么。`,
    en: `“${quoted(found)}” teaches suspicion of people for what they believe; teach the method: what somebody does`,
  }),
  family: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”教人凭亲友或者经历怀疑人：请改为讲清手法，即对方做了什么。`,
    en: `“${quoted(found)}” teaches suspicion of people for family, friends or years abroad; teach the method: what somebody does`,
  }),
  everything: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”代指其他选项，选项打乱后就不成立：请写成各自独立的选项，或者用choose: several。`,
    en: `“${quoted(found)}” stands for other options, and options are shuffled; write options that stand alone, or use choose: several`,
  }),
  denouncing: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”把情况反映变成任务，或者让人盯着同事：请改为讲清遇到哪种手法时怎么办。`,
    en: `“${quoted(found)}” makes reports a quota, or colleagues their object; say what to do when somebody meets a method`,
  }),
  tone: (found: string): Bilingual => ({
    zh: `“${quoted(found)}”不是对人员说话的用语：请换成平实的说法。`,
    en: `“${quoted(found)}” is no word for speaking to staff; say it plainly`,
  }),
  untranslated: {
    zh: { zh: '中文内容没有用中文写：请补译。', en: 'the Chinese text is not Chinese; translate it' },
    en: { zh: '英文内容里有汉字：请补译。', en: 'the English text holds Chinese characters; translate it' },
  },
};
