import type { Question, Relations } from '../../packages/core/src/duties/index.ts';
import type { Register } from '../../packages/core/src/facts/index.ts';
import type { Law, Rule } from '../../packages/core/src/law/index.ts';
import { cn } from '../support/feel.ts';
import type { Engine } from './engine.ts';
import type { World } from './registers.ts';
import { kinds } from './vocabulary.ts';

/** A register with the question asked of it, ready for every back end. */
export type Asked = {
  readonly world: World;
  readonly register: Register;
  readonly relations: Relations;
  readonly question: Question;
};

export function asked(engine: Engine, law: Law, world: World): Asked {
  const builder = new engine.facts.RegisterBuilder(engine.facts.vocabularyOf(kinds));
  for (const kind of kinds) {
    for (const row of world.facts.get(kind.name) ?? []) builder.add(kind, row);
  }
  const register = builder.build();
  const [problem] = builder.problems;
  if (problem) throw new Error(`${problem.kind} ${problem.id} ${problem.field}: ${problem.problem} ${problem.value}`);
  return {
    world,
    register,
    relations: new engine.duties.Relations(register),
    question: engine.duties.questionOf(law, register, world.asOf, new Map([[cn.id, cn]])),
  };
}

/** A duty as one line of text: what the back ends have to agree on. */
export type Line = string;

type Duty = {
  readonly subject: string;
  readonly period: number | null;
  readonly status: string;
  readonly due: number | null;
  readonly metOn: number | null;
  readonly evidence: readonly (string | null)[];
  readonly bearer: string | null;
  readonly assignee: string | null;
};

export function lineOf(engine: Engine, rule: Rule, duty: Duty): Line {
  const { formatDay, formatInstant } = engine.calendar;
  const moment = (value: number | null): string =>
    value === null ? '-' : rule.clock === 'day' ? formatDay(value) : formatInstant(value);
  const period = duty.period === null ? '-' : formatDay(duty.period);
  return `${duty.subject} ${period} ${duty.status} due ${moment(duty.due)} met ${moment(duty.metOn)} by [${duty.evidence.join(' ')}] bearer ${duty.bearer} assignee ${duty.assignee}`;
}
