import type { RowProblem } from '../facts/index.ts';
import type { Bilingual } from '../law/index.ts';

/** What is wrong with an example of a rule, for whoever writes packs. Names, ids and values stand as the pack writes them. */

export const cellRefused = ({ kind, id, field, problem, value }: RowProblem): Bilingual => {
  const { zh, en } = cellProblems[problem];
  return { zh: `${kind} ${id} 的 ${field}（${value}）：${zh}`, en: `${field} of ${kind} ${id} (${value}): ${en}` };
};

const cellProblems: Readonly<Record<RowProblem['problem'], Bilingual>> = {
  missing: { zh: '必须填写。', en: 'is required' },
  'not-a-day': { zh: '应为2026-11-23这样的日期。', en: 'must be a day such as 2026-11-23' },
  'not-an-instant': {
    zh: '应为2026-11-23T14:00:00+08:00这样的时刻。',
    en: 'must be a point in time such as 2026-11-23T14:00:00+08:00',
  },
  'not-an-integer': { zh: '应为整数。', en: 'must be a whole number' },
  'too-small': { zh: '比允许的最小值小。', en: 'is less than is allowed' },
  'not-a-boolean': { zh: '应为true或者false。', en: 'must be true or false' },
  'not-a-word': {
    zh: '不是该字段可用的词：用 sallyport facts 查看。',
    en: 'is no word of this field; sallyport facts lists them',
  },
  'not-an-id': { zh: '应为编号。', en: 'must be an id' },
  'not-text': { zh: '应为文本。', en: 'must be a text' },
  'too-long': { zh: '过长。', en: 'is too long' },
  'unknown-field': { zh: '没有这个字段：用 sallyport facts 查看。', en: 'is no field; sallyport facts lists them' },
  'duplicate-id': { zh: '编号重复。', en: 'is an id given twice' },
  'no-such-fact': { zh: '没有这一条登记信息。', en: 'is no fact that is there' },
  cycle: { zh: '互为上级，形成循环。', en: 'is its own superior, in a circle' },
};

/** Statuses and the like stand as an example writes them. */
export const notNone = (got: string): Bilingual => ({
  zh: `示例写明没有应办事项，实际得到${got}。`,
  en: `expected no duty, got ${got}`,
});

export const notOne = (period: string | undefined, count: number, got: string): Bilingual => ({
  zh: `示例写明${period === undefined ? '' : `周期${period}有`}一项应办事项，实际得到${count}项${got === '' ? '' : `（${got}）`}。`,
  en: `expected one duty${period === undefined ? '' : ` of period ${period}`}, got ${count}${got === '' ? '' : ` (${got})`}`,
});

export const notSoMany = (wanted: number, count: number): Bilingual => ({
  zh: `示例写明${wanted}项应办事项，实际得到${count}项。`,
  en: `expected ${wanted} duties, got ${count}`,
});

export const notEqual = (key: string, wanted: string, got: string): Bilingual => ({
  zh: `${key} 应为 ${wanted}，实际得到 ${got}。`,
  en: `${key}: expected ${wanted}, got ${got}`,
});

/** What an example is called promises something that it does not show. */
export const mislabelled = (name: string): Bilingual => {
  const { zh, en } = promised[name] ?? { zh: '名称所说的结果', en: 'what its name says' };
  return {
    zh: `示例标为${name}，却没有${zh}：请换一个名称，或者改写示例。`,
    en: `is called ${name} and has no ${en}; call it something else or write another`,
  };
};

const promised: Readonly<Record<string, Bilingual>> = {
  met: { zh: '已完成的应办事项', en: 'duty that is met' },
  notMet: { zh: '未完成的应办事项', en: 'duty that is not met' },
  late: { zh: '逾期完成的应办事项', en: 'duty that is met late' },
  missed: { zh: '未履行的应办事项', en: 'duty that is missed' },
  waived: { zh: '经批准暂缓的应办事项', en: 'duty that is put off' },
  void: { zh: '不再适用的应办事项', en: 'duty that is void' },
  review: { zh: '待核查的应办事项', en: 'duty to be reviewed' },
  missing: {
    zh: '因信息未知而待补的应办事项，也没有未知的触发日',
    en: 'duty that is unclear for a fact not known, and no unknown trigger day',
  },
  boundary: {
    zh: '在提前或者推后一天时改变结果的日期',
    en: 'day on which the answer changes with one day more or less',
  },
  exception: { zh: '采用任何例外', en: 'exception that is taken' },
};
