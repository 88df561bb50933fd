import { sameType } from '../../packages/core/src/feel/index.ts';
import { type Case, type Expression, textOf } from './generate.ts';

const descendants = ({ parts }: Expression): Expression[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part, ...descendants(part)]));

/** The same expression with one part replaced by something smaller of the same type. */
function* smaller(expression: Expression): Generator<Expression> {
  for (const below of descendants(expression)) {
    if (sameType(below.type, expression.type)) yield below;
  }
  if (textOf(expression) !== 'null') yield { type: expression.type, parts: ['null'] };
  for (const [index, part] of expression.parts.entries()) {
    if (typeof part === 'string') continue;
    for (const less of smaller(part)) yield { ...expression, parts: expression.parts.with(index, less) };
  }
}

function* smallerCases({ expression, slots }: Case): Generator<Case> {
  for (const below of descendants(expression)) yield { expression: below, slots };
  for (const less of smaller(expression)) yield { expression: less, slots };
  const text = textOf(expression);
  for (const name of slots.keys()) {
    const rest = new Map(slots);
    rest.delete(name);
    if (!text.includes(name)) yield { expression, slots: rest };
  }
}

/** The smallest case found that still fails. */
export async function shrink(failing: Case, fails: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let best = failing;
  for (let tries = 0; tries < 2000; ) {
    let better: Case | undefined;
    for (const candidate of smallerCases(best)) {
      const shorter = textOf(candidate.expression).length < textOf(best.expression).length;
      if (!shorter && candidate.slots.size >= best.slots.size) continue;
      if (++tries > 2000) break;
      if (await fails(candidate)) {
        better = candidate;
        break;
      }
    }
    if (!better) return best;
    best = better;
  }
  return best;
}
