import { describe, expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';
import { type Changes, readSmallPack, ruleText } from './small-pack.ts';

/** PEOPLE.md: rules that would turn the product against people. Each is refused, and for the right reason. */
const hostile: readonly (readonly [name: string, changes: Changes, reason: RegExp])[] = [
  ['a name pattern', { applies: 'starts with(traveller.person.name, "official")' }, /no rule may read/],
  ['a name that is given', { applies: 'traveller.person.name != null' }, /no rule may read/],
  ['names compared with each other', { applies: 'traveller.person.name = traveller.person.name' }, /no rule may read/],
  ['the length of a name', { applies: 'string length(traveller.person.name) > 1' }, /no rule may read/],
  [
    'pilgrimage by destination',
    { applies: 'some l in traveller.trip.legs satisfies l.place = "Mecca"' },
    /no declared word/,
  ],
  [
    'any destination at all',
    { applies: 'some l in traveller.trip.legs satisfies l.place != null' },
    /no rule may read/,
  ],
  ['pilgrimage by month', { applies: 'traveller.trip.departsOn.month = 6' }, /only 0, 1, true/],
  [
    'a month by a figure of no clause',
    { applies: 'traveller.trip.departsOn.month = clause.holyMonth' },
    /not known here/,
  ],
  ['a written day', { applies: 'traveller.trip.departsOn > @"2026-05-01"' }, /only 0, 1, true/],
  [
    'the host of a leg',
    { applies: 'some l in traveller.trip.legs satisfies contains(l.host, "official")' },
    /no rule may read/,
  ],
  ['the purpose somebody wrote', { applies: 'contains(traveller.trip.purposeText, "official")' }, /no rule may read/],
  ['birthplace', { applies: 'traveller.person.birthplace = "X"' }, /no field or relation/],
  ['citizenship', { applies: 'traveller.person.citizenship != null' }, /no field or relation/],
  ['ethnicity', { applies: 'traveller.person.ethnicity != null' }, /no field or relation/],
  ['language', { applies: 'traveller.person.language != null' }, /no field or relation/],
  ['religion', { applies: 'traveller.person.religion != null' }, /no field or relation/],
  ['family members', { applies: 'count(traveller.person.relatives) > 0' }, /no field or relation/],
  ['union membership', { applies: 'traveller.person.unionMember' }, /no field or relation/],
  ['sick leave', { applies: 'traveller.person.sickLeave' }, /no field or relation/],
  ['health', { applies: 'traveller.person.health != null' }, /no field or relation/],
  [
    'foreign contacts of a traveller',
    { applies: 'count(traveller.person.foreignContacts) > 0' },
    /may not read foreignContact/,
  ],
  [
    'one foreign contact',
    {
      purpose: 'exchange',
      subject: 'foreignContact',
      on: 'foreignContact.firstMetOn',
      applies: null,
      bearer: 'foreignContact.person',
      assignee: null,
      due: 'foreignContact.firstMetOn',
      closes: null,
      met: '{ milestone: foreignContact.endedOn }',
    },
    /no rule may read/,
  ],
  [
    'a contact as evidence',
    { purpose: 'exchange', met: '{ by: foreignContact, match: { person: traveller.person } }' },
    /not even its day/,
  ],
  [
    'what a contact said',
    {
      purpose: 'exchange',
      subject: 'foreignContact',
      on: 'edition.from',
      applies: 'foreignContact.topics != null',
      bearer: 'foreignContact.person',
      assignee: null,
      met: '{ milestone: foreignContact.endedOn }',
    },
    /no rule may read/,
  ],
  ['debrief answers', { applies: 'some d in traveller.debriefs satisfies d.answers != null' }, /no rule may read/],
  [
    'the state of a check-in',
    { applies: 'some c in traveller.checkIns satisfies c.state != null' },
    /no rule may read/,
  ],
  [
    'reports received, from a travel rule',
    { applies: 'count(traveller.trip.organisation.reports) > 0' },
    /may not read report/,
  ],
  [
    'counting reports of a unit',
    {
      purpose: 'reporting',
      subject: 'organisation',
      on: 'organisation.establishedOn',
      applies: 'count(organisation.reports) > 1',
      bearer: 'organisation',
      assignee: null,
      due: 'organisation.establishedOn',
      closes: null,
      met: '{ by: referral, match: { organisation: organisation } }',
    },
    /no rule counts report/,
  ],
  [
    'a quota of reports as evidence',
    {
      purpose: 'reporting',
      subject: 'organisation',
      on: 'organisation.establishedOn',
      applies: 'true',
      bearer: 'organisation',
      assignee: null,
      due: 'organisation.establishedOn',
      closes: null,
      met: '{ by: report, match: { organisation: organisation }, count: setting.twice }',
    },
    /no rule counts report/,
  ],
  [
    'what a report says',
    {
      purpose: 'reporting',
      subject: 'report',
      on: 'report.receivedOn',
      applies: 'report.content != null',
      bearer: 'report.organisation',
      assignee: null,
      due: 'report.receivedOn',
      closes: null,
      met: '{ milestone: report.answeredOn }',
    },
    /no rule may read/,
  ],
  [
    'counting incidents',
    {
      purpose: 'reporting',
      subject: 'organisation',
      on: 'organisation.establishedOn',
      applies: 'count(organisation.incidents) > 0',
      bearer: 'organisation',
      assignee: null,
      due: 'organisation.establishedOn',
      closes: null,
      met: '{ by: referral, match: { organisation: organisation } }',
    },
    /no rule counts incident/,
  ],
  [
    'incidents deciding on a journey',
    { applies: 'some i in traveller.trip.organisation.incidents satisfies i.containedOn = null' },
    /may not read incident/,
  ],
  [
    'a person forbidden something',
    { due: null, closes: null, met: null, forbids: 'traveller.trip.abroad' },
    /a traveller is about a person/,
  ],
  [
    'a leaver forbidden something',
    {
      purpose: 'personnel',
      subject: 'leaving',
      on: 'leaving.decidedOn',
      applies: null,
      bearer: 'leaving.organisation',
      assignee: null,
      due: null,
      closes: null,
      met: null,
      forbids: 'leaving.withoutPermission',
    },
    /is about a person/,
  ],
  [
    'a record forbidden by who made it',
    {
      purpose: 'custody',
      subject: 'copy',
      on: 'copy.madeOn',
      applies: null,
      bearer: 'copy.document.organisation',
      assignee: null,
      due: null,
      closes: null,
      met: null,
      forbids: 'copy.custodian != null',
    },
    /is about a person/,
  ],
  [
    'who keeps a copy',
    {
      purpose: 'custody',
      subject: 'copy',
      on: 'copy.madeOn',
      applies: 'copy.custodian.leftOn != null',
      bearer: 'copy.document.organisation',
      assignee: null,
      due: 'copy.madeOn',
      closes: null,
      met: '{ milestone: copy.registeredOn }',
    },
    /present or absent|has no part named/,
  ],
  [
    'training data for custody of a colleague’s trips',
    {
      purpose: 'education',
      subject: 'person',
      on: 'person.joinedOn',
      applies: 'count(person.journeys) > 0',
      bearer: 'person.organisation',
      assignee: null,
      due: 'person.joinedOn',
      closes: null,
      met: '{ by: completion, match: { person: person, topic: counter-espionage } }',
    },
    /may not read traveller/,
  ],
  ['repeated visits as a score', { applies: 'sum(traveller.person.journeys.leader) > 0' }, /sum needs numbers/],
  ['a clock in a rule', { applies: 'traveller.trip.departsOn < today()' }, /no clock/],
  [
    'a gate on a private journey by hearsay',
    { clauses: '[test-2024/report]', gates: '[trip.depart]' },
    /official trips only/,
  ],
  ['a gate nobody asks at, so that it holds nothing', { gates: '[trip.depatr]' }, /must be an act that can be held/],
  ['a rule by an unconfirmed clause', { clauses: '[test-2024/hearsay]' }, /drives no rule/],
  ['a waiver of law by policy', { waiver: 'policy' }, /not waived by policy/],
];

describe('hostile rules', () => {
  test('the sound rule they are made from is accepted', () => {
    expect(readSmallPack(ruleText()).problems).toEqual([]);
  });

  test('are at least forty', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40);
  });

  test.each(hostile)('%s is refused', (_, changes, reason) => {
    const { problems } = readSmallPack(ruleText(changes));
    expect(problems.map((problem) => problem.message.en).join('\n')).toMatch(reason);
    for (const problem of problems) expectBothLanguages(problem.message);
    for (const problem of problems)
      expect(problem).toMatchObject({
        file: 'test-2024/rules/sound.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
      });
  });

  test('are refused in Chinese as a reader of the rule would say it', () => {
    const said = (changes: Changes): string[] =>
      readSmallPack(ruleText(changes)).problems.map((problem) => problem.message.zh);
    expect(said({ applies: 'traveller.trip.kind = "private" and 3 > 1' })).toEqual([
      '不能写“3”：规则中只写0、1、true、false、null和已声明的词，其余的值取自条款的数值或者参数。',
    ]);
    expect(said({ on: '[a]' })).toEqual(['此处应为文本、真假值、数或者null，写的却是列表：请改写。']);
    expect(said({ bearer: 'traveller.trip.departsOn' })).toEqual(['此处应为对登记信息的引用，写的却是日期：请改写。']);
    expect(said({ clauses: '[test-2024/none]' })).toContain(
      '没有条款test-2024/none：请核对编号，可用的条款用 sallyport law list 查看。',
    );
  });
});
