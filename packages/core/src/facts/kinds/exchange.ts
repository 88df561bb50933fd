import { day, ending, flag, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

export const exchangeActivity = kind('exchangeActivity', '涉外交流合作', 'exchange activity', {
  about: ['一次涉外接待、会议、合作或者交流', 'A visit, meeting or project with foreign parties'],
  purpose: 'exchange',
  happened: 'plannedOn',
  keep: 60,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'exchangeActivities'),
    unit: ref('部门', 'unit', 'unit', 'exchangeActivities', { nullable: true }),
    kind: word('形式', 'kind', {
      visit: label('来访接待', 'incoming visit'),
      conference: label('会议论坛', 'conference'),
      project: label('合作项目', 'joint project'),
      negotiation: label('商务谈判', 'negotiation'),
      interview: label('媒体采访', 'media interview'),
    }),
    plannedOn: day('登记日期', 'planned on', { timing: 'milestone' }),
    startsOn: day('开始日期', 'starts on', { nullable: true }),
    endsOn: day('结束日期', 'ends on', { nullable: true }),
    approvedOn: milestone('批准日期', 'approved on'),
    talkingPointsOn: milestone('对外口径确定日期', 'talking points set on'),
    briefedOn: milestone('参加人员提醒日期', 'participants briefed on'),
    recordedOn: milestone('活动记录日期', 'record filed on'),
    materialsGiven: flag('对外提供资料', 'materials are given', { nullable: true }),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const releaseReview = kind('releaseReview', '对外提供资料保密审查', 'release review', {
  about: ['对外提供或者公开前的保密审查', 'A secrecy review before something is given or made public'],
  purpose: 'exchange',
  happened: 'reviewedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'releaseReviews'),
    activity: ref('涉外活动', 'exchange activity', 'exchangeActivity', 'releaseReviews', { nullable: true }),
    publication: ref('信息公开', 'publication', 'publication', 'releaseReviews', { nullable: true }),
    verdict: word('结论', 'verdict', {
      release: label('可以提供', 'may be released'),
      redact: label('处理后提供', 'after redaction'),
      withhold: label('不得提供', 'withheld'),
    }),
    reviewedOn: day('审查日期', 'reviewed on', { timing: 'milestone' }),
  },
});

export const publication = kind('publication', '信息公开', 'publication', {
  about: ['拟对外公开的信息', 'Information to be made public'],
  purpose: 'exchange',
  happened: 'proposedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'publications'),
    proposedOn: day('提出日期', 'proposed on', { timing: 'milestone' }),
    publishedOn: milestone('公开日期', 'published on'),
    withdrawnOn: ending('撤回日期', 'withdrawn on'),
  },
});

export const foreignMatterReport = kind('foreignMatterReport', '涉外事项报告', 'foreign-matter report', {
  about: ['人员或者部门报告的涉外事项', 'A foreign-related matter reported by staff or a unit'],
  purpose: 'exchange',
  happened: 'learntOn',
  keep: 60,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'foreignMatterReports'),
    activity: ref('涉外活动', 'exchange activity', 'exchangeActivity', 'foreignMatterReports', { nullable: true }),
    learntOn: day('知悉日期', 'learnt on', { timing: 'milestone' }),
    reportedOn: milestone('报告日期', 'reported on'),
    recordedOn: milestone('登记更新日期', 'recorded on'),
    content: text('内容', 'content', { personal: 'sensitive' }),
  },
});

export const foreignContact = kind('foreignContact', '境外联系人', 'foreign contact', {
  about: [
    '人员自己登记的境外联系人；规则只知道有无',
    'A contact abroad noted by a person; a rule may know only that it exists',
  ],
  purpose: 'exchange',
  happened: 'firstMetOn',
  keep: 36,
  fields: {
    person: ref('登记人', 'person', 'person', 'foreignContacts', { personal: 'sensitive', readable: 'never' }),
    name: text('自称姓名', 'name as given', { personal: 'sensitive' }),
    body: text('所属机构', 'organisation', { personal: 'sensitive' }),
    topics: text('谈及事项', 'topics', { personal: 'sensitive' }),
    firstMetOn: day('首次联系日期', 'first met on', { timing: 'milestone', readable: 'never', personal: 'sensitive' }),
    endedOn: milestone('终止联系日期', 'ended on', { readable: 'never', personal: 'sensitive' }),
  },
});

export const agreement = kind('agreement', '协议', 'agreement', {
  about: ['保密协议、委托处理协议等', 'A secrecy, processing or transfer agreement'],
  purpose: 'exchange',
  happened: 'signedOn',
  valid: { from: 'signedOn', until: 'endsOn' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'agreements'),
    engagement: ref('外部合作', 'engagement', 'engagement', 'agreements', { nullable: true }),
    kind: word('种类', 'kind', {
      secrecy: label('保密协议', 'secrecy'),
      processing: label('委托处理协议', 'processing'),
      transfer: label('出境标准合同', 'transfer'),
    }),
    signedOn: day('签订日期', 'signed on', { timing: 'milestone' }),
    endsOn: day('届满日期', 'ends on', { nullable: true }),
  },
});

export const engagement = kind('engagement', '外部合作', 'engagement', {
  about: ['委托、采购或者聘用外部机构、境外人员', 'Work given to an outside body or a foreign person'],
  purpose: 'exchange',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'engagements'),
    kind: word('种类', 'kind', {
      secretBusiness: label('涉密业务委托', 'secret business'),
      foreignStaff: label('任用境外人员', 'foreign staff'),
      foreignBody: label('向境外机构提供', 'foreign body'),
      dataProcessing: label('委托处理个人信息', 'processing of personal data'),
    }),
    plannedOn: day('提出日期', 'planned on', { timing: 'milestone' }),
    startsOn: day('开始日期', 'starts on', { nullable: true }),
    reviewedOn: milestone('审查评估日期', 'reviewed on'),
    qualificationSeenOn: milestone('核验资质日期', 'qualification seen on'),
    endedOn: ending('终止日期', 'ended on'),
  },
});
