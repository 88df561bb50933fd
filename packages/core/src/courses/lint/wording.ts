import type { Bilingual } from '../../law/index.ts';
import { folded } from './folded.ts';

type Language = keyof Bilingual;
export type Slip = 'everything' | 'denouncing' | 'tone';

/** Answers that stand for others: they test reading, and a draw that shuffles options makes them false. */
const everything: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:以上|上述|前述)?(?:各项|选项|答案)?(?:都|均|全部|皆)?(?:对|正确|是|不对|不正确|不是|错误|错)[。]?$|以上(?:都|均|全|皆|选项)|(?:以上|上述)(?:各项|说法|答案|选项)|都正确|均正确|都不正确|均不正确|[A-F]\s*(?:和|与|或|、)\s*[A-F]/u,
  en: /\b(?:[Aa]ll|[Nn]one|[Aa]ny|[Bb]oth|[Nn]either|[Ee]ither) of (?:the )?(?:above|these|those|options|answers)\b|\b(?:[Bb]oth )?[A-F] and [A-F]\b|\b[Tt]he (?:above|options? above)\b/u,
};

/** Reports as a quota or a merit, colleagues as their object, and vigilance without a method. */
const denouncing: Readonly<Record<Language, RegExp>> = {
  zh: /每(?:人|个部门|月|周|季度|年).{0,10}(?:至少|不少于|完成).{0,8}(?:举报|反映|上报|线索)|(?:举报|反映|上报|线索)(?:数量|件数|任务|指标|越多|多多益善|排名)|(?:互相|相互)(?:监督举报|揭发|检举|监视|盯)|揭发(?:同事|身边)|(?:留意|观察|记录|反映|报告|举报|汇报)(?:身边)?同事的?(?:私生活|言论|思想|家庭|收入|消费|情绪|朋友圈)|宁可(?:错报|错|多报)|人人都可能是间谍|谁都可能是间谍/u,
  en: /\b(?:at least|minimum of) (?:one|two|three|\d+) reports?\b|\breports? (?:a|per|each|every) (?:month|week|quarter|year|person|head)\b|\b(?:the more reports|most reports|report quotas?|quotas? of reports)\b|\b(?:inform|tell|denounce|spy) on (?:your |a |each )?(?:colleagues?|co-?workers?|neighbou?rs?|other)\b|\b(?:watch|observe|note|report|record) (?:your |a |each )?(?:colleagues?|co-?workers?)(?:'s?|’s?)? (?:private|personal|famil\w+|opinions?|views?|moods?|spending|income|remarks|friends)|\b(?:anyone|everyone|anybody|everybody) (?:could|may|might) be a spy\b|\bbetter (?:ten )?(?:false|wrong) reports?\b/iu,
};

/** Words the product does not use to staff (the list of words). Pointing out targets to an enemy is a head of the law itself. */
const tone: Readonly<Record<Language, RegExp>> = {
  zh: /严禁|务必|敌情|敌对势力|境外势力|坏人|(?<!为)敌人/u,
  en: /\b(?:(?<!targets of attack to an )enem(?:y|ies)|hostile forces?|traitors?|bad guys?)\b/iu,
};

const slips = { everything, denouncing, tone } as const;

/** What is wrong in the wording of a text, with the words; `everything` is asked of options alone. */
export function slipIn(text: string, language: Language, isOption: boolean): { slip: Slip; words: string } | null {
  const plain = folded(text);
  for (const slip of isOption ? (['everything', 'denouncing', 'tone'] as const) : (['denouncing', 'tone'] as const)) {
    const found = slips[slip][language].exec(plain);
    if (found) return { slip, words: found[0] };
  }
  return null;
}
