import { day, ending, flag, integer, label, milestone, moment, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

export const trip = kind('trip', '出国（境）事项', 'trip', {
  about: ['一次出国（境），赴港澳台计入', 'One journey abroad; Hong Kong, Macao and Taiwan count'],
  purpose: 'travel',
  happened: 'createdOn',
  keep: 60,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'trips'),
    unit: ref('部门', 'unit', 'unit', 'trips', { nullable: true }),
    kind: word('类别', 'kind', {
      official: label('因公', 'official'),
      posting: label('外派', 'posting'),
      training: label('培训', 'training'),
      study: label('学习交流', 'study'),
      private: label('因私', 'private'),
    }),
    abroad: flag('出国（境）', 'abroad', { nullable: true }),
    purposeText: text('事由', 'purpose'),
    emergency: flag('紧急出行', 'emergency'),
    createdOn: day('登记日期', 'recorded on', { timing: 'milestone' }),
    submittedOn: milestone('提交日期', 'submitted on'),
    approvedOn: milestone('批准日期', 'approved on'),
    departsOn: day('计划出境日期', 'departs on', { nullable: true }),
    returnsOn: day('计划返回日期', 'returns on', { nullable: true }),
    departedOn: milestone('实际出境日期', 'departed on'),
    returnedOn: milestone('实际返回日期', 'returned on'),
    oralNoticeOn: milestone('口头告知日期', 'oral notice on'),
    closedOn: milestone('办结日期', 'closed on'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const traveller = kind('traveller', '出行人员', 'traveller', {
  about: ['某次出国（境）事项中的一名人员', 'One person of a trip'],
  purpose: 'travel',
  happened: 'addedOn',
  keep: 60,
  fields: {
    trip: ref('出国（境）事项', 'trip', 'trip', 'travellers'),
    person: ref('人员', 'person', 'person', 'journeys', { personal: 'yes' }),
    leader: flag('带队人员', 'group leader'),
    secretBearing: flag('涉密人员（以资格登记为准）', 'secret-bearing, as registered', {
      personal: 'yes',
      nullable: true,
    }),
    cleared: flag('持有接触许可', 'holds an access authorisation', { personal: 'yes' }),
    briefingRequired: flag('主管机构要求防御性安全提醒', 'agency requires a defensive briefing', { nullable: true }),
    addedOn: day('登记日期', 'added on', { timing: 'milestone' }),
    acknowledgedOn: milestone('阅知须知日期', 'instructions acknowledged on'),
    withdrawnOn: ending('退出日期', 'withdrawn on'),
  },
});

export const leg = kind('leg', '分段行程', 'leg', {
  about: ['行程中的一段', 'One stage of a trip'],
  purpose: 'travel',
  happened: 'plannedOn',
  keep: 60,
  fields: {
    trip: ref('出国（境）事项', 'trip', 'trip', 'legs'),
    order: integer('序号', 'order', { min: 1 }),
    place: text('目的地', 'destination'),
    host: text('接待单位', 'host'),
    hostNamed: flag('已填接待单位', 'host is named'),
    plannedOn: day('登记日期', 'planned on', { timing: 'milestone' }),
    arrivesOn: day('到达日期', 'arrives on', { nullable: true }),
    leavesOn: day('离开日期', 'leaves on', { nullable: true }),
  },
});

export const approval = kind('approval', '审批意见', 'approval', {
  about: ['某一角色对一个事项的审批', 'A decision by one role about one matter'],
  purpose: 'travel',
  happened: 'decidedOn',
  keep: 60,
  fields: {
    trip: ref('出国（境）事项', 'trip', 'trip', 'approvals', { nullable: true }),
    traveller: ref('出行人员', 'traveller', 'traveller', 'approvals', { nullable: true }),
    role: word('审批角色', 'role', {
      unitLead: label('部门负责人', 'unit lead'),
      secrecyBody: label('保密工作机构', 'secrecy body'),
      personnelBody: label('组织人事部门', 'personnel department'),
      foreignAffairs: label('外事部门', 'foreign-affairs department'),
      leader: label('分管领导', 'leader in charge'),
      securityOfficer: label('安全保密专责人员', 'security officer'),
      authority: label('有权机关', 'competent authority'),
      agency: label('主管机构', 'agency'),
    }),
    verdict: word('意见', 'verdict', {
      agreed: label('同意', 'agreed'),
      conditions: label('附条件同意', 'agreed with conditions'),
      refused: label('不同意', 'refused'),
    }),
    decidedOn: day('审批日期', 'decided on', { timing: 'milestone' }),
  },
});

export const briefing = kind('briefing', '行前提醒', 'briefing', {
  about: ['行前对出行人员的当面或者在线提醒', 'A briefing of a traveller before departure'],
  purpose: 'travel',
  happened: 'heldOn',
  keep: 60,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'briefings'),
    topic: word('内容', 'topic', {
      precautions: label('反间谍安全防范', 'precautions'),
      secrecy: label('保密', 'secrecy'),
      defensive: label('防御性安全与反情报', 'defensive security and counterintelligence'),
      consular: label('领事与人身安全', 'consular and personal safety'),
      advisories: label('目的地安全提示', 'advisories for the places'),
    }),
    heldOn: day('日期', 'held on', { timing: 'milestone' }),
    acknowledgedOn: milestone('本人确认日期', 'acknowledged on'),
  },
});

export const itemCheck = kind('itemCheck', '携带物品核对', 'carried-items check', {
  about: ['行前对携带设备、载体的核对', 'A check of devices and carriers before departure or after return'],
  purpose: 'travel',
  happened: 'checkedOn',
  keep: 60,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'itemChecks'),
    stage: word('阶段', 'stage', { before: label('行前', 'before'), after: label('返回后', 'after') }),
    checkedOn: day('核对日期', 'checked on', { timing: 'milestone' }),
  },
});

export const checkIn = kind('checkIn', '报平安', 'check-in', {
  about: ['本人在外期间告知平安；不含位置', 'The traveller says that all is well; no position here'],
  purpose: 'travel',
  happened: 'receivedOn',
  happenedAt: 'receivedAt',
  keep: 24,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'checkIns'),
    channel: word('方式', 'channel', {
      page: label('网页', 'page'),
      phone: label('电话', 'phone'),
      mail: label('邮件', 'mail'),
      rollCall: label('带队人员清点', 'roll-call'),
    }),
    receivedOn: day('收到日期', 'received on', { timing: 'milestone' }),
    receivedAt: moment('收到时间', 'received at', { nullable: true }),
    state: text('状态', 'state', { personal: 'sensitive' }),
  },
});

export const debrief = kind('debrief', '回国（境）访谈', 'debrief', {
  about: [
    '返回后的访谈；规则只知道做过、何时做的',
    'The interview on return; a rule knows only that and when it took place',
  ],
  purpose: 'travel',
  happened: 'heldOn',
  keep: 60,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'debriefs'),
    heldOn: day('访谈日期', 'held on', { timing: 'milestone' }),
    copyGivenOn: milestone('交付副本日期', 'copy given on'),
    answers: text('内容', 'answers', { personal: 'sensitive' }),
  },
});

export const deviation = kind('deviation', '行程变更', 'deviation', {
  about: ['实际行程与批准行程不一致', 'What differed from the approved itinerary'],
  purpose: 'travel',
  happened: 'occurredOn',
  keep: 60,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'deviations'),
    kind: word('类别', 'kind', {
      itinerary: label('行程改变', 'itinerary changed'),
      border: label('计划外越境', 'unplanned border crossing'),
      dayTrip: label('计划外当日往返', 'unplanned day trip'),
      extension: label('延期', 'extension'),
      earlyReturn: label('提前返回', 'early return'),
    }),
    occurredOn: day('发生日期', 'occurred on', { timing: 'milestone' }),
    reportedOn: milestone('报告日期', 'reported on'),
  },
});

export const travelReport = kind('travelReport', '出国（境）情况报告', 'travel report', {
  about: ['返回后或者在外期间提交的情况报告', 'A report on a journey, filed during it or after'],
  purpose: 'travel',
  happened: 'filedOn',
  keep: 60,
  fields: {
    traveller: ref('出行人员', 'traveller', 'traveller', 'reports'),
    topic: word('内容', 'topic', {
      mattersAbroad: label('在境外有关情况', 'matters abroad'),
      emergency: label('紧急出行补报', 'full report of an emergency trip'),
      summary: label('出访总结', 'summary'),
    }),
    filedOn: day('提交日期', 'filed on', { timing: 'milestone' }),
    body: text('正文', 'text', { personal: 'yes' }),
  },
});

export const branch = kind('branch', '驻外机构', 'branch', {
  about: ['单位设在境外的机构', 'A body of the organisation abroad'],
  purpose: 'travel',
  happened: 'openedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'branches'),
    name: text('名称', 'name', { nullable: false }),
    openedOn: day('设立日期', 'opened on', { timing: 'milestone' }),
    closedOn: ending('撤销日期', 'closed on'),
  },
});

export const posting = kind('posting', '外派', 'posting', {
  about: ['派驻境外人员的一个任期', 'A term of a person posted abroad'],
  purpose: 'travel',
  happened: 'decidedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'postings'),
    branch: ref('驻外机构', 'branch', 'branch', 'postings', { nullable: true }),
    person: ref('人员', 'person', 'person', 'postings', { personal: 'yes' }),
    decidedOn: day('决定日期', 'decided on', { timing: 'milestone' }),
    startsOn: day('赴任日期', 'starts on'),
    endedOn: milestone('离任日期', 'ended on'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const securityPlan = kind('securityPlan', '安全防范方案', 'security plan', {
  about: [
    '驻外机构、外派人员、涉外活动或者单位的安全防范方案',
    'A plan of precautions for a branch, posting, activity or the unit',
  ],
  purpose: 'organisation',
  happened: 'approvedOn',
  valid: { from: 'approvedOn', until: 'validUntil' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'securityPlans'),
    branch: ref('驻外机构', 'branch', 'branch', 'securityPlans', { nullable: true }),
    posting: ref('外派', 'posting', 'posting', 'securityPlans', { nullable: true }),
    activity: ref('涉外活动', 'exchange activity', 'exchangeActivity', 'securityPlans', { nullable: true }),
    scope: word('适用', 'scope', {
      organisation: label('单位', 'organisation'),
      branch: label('驻外机构', 'branch'),
      posting: label('外派人员', 'posted person'),
      activity: label('涉外活动', 'activity'),
      leak: label('泄密应急', 'leak response'),
      emergency: label('境外突发事件应急', 'emergency abroad'),
    }),
    approvedOn: day('批准日期', 'approved on', { timing: 'milestone' }),
    validUntil: day('有效期至', 'valid until', { nullable: true }),
  },
});

export const drill = kind('drill', '演练', 'drill', {
  about: ['标明“演练”的预案演练', 'An exercise of a plan, marked as such'],
  purpose: 'organisation',
  happened: 'heldOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'drills'),
    plan: ref('方案', 'plan', 'securityPlan', 'drills', { nullable: true }),
    heldOn: day('演练日期', 'held on', { timing: 'milestone' }),
  },
});
