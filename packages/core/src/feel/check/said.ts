import type { Words } from '../words.ts';

/** What the checker says without naming anything. */
export const said = {
  /** The same facts give the same duties on any day they are asked about. */
  noClock: {
    zh: '规则不读取当前时间：请把日期登记为登记信息，或者与某项里程碑日期比较。',
    en: 'rules have no clock: write the day as a fact, or compare with a milestone',
  },
  missing: { zh: '此处缺少内容：请补上。', en: 'something is missing here' },
  noName: { zh: '点号之后应为名称：请补上。', en: 'a name must follow the point' },
  oneSided: { zh: '比较的两边都要有值：请补上缺少的一边。', en: 'a comparison has two sides' },
  inThenCompared: {
    zh: '“in”之后又写了比较，读法不明：请给“x in …”或者后面的比较加上括号。',
    en: '“in” is followed by a comparison, which could be read in two ways; put brackets round “x in …” or round the comparison',
  },
  notBefore: {
    zh: '“not”是函数：请写成 not(…)。',
    en: '“not” is a function; write not(…)',
  },
  notIn: {
    zh: '不能写“not in”：请写成 not(x in …)。',
    en: '“not in” is outside the subset; write not(x in …)',
  },
  twice: {
    zh: '相等只写一个“=”：请删去一个。',
    en: 'equality is one “=”; leave one out',
  },
  plus: {
    zh: '数前不写“+”：请删去。',
    en: 'a “+” before a value is outside the subset; leave it out',
  },
  between: { zh: 'between要有上下两个界限：请写成 x between a and b。', en: 'between needs two bounds' },
  quantifier: {
    zh: 'some和every要有列表和条件：请写成 some x in … satisfies …。',
    en: 'some and every need a list and a condition',
  },
  range: {
    zh: '不能逐个查看数的区间：它不在规则可用的FEEL范围内，请改用列表。',
    en: 'ranges of numbers are outside the subset; go over a list',
  },
  filter: { zh: '筛选要有条件：请在方括号内写一个条件。', en: 'a filter needs a condition' },
  position: {
    zh: '不能按位置取某一项：它不在规则可用的FEEL范围内，请改用条件筛选。',
    en: 'taking an item by its position is outside the subset; filter by a condition',
  },
  named: { zh: '函数的参数不能写名称：请按位置依次给出。', en: 'give arguments by position' },
} as const;

export const outsideSubset = (sign: string): Words => ({
  zh: `不能使用“${sign}”：它不在规则可用的FEEL范围内，可用的写法见docs/feel.md。`,
  en: `“${sign}” is outside the subset`,
});

export const noFunction = (name: string): Words => ({
  zh: `不能使用函数“${name}”：它不在规则可用的FEEL范围内，可用的函数见docs/feel.md。`,
  en: `the function “${name}” is outside the subset; docs/feel.md lists what there is`,
});

export const noWord = (word: string): Words => ({
  zh: `“${word}”不是已声明的词：规则只能与登记信息词表中声明的词比较，可用的词用 sallyport facts 查看。`,
  en: `“${word}” is no declared word; a rule compares only with words the vocabulary declares`,
});
