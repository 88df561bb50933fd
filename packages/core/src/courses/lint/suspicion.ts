import type { Bilingual } from '../../law/index.ts';
import { folded } from './folded.ts';

type Language = keyof Bilingual;
export type Ground = 'origin' | 'belief' | 'family';

/**
 * What people are, as against what they do. A sentence that puts one of these beside a word of suspicion teaches suspicion, unless it says that the
 * one says nothing of the other. Foreign organisations are not here: the law itself speaks of them.
 */
const grounds: Readonly<Record<Ground, Readonly<Record<Language, RegExp>>>> = {
  origin: {
    zh: /外国人|外国籍|外籍|外宾|老外|洋人|境外人员|境外人士|国籍|籍贯|祖籍|原籍|出生地|出生在|来自.{0,8}(?:国家|地区|民族)|(?<![一-龥])(?:[一-龥]{1,3}(?<![出回归爱我本中])国人)|(?:[美日韩英法德俄印越台港]|台湾|香港|中东|非洲|欧美)(?:国)?(?:人|籍|同胞|居民)|民族|[藏回维满蒙]族|维吾尔|种族|血统|肤色|长相|相貌|华裔|侨胞|归侨|混血|口音|方言|母语|讲外语|说外语|姓氏|外国名字|移民|有色人种/u,
    en: /\b(?:foreigners?|foreign(?:-born)?[ -](?:nationals?|people|persons?|students?|colleagues?|guests?|visitors?|staff|looking|sounding|name|accent|language|citizens?)|foreign-born|nationalit(?:y|ies)|citizenship|dual citizens?|immigrants?|migrants?|ethnic(?:ity| \w+)?|race|racial|skin|descent|ancestry|heritage|homeland|birthplace|born (?:abroad|in|overseas)|native (?:language|tongue)|mother tongue|accents?|surnames?|minorit(?:y|ies)|(?:chinese|american|japanese|korean|russian|taiwanese|indian|arab|african|british|german|iranian|asian|european|western|westerner|uyghur|tibetan|mongol|hui)s?(?: (?:people|visitors?|guests?|colleagues?|staff|students?|names?|nationals?|engineers?|scientists?|men|women|origin))?|(?:comes?|came|are|is|people|anyone|somebody|someone|guests?|visitors?) from (?:that|those|these|certain|such|some|a|the) [a-z ]{0,20}(?:countr(?:y|ies)|regions?|places?))\b/iu,
  },
  belief: {
    zh: /宗教|信教|教徒|信徒|信仰|信佛|礼拜|清真寺|教堂|寺庙|穆斯林|基督|天主教|犹太|朝觐|政治观点|不同意见/u,
    en: /\b(?:religio(?:n|us)\w*|faiths?|believers?|beliefs?|muslims?|christians?|jew(?:s|ish)?|buddhists?|catholics?|church(?:es)?|mosques?|temples?|pray(?:s|ers?|ing)?|pilgrim(?:s|age)?|political (?:views?|opinions?))\b/iu,
  },
  family: {
    zh: /海外关系|境外(?:亲属|亲戚|亲友|家人)|国外(?:亲属|亲戚|亲友|家人)|涉外婚姻|(?:外国|外籍|境外)(?:配偶|丈夫|妻子|男友|女友|朋友)|(?:配偶|丈夫|妻子|父母|孩子|子女|亲戚|家人).{0,6}(?:在国外|在境外|是外国人|留学|移民)|留学(?:经历|背景|生|回来|归来)|海归|留过学|出过国/u,
    en: /\b(?:(?:relatives?|famil(?:y|ies)|parents?|child(?:ren)?|spouses?|wi(?:fe|ves)|husbands?|partners?|friends?|siblings?|brothers?|sisters?) (?:\w+ ){0,3}(?:abroad|overseas)|foreign (?:spouses?|wi(?:fe|ves)|husbands?|partners?|friends?|relatives?|famil(?:y|ies)|ties)|married (?:to )?(?:a )?foreign\w*|family ties|(?:studied|lived|educated|trained) (?:abroad|overseas)|returnees?)\b/iu,
  },
};

/** What nobody is to feel or do about people for what they are. */
const suspicions: Readonly<Record<Language, RegExp>> = {
  zh: /可疑|疑点|嫌疑|怀疑|疑心|警惕|警觉|提防|防着|防备|戒备|戒心|当心|小心|留神|盯紧|盯着|盯住|监视|监控|靠不住|不可靠|不可信|信不过|不忠|忠诚|间谍|特务|内鬼|危险|隐患|风险|威胁|远离|疏远|少接触|少来往|少打交道|敬而远之|不要(?:接触|来往|交往|相信)|(?:重点|特别|格外|严加|优先)(?:关注|排查|审查|监督|管理|防范|留意|检查)|多留(?:个)?心|多个心眼|上报|举报|反映|报告|排查|甄别|审查/u,
  en: /\b(?:suspect(?:s|ed)?|suspicio\w*|wary|beware|cautio\w*|careful|vigilan\w*|alert|on (?:your|one.s) guard|guard(?:ed)? against|keep (?:an eye|a (?:close )?watch|your distance|away)|watch(?:ed|ing)?(?: out)?|distrust\w*|mistrust\w*|(?:not|never|cannot|can't|don't|hard to) (?:be )?trust\w*|untrustworthy|unreliable|loyal\w*|disloyal\w*|sp(?:y|ies|ying)|agents?|dangerous|danger|threats?|risk\w*|warning sign|red flag|indicator|avoid|stay away|monitor\w*|screen\w*|scrutin\w*|extra (?:checks?|care|attention)|(?:more|most|special) (?:care|attention)|vet(?:ted|ting)?|report(?:ed|ing)?|investigat\w*)\b/iu,
};

/** Sentences that take suspicion away from what somebody is. Each form names both, so that a stray "not" or "wrong" excuses nothing. */
const protecting: Readonly<Record<Language, RegExp>> = {
  zh: /不(?:能|得|应|应当|该|可|可以|要|会|许|必|再)?(?:只)?(?:因|因为|以|凭|凭着|依|根据|按|看|论|问|记|作为|等于|意味|说明|代表|表示|构成|成为|算|涉及|分)|无关|(?:无论|不论|不管)[^，。]{0,8}(?:来自|哪|国籍|民族|出身|是谁|什么人|信|亲属|背景)|(?:并非|不是)[^，。]{0,14}(?:理由|迹象|线索|依据|根据|方法|手法|证据|问题|信号|间谍)|而不是[^，。]{0,10}(?:来自|哪|是谁|什么人)|不是因为|是错的|不对|(?:就是|属于|这是)(?:歧视|偏见|成见)|一视同仁|(?:跟|与)[^，。]{0,12}没有关系|没有[^，。]{0,16}(?:关系|区别|因为)|尊重(?:和保障)?(?:人权|每|对方|个人)/u,
  en: /\b(?:regardless of (?:where|who|their|origin|nationality|faith|background)|whatever (?:their|his|her|somebody's) (?:origin|nationality|faith|background|language|name)|no matter (?:where|who)|wherever they (?:come|came) from|nothing to do with|not because|rather than (?:where|who)|irrespective of (?:where|who|their|origin)|(?:is|are|was|were|be|as|makes?) (?:no|never|neither)(?: \w+){0,6} (?:signs?|reasons?|grounds?|evidence|indicators?|methods?|leads?|suspicion|suspects?|findings?|matter)|(?:is|are) not (?:a |an |any |by (?:itself|themselves) )?(?:signs?|reasons?|grounds?|evidence|indicators?|methods?|leads?|crime|matter)|says? nothing|tells? (?:\w+ )?nothing|proves? nothing|mean(?:s)? nothing|none of (?:these|that|them|this) is|no ground for|(?:not|never|nobody|no one|neither|nor|without)(?: \w+){0,6} (?:because|on the ground|on account|by|on|of|from|for) (?:of )?(?:where|what they are|who they are|origin|nationality|faith|religion|language|names?|accents?|famil\w+|birth\w*|relatives|background)|(?:is|are|was) (?:a |an |plainly )?(?:wrong|mistaken|bias|prejudice|discrimination|unjust)|discrimination still|treat(?:ed|ing)? (?:alike|equally|the same)|the same (?:way|questions?|rules?|form|checks?) for|does not (?:matter|count|make|show|mean|decide)|do not (?:matter|count|make|show|mean|decide)|respect(?:s|ed)? (?:for )?(?:human rights|people|everybody|rights)|(?:asks?|records?|notes?|collects?|holds?|writes?) (?:\w+ ){0,3}(?:no|neither|nothing))\b/iu,
};

/** Suspicion laid straight on people, which no frame around it excuses. */
const direct: Readonly<Record<Language, RegExp>> = {
  zh: /(?<!不要|不必|不应|不应当|不能|不得|无须|无需|别|并不|不会|不)(?:警惕|提防|防着|防备|当心|小心|留神|怀疑|远离|疏远|盯紧|盯着|盯住|监视|监控|少接触|信不过|(?:重点|特别|格外|严加|优先)(?:关注|排查|审查|监督|防范|留意))(?:好|住|着)?(?:身边|周围|所有|那些|一切|任何|每一个|每个|这些|有|那|的|是|来自){0,3}(?:外国人|外国|外籍|外宾|老外|洋人|境外人员|境外人士|少数民族|教徒|信教|海归|华裔|归侨|留学|海外关系|境外亲属|台|港|藏|回族|维吾尔|移民)|(?:外国人|外籍人员|外宾|老外|境外人员|教徒|海归|华裔|归侨)(?:都|多半|往往|大多|基本上|十有八九|很可能|一律)?(?:是|都是)?(?:间谍|特务|内鬼|靠不住|不可信|不可靠|信不过|可疑)|对(?:身边|所有|一切|那些|来访)?的?(?:外国人|外籍|外宾|老外|境外人员|少数民族|教徒|海归|华裔|归侨|移民)[^，。不]{0,10}(?:警惕|提防|戒备|防备|防范|留神|小心|怀疑|戒心)|(?:并非|不是|未必)(?:所有|每个|都|人人)[^，。]{0,8}可(?:信|靠)/u,
  en: /(?<!\b(?:not|never|no need to|nobody|without) (?:\w+ )?)\b(?:beware of|(?:be|being|stay|remain|staying|remaining) (?:wary|careful|suspicious|cautious|vigilant) (?:of|about|with|around|towards?)|suspect|distrust|mistrust|avoid|watching|suspecting|watch out for|keep an eye on|watch|monitor|stay away from|keep away from|guard against)(?: (?:all|any|every|those|these|some|people|colleagues|anyone|who|are|were|is|with|a|an|the|of)){0,4} (?:foreign\w*|immigrants?|minorit\w+|muslims?|christians?|jews?|chinese|americans?|russians?|taiwanese|uyghurs?|tibetans?|westerners?|believers?|returnees?|relatives abroad|born (?:abroad|overseas))\b|\b(?:foreigners?|immigrants?|returnees?|muslims?|christians?|jews?|dual citizens?|ethnic \w+|people with (?:relatives|family) (?:abroad|overseas)) (?:are|is|should be|must be|cannot be|can never be|can't be) (?:\w+ ){0,3}(?:sp(?:y|ies)|suspect\w*|suspicious|watched|distrusted|trusted|monitored|dangerous|disloyal|avoided|reported)\b|\b(?:never|do not|don't|cannot) trust (?:a |an |any |the |people |those )?(?:foreign\w*|immigrants?|returnees?|muslims?|christians?|jews?|strangers from)/iu,
};

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[。！？；!?;])|(?<=\.)\s|\n/u).filter((part) => part.trim() !== '');

const order = ['family', 'belief', 'origin'] as const;

export type Found = { readonly ground: Ground; readonly words: string };

/** Where a text teaches suspicion of people for what they are; null where it does not. */
export function suspicionIn(text: string, language: Language): Found | null {
  for (const sentence of sentencesOf(folded(text))) {
    const ground = order.find((one) => grounds[one][language].test(sentence));
    const straight = direct[language].exec(sentence);
    if (straight) return { ground: ground ?? 'origin', words: straight[0] };
    if (ground === undefined || protecting[language].test(sentence)) continue;
    const suspected = suspicions[language].exec(sentence);
    if (suspected) return { ground, words: `${grounds[ground][language].exec(sentence)?.[0] ?? ''} … ${suspected[0]}` };
  }
  return null;
}

/** Whether an explanation says that what somebody is is no ground: then the wrong option it belongs to may say that it is. */
export const refutes = (why: string, language: Language): boolean => {
  const spoken: Readonly<Record<Language, RegExp>> = {
    zh: /来自|来历|出身|是谁|是什么人|身份|背景|亲属|亲友/u,
    en: /\b(?:where|origin|background|relatives|who (?:somebody|someone|they|he|she)|from)\b/iu,
  };
  return (
    protecting[language].test(why) &&
    (spoken[language].test(why) || order.some((one) => grounds[one][language].test(why)))
  );
};
