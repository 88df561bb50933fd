import type { Bilingual, Law } from '../law/index.ts';

/** What courses need of the law: which clauses there are. */
export type Clauses = Pick<Law, 'clauses'>;

/** Words by which a sentence says what the law is. */
const legal: Readonly<Record<keyof Bilingual, RegExp>> = {
  zh: /法律(?!声明)|依法|法定|条例|实施细则|违法|犯罪|处罚|罚款|拘留|有权|有义务|第[〇零一二三四五六七八九十百千\d]+条/u,
  en: /\b(?:the law|laws?|lawful(?:ly)?|unlawful(?:ly)?|legal(?:ly)?|illegal(?:ly)?|statut\w+|regulations|offences?|crimes?|criminal|penalt(?:y|ies)|fines|fined|a fine|detention|right to|entitled|Articles? \d+)\b/iu,
};

export const isLegal = (text: string, language: keyof Bilingual): boolean => legal[language].test(text);

/** Why a clause cannot be taught; null when it can. */
export function clauseFault(law: Clauses, id: string): Bilingual | null {
  const found = law.clauses.get(id);
  if (!found)
    return {
      zh: `没有条款${id}：请核对编号，可用的条款用 sallyport law list 查看。`,
      en: `there is no clause ${id}; sallyport law list names them`,
    };
  if (found.clause.sureness !== 'unconfirmed') return null;
  return {
    zh: `条款${id}待核实，不能作为讲授的依据：请改用已核原文或者转引的条款。`,
    en: `the clause ${id} is unconfirmed and cannot be taught; use one that was read or reported`,
  };
}

/** The first article a text names that is none of its clauses; null where there is no such one. */
export function strayArticle(
  text: string,
  language: keyof Bilingual,
  law: Clauses,
  clauses: readonly string[],
): Bilingual | null {
  const numbers = new Set(
    clauses.map((id) => law.clauses.get(id)?.clause.number).filter((number) => number !== undefined),
  );
  const named = language === 'zh' ? /第([〇零一二三四五六七八九十百千\d]+)条/gu : /\bArticles? (\d+)/gu;
  for (const [words, number = ''] of text.matchAll(named)) {
    if (numbers.has(String(arabic(number)))) continue;
    return {
      zh: `“${words}”不在所列条款之中：请列出这一条，或者改正条号。`,
      en: `“${words}” is none of the clauses given here; name that clause, or put the number right`,
    };
  }
  return null;
}

const digits = '〇一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一千零三十二 → 1032; digits stay what they are. */
function arabic(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const sign of text.replaceAll('零', '')) {
    const place = places[sign];
    if (place === undefined) digit = digits.indexOf(sign);
    else {
      total += (digit || 1) * place;
      digit = 0;
    }
  }
  return total + digit;
}
