import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import { type RuleName, ruleNames, type TravellerFacts } from './traveller-facts.ts';

type Condition = { readonly fact: string; readonly operator: string; readonly value: unknown };

const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value });
const not = (fact: string, value: unknown): Condition => ({ fact, operator: 'notEqual', value });
const against = (fact: string, operator: string, other: string): Condition => ({
  fact,
  operator,
  value: { fact: other },
});

const rule = (name: RuleName, status: Status, all: NestedCondition[]): RuleProperties => ({
  conditions: { all },
  event: { type: name, params: { status: statusCode(status) } },
});

/** One rule of the engine for each status a duty can have; conditions that decide most often stand first. */
function statusesOf(name: RuleName): RuleProperties[] {
  const met = `${name}.metOn`;
  const due = `${name}.due`;
  const there = [is(`${name}.inForce`, true), is(`${name}.void`, false), is('travels', true)];
  const unmet = [...there, is(met, null), is(`${name}.waived`, false)];
  const open = [...unmet, is(`${name}.closed`, false)];
  return [
    rule(name, 'void', [is(`${name}.void`, true), is(`${name}.inForce`, true), not('travels', false)]),
    rule(name, 'unclear', [is('travels', null), is(`${name}.inForce`, true), is(`${name}.void`, false)]),
    rule(name, 'met', [...there, not(met, null), { any: [is(due, null), against(met, 'lessThanInclusive', due)] }]),
    rule(name, 'late', [...there, not(met, null), not(due, null), against(met, 'greaterThan', due)]),
    rule(name, 'waived', [is(`${name}.waived`, true), ...there, is(met, null)]),
    rule(name, 'missed', [...unmet, is(`${name}.closed`, true)]),
    rule(name, 'unclear', [...open, is(due, null)]),
    rule(name, 'overdue', [...open, not(due, null), against(due, 'lessThan', 'asOf')]),
    rule(name, 'pending', [...open, not(due, null), against(due, 'greaterThanInclusive', 'asOf')]),
  ];
}

/**
 * json-rules-engine on the four rules. What it cannot do is done for it: days with the settings added, the evidence found. It is left
 * with the status; due, metOn and evidence go through unchanged.
 */
export const engineForStatus = (): Engine => new Engine(ruleNames.flatMap(statusesOf));

/** The least it can be asked: is each duty broken, yes or no. */
export const engineForBroken = (): Engine =>
  new Engine(
    ruleNames.map((name) =>
      rule(name, 'overdue', [
        is(`${name}.metOn`, null),
        is(`${name}.inForce`, true),
        is(`${name}.void`, false),
        is('travels', true),
        is(`${name}.waived`, false),
        against(`${name}.due`, 'lessThan', 'asOf'),
      ]),
    ),
  );

/** Statuses by traveller and rule; -1 where there is no duty. */
export async function runEngine(engine: Engine, travellers: readonly TravellerFacts[]): Promise<Int8Array> {
  const statuses = new Int8Array(travellers.length * ruleNames.length).fill(-1);
  for (let s = 0; s < travellers.length; s++) {
    const { events } = await engine.run(travellers[s]?.facts);
    for (const { type, params } of events) {
      const status: unknown = params?.['status'];
      statuses[s * ruleNames.length + ruleNames.indexOf(type as RuleName)] = typeof status === 'number' ? status : -1;
    }
  }
  return statuses;
}
