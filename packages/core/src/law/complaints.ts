import type { Bilingual } from './rule.ts';

/** Sentences that more than one check of a pack says. */

export const noClause = (id: string): Bilingual => ({
  zh: `没有条款${id}：请核对编号，可用的条款用 sallyport law list 查看。`,
  en: `there is no clause ${id}; sallyport law list names them`,
});

export const noKind = (name: string): Bilingual => ({
  zh: `没有名为“${name}”的登记信息：可用的类别用 sallyport facts 查看。`,
  en: `“${name}” is no fact kind; sallyport facts lists them`,
});

export const noCounting = (kind: string): Bilingual => ({
  zh: `规则不得对登记信息${kind}计数：情况反映或者境外联系的件数一经计算，就会变成指标或者评分，请改为查看有无。`,
  en: `no rule counts ${kind} facts: a count of reports or contacts becomes a quota or a score`,
});

export const twice = (what: Bilingual, id: string): Bilingual => ({
  zh: `${what.zh}${id}重复出现：请改用其他编号，或者删去一处。`,
  en: `the ${what.en} ${id} is there twice`,
});
