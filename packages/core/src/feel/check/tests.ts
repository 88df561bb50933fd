import { builtIn, functions } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type Node } from '../tree.ts';
import { aggregateNode, callNode } from './build.ts';
import { compare } from './calls.ts';
import type { Span } from './literals.ts';
import { children, type SyntaxNode } from './syntax.ts';

/** `x in …`: values to equal, intervals and comparisons to satisfy, or a list to be in. */
export function inNode(
  value: Node,
  tests: readonly SyntaxNode[],
  span: Span,
  check: (node: SyntaxNode) => Node,
  words: (node: SyntaxNode) => string,
): Node {
  const single = tests
    .flatMap((test) => (test.name === 'PositiveUnaryTests' ? children(test) : [test]))
    .filter((test) => test.name === 'PositiveUnaryTest');
  const inner = single.flatMap(children).filter((node) => node.name !== ',');
  const plain: Node[] = [];
  const others: Node[] = [];
  for (const node of inner.flatMap(unwrap)) {
    if (node.name === 'SimplePositiveUnaryTest') {
      others.push(testNode(value, node, check, words));
      continue;
    }
    const item = check(node);
    if (isListNode(item)) {
      const [contains] = functions.get('list contains') ?? [];
      if (item.form === 'list') plain.push(...item.items);
      else if (contains) others.push(aggregateNode(contains, item, [value], span));
    } else plain.push(item);
  }
  if (plain.length > 0) others.unshift(callNode([builtIn.oneOf], [value, ...plain], span));
  const [first] = others;
  if (!first)
    throw new Refusal(
      { zh: '“in”之后至少要有一个值：请补上。', en: '“in” needs at least one value' },
      span.from,
      span.to,
    );
  return others.length === 1 ? first : callNode([builtIn.or], others, span);
}

/** `in (1)` is parsed as a value in brackets. */
const unwrap = (node: SyntaxNode): SyntaxNode[] =>
  node.name === 'ParenthesizedExpression'
    ? children(node)
        .filter((child) => child.name !== '(' && child.name !== ')')
        .flatMap(unwrap)
    : [node];

function testNode(
  value: Node,
  test: SyntaxNode,
  check: (node: SyntaxNode) => Node,
  words: (node: SyntaxNode) => string,
): Node {
  const parts = children(test);
  const interval = parts.find((part) => part.name === 'Interval');
  if (interval) return intervalNode(value, interval, check);
  const [sign, bound] = parts;
  if (!sign || !bound)
    throw new Refusal({ zh: '比较缺少一个值：请补上。', en: 'a comparison needs a value' }, test.from, test.to);
  return compare(words(sign), value, check(bound), test);
}

function intervalNode(value: Node, interval: SyntaxNode, check: (node: SyntaxNode) => Node): Node {
  const parts = children(interval);
  const [open, low, dots, high, close] = parts;
  if (!open || !low || !dots || !high || !close)
    throw new Refusal(
      { zh: '区间要有起止两端：请写成[a..b]。', en: 'an interval has two ends' },
      interval.from,
      interval.to,
    );
  const lower = callNode([open.name === '[' ? builtIn.atLeast : builtIn.greaterThan], [value, check(low)], interval);
  const upper = callNode([close.name === ']' ? builtIn.atMost : builtIn.lessThan], [value, check(high)], interval);
  return callNode([builtIn.and], [lower, upper], interval);
}
