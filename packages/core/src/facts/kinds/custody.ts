import { day, ending, flag, integer, label, milestone, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';
import { regionField } from './regions.ts';

export const levels = {
  topSecret: label('绝密', 'top secret (highest of three levels)'),
  secret: label('机密', 'secret (middle of three levels)'),
  confidential: label('秘密', 'confidential (lowest of three levels)'),
};

export const document = kind('document', '受控文件', 'document', {
  about: ['受控文件的管理信息，不含内容', 'Facts about a controlled document, never its text'],
  purpose: 'custody',
  happened: 'createdOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'documents'),
    number: text('登记号', 'register number'),
    title: text('名称（不涉密）', 'unclassified title'),
    level: word('密级', 'level', levels, { nullable: true }),
    derivative: flag('派生定密', 'derivative'),
    unclear: flag('密级不明确', 'level unclear'),
    abovePower: flag('超出本单位定密权限', "beyond the unit's own power"),
    source: ref('派生来源', 'source document', 'document', 'derived', { nullable: true }),
    createdOn: day('产生日期', 'created on', { timing: 'milestone' }),
    proposedOn: milestone('承办人提出意见日期', 'classification proposed on'),
    determinedOn: milestone('定密日期', 'classified on'),
    markedOn: milestone('标志日期', 'marked on'),
    periodEndsOn: day('保密期限届满日期', 'secrecy period ends on', { nullable: true }),
    scopeSetOn: milestone('知悉范围确定日期', 'circle of knowledge set on'),
    draftSubmittedOn: milestone('拟定密级上报日期', 'draft level submitted on'),
    disputedOn: milestone('提出异议日期', 'objection raised on'),
    claimedLevel: word('异议主张的最高密级', 'highest level claimed', levels, { nullable: true }),
    disputeSettledOn: milestone('异议决定日期', 'objection decided on'),
    changedOn: milestone('变更密级日期', 'level changed on'),
    changeNoticeOn: milestone('变更书面通知日期', 'notice of change on'),
    declassifiedOn: ending('解密日期', 'declassified on'),
    destroyedOn: ending('销毁日期', 'destroyed on'),
  },
});

export const documentReview = kind('documentReview', '定密审核', 'classification review', {
  about: ['对所定国家秘密的年度审核', 'A review of what was classified'],
  purpose: 'custody',
  happened: 'reviewedOn',
  fields: {
    document: ref('受控文件', 'document', 'document', 'documentReviews'),
    outcome: word('结论', 'outcome', {
      keep: label('维持', 'kept'),
      change: label('变更', 'changed'),
      extend: label('延长', 'extended'),
      declassify: label('解密', 'declassified'),
    }),
    reviewedOn: day('审核日期', 'reviewed on', { timing: 'milestone' }),
  },
});

export const copy = kind('copy', '受控副本', 'copy', {
  about: ['受控文件的一份载体', 'One copy or carrier of a document'],
  purpose: 'custody',
  happened: 'madeOn',
  fields: {
    document: ref('受控文件', 'document', 'document', 'copies'),
    place: ref('存放场所', 'place', 'place', 'copies', { nullable: true }),
    custodian: ref('保管人', 'custodian', 'person', 'copiesHeld', {
      nullable: true,
      readable: 'exists',
      personal: 'yes',
    }),
    copyNumber: integer('份号', 'copy number', { min: 1, nullable: true }),
    reproduction: flag('复制件', 'a reproduction'),
    madeOn: day('制作或者收到日期', 'made or received on', { timing: 'milestone' }),
    approvedOn: milestone('复制批准日期', 'reproduction approved on'),
    originatorConsentOn: milestone('原定密机关同意日期', "originator's consent on"),
    registeredOn: milestone('登记签收日期', 'registered on'),
    custodianNamedOn: milestone('确定专人保管日期', 'keeper named on'),
    destructionApprovedOn: milestone('销毁批准日期', 'destruction approved on'),
    countedOn: milestone('销毁前清点登记日期', 'counted before destruction on'),
    witnesses: integer('销毁监销人数', 'people at destruction', { nullable: true }),
    destroyedOn: ending('销毁日期', 'destroyed on'),
    missingOn: milestone('发现下落不明日期', 'found missing on'),
    returnedOn: ending('退回日期', 'returned on'),
  },
});

export const movement = kind('movement', '流转', 'movement', {
  about: ['载体的传递、携带、借用', 'A carrier is sent, carried out or lent'],
  purpose: 'custody',
  happened: 'plannedOn',
  fields: {
    copy: ref('受控副本', 'copy', 'copy', 'movements'),
    kind: word('种类', 'kind', {
      send: label('传递', 'sent'),
      carryOut: label('携带外出', 'carried out'),
      carryAbroad: label('携带出境', 'carried abroad'),
      mailAbroad: label('寄递出境', 'sent abroad by mail'),
      loan: label('借用', 'lent'),
      repair: label('维修', 'under repair'),
      ordinaryMail: label('普通邮政快递', 'ordinary mail or courier'),
    }),
    plannedOn: day('登记日期', 'planned on', { timing: 'milestone' }),
    movesOn: day('计划流转日期', 'moves on', { nullable: true }),
    approvedOn: milestone('批准日期', 'approved on'),
    movedOn: milestone('实际流转日期', 'moved on'),
    receivedOn: milestone('签收日期', 'received on'),
    carriers: integer('护送人数', 'carriers', { nullable: true }),
    supervisedOn: milestone('现场监督日期', 'supervised on'),
    dueBackOn: day('应还日期', 'due back on', { nullable: true }),
    returnedOn: milestone('归还日期', 'returned on'),
    cancelledOn: ending('撤销日期', 'cancelled on'),
  },
});

export const accessGrant = kind('accessGrant', '知悉记录', 'access grant', {
  about: ['某人获准知悉某一文件', 'Somebody was given access to a document'],
  purpose: 'custody',
  happened: 'grantedOn',
  fields: {
    document: ref('受控文件', 'document', 'document', 'accessGrants'),
    person: ref('人员', 'person', 'person', 'accessGrants', { personal: 'yes', nullable: true }),
    outsideScope: flag('原知悉范围以外', 'outside the circle'),
    grantedOn: day('知悉日期', 'granted on', { timing: 'milestone' }),
    approvedOn: milestone('批准日期', 'approved on'),
    recordedOn: milestone('记录日期', 'recorded on'),
  },
});

export const place = kind('place', '场所', 'place', {
  about: ['保密要害部门部位、涉密场所等', 'A key area or place of secret work'],
  purpose: 'custody',
  happened: 'designatedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'places'),
    name: text('名称', 'name', { nullable: false }),
    keyArea: flag('保密要害部门、部位', 'key secrecy area'),
    secretMatters: flag('涉密场所', 'place of secret matters'),
    designatedOn: day('确定日期', 'designated on', { timing: 'milestone' }),
    confirmedOn: milestone('保密行政管理部门确认日期', 'confirmed by the secrecy authority on'),
    isolatedOn: milestone('隔离加固日期', 'isolated or reinforced on'),
    closedManagementOn: milestone('实行封闭管理日期', 'closed management since'),
    warningLineOn: milestone('设置警戒标志日期', 'warning line set on'),
    closedOn: ending('停用日期', 'closed on'),
  },
});

export const system = kind('system', '信息系统', 'system', {
  about: ['涉密或者重要信息系统', 'A classified or important information system'],
  purpose: 'custody',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'systems'),
    level: word('密级', 'level', levels, { nullable: true }),
    classified: flag('涉密信息系统', 'classified system'),
    plannedOn: day('规划日期', 'planned on', { timing: 'milestone' }),
    testedOn: milestone('检测评估日期', 'tested on'),
    acceptedOn: milestone('审查合格日期', 'accepted on'),
    inUseOn: milestone('投入使用日期', 'in use since'),
    changedOn: milestone('重大变更日期', 'changed on'),
    publicNetwork: flag('接入公共网络', 'joined to a public network', { nullable: true }),
    retiredOn: ending('停用日期', 'retired on'),
  },
});

export const equipment = kind('equipment', '设备', 'equipment', {
  about: ['需要登记管理的设备', 'Equipment that is registered'],
  purpose: 'custody',
  happened: 'acquiredOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'equipment'),
    system: ref('信息系统', 'system', 'system', 'equipment', { nullable: true }),
    kind: word('种类', 'kind', {
      classifiedDevice: label('涉密设备', 'classified device'),
      travelDevice: label('外出专用设备', 'travel device'),
      technicalPrecaution: label('技术防范设备', 'technical precaution'),
      suspectedSpecial: label('疑似专用间谍器材', 'suspected special espionage equipment'),
    }),
    acquiredOn: day('取得日期', 'acquired on', { timing: 'milestone' }),
    reportedOn: milestone('上交报告日期', 'handed in on'),
    sanitisedOn: milestone('处理合格日期', 'sanitised on'),
    disposedOn: ending('处置日期', 'disposed on'),
  },
});

export const protectionCheck = kind('protectionCheck', '防范措施检查', 'protection check', {
  about: ['对场所、系统、设备防范措施的检查、测评', 'A check or assessment of protection'],
  purpose: 'custody',
  happened: 'checkedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'protectionChecks'),
    place: ref('场所', 'place', 'place', 'protectionChecks', { nullable: true }),
    system: ref('信息系统', 'system', 'system', 'protectionChecks', { nullable: true }),
    kind: word('种类', 'kind', {
      physical: label('物理防范', 'physical'),
      technical: label('技术防范', 'technical'),
      riskAssessment: label('安全保密风险评估', 'secrecy risk assessment'),
      securityTest: label('网络安全检测评估', 'network security test'),
      dataRisk: label('数据安全风险评估', 'data risk assessment'),
      inventory: label('清查盘点', 'inventory'),
    }),
    checkedOn: day('日期', 'checked on', { timing: 'milestone' }),
    passed: flag('合格', 'passed', { nullable: true }),
  },
});

export const meeting = kind('meeting', '涉密会议、活动', 'meeting', {
  about: ['涉密会议、活动', 'A meeting or event with secret content'],
  purpose: 'custody',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'meetings'),
    level: word('密级', 'level', levels),
    plannedOn: day('登记日期', 'planned on', { timing: 'milestone' }),
    heldOn: day('召开日期', 'held on'),
    planOn: milestone('保密方案日期', 'secrecy plan on'),
    participantsSetOn: milestone('参加人员确定日期', 'participants set on'),
    educatedOn: milestone('保密教育日期', 'participants educated on'),
    placeCheckedOn: milestone('场所检查日期', 'place checked on'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const licence = kind('licence', '许可、资质', 'licence', {
  about: ['资质、许可及其有效期', 'A licence or qualification and its validity'],
  purpose: 'organisation',
  happened: 'grantedOn',
  valid: { from: 'grantedOn', until: 'validUntil' },
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'licences'),
    project: ref('建设项目', 'building project', 'buildingProject', 'licences', { nullable: true }),
    application: ref('许可申请', 'application', 'licenceApplication', 'licences', { nullable: true }),
    kind: word('种类', 'kind', {
      secrecyQualification: label('保密资质', 'secrecy qualification'),
      buildingPermit: label('涉及国家安全事项建设项目许可', 'building permit'),
      courier: label('快递业务经营许可', 'courier licence'),
    }),
    grantedOn: day('取得日期', 'granted on', { timing: 'milestone' }),
    validUntil: day('有效期至', 'valid until', { nullable: true }),
    revokedOn: ending('撤销日期', 'revoked on'),
  },
});

export const licenceApplication = kind('licenceApplication', '许可申请', 'licence application', {
  about: ['由本单位办理的许可申请', 'An application that this body examines'],
  purpose: 'organisation',
  happened: 'acceptedOn',
  fields: {
    organisation: ref('办理单位', 'organisation', 'organisation', 'licenceApplications'),
    kind: word('种类', 'kind', { courier: label('快递业务经营许可', 'courier licence') }),
    acceptedOn: day('受理日期', 'accepted on', { timing: 'milestone' }),
    opinionAskedOn: milestone('征求意见日期', 'opinion asked on'),
    opinionReceivedOn: milestone('收到意见日期', 'opinion received on'),
    decidedOn: milestone('决定日期', 'decided on'),
    withdrawnOn: ending('撤回日期', 'withdrawn on'),
  },
});

export const buildingProject = kind('buildingProject', '建设项目', 'building project', {
  about: ['新建、改建、扩建项目', 'A new, altered or extended building'],
  purpose: 'organisation',
  happened: 'plannedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'buildingProjects'),
    // Empty where it is where the organisation is.
    region: regionField('建设地区', 'region of the site'),
    inControlArea: flag('位于安全控制区域', 'inside a security control area', { nullable: true }),
    plannedOn: day('立项日期', 'planned on', { timing: 'milestone' }),
    startsOn: day('计划开工日期', 'building starts on', { nullable: true }),
    startedOn: milestone('实际开工日期', 'building started on'),
    permittedOn: milestone('取得许可日期', 'permit obtained on'),
    acceptedOn: milestone('安全验收日期', 'accepted by state security on'),
    inUseOn: milestone('投入使用日期', 'in use since'),
    cancelledOn: ending('取消日期', 'cancelled on'),
  },
});

export const carriedItem = kind('carriedItem', '携带物品', 'carried item', {
  about: ['出国（境）事项所列、承载国家秘密的一件物品', 'An item listed for a trip that bears state secrets'],
  purpose: 'custody',
  happened: 'listedOn',
  keep: 60,
  fields: {
    trip: ref('出国（境）事项', 'trip', 'trip', 'carriedItems'),
    // Empty where what bears a secret is not in the register of copies: then nothing permits it.
    copy: ref('受控副本', 'copy', 'copy', 'carried', { nullable: true }),
    kind: word('种类', 'kind', {
      device: label('设备', 'device'),
      medium: label('存储介质', 'medium'),
      paper: label('纸质材料', 'papers'),
      specimen: label('样品', 'specimen'),
      other: label('其他', 'other'),
    }),
    listedOn: day('列入日期', 'listed on', { timing: 'milestone' }),
    leftOutOn: ending('移出日期', 'left out on'),
  },
});

export const deviceLoan = kind('deviceLoan', '设备借用', 'device loan', {
  about: ['出行人员借用设备池中的一台设备', 'A device of the pool lent to somebody for a trip'],
  purpose: 'custody',
  happened: 'issuedOn',
  keep: 60,
  fields: {
    equipment: ref('设备', 'device', 'equipment', 'loans'),
    traveller: ref('出行人员', 'traveller', 'traveller', 'deviceLoans'),
    issuedOn: day('发放日期', 'issued on', { timing: 'milestone' }),
    receivedOn: milestone('本人签收日期', 'receipt signed on'),
    returnedOn: milestone('归还日期', 'returned on'),
    inspectedOn: milestone('检查日期', 'inspected on'),
    lostOn: ending('发现丢失日期', 'found lost on'),
  },
});
