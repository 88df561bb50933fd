export const startWords = {
  heading: {
    zh: '平安门 Sallyport：截至{day}，按{rules}条规则算出应办事项{duties}项',
    en: 'Sallyport 平安门: {duties} duties under {rules} rules as of {day}',
  },
  demo: { zh: '这是虚构的示例登记信息。', en: 'This is the demo register: everything in it is invented.' },
  mode: {
    zh: '口径：按现在所知，当日的情况。责任主体是单位；人员是承办人。',
    en: 'Mode: what we now know was so on that day. The organisation owes; people act.',
  },
  instrument: { zh: '法规文件', en: 'Instrument' },
  rules: { zh: '规则', en: 'rules' },
  met: { zh: '已完成', en: 'met' },
  late: { zh: '逾期完成', en: 'late' },
  pending: { zh: '待办', en: 'pending' },
  overdue: { zh: '逾期', en: 'overdue' },
  missed: { zh: '未履行', en: 'missed' },
  review: { zh: '待核查', en: 'review' },
  breached: { zh: '违反', en: 'breached' },
  lacking: { zh: '待补', en: 'unclear' },
  waived: { zh: '暂缓', en: 'waived' },
  void: { zh: '不再适用', en: 'void' },
  share: { zh: '完成/应完成', en: 'done/owed' },
  urgent: { zh: '最紧要的{count}项：', en: 'The {count} most urgent:' },
  unclear: {
    zh: '待补信息{count}项（缺少的登记信息决定是否适用）：',
    en: '{count} unclear (a missing fact decides whether they apply):',
  },
  more: { zh: '  ……另有{count}项', en: '  … and {count} more' },
  backlog: {
    zh: '存量问题{count}项（{day}启用之前到期，仍计入应完成）：',
    en: 'Backlog of {count} (due before the programme started on {day}; still counted as owed):',
  },
  conflict: {
    zh: '义务冲突（{records}条）：{demands} 要求{act}，{restrains} 加以限制。请作出决定并登记，决定之前不得实施。',
    en: 'Conflict ({records} records): {demands} demands {act}, {restrains} restrains it. Decide and record it; until then the act is held.',
  },
  secondary: { zh: '（依据待核）', en: ' (to be confirmed)' },
  unconfirmed: {
    zh: '有{count}项的期限推算经过{years}年，该年的工作日安排尚未核实，日期可能有出入。',
    en: '{count} dates were counted through {years}, whose working days are not confirmed; they may shift.',
  },
  counted: { zh: '（推算经过{years}年，工作日安排待核实）', en: ' (counted through {years}, not confirmed)' },
  next: {
    zh: '接下来：\n  npx sallyport explain --register packages/cli/demo <规则> <适用对象>   为什么有这一项\n  npx sallyport import 台账.xlsx --into 我的登记信息                      用您自己的台账\n  npx sallyport evaluate --register 我的登记信息                          逐项列出\n  npx sallyport law check                                                检查规则包',
    en: 'Next:\n  npx sallyport explain --register packages/cli/demo <rule> <subject>   why a duty is there\n  npx sallyport import ledger.xlsx --into my-register                   your own ledgers\n  npx sallyport evaluate --register my-register                         every duty, one a line\n  npx sallyport law check                                               check the packs',
  },
} as const;
