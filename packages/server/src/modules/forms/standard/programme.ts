import { boxes, type Form, fields, heading, note, opinion, room, rows, signatures } from '../form.ts';

export const programme: readonly Form[] = [
  {
    form: 'security-plan',
    kind: 'securityPlan',
    standard: {
      title: { zh: '安全防范方案', en: 'Plan of security precautions' },
      parts: [
        fields('scope', 'branch', 'activity', 'approvedOn', 'validUntil'),
        boxes(
          room('一、基本情况和风险', '1. Situation and risks'),
          room('二、职责分工', '2. Who does what'),
          room('三、人员管理', '3. Staff'),
          room('四、场所和设备', '4. Premises and devices'),
          room('五、信息和资料', '5. Information and papers'),
          room('六、对外接触', '6. Dealings with others'),
          room('七、联络和报告', '7. Contact and reporting'),
          room('八、应急处置', '8. Emergencies'),
        ),
        boxes(
          opinion('安全保密部门意见', 'Security and secrecy', true),
          opinion('主要负责人批准', 'Approved by the head', true),
        ),
        note(
          '本方案不得写入国家秘密。需要写入的，按照保密规定另行制作、保管。',
          'No state secret is written here. What needs one is drawn up and kept apart, by the rules on secrecy.',
        ),
      ],
    },
  },
  {
    form: 'self-inspection',
    kind: 'selfInspection',
    standard: {
      title: { zh: '自查记录', en: 'Record of self-inspection' },
      parts: [
        fields('programme', 'unit', 'completedOn', 'certifiedOn', 'reportedOn'),
        heading('发现的问题', 'Findings'),
        rows('findings', 'grade', 'raisedOn', 'dueOn'),
        boxes(room('自查情况', 'What was checked'), room('整改要求', 'What is to be mended')),
        boxes(opinion('自查负责人', 'Led by'), opinion('主要负责人确认', 'Certified by the head', true)),
      ],
    },
  },
  {
    form: 'waiver-approval',
    kind: 'waiver',
    standard: {
      title: { zh: '经批准暂缓审批表', en: 'Approval of a waiver' },
      parts: [
        fields('rule', 'grantedOn', 'until', 'reason', 'authority', 'firstPerson', 'secondPerson'),
        boxes(
          opinion('安全保密部门意见', 'Security and secrecy', true),
          opinion('复核人意见', 'Second person'),
          opinion('主要负责人意见', 'Head', true),
        ),
        note(
          '暂缓最长一年；期满或者提前终止后，应当继续办理。',
          'A waiver lasts a year at most; when it ends, the duty is to be met.',
        ),
      ],
    },
  },
  {
    form: 'override-approval',
    kind: 'override',
    standard: {
      title: { zh: '例外放行审批表', en: 'Approval of an override' },
      parts: [
        fields('rule', 'grantedOn', 'until', 'reason', 'firstPerson', 'secondPerson'),
        boxes(
          opinion('安全保密部门意见', 'Security and secrecy', true),
          opinion('复核人意见', 'Second person'),
          opinion('主要负责人意见', 'Head', true),
        ),
        note(
          '例外放行不等于已经办理：事项仍按逾期统计。',
          'An override is no completion: the duty stays overdue and is counted so.',
        ),
        signatures(['经办人', 'Prepared by'], ['日期', 'Date']),
      ],
    },
  },
];
