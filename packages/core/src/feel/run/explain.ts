import type { WorkingDays } from '../../calendar/index.ts';
import { type Evaluator, evaluator, type World } from '../evaluate.ts';
import { Places } from '../places.ts';
import type { Node } from '../tree.ts';
import type { Value } from '../values.ts';
import type { Runner } from './runner.ts';

const noFacts = (): never => {
  throw new Error('an expression by itself reads no facts');
};

/** Runs a tree on the evaluator. */
export function explainRunner(node: Node, calendar: WorkingDays): Runner {
  const world: World = { around: { calendar }, reader: noFacts, relatives: noFacts };
  const places = new Places();
  const run: Evaluator = evaluator(node, world, places);
  return (values): Value => run(places.frame(values));
}
