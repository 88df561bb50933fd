import type { Day } from '../calendar/index.ts';
import { builtIn, childrenOf, type Node, type Trace, type Value } from '../feel/index.ts';
import type { Rule, Variant } from '../law/index.ts';
import type { Decision } from './duty.ts';
import type { Decided, Deferral } from './overrides.ts';

/** A decision with everything that led to it, for explanation. */
export type Traced = Decision & {
  readonly rule: Rule;
  readonly variant: Variant;
  readonly on: Day;
  readonly closes: number | null;
  readonly begins: Day | null;
  /** Fields that are not known and decide the question; empty unless `unclear`. */
  readonly missing: readonly string[];
  readonly waiver: Deferral | null;
  readonly review: Decided | null;
  readonly trace: Trace;
  /** The next day or instant at which the status may change by itself. */
  readonly nextChange: number | null;
};

/** The fields below a node that were not known, as kind and field. */
export function unknownIn(node: Node, trace: Trace): string[] {
  const found = new Set<string>();
  const visit = (at: Node): void => {
    if (at.form === 'field' && (trace.get(at) ?? null) === null) {
      const inner = unknownIn(at.of, trace);
      if (at.of.form === 'field' && inner.length > 0) for (const path of inner) found.add(path);
      else found.add(`${at.kind}.${at.field}`);
      return;
    }
    if (at.form === 'call' && at.operator === builtIn.isNull) return;
    const conditional = at.form === 'call' && at.operator === builtIn.conditional;
    for (const part of conditional ? decidingParts(at, (one) => trace.get(one) ?? null) : childrenOf(at)) visit(part);
  };
  visit(node);
  return [...found];
}

/** The condition of an `if` and the branch it took: what is not known in the other one decides nothing. */
export function decidingParts(call: Extract<Node, { form: 'call' }>, valueOf: (node: Node) => Value): Node[] {
  const [condition, then, otherwise] = call.args;
  if (!condition || !then || !otherwise) return [];
  return [condition, valueOf(condition) === true ? then : otherwise];
}
