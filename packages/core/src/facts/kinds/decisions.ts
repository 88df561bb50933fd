import { day, ending, flag, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

export const waiver = kind('waiver', '经批准暂缓', 'waiver', {
  about: [
    '对一条应办事项的暂缓，最长一年，两人决定',
    'One duty is put off: reason, authority, at most a year, two persons',
  ],
  purpose: 'organisation',
  happened: 'grantedOn',
  valid: { from: 'grantedOn', until: 'until' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'waivers'),
    rule: text('规则', 'rule', { nullable: false }),
    subject: text('适用对象', 'subject', { nullable: false }),
    period: day('周期起始日', 'period start', { nullable: true }),
    grantedOn: day('批准日期', 'granted on', { timing: 'milestone' }),
    until: day('暂缓至', 'until'),
    reason: text('理由', 'reason'),
    authority: text('批准依据', 'authority'),
    firstPerson: text('批准人', 'first person', { personal: 'yes' }),
    secondPerson: text('复核人', 'second person', { personal: 'yes' }),
  },
});

export const override = kind('override', '例外放行', 'override', {
  about: ['未办结而放行：事项仍为逾期', 'A gate was opened all the same; the duty stays overdue'],
  purpose: 'organisation',
  happened: 'grantedOn',
  valid: { from: 'grantedOn', until: 'until' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'overrides'),
    rule: text('规则', 'rule', { nullable: false }),
    subject: text('适用对象', 'subject', { nullable: false }),
    grantedOn: day('批准日期', 'granted on', { timing: 'milestone' }),
    until: day('有效至', 'until'),
    reason: text('理由', 'reason'),
    firstPerson: text('批准人', 'first person', { personal: 'yes' }),
    secondPerson: text('复核人', 'second person', { personal: 'yes' }),
  },
});

export const dutyAssignment = kind('dutyAssignment', '承办人指定', 'assignment of a duty', {
  about: [
    '指定谁来办理一条应办事项；没有指定的，按规则确定',
    'Who was named to act on one duty; where nobody is, the rule says who',
  ],
  purpose: 'organisation',
  happened: 'assignedOn',
  keep: 36,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'dutyAssignments'),
    rule: text('规则', 'rule', { nullable: false }),
    subject: text('适用对象', 'subject', { nullable: false }),
    period: day('周期起始日', 'period start', { nullable: true }),
    // No rule asks how much somebody was given to do.
    person: ref('承办人', 'assignee', 'person', 'assignedDuties', {
      nullable: true,
      readable: 'never',
      personal: 'yes',
    }),
    assignedOn: day('指定日期', 'assigned on', { timing: 'milestone' }),
  },
});

export const reviewDecision = kind('reviewDecision', '核查结论', 'review decision', {
  about: ['对待核查事项由专人作出的结论', 'What a named person decided about a duty under review'],
  purpose: 'organisation',
  happened: 'decidedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'reviewDecisions'),
    rule: text('规则', 'rule', { nullable: false }),
    subject: text('适用对象', 'subject', { nullable: false }),
    verdict: word('结论', 'verdict', {
      confirmed: label('核实', 'confirmed'),
      dismissed: label('排除', 'dismissed'),
    }),
    decidedOn: day('日期', 'decided on', { timing: 'milestone' }),
    reason: text('理由', 'reason'),
    decidedBy: text('核查人', 'decided by', { personal: 'yes' }),
    // That there is an incident says something of its content: no rule learns it from here.
    incident: ref('转为事件', 'made into incident', 'incident', 'reviewDecisions', {
      nullable: true,
      readable: 'never',
    }),
  },
});

export const conflictDecision = kind('conflictDecision', '义务冲突处理决定', 'decision on a conflict', {
  about: [
    '一项条款要求、另一项条款限制的行为，由两人决定如何处理；作出决定之前不得实施',
    'What two persons decided about an act that one clause demands and another restrains; until then the act is held',
  ],
  purpose: 'organisation',
  happened: 'decidedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'conflictDecisions'),
    act: text('行为', 'act', { nullable: false }),
    rule: text('要求该行为的规则', 'rule that demands it', { nullable: false }),
    subject: text('适用对象', 'subject', { nullable: false }),
    decision: word('处理方式', 'decision', {
      perform: label('实施', 'do it'),
      refrain: label('不实施', 'do not do it'),
      partly: label('部分实施', 'do it in part'),
    }),
    decidedOn: day('决定日期', 'decided on', { timing: 'milestone' }),
    reason: text('理由', 'reason'),
    firstPerson: text('决定人', 'first person', { personal: 'yes' }),
    secondPerson: text('复核人', 'second person', { personal: 'yes' }),
  },
});

export const processingActivity = kind('processingActivity', '个人信息处理活动', 'processing activity', {
  about: ['单位处理个人信息的一项活动', 'One way in which the organisation handles personal data'],
  purpose: 'personnel',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'processingActivities'),
    sensitive: flag('涉及敏感个人信息', 'touches sensitive data'),
    crossBorder: flag('向境外提供', 'leaves the country'),
    entrusted: flag('委托、对外提供或者公开', 'entrusted, given or published'),
    automated: flag('自动化决策', 'automated decisions'),
    secrecyRequired: flag('依法应当保密或者不需要告知', 'the law requires secrecy or no notice'),
    urgent: flag('为保护生命健康和财产安全的紧急情况', 'urgent, to protect life, health or property'),
    plannedOn: day('提出日期', 'planned on', { timing: 'milestone' }),
    startsOn: day('计划开始日期', 'starts on', { nullable: true }),
    startedOn: milestone('开始日期', 'started on'),
    basisRecordedOn: milestone('记录法律依据日期', 'legal basis recorded on'),
    noticeOn: milestone('告知日期', 'notice given on'),
    consentOn: milestone('取得单独同意日期', 'separate consent on'),
    transferRouteOn: milestone('出境条件满足日期', 'transfer route in place on'),
    retentionSetOn: milestone('保存期限确定日期', 'retention set on'),
    endedOn: ending('终止日期', 'ended on'),
  },
});

export const impactAssessment = kind('impactAssessment', '个人信息保护影响评估', 'impact assessment', {
  about: ['个人信息保护影响评估及其保存', 'An impact assessment and how long it is kept'],
  purpose: 'personnel',
  happened: 'completedOn',
  fields: {
    activity: ref('处理活动', 'processing activity', 'processingActivity', 'impactAssessments'),
    organisation: ref('单位', 'organisation', 'organisation', 'impactAssessments'),
    completedOn: day('完成日期', 'completed on', { timing: 'milestone' }),
    keptUntil: day('保存至', 'kept until', { nullable: true }),
  },
});

export const rightsRequest = kind('rightsRequest', '个人权利请求', 'rights request', {
  about: ['个人查阅、更正、删除等请求', 'A person asks to see, correct or delete their data'],
  purpose: 'personnel',
  happened: 'receivedOn',
  keep: 36,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'rightsRequests'),
    receivedOn: day('收到日期', 'received on', { timing: 'milestone' }),
    answeredOn: milestone('答复日期', 'answered on'),
    reasonsGiven: flag('不予办理时已说明理由', 'reasons given when refused', { nullable: true }),
    withdrawnOn: ending('撤回日期', 'withdrawn on'),
  },
});

export const handover = kind('handover', '对外提供', 'handover', {
  about: ['数据离开本单位的一次提供', 'Data leaves the house'],
  purpose: 'organisation',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'handovers'),
    notice: ref('主管机关文书', 'notice', 'authorityNotice', 'handovers', { nullable: true }),
    receiver: word('接收方', 'receiver', {
      domesticAuthority: label('境内主管机关', 'domestic authority'),
      foreignAuthority: label('境外司法或者执法机构', 'foreign judicial or enforcement body'),
      foreignBody: label('境外其他机构', 'other foreign body'),
      supervisor: label('督导单位', 'supervisor'),
      processor: label('受托人', 'processor'),
    }),
    personalData: flag('含个人信息', 'holds personal data'),
    plannedOn: day('提出日期', 'planned on', { timing: 'milestone' }),
    approvedOn: milestone('批准日期', 'approved on'),
    authorityApprovedOn: milestone('主管机关批准日期', 'approved by the authority on'),
    givesOn: day('计划提供日期', 'to be given on', { nullable: true }),
    givenOn: milestone('提供日期', 'given on'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});
