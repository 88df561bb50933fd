import { day, ending, flag, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

export const person = kind('person', '人员', 'person', {
  about: ['因任职、出行或者受聘而与本单位有关的人', 'Someone with an assignment, a place in a trip or an engagement'],
  purpose: 'personnel',
  happened: 'joinedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'people'),
    unit: ref('部门', 'unit', 'unit', 'people', { nullable: true }),
    name: text('姓名', 'name', { nullable: false, personal: 'yes' }),
    standing: word(
      '身份',
      'standing',
      {
        employee: label('在编在岗人员', 'employee'),
        contractor: label('外包、派遣人员', 'contractor'),
        student: label('学生', 'student'),
        visitor: label('访问学者', 'visiting scholar'),
        former: label('离岗离职人员', 'former staff'),
      },
      { personal: 'yes' },
    ),
    joinedOn: day('到岗日期', 'joined on', { timing: 'milestone', personal: 'yes' }),
    leftOn: ending('离岗离职日期', 'left on', { personal: 'yes' }),
  },
});

export const post = kind('post', '岗位', 'post', {
  about: ['单位设置的岗位及其性质', 'A post of the organisation and what it involves'],
  purpose: 'personnel',
  happened: 'createdOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'posts'),
    unit: ref('部门', 'unit', 'unit', 'posts', { nullable: true }),
    title: text('岗位名称', 'title', { nullable: false }),
    secretClass: word('涉密等级', 'secret-bearing class', {
      none: label('非涉密', 'none'),
      general: label('一般涉密', 'general'),
      important: label('重要涉密', 'important'),
      core: label('核心涉密', 'core'),
    }),
    foreignFacing: flag('涉外岗位', 'foreign-facing post'),
    keySecurityPost: flag('关键信息基础设施安全关键岗位', 'key security post of critical infrastructure'),
    publicStaff: flag('公务员或者事业单位工作人员岗位', 'civil-service or public-institution post'),
    createdOn: day('设置日期', 'created on', { timing: 'milestone' }),
    abolishedOn: ending('撤销日期', 'abolished on'),
  },
});

export const assignment = kind('assignment', '任职', 'assignment', {
  about: ['某人在某岗位的任职', 'A person holds a post'],
  purpose: 'personnel',
  happened: 'decidedOn',
  valid: { from: 'startsOn', until: 'endedOn' },
  fields: {
    person: ref('人员', 'person', 'person', 'assignments', { personal: 'yes' }),
    post: ref('岗位', 'post', 'post', 'assignments'),
    organisation: ref('单位', 'organisation', 'organisation', 'assignments'),
    decidedOn: day('拟任日期', 'decided on', { timing: 'milestone', personal: 'yes' }),
    startsOn: day('上岗日期', 'starts on', { personal: 'yes' }),
    endedOn: milestone('任职结束日期', 'ended on', { personal: 'yes' }),
    cancelledOn: ending('取消任职日期', 'cancelled on', { personal: 'yes' }),
  },
});

export const eligibilityCheck = kind('eligibilityCheck', '资格审查', 'eligibility check', {
  about: [
    '谁依据哪一条款、何时审查、结论如何；不记载个人情况本身',
    'Who checked under which clause, when and with what result; never the attribute itself',
  ],
  purpose: 'personnel',
  happened: 'checkedOn',
  valid: { from: 'checkedOn', until: 'validUntil' },
  fields: {
    person: ref('人员', 'person', 'person', 'eligibilityChecks', { personal: 'yes' }),
    assignment: ref('任职', 'assignment', 'assignment', 'eligibilityChecks', { nullable: true, personal: 'yes' }),
    basis: word('审查事项', 'matter', {
      prePost: label('上岗前保密审查', 'pre-post secrecy review'),
      reReview: label('在岗复审', 're-review in post'),
      precautionPost: label('重点岗位任前反间谍安全防范审查', 'precaution review before a sensitive post'),
      keySecurityPost: label('关键岗位安全背景审查', 'background review of a key post'),
      exit: label('出境审查', 'exit review'),
      foreignStaff: label('境外人员知悉审查', "review of a foreign person's access"),
      access: label('接触许可核验', 'access eligibility'),
    }),
    result: word(
      '结论',
      'result',
      {
        meets: label('符合', 'meets'),
        doesNotMeet: label('不符合', 'does not meet'),
        exempted: label('经批准例外', 'exempted'),
      },
      { nullable: true, personal: 'yes' },
    ),
    checkedOn: day('审查日期', 'checked on', { timing: 'milestone', personal: 'yes' }),
    validUntil: day('有效期至', 'valid until', { nullable: true, personal: 'yes' }),
    checkedBy: text('审查人', 'checked by', { personal: 'yes' }),
    clause: text('依据条款', 'clause'),
    exemptedBy: text('批准例外的人', 'exempted by', { personal: 'yes' }),
  },
});

export const commitment = kind('commitment', '承诺书', 'commitment', {
  about: ['本人签署的保密或者安全防范承诺', 'A signed undertaking of secrecy or precaution'],
  purpose: 'personnel',
  happened: 'signedOn',
  fields: {
    person: ref('人员', 'person', 'person', 'commitments', { personal: 'yes' }),
    assignment: ref('任职', 'assignment', 'assignment', 'commitments', { nullable: true, personal: 'yes' }),
    topic: word('事项', 'topic', {
      secrecy: label('保密承诺', 'secrecy'),
      precaution: label('反间谍安全防范承诺', 'precaution'),
      leaving: label('离岗离职保密承诺', 'leaving'),
      nonDisclosure: label('保密协议（SF 312）', 'non-disclosure agreement'),
    }),
    signedOn: day('签署日期', 'signed on', { timing: 'milestone', personal: 'yes' }),
  },
});

export const leaving = kind('leaving', '离岗离职', 'leaving', {
  about: ['离开涉密岗位或者离职的办理', 'Leaving a secret-bearing post or the job'],
  purpose: 'personnel',
  happened: 'decidedOn',
  fields: {
    person: ref('人员', 'person', 'person', 'leavings', { personal: 'yes' }),
    assignment: ref('任职', 'assignment', 'assignment', 'leavings', { nullable: true, personal: 'yes' }),
    organisation: ref('单位', 'organisation', 'organisation', 'leavings'),
    secretBearing: flag('涉密岗位', 'from a secret-bearing post', { personal: 'yes' }),
    withoutPermission: flag('未经批准擅自离职', 'without permission', { personal: 'yes' }),
    decidedOn: day('批准日期', 'decided on', { timing: 'milestone', personal: 'yes' }),
    effectiveOn: day('离岗离职日期', 'effective on', { personal: 'yes' }),
    talkOn: milestone('提醒谈话日期', 'reminder talk on', { personal: 'yes' }),
    itemsReturnedOn: milestone('清退载体设备日期', 'items returned on', { personal: 'yes' }),
    accessCancelledOn: milestone('取消系统权限日期', 'system access cancelled on', { personal: 'yes' }),
    debriefedOn: milestone('离任说明日期', 'debriefed on', { personal: 'yes' }),
    reportedOn: milestone('报告主管部门日期', 'reported to the authority on', { personal: 'yes' }),
    withdrawnOn: ending('撤回日期', 'withdrawn on', { personal: 'yes' }),
  },
});

export const coolingOff = kind('coolingOff', '脱密期', 'cooling-off period', {
  about: ['逐人决定的脱密期', 'A cooling-off period decided for one person'],
  purpose: 'personnel',
  happened: 'startsOn',
  valid: { from: 'startsOn', until: 'endsOn' },
  fields: {
    leaving: ref('离岗离职', 'leaving', 'leaving', 'coolingOffs', { personal: 'yes' }),
    person: ref('人员', 'person', 'person', 'coolingOffs', { personal: 'yes' }),
    organisation: ref('单位', 'organisation', 'organisation', 'coolingOffs'),
    startsOn: day('起始日期', 'starts on', { timing: 'milestone', personal: 'yes' }),
    endsOn: day('届满日期', 'ends on', { personal: 'yes' }),
    noticeOn: milestone('书面告知日期', 'notice given on', { personal: 'yes' }),
    reason: text('确定期限的理由', 'reason for its length', { personal: 'yes' }),
    conditions: text('期间的要求', 'what it asks for', { personal: 'yes' }),
    compensationDecidedOn: milestone('补偿决定日期', 'compensation decided on', { personal: 'yes' }),
    compensation: text('补偿决定', 'decision on compensation', { personal: 'yes' }),
    objectionOpenUntil: day('异议期限', 'objection open until', { nullable: true, personal: 'yes' }),
    objectionTo: text('提出异议的途径', 'where to object', { personal: 'yes' }),
    liftedOn: ending('解除日期', 'lifted on', { personal: 'yes' }),
  },
});

export const complianceCheck = kind('complianceCheck', '脱密期遵守情况检查', 'cooling-off check', {
  about: ['对脱密期遵守情况的检查', 'A check that a cooling-off period is kept'],
  purpose: 'personnel',
  happened: 'checkedOn',
  fields: {
    coolingOff: ref('脱密期', 'cooling-off period', 'coolingOff', 'checks', { personal: 'yes' }),
    checkedOn: day('检查日期', 'checked on', { timing: 'milestone', personal: 'yes' }),
  },
});

export const clearance = kind('clearance', '接触许可', 'access authorisation', {
  about: ['美国规则下个人的接触许可', "A person's access under the United States rules"],
  purpose: 'personnel',
  happened: 'grantedOn',
  valid: { from: 'grantedOn', until: 'endedOn' },
  fields: {
    person: ref('人员', 'person', 'person', 'clearances', { personal: 'yes' }),
    organisation: ref('单位', 'organisation', 'organisation', 'clearances'),
    grantedOn: day('许可日期', 'granted on', { timing: 'milestone', personal: 'yes' }),
    accessOn: day('首次接触日期', 'first access on', { nullable: true, personal: 'yes' }),
    derivativeSince: milestone('获派生定密权限日期', 'derivative authority since', { personal: 'yes' }),
    debriefedOn: milestone('终止接触说明日期', 'debriefed on', { personal: 'yes' }),
    endedOn: ending('许可终止日期', 'access ended on', { personal: 'yes' }),
  },
});
