import { day, ending, flag, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';
import { regionField } from './regions.ts';

const tierDay = (zh: string, en: string) => milestone(zh, en);

export const seats = { cn: label('中国内地', 'mainland China'), us: label('美国', 'United States') };

/** The tiers of law.md 9.4; a unit may hold several, each from a day of its own. */
export const tiers = {
  keyUnit: label('重点单位', 'key unit'),
  infrastructureOperator: label('关键信息基础设施运营者', 'critical-infrastructure operator'),
  secretBearing: label('涉密单位', 'secret-bearing unit'),
  qualifiedFirm: label('保密资质单位', 'qualified firm'),
  logistics: label('邮政、快递等物流运营单位', 'postal, courier or logistics operator'),
  telecom: label('电信业务经营者', 'telecom operator'),
  internet: label('互联网服务提供者', 'internet service provider'),
  school: label('学校', 'school'),
  research: label('科研机构', 'research body'),
  stateOrgan: label('国家机关', 'state organ'),
};

export const organisation = kind('organisation', '单位', 'organisation', {
  about: ['承担责任的单位本身', 'The body that owes duties'],
  purpose: 'organisation',
  happened: 'establishedOn',
  fields: {
    name: text('名称', 'name', { nullable: false }),
    seat: word('数据所在法域', 'seat', seats),
    // Where the organisation itself is: local regulations bind what is in their territory.
    region: regionField('所在地区', 'region'),
    establishedOn: day('成立日期', 'established on', { timing: 'milestone' }),
    dissolvedOn: ending('注销日期', 'dissolved on'),
    programmeStartedOn: milestone('启用日期', 'programme start'),
    keyUnitSince: tierDay('列为重点单位日期', 'key unit since'),
    infrastructureOperatorSince: tierDay('认定为关基运营者日期', 'critical-infrastructure operator since'),
    secretBearingSince: tierDay('成为涉密单位日期', 'secret-bearing since'),
    qualifiedFirmSince: tierDay('取得保密资质日期', 'qualified firm since'),
    logisticsSince: tierDay('经营寄递物流日期', 'logistics operator since'),
    telecomSince: tierDay('经营电信业务日期', 'telecom operator since'),
    internetSince: tierDay('提供互联网服务日期', 'internet provider since'),
    schoolSince: tierDay('办学日期', 'school since'),
    researchSince: tierDay('开展科研日期', 'research body since'),
    stateOrganSince: tierDay('设立为国家机关日期', 'state organ since'),
    clearedSince: tierDay('取得设施安全许可日期', 'entity eligibility since'),
    importantDataSince: tierDay('处理重要数据日期', 'important-data handler since'),
    hasSuperior: flag('有上级机关、单位', 'has a superior body'),
    foreignExchange: flag('开展涉外交流合作', 'takes part in foreign exchange'),
    sendsAbroad: flag('有人员出国（境）', 'sends people abroad'),
    postsAbroad: flag('有外派人员', 'posts staff abroad'),
    trainsPublicStaff: flag('承担公务员或事业单位人员培训', 'trains civil servants or public staff'),
    media: flag('新闻、广播、电视、网络媒体', 'press, broadcasting or online media'),
    examinesCourierLicences: flag('办理快递业务经营许可', 'examines courier licences'),
    keepsInformationSystems: flag('有涉密信息系统', 'runs classified systems'),
  },
});

export const unit = kind('unit', '部门', 'unit', {
  about: ['单位内设部门或者下属单位', 'A department of the organisation, or a body under it'],
  purpose: 'organisation',
  happened: 'establishedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'units'),
    parent: ref('上级部门', 'parent unit', 'unit', 'children', { nullable: true }),
    name: text('名称', 'name', { nullable: false }),
    // Empty where it is where the department above it is, or the organisation.
    region: regionField('所在地区', 'region'),
    establishedOn: day('设立日期', 'established on', { timing: 'milestone' }),
    closedOn: ending('撤销日期', 'closed on'),
  },
});

export const designationLetter = kind('designationLetter', '重点单位书面告知', 'designation letter', {
  about: ['主管机关告知单位列入某一类别的文书', 'The authority tells the unit in writing which tier it belongs to'],
  purpose: 'organisation',
  happened: 'issuedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'designationLetters'),
    tier: word('类别', 'tier', tiers),
    issuedOn: day('告知日期', 'issued on', { timing: 'milestone' }),
    revokedOn: ending('取消日期', 'revoked on'),
    reference: text('文号', 'reference'),
  },
});

export const appointment = kind('appointment', '机构和人员确定', 'appointment', {
  about: ['书面确定的责任机构、责任人员', 'A body or person named in writing for a responsibility'],
  purpose: 'organisation',
  happened: 'appointedOn',
  valid: { from: 'appointedOn', until: 'endedOn' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'appointments'),
    person: ref('人员', 'person', 'person', 'appointments', { nullable: true, readable: 'exists', personal: 'yes' }),
    role: word('职责', 'role', {
      precautionLead: label('反间谍安全防范负责人', 'precautions lead'),
      precautionBody: label('反间谍安全防范工作机构', 'precautions department'),
      secrecyBody: label('保密工作机构', 'secrecy body'),
      classificationOfficer: label('定密责任人', 'classification officer'),
      dataOfficer: label('个人信息保护负责人', 'personal-information officer'),
      importantDataOfficer: label('重要数据安全负责人', 'important-data officer'),
      facilitySecurityOfficer: label('设施安全官', 'facility security officer'),
      insiderThreatOfficial: label('内部威胁项目负责人', 'insider-threat senior official'),
      seniorManagementOfficial: label('高级管理负责人', 'senior management official'),
      systemSecurityManager: label('信息系统安全主管', 'information-system security manager'),
      dutyOfficer: label('值班联络人', 'duty officer'),
    }),
    appointedOn: day('确定日期', 'appointed on', { timing: 'milestone' }),
    endedOn: milestone('终止日期', 'ended on'),
    inWriting: flag('书面确定', 'in writing'),
    trainedOn: milestone('规定培训完成日期', 'training for the responsibility completed on'),
  },
});

export const setting = kind('setting', '参数（本单位规定）', 'setting', {
  about: ['本单位自行规定的数值，不是法律规定', "A number of the organisation's own policy, never of the law"],
  purpose: 'organisation',
  happened: 'fromDay',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'settings'),
    name: text('参数名称', 'name', { nullable: false }),
    value: text('数值', 'value', { nullable: false }),
    fromDay: day('施行日期', 'from', { timing: 'milestone' }),
  },
});
