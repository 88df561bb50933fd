import type { ScalarOperator } from '../operator.ts';
import { builtIn, functions, infix } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type Node } from '../tree.ts';
import { isRef, type Type } from '../types.ts';
import { aggregateNode, callNode, isNullNode, retype } from './build.ts';
import { list } from './lists.ts';
import { literalNode, type Span } from './literals.ts';
import { outsideSubset } from './said.ts';

/** `=` against a written null asks whether something is known; otherwise FEEL's equality or an ordered comparison. */
export function compare(sign: string, left: Node, right: Node, span: Span): Node {
  if (sign === '=' || sign === '!=') {
    const same =
      right.type === 'null'
        ? isNullNode(left, span)
        : left.type === 'null'
          ? isNullNode(right, span)
          : callNode([builtIn.equal], [left, right], span);
    return sign === '=' ? same : callNode([builtIn.not], [same], span);
  }
  const candidates = infix.get(sign);
  if (!candidates) throw new Refusal(outsideSubset(sign), span.from, span.to);
  return callNode(candidates, [left, right], span);
}

/** Addition of a day and a duration may be written either way round; a bare null takes the other side's type. */
export function arithmeticCall(
  candidates: readonly ScalarOperator[],
  sign: string,
  values: readonly Node[],
  span: Span,
): Node {
  const [left, right] = values;
  if (!left || !right)
    throw new Refusal(
      { zh: `“${sign}”两边都要有值：请补上缺少的一边。`, en: `“${sign}” needs two sides` },
      span.from,
      span.to,
    );
  const temporal = (node: Node) => node.type === 'day' || node.type === 'instant';
  const durationLike = (node: Node) => node.type === 'months' || node.type === 'duration';
  if (sign === '+' && durationLike(left) && temporal(right)) return callNode(candidates, [right, left], span);
  if (temporal(left) && right.type === 'null')
    return callNode(candidates, [left, retype(right, sign === '-' ? left.type : 'duration')], span);
  if (sign !== '*' && left.type === 'null' && durationLike(right))
    return callNode(candidates, [retype(left, right.type), right], span);
  if (left.type === 'null' && temporal(right))
    return callNode(
      candidates,
      sign === '+' ? [right, retype(left, 'duration')] : [retype(left, right.type), right],
      span,
    );
  if (left.type === 'null' && right.type === 'string')
    return callNode(candidates, [retype(left, 'string'), right], span);
  if (left.type === 'string' && right.type === 'null')
    return callNode(candidates, [left, retype(right, 'string')], span);
  return callNode(candidates, values, span);
}

/** Types a bare null may take as an argument of a function. */
const guesses: readonly Type[] = ['day', 'string', 'integer', 'duration', 'months', 'decimal', 'instant'];

export function callFunction(name: string, args: readonly Node[], span: Span): Node {
  const [operator] = functions.get(name) ?? [];
  if (!operator)
    throw new Refusal(
      { zh: `没有函数${name}：可用的函数见docs/feel.md。`, en: `no function ${name}` },
      span.from,
      span.to,
    );
  if (operator.arity === 'list') {
    const [first, ...rest] = args;
    if (first && isListNode(first) && (name === 'list contains' ? rest.length === 1 : rest.length === 0))
      return aggregateNode(operator, first, rest, span);
    if (!first || name === 'list contains' || name === 'count' || isRef(first.type))
      throw new Refusal(
        { zh: `${name}的参数应为列表：请写成列表，例如[a, b]。`, en: `${name} takes a list` },
        span.from,
        span.to,
      );
    return aggregateNode(operator, list(args, span), [], span);
  }
  const completed =
    name === 'substring' && args.length === 2 ? [...args, literalNode('integer', Number.MAX_SAFE_INTEGER, span)] : args;
  return callNode([operator], fitNulls(operator, completed), span);
}

/** Gives bare nulls the types under which the operator can be called. */
function fitNulls(operator: ScalarOperator, args: readonly Node[]): readonly Node[] {
  const at = args.findIndex((arg) => arg.type === 'null');
  // No operator takes more; trying types for a hundred nulls would never end.
  if (at < 0 || args.length > 3 || !('zh' in operator.typeOf(args.map((arg) => arg.type)))) return args;
  for (const guess of guesses) {
    const fitted = fitNulls(
      operator,
      args.map((arg, index) => (index === at ? retype(arg, guess) : arg)),
    );
    if (!('zh' in operator.typeOf(fitted.map((arg) => arg.type)))) return fitted;
  }
  return args;
}
