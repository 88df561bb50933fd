import { day, ending, flag, integer, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

/** What a self-inspection, annual report or standing review is about. */
export const programmes = {
  precautions: label('反间谍安全防范', 'precautions'),
  secrecy: label('保密工作', 'secrecy'),
  qualification: label('保密资质', 'qualification'),
  personalData: label('个人信息保护', 'personal data'),
  dataSecurity: label('数据安全', 'data security'),
  industrialSecurity: label('工业安全', 'industrial security'),
};

export const selfInspection = kind('selfInspection', '自查', 'self-inspection', {
  about: ['单位对自身工作的自查', 'The organisation checks its own work'],
  purpose: 'inspection',
  happened: 'completedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'selfInspections'),
    unit: ref('部门', 'unit', 'unit', 'selfInspections', { nullable: true }),
    programme: word('内容', 'programme', programmes),
    completedOn: day('完成日期', 'completed on', { timing: 'milestone' }),
    certifiedOn: milestone('负责人书面确认日期', 'certified by management on'),
    reportedOn: milestone('形成报告日期', 'report written on'),
  },
});

export const finding = kind('finding', '问题', 'finding', {
  about: ['自查、检查发现的问题或者隐患', 'A problem or hidden risk found by a check'],
  purpose: 'inspection',
  happened: 'raisedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'findings'),
    selfInspection: ref('自查', 'self-inspection', 'selfInspection', 'findings', { nullable: true }),
    notice: ref('主管机关文书', 'notice', 'authorityNotice', 'findings', { nullable: true }),
    grade: word('程度', 'grade', {
      minor: label('一般', 'minor'),
      serious: label('严重', 'serious'),
      grave: label('重大', 'grave'),
    }),
    raisedOn: day('提出日期', 'raised on', { timing: 'milestone' }),
    dueOn: day('整改期限', 'due on', { nullable: true }),
    description: text('说明', 'description'),
    rejectedOn: ending('不成立日期', 'rejected on'),
  },
});

export const remedy = kind('remedy', '整改措施', 'remedy', {
  about: ['针对问题的整改及其核验', 'What was done about a finding, and its verification'],
  purpose: 'inspection',
  happened: 'plannedOn',
  fields: {
    finding: ref('问题', 'finding', 'finding', 'remedies'),
    plannedOn: day('提出日期', 'planned on', { timing: 'milestone' }),
    doneOn: milestone('完成日期', 'done on'),
    verifiedOn: milestone('核验销号日期', 'verified on'),
  },
});

export const authorityNotice = kind('authorityNotice', '主管机关文书', 'notice of an authority', {
  about: ['主管机关发来的通知、意见、决定', 'A notice, opinion or order received from an authority'],
  purpose: 'inspection',
  happened: 'receivedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'authorityNotices'),
    kind: word('种类', 'kind', {
      correctionOrder: label('责令改正', 'order to correct'),
      regulatoryInterview: label('约谈', 'regulatory interview'),
      riskNotice: label('风险提示', 'risk notice'),
      networkRisk: label('网络信息风险处置通知', 'network-risk notice'),
      inspectionOpinion: label('检查意见', 'inspection opinion'),
      deviceRectification: label('设备整改通知', 'device rectification'),
      retrieval: label('调取通知', 'retrieval notice'),
      penaltyNotice: label('处罚事先告知', 'notice before a penalty'),
      penaltyDecision: label('处罚决定', 'penalty decision'),
      rejectedApplication: label('不予许可', 'application refused'),
      assistance: label('协助要求', 'request for assistance'),
    }),
    receivedOn: day('收到日期', 'received on', { timing: 'milestone' }),
    limitOn: day('文书载明的期限', 'limit named in it', { nullable: true }),
    answeredOn: milestone('回复或者报告日期', 'answered on'),
    doneOn: milestone('落实日期', 'carried out on'),
    withdrawnOn: ending('撤销日期', 'withdrawn on'),
    foreign: flag('境外司法或者执法机构', 'from a foreign judicial or enforcement body'),
    reference: text('文号', 'reference'),
  },
});

export const authorityVisit = kind('authorityVisit', '主管机关检查', 'visit of an authority', {
  about: ['主管机关到场检查、查验、调取', 'An authority came to inspect, examine or retrieve'],
  purpose: 'inspection',
  happened: 'startedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'authorityVisits'),
    notice: ref('主管机关文书', 'notice', 'authorityNotice', 'authorityVisits', { nullable: true }),
    kind: word('种类', 'kind', {
      inspection: label('检查', 'inspection'),
      technicalTest: label('技术检测', 'technical test'),
      deviceExamination: label('查验电子设备', 'device examination'),
      retrieval: label('查阅、调取', 'retrieval'),
      review: label('主管机构审查', 'government review'),
    }),
    startedOn: day('日期', 'started on', { timing: 'milestone' }),
    officers: integer('人数', 'officers', { nullable: true }),
    credentialsSeenOn: milestone('核对证件文书日期', 'credentials seen on'),
    recordFiledOn: milestone('情况归档日期', 'record filed on'),
    listGivenOn: milestone('提供清单日期', 'list of what was given on'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const annualReport = kind('annualReport', '年度报告', 'annual report', {
  about: ['向主管部门报送的年度情况', 'A yearly report to the competent body'],
  purpose: 'inspection',
  happened: 'submittedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'annualReports'),
    programme: word('内容', 'programme', programmes),
    submittedOn: day('报送日期', 'submitted on', { timing: 'milestone' }),
  },
});

export const standingReview = kind('standingReview', '常态义务复核', 'standing review', {
  about: ['对没有登记信息可以证明的常态义务的定期复核', 'A dated review of a standing duty that no register can show'],
  purpose: 'inspection',
  happened: 'reviewedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'standingReviews'),
    duty: word('事项', 'duty', {}, { nullable: false }),
    reviewedOn: day('复核日期', 'reviewed on', { timing: 'milestone' }),
    note: text('说明', 'note'),
  },
});

export const assessment = kind('assessment', '考核', 'assessment', {
  about: ['把防范、保密工作纳入考核', 'Precaution or secrecy work counted in performance assessment'],
  purpose: 'inspection',
  happened: 'completedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'assessments'),
    programme: word('内容', 'programme', programmes),
    completedOn: day('完成日期', 'completed on', { timing: 'milestone' }),
  },
});
