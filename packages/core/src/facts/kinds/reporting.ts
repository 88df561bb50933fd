import { day, ending, flag, label, milestone, moment, ref, text, word } from '../field.ts';
import { kind } from '../kind.ts';

export const report = kind('report', '情况反映', 'report', {
  about: ['收到的情况反映；规则只知道收到、转交的时间', 'A report received; a rule knows only when it came and went'],
  purpose: 'reporting',
  happened: 'receivedOn',
  happenedAt: 'receivedAt',
  keep: 36,
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'reports'),
    receivedOn: day('收到日期', 'received on', { timing: 'milestone' }),
    receivedAt: moment('收到时间', 'received at', { nullable: true }),
    track: word(
      '去向',
      'track',
      {
        authority: label('应交国家安全机关', 'for state security'),
        internal: label('本单位规定事项', 'internal rules'),
        outside: label('不属本单位', 'not for us'),
      },
      { nullable: true },
    ),
    acknowledgedOn: milestone('回执日期', 'acknowledged on'),
    answeredOn: milestone('答复日期', 'answered on'),
    content: text('内容', 'content', { personal: 'sensitive' }),
    withdrawnOn: ending('撤回日期', 'withdrawn on'),
  },
});

export const incident = kind('incident', '事件', 'incident', {
  about: [
    '已知悉的泄密、可疑情况或者个人信息泄露；规则只知道类别和时间',
    'A leak, suspicion or data breach; a rule knows only which clock and when',
  ],
  purpose: 'reporting',
  happened: 'discoveredOn',
  happenedAt: 'discoveredAt',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'incidents'),
    clock: word('适用时限', 'which clock', {
      stateSecretLeak: label('泄露或者可能泄露国家秘密', 'leak or possible leak of state secrets'),
      suspectedEspionage: label('涉嫌间谍行为', 'suspected espionage'),
      precaution: label('安全防范突发事件', 'precaution incident'),
      personalData: label('个人信息泄露', 'personal-data breach'),
      dataSecurity: label('数据安全事件', 'data-security incident'),
      classifiedLoss: label('涉密资料丢失或者失控', 'loss or compromise of classified material'),
      suspiciousContact: label('可疑联系', 'suspicious contact'),
      networkSecret: label('网络信息涉及泄密', 'network information that leaks secrets'),
    }),
    discoveredOn: day('发现日期', 'discovered on', { timing: 'milestone' }),
    discoveredAt: moment('发现时间', 'discovered at', { nullable: true }),
    containedOn: milestone('采取补救措施日期', 'contained on'),
    containedAt: moment('采取补救措施时间', 'contained at', { nullable: true }),
    inquiryOn: milestone('初步核查日期', 'preliminary inquiry on'),
    concludedOn: milestone('结论日期', 'concluded on'),
    content: text('内容', 'content', { personal: 'sensitive' }),
    dismissedOn: ending('排除日期', 'dismissed on'),
    dismissedAt: moment('排除时间', 'dismissed at', { nullable: true }),
  },
});

export const referral = kind('referral', '报送主管机关', 'referral', {
  about: ['向主管机关或者当事人的报送、通知', 'What was sent to an authority, a superior or the people concerned'],
  purpose: 'reporting',
  happened: 'sentOn',
  happenedAt: 'sentAt',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'referrals'),
    incident: ref('事件', 'incident', 'incident', 'referrals', { nullable: true }),
    report: ref('情况反映', 'report', 'report', 'referrals', { nullable: true }),
    receiver: word('接收方', 'receiver', {
      stateSecurity: label('国家安全机关', 'state security organ'),
      secrecyAuthority: label('保密行政管理部门', 'secrecy authority'),
      superior: label('上级机关、单位', 'superior body'),
      dataAuthority: label('个人信息保护主管部门', 'personal-data authority'),
      peopleConcerned: label('当事人', 'the people concerned'),
      fbi: label('联邦调查局', 'FBI'),
      securityAgency: label('安全主管机构（CSA）', 'cognizant security agency'),
    }),
    stage: word('阶段', 'stage', {
      initial: label('首次报告', 'initial'),
      final: label('最终报告', 'final'),
    }),
    sentOn: day('报送日期', 'sent on', { timing: 'milestone' }),
    sentAt: moment('报送时间', 'sent at', { nullable: true }),
    inWriting: flag('书面', 'in writing'),
    reference: text('编号', 'reference'),
  },
});

export const changeReport = kind('changeReport', '变更事项', 'reportable change', {
  about: ['所有权、关键管理人员等须报告的变更', 'A change of ownership, key people or storage that must be reported'],
  purpose: 'reporting',
  happened: 'changedOn',
  fields: {
    organisation: ref('单位', 'organisation', 'organisation', 'changeReports'),
    kind: word('种类', 'kind', {
      conditions: label('所有权、名称、关键管理人员', 'ownership, name, key people'),
      storage: label('存储条件', 'storage'),
      inability: label('无法继续防护', 'inability to safeguard'),
      foreignContract: label('外国涉密合同', 'foreign classified contract'),
      nonDisclosureRefused: label('拒签保密协议', 'non-disclosure agreement refused'),
      improperReceipt: label('不当接收外国资料', 'improper receipt of foreign material'),
      personnelStatus: label('接触人员状况变更', 'status of a cleared person'),
    }),
    changedOn: day('变更日期', 'changed on', { timing: 'milestone' }),
    reportedOn: milestone('报告日期', 'reported on'),
  },
});
