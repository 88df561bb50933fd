import type { Day } from '../calendar/index.ts';
import { childrenOf, type Node, type Trace } from '../feel/index.ts';
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
    if (at.form === 'call' && at.operator.name === '= null') return;
    for (const child of childrenOf(at)) visit(child);
  };
  visit(node);
  return [...found];
}
