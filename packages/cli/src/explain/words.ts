export const explainWords = {
  noRule: { zh: '没有规则“{name}”。{near}', en: 'There is no rule "{name}". {near}' },
  severalRules: {
    zh: '有几个规则包都有“{name}”。请写全：{list}。',
    en: 'Several packs have a rule "{name}". Write it in full: {list}.',
  },
  noSubject: {
    zh: '登记信息中没有编号为“{id}”的{kind}。{near}',
    en: 'The register has no {kind} with the id "{id}". {near}',
  },
  near: { zh: '您要找的是不是：{list}?', en: 'Did you mean {list}?' },
  rulesListed: {
    zh: '可用 sallyport law list <版本> 查看有哪些规则。',
    en: '`sallyport law list <edition>` shows what there is.',
  },
  noneOfKind: { zh: '登记信息中一条也没有。', en: 'It has none at all.' },
  someOfKind: { zh: '其中有 {list}。', en: 'It has {list}.' },
  noPeriod: {
    zh: '没有包含{day}的周期。现有周期的起始日：{list}。',
    en: 'No period holds {day}. Periods begin on {list}.',
  },
};
