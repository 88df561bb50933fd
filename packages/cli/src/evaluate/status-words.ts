import type { Status } from '@sallyport/core/law';
import type { Phrase } from '../words.ts';

export const statusWords: Readonly<Record<Status, Phrase>> = {
  pending: { zh: '待办', en: 'pending' },
  met: { zh: '已完成', en: 'met' },
  late: { zh: '逾期完成', en: 'late' },
  overdue: { zh: '逾期未完成', en: 'overdue' },
  missed: { zh: '未履行', en: 'missed' },
  review: { zh: '待核查', en: 'under review' },
  breached: { zh: '经核实违反', en: 'breached' },
  unclear: { zh: '待补信息', en: 'unclear' },
  waived: { zh: '经批准暂缓', en: 'waived' },
  void: { zh: '不再适用', en: 'void' },
};
