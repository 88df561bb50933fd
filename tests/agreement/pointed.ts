import type { RuleText } from '../../packages/core/src/law/index.ts';
import type { Random } from '../feel/random.ts';

/**
 * Plain rules, one operator each, over all fields of its type: what random rules reach seldom, since a condition that is false hides
 * whatever else a rule would have computed.
 */
const templates: readonly ((pick: Pick) => string)[] = [
  ({ day, other }) => `(if ${day} = null then ${other} else trip.returnsOn)`,
  ({ day, other }) => `(trip.returnsOn + (${day} - ${other}))`,
  ({ day, other }) => `add working days(trip.returnsOn, working days between(${day}, ${other}))`,
  ({ day, number }) => `add working days(${day}, ${number})`,
  ({ day, other }) => `(trip.returnsOn + years and months duration(${day}, ${other}))`,
  ({ day, other }) => `(trip.returnsOn + (setting.month * years and months duration(${day}, ${other}).years))`,
  ({ day, other }) => `(trip.returnsOn + (setting.lead * (${day} - ${other}).days))`,
  ({ day, number }) => `(${day} - (setting.lead * ${number}))`,
  ({ day }) => `(${day} - clause.term)`,
  ({ day }) => `(${day} + setting.validity)`,
  ({ day }) => `(${day} - setting.lead)`,
  ({ instant }) => `(${instant} + setting.half)`,
  ({ instant }) => `(${instant} - setting.limit)`,
  ({ instant, moment }) => `(${instant} - (${instant} - ${moment}))`,
  ({ flag, day }) => `(if not(${flag}) then ${day} else trip.returnsOn)`,
  ({ flag, day, other }) => `(if (${flag} or ${day} < ${other}) then ${day} else trip.returnsOn)`,
  ({ day, other }) => `(if list contains(trip.visits.endsOn, ${day}) then ${other} else trip.returnsOn)`,
  ({ day, number, amount }) => `(${day} + (setting.lead * (${number} * ${amount})))`,
  ({ day, number, amount }) => `(${day} + (setting.lead * (${number} - ${amount})))`,
  ({ day, number, amount }) => `(${day} + (setting.lead * abs(${number} + ${amount})))`,
  ({ day, number }) => `(${day} + (setting.lead * sum(trip.visits.score)) - (setting.lead * -${number}))`,
  ({ day, span, length }) => `(${day} + (${span} + ${length}))`,
  ({ day, span, length }) => `(${day} - (${span} - ${length}))`,
  ({ day, span }) => `(${day} + (${span} + ${span}))`,
  ({ day, span }) => `(${day} - (${span} - ${span}))`,
  ({ day, other }) => `(if ${day} != null then ${other} else trip.returnsOn)`,
  ({ instant, span }) => `(${instant} - ${span})`,
  ({ instant, span }) => `(${instant} + ${span})`,
  ({ instant, span }) => `max(${instant} + ${span}, ${instant} - ${span})`,
  ({ day }) => `(trip.returnsOn + (setting.lead * ${day}.weekday))`,
  ({ day }) => `(if ${day}.weekday in (0, 1) then ${day} else trip.returnsOn)`,
  ({ day, other, span }) => `(trip.returnsOn + ((${day} - ${other}) - ${span}))`,
  ({ day, other, span }) => `(if ${day} > ${other} then ${day} - ${span} else ${other})`,
  ({ day }) => `(${day} + (setting.lead * sum(trip.organisation.trips.days)))`,
  ({ day }) => `(${day} + (setting.lead * sum(trip.organisation.trips[days < setting.wanted].days)))`,
  ({ day, other }) => `(if ${day} <= ${other} then ${day} else roll forward(${other}))`,
  ({ day, other }) => `date(${day}.year, ${other}.month, ${day}.day)`,
  ({ word, day }) => `(if ${word} in (trip.level, "low") and ${word} != "high" then ${day} else trip.returnsOn)`,
  ({ day, flag }) => `(${day} + (setting.lead * count(trip.visits[secret and ${flag}])))`,
  ({ day }) => `(${day} + (setting.lead * count(trip.visits[score = null])))`,
  ({ day, number }) => `(${day} + (setting.lead * (${number} - trip.organisation.size)))`,
  ({ day, number, amount }) => `(${day} + (setting.lead * -(${number} * ${amount})))`,
  ({ day, other }) => `min(${day}, ${other}, ${day})`,
  ({ day, other }) => `max(${day}, ${other}, ${day})`,
  ({ day }) => `max(${day}, max(trip.visits.endsOn))`,
  ({ day }) => `min(${day}, min(trip.visits.endsOn))`,
  ({ day }) => `roll forward(${day})`,
  ({ day, other }) => `(${other} + (setting.lead * roll forward(${day}).weekday))`,
  ({ day, other }) => `(trip.returnsOn + (setting.lead * working days between(${day}, ${other})))`,
  ({ day, number, amount }) => `(if (${number} / ${amount}) > 1 then ${day} else trip.returnsOn)`,
  ({ day, number, amount }) => `(if ${number} / ${amount} <= ${amount} then ${day} else trip.returnsOn)`,
  ({ day, number }) => `(if ${number} / ${number} <= 1 then ${day} else trip.returnsOn)`,
  ({ day, instant, moment }) => `(${day} + (setting.lead * (${instant} - ${moment}).hours))`,
  ({ day, other }) => `(trip.returnsOn + (setting.lead * years and months duration(${day}, ${other}).months))`,
  ({ day, other, span }) => `(trip.returnsOn + (${span} + (${day} - ${other})))`,
  ({ day, instant, moment, span }) => `(${day} + ((${instant} - ${moment}) + ${span}))`,
];

type Pick = Readonly<
  Record<'day' | 'other' | 'instant' | 'moment' | 'number' | 'amount' | 'flag' | 'word' | 'span' | 'length', string>
>;

export const pointedRules = (random: Random, each: number): RuleText[] =>
  templates.flatMap((template, index) =>
    Array.from({ length: each }, (_, at) => rule(`p${index}-${at}`, template, random)),
  );

const both = { zh: '试验', en: 'test' };

function rule(id: string, template: (pick: Pick) => string, random: Random): RuleText {
  const days = ['trip.departsOn', 'trip.returnsOn', 'trip.approvedOn', 'trip.previous.departsOn'];
  const instants = ['trip.submittedAt', 'trip.arrivedAt'];
  const numbers = ['trip.cost', 'trip.days', 'trip.cost'];
  const spans = ['setting.lead', 'setting.span', 'clause.within'];
  const due = template({
    day: random.pick(days),
    other: random.pick(days),
    instant: random.pick(instants),
    moment: random.pick(instants),
    number: random.pick(numbers),
    amount: random.pick(numbers),
    flag: random.pick(['trip.abroad', 'trip.urgent']),
    word: random.pick(['trip.topic', 'trip.level', 'trip.code']),
    span: random.pick(spans),
    length: random.pick(spans),
  });
  return {
    id,
    title: both,
    concerns: 'test',
    clauses: ['agreement/fixed', 'agreement/rolling'],
    purpose: 'organisation',
    subject: 'trip',
    on: 'trip.submittedOn',
    bearer: 'trip.organisation',
    answerable: 'securityOfficer',
    due,
    met: /^(?:max)?\(trip\.\w+At /.test(due) ? { milestone: 'trip.arrivedAt' } : { milestone: 'trip.approvedOn' },
    waiver: 'never',
    examples: [{ case: 'met', asOf: '2024-01-01', facts: {}, expect: 'none' }],
  };
}
