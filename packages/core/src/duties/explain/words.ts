import { type Answerable, type Bilingual, heldActs, type Status } from '../../law/index.ts';

export type Topic =
  | 'status'
  | 'who'
  | 'basis'
  | 'trigger'
  | 'applies'
  | 'exceptions'
  | 'deadline'
  | 'evidence'
  | 'next'
  | 'consequence';

export const topicWords: Readonly<Record<Topic, Bilingual>> = {
  status: { zh: '状态', en: 'Status' },
  who: { zh: '谁负责', en: 'Who' },
  basis: { zh: '依据', en: 'Basis' },
  trigger: { zh: '从何时起', en: 'Since when' },
  applies: { zh: '是否适用', en: 'Whether it applies' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  deadline: { zh: '期限', en: 'Time limit' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  next: { zh: '下一步', en: 'What next' },
  consequence: { zh: '后果', en: 'Consequences' },
};

export const statusLabels: Readonly<Record<Status, Bilingual>> = {
  pending: { zh: '待办', en: 'pending' },
  met: { zh: '已完成', en: 'met' },
  late: { zh: '逾期完成', en: 'met late' },
  overdue: { zh: '逾期未完成', en: 'overdue' },
  missed: { zh: '未履行', en: 'missed' },
  review: { zh: '待核查', en: 'to be reviewed' },
  breached: { zh: '经核实违反', en: 'breached, as confirmed' },
  unclear: { zh: '待补信息', en: 'unclear' },
  waived: { zh: '经批准暂缓', en: 'waived' },
  void: { zh: '不再适用', en: 'void' },
};

export const roleWords: Readonly<Record<Answerable, Bilingual>> = {
  securityOfficer: { zh: '安全保密专责人员', en: 'the security officer' },
  unitLead: { zh: '部门负责人', en: 'the unit lead' },
  custodian: { zh: '保管人', en: 'the custodian' },
  approver: { zh: '审批人', en: 'the approver' },
  caseHandler: { zh: '经办人员', en: 'the case handler' },
  leader: { zh: '分管领导', en: 'the leader in charge' },
  counsel: { zh: '法务人员', en: 'counsel' },
  facilitySecurityOfficer: { zh: '设施安全官', en: 'the facility security officer' },
  seniorManagement: { zh: '高级管理人员', en: 'senior management' },
};

/** Who sees to a duty, by the word of its rule. */
export const answerableName = (word: string): Bilingual =>
  Object.hasOwn(roleWords, word) ? roleWords[word as Answerable] : { zh: word, en: word };

/** Acts that wait for a duty, or for a decision on a conflict. */
export const gateWords: Readonly<Record<string, Bilingual>> = {
  ...heldActs,
  'give-personal-data-abroad': { zh: '向境外提供个人信息', en: 'giving personal data abroad' },
};

/** What an act is called that waits for duties, or that clauses are at odds about. */
export const gateActName = (act: string): Bilingual => gateWords[act] ?? { zh: act, en: act };
