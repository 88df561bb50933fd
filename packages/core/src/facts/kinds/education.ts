import { day, ending, flag, integer, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

/** What education is about; the same words for a course and for its completion. */
export const topics = {
  'counter-espionage': label('反间谍安全防范', 'counter-espionage'),
  'pre-departure': label('行前教育', 'education before departure'),
  hosting: label('涉外接待', 'hosting visitors'),
  'report-handling': label('情况反映办理', 'handling of reports'),
  'state-secrets': label('保密', 'state secrets'),
  'national-security': label('国家安全', 'national security'),
  classification: label('定密业务', 'classification'),
  'data-security': label('数据安全', 'data security'),
  'personal-data': label('个人信息保护', 'personal data'),
  cyber: label('网络安全', 'cyber security'),
  'consular-safety': label('境外安全', 'safety abroad'),
  'initial-briefing': label('上岗安全说明', 'initial security briefing'),
  refresher: label('安全复训', 'refresher'),
  'insider-threat': label('内部威胁意识', 'insider-threat awareness'),
  'derivative-classification': label('派生定密', 'derivative classification'),
  'officer-course': label('设施安全官课程', 'security officer course'),
  reporting: label('报告义务', 'reporting duties'),
};

export const course = kind('course', '教育培训活动', 'course', {
  about: ['单位组织的一次教育培训', 'Education or training held by the organisation'],
  purpose: 'education',
  happened: 'heldOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'courses'),
    unit: ref('部门', 'unit', 'unit', 'courses', { nullable: true }),
    topic: word('主题', 'topic', topics),
    audience: word('对象', 'audience', {
      all: label('全体人员', 'all staff'),
      secretBearing: label('涉密人员', 'secret-bearing staff'),
      foreignFacing: label('涉外人员', 'foreign-facing staff'),
      keyPosts: label('关键岗位人员', 'key posts'),
      publicStaff: label('公务员和事业单位人员', 'civil servants and public staff'),
      pupils: label('学生', 'pupils and students'),
      travellers: label('出国（境）人员', 'travellers'),
      leaders: label('领导人员', 'leaders'),
    }),
    heldOn: day('举办日期', 'held on', { timing: 'milestone' }),
    attended: integer('参加人数', 'attended', { nullable: true }),
    title: text('名称', 'title'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const completion = kind('completion', '培训完成', 'completion', {
  about: ['某人完成一次教育培训', 'A person completed education'],
  purpose: 'education',
  happened: 'completedOn',
  valid: { from: 'completedOn', until: 'validUntil' },
  fields: {
    person: ref('人员', 'person', 'person', 'completions', { personal: 'yes' }),
    course: ref('教育培训活动', 'course', 'course', 'completions', { nullable: true }),
    topic: word('主题', 'topic', topics),
    completedOn: day('完成日期', 'completed on', { timing: 'milestone', personal: 'yes' }),
    validUntil: day('有效期至', 'valid until', { nullable: true, personal: 'yes' }),
  },
});

export const publicityRecord = kind('publicityRecord', '宣传记录', 'publicity record', {
  about: ['反间谍或者国家安全宣传', 'Publicity for counter-espionage or national security'],
  purpose: 'education',
  happened: 'publishedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'publicityRecords'),
    topic: word('主题', 'topic', {
      'counter-espionage': label('反间谍安全防范', 'counter-espionage'),
      'national-security': label('国家安全', 'national security'),
      'education-day': label('全民国家安全教育日', 'National Security Education Day'),
      'reporting-line': label('举报渠道', 'reporting line'),
      curriculum: label('教育教学内容', 'curriculum'),
    }),
    publishedOn: day('发布日期', 'published on', { timing: 'milestone' }),
    where: text('载体', 'medium'),
    toAllStaff: flag('面向全体人员', 'reached all staff'),
  },
});

export const internalRule = kind('internalRule', '内部规章制度', 'internal rule', {
  about: ['单位规章制度及其民主程序记录', 'A rule of the house with its consultation record'],
  purpose: 'organisation',
  happened: 'adoptedOn',
  valid: { from: 'publishedOn', until: 'endedOn' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'internalRules'),
    topic: word('主题', 'topic', {
      precautions: label('反间谍安全防范制度', 'precautions'),
      secrecy: label('保密制度', 'secrecy'),
      travel: label('出国（境）管理', 'travel'),
      personalData: label('个人信息保护', 'personal data'),
      dataSecurity: label('数据安全', 'data security'),
      reporting: label('情况报告', 'reporting'),
      secretStaff: label('涉密人员管理', 'management of secret-bearing staff'),
      rightsProtection: label('涉密人员权益保障', 'rights of secret-bearing staff'),
      networkHandling: label('网络信息投诉、发现与处置', 'network complaints, discovery and handling'),
      insiderThreat: label('内部威胁项目', 'insider-threat programme'),
      discipline: label('考核与奖惩', 'assessment and discipline'),
    }),
    touchesStaff: flag('涉及职工切身利益', 'touches staff'),
    consultedOn: milestone('民主程序日期', 'consulted on'),
    adoptedOn: day('通过日期', 'adopted on', { timing: 'milestone' }),
    publishedOn: milestone('公示告知日期', 'published on'),
    endedOn: ending('废止日期', 'ended on'),
    title: text('名称', 'title'),
  },
});
