import { body, boxes, type Form, fields, heading, note, opinion, rows, signatures } from '../form.ts';

export const travel: readonly Form[] = [
  {
    form: 'travel-approval',
    kind: 'trip',
    standard: {
      title: { zh: '出国（境）审批表', en: 'Approval of travel abroad' },
      parts: [
        fields('unit', 'kind', 'purposeText', 'createdOn', 'departsOn', 'returnsOn'),
        heading('出行人员', 'Travellers'),
        rows('travellers', 'person', 'person.unit', 'leader'),
        heading('行程', 'Itinerary'),
        rows('legs', 'order', 'place', 'host', 'arrivesOn', 'leavesOn'),
        boxes(
          opinion('所在部门意见', 'Unit'),
          opinion('安全保密部门意见', 'Security and secrecy', true),
          opinion('组织人事部门意见', 'Personnel', true),
          opinion('分管领导意见', 'Leader in charge', true),
        ),
        note(
          '不同意的，应当书面说明与本次行程有关的理由，并告知申诉途径。',
          'A refusal states in writing its reason, which is about this journey, and how to appeal.',
        ),
      ],
    },
  },
  {
    form: 'briefing-record',
    kind: 'briefing',
    standard: {
      title: { zh: '行前提醒记录单', en: 'Record of the briefing before departure' },
      parts: [
        fields(
          'traveller.person',
          'traveller.person.unit',
          'traveller.trip.departsOn',
          'traveller.trip.returnsOn',
          'topic',
          'heldOn',
          'acknowledgedOn',
        ),
        heading('已经告知的权利', 'Told of these rights'),
        body(
          '提醒讲的是方法，不看任何人从哪里来。阅读不计时，回答只给本人看，不影响审批。认为提醒不对、不全的，可以当面提出，并要求注明。',
          'The briefing speaks of methods, wherever somebody comes from. Reading is not timed; answers are seen by the traveller alone and decide nothing. Whoever finds it wrong or incomplete says so, and may have it noted.',
        ),
        signatures(['本人', 'Traveller'], ['提醒人', 'Who briefed'], ['日期', 'Date']),
        note(
          '在系统中双方已经签署的，打印件供存档。',
          'Where both have signed in the program, this is printed for the file.',
        ),
      ],
    },
  },
  {
    form: 'interview-record',
    kind: 'debrief',
    standard: {
      title: { zh: '回国（境）访谈记录单', en: 'Record of the interview on return' },
      parts: [
        fields(
          'traveller.person',
          'traveller.person.unit',
          'traveller.trip.departedOn',
          'traveller.trip.returnedOn',
          'heldOn',
          'copyGivenOn',
        ),
        heading('访谈开始前已经告知', 'Told before the interview began'),
        body(
          '访谈是为了了解此次出国（境）期间的安全情况，不是调查或者讯问。对任何问题都可以回答“不便说明”，不影响访谈完成。本人可以请一名信任的人在场。访谈一般不超过90分钟。',
          'The interview is about safety on this journey. It is no inquiry and no interrogation. Any question may be answered with “I may not or do not wish to say”; the interview is complete all the same. A person of trust may be present. It lasts 90 minutes at most.',
        ),
        body(
          '本记录单只记载访谈已经进行，不记载谈话内容，不涉及其他人员。本人可以更正，可以签字或者不签字，并当场取得副本。如需反映情况，请使用情况反映页面，也可以拨打12339。',
          'This record says that the interview took place; it holds nothing of what was said and names nobody else. The traveller may correct it, may sign or not, and gets a copy at once. Whoever wants to report something uses the reporting page, or calls 12339.',
        ),
        signatures(['本人', 'Traveller'], ['访谈人', 'Interviewer'], ['开始时间', 'Began'], ['结束时间', 'Ended']),
        note('本人选择不签字的，由访谈人注明。', 'Where the traveller declines to sign, the interviewer notes it.'),
      ],
    },
  },
];
