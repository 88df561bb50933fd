/** What an expression of a rule must give, as a complaint names it. */
export const wanted = {
  condition: { zh: '条件', en: 'a condition' },
  day: { zh: '日期', en: 'a day' },
  moment: { zh: '日期或者时刻', en: 'a day or point in time' },
  instant: { zh: '时刻（due是时刻）', en: 'a point in time, since due is one' },
  likeDue: { zh: '与规则的due同为日期或者同为时刻的值', en: 'a moment like the rule’s due' },
  dayOrCurrent: { zh: '日期，或者current一词', en: 'a day, or the word current' },
  duration: { zh: '时长', en: 'a duration' },
  reference: { zh: '对登记信息的引用', en: 'a reference' },
  likeBearer: {
    zh: '与规则的bearer同类的登记信息的引用',
    en: 'a reference to a fact of the same kind as the rule’s bearer',
  },
  wholeNumber: { zh: '整数', en: 'a whole number' },
  needs: { zh: 'one、all或者整数', en: 'one, all or a whole number' },
} as const;
