import type { Register } from '../facts/index.ts';
import { type Evaluator, evaluator, type Node, type Places, type World } from '../feel/index.ts';
import type { Rule, Variant } from '../law/index.ts';
import { type Finder, finder } from './evidence.ts';
import type { Question } from './question.ts';
import { seatTest } from './reach.ts';
import { conditionOf } from './territory.ts';

export type ReadyVariant = {
  readonly variant: Variant;
  readonly when: Evaluator | null;
  readonly on: Evaluator;
  readonly bearer: Evaluator;
  readonly due: Evaluator | null;
  readonly closes: Evaluator | null;
  readonly find: Finder | null;
};

/** The expressions of a rule as functions over a frame, each tree made ready once. */
export type ReadyRule = {
  readonly variants: readonly ReadyVariant[];
  readonly seat: Evaluator | null;
  /** What `applies` evaluates: the rule's own condition, and that the subject lies where the instrument has effect. */
  readonly condition: Node | null;
  readonly applies: Evaluator | null;
  readonly ends: readonly Evaluator[];
  readonly every: Evaluator | null;
  readonly assignee: Evaluator | null;
  readonly forbids: Evaluator | null;
};

export function readyRule(
  rule: Rule,
  { register, question, world, places }: { register: Register; question: Question; world: World; places: Places },
): ReadyRule {
  const ready = (node: Node): Evaluator => evaluator(node, world, places);
  const seat = seatTest(rule, question);
  const condition = conditionOf(rule, question);
  return {
    variants: rule.variants.map((variant) => ({
      variant,
      when: variant.when && ready(variant.when),
      on: ready(variant.on),
      bearer: ready(variant.bearer),
      due: variant.due && ready(variant.due),
      closes: variant.closes && ready(variant.closes),
      find: variant.met && finder(variant.met, { register, world, places }),
    })),
    seat: seat && ready(seat),
    condition,
    applies: condition && ready(condition),
    ends: rule.ends.map(ready),
    every: rule.every && ready(rule.every),
    assignee: rule.assignee && ready(rule.assignee),
    forbids: rule.forbids && ready(rule.forbids),
  };
}
