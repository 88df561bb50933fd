import { body, type Form, fields, heading, items, note, signatures } from '../form.ts';

export const people: readonly Form[] = [
  {
    form: 'commitment',
    kind: 'commitment',
    standard: {
      title: { zh: '保密和安全防范承诺书', en: 'Undertaking of secrecy and precaution' },
      parts: [
        fields('person', 'person.unit', 'topic', 'signedOn'),
        heading('承诺内容', 'What I undertake'),
        body(
          '一、我已经了解国家保密和反间谍安全防范的法律法规以及本单位的规章制度，知悉应当承担的义务和享有的权利。',
          '1. I have been told of the law on secrecy and counter-espionage precautions and of the rules of the organisation, of what I owe and of my rights.',
        ),
        body(
          '二、不违规记录、存储、复制国家秘密和本单位工作秘密，不违规留存载体，不以任何方式泄露所接触和知悉的秘密。',
          '2. I will not record, store or copy state secrets or the organisation’s work secrets against the rules, keep no carrier of them that I may not keep, and disclose nothing of what I come to know.',
        ),
        body(
          '三、在涉外活动和出国（境）期间遵守安全防范要求；发现可疑情况及时报告，也可以直接向国家安全机关举报，举报受理电话12339。',
          '3. In dealings with foreign parties and abroad I will keep to the precautions; what looks suspicious I will report at once, and I may report it to the state security organs directly, by telephone 12339.',
        ),
        body(
          '四、离岗离职时清退全部涉密载体，遵守脱密期的各项规定。',
          '4. On leaving the post or the job I will hand back every carrier of secrets and keep to the rules of the cooling-off period.',
        ),
        note('本承诺书不限制本人依法享有的权利。', 'Nothing here limits the rights the law gives to whoever signs.'),
        signatures(['承诺人', 'Signed by'], ['见证人', 'Witness'], ['日期', 'Date']),
      ],
    },
  },
  {
    form: 'handover-sheet',
    kind: 'leaving',
    standard: {
      title: { zh: '离岗离职交接清单', en: 'Handover sheet of a leaver' },
      parts: [
        fields('person', 'person.unit', 'decidedOn', 'effectiveOn', 'secretBearing'),
        heading('交接内容', 'What is handed over'),
        items,
        body(
          '本人已将保管的载体、承办的事项和担任的职责按上表交接，未留存涉密载体和工作资料。',
          'I have handed over what I kept, what I had to see to and what I was responsible for as listed, and kept no carrier of secrets and no papers of the work.',
        ),
        note(
          '离岗离职不因尚有未交接的内容而停办；未交接的，由单位继续跟进。',
          'A leaving does not wait for what is not handed over yet: the organisation follows it up.',
        ),
        signatures(
          ['移交人', 'Handed over by'],
          ['监交人', 'Witness'],
          ['部门负责人', 'Head of unit'],
          ['日期', 'Date'],
        ),
      ],
    },
  },
  {
    form: 'education-record',
    kind: 'completion',
    standard: {
      title: { zh: '教育培训签收单', en: 'Record of education' },
      parts: [
        fields('person', 'person.unit', 'topic', 'course', 'completedOn', 'validUntil'),
        body(
          '本人已经参加上述教育培训，知悉培训内容和应当遵守的要求。',
          'I took part in the education named above and know what it asks of me.',
        ),
        signatures(['本人', 'Signed by'], ['组织人', 'Held by'], ['日期', 'Date']),
      ],
    },
  },
  {
    form: 'sign-in-list',
    kind: 'course',
    standard: {
      title: { zh: '教育培训签到表', en: 'Sign-in list of education' },
      parts: [
        fields('title', 'topic', 'heldOn', 'audience'),
        items,
        note(
          '请本人签名。不能到场的，请不要代签。',
          'Everybody signs for themselves. Nobody signs for somebody who is not there.',
        ),
        signatures(['组织人', 'Held by'], ['授课人', 'Taught by'], ['日期', 'Date']),
      ],
    },
  },
];
