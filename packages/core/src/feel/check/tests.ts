import { builtIn, functions } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type Node } from '../tree.ts';
import { aggregateNode, callNode } from './build.ts';
import { compare } from './calls.ts';
import type { Span } from './literals.ts';
import { said } from './said.ts';
import { children, type SyntaxNode } from './syntax.ts';

type Check = (node: SyntaxNode) => Node;
type Words = (node: SyntaxNode) => string;

/**
 * `x in …` with what follows it. The parser takes all of `x in a and b` into the test; in the standard `in` binds as a comparison does, closer
 * than `and` and `or`, so that it means `(x in a) and b`.
 */
export function inNode(value: Node, tests: readonly SyntaxNode[], span: Span, check: Check, words: Words): Node {
  const inner = tests
    .flatMap((test) => (test.name === 'PositiveUnaryTests' ? children(test) : [test]))
    .filter((test) => test.name === 'PositiveUnaryTest')
    .flatMap(children)
    .filter((node) => node.name !== ',');
  const [first] = inner;
  if (first === undefined || inner.length > 1) return testsNode(value, inner, span, check, words);
  const [sign, bound] = children(first);
  if (first.name === 'SimplePositiveUnaryTest' && sign && bound && joined.has(bound.name))
    return withoutRest(bound, (operand) => compare(words(sign), value, check(operand), span), check);
  return withoutRest(first, (operand) => testsNode(value, [operand], span, check, words), check);
}

const joined: ReadonlySet<string> = new Set(['Conjunction', 'Disjunction']);

/** Of `a and b or c` what belongs to the test is `a` alone; the rest joins what comes of it. */
function withoutRest(node: SyntaxNode, test: Check, check: Check): Node {
  if (node.name === 'Comparison') throw new Refusal(said.inThenCompared, node.from, node.to);
  if (!joined.has(node.name)) return test(node);
  const [first, ...rest] = children(node).filter(({ name }) => name !== 'and' && name !== 'or');
  if (first === undefined) throw new Refusal(said.missing, node.from, node.to);
  const operator = node.name === 'Conjunction' ? builtIn.and : builtIn.or;
  return callNode([operator], [withoutRest(first, test, check), ...rest.map(check)], node);
}

/** Values to equal, intervals and comparisons to satisfy, or a list to be in. */
function testsNode(value: Node, inner: readonly SyntaxNode[], span: Span, check: Check, words: Words): Node {
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

function testNode(value: Node, test: SyntaxNode, check: Check, words: Words): Node {
  const parts = children(test);
  const interval = parts.find((part) => part.name === 'Interval');
  if (interval) return intervalNode(value, interval, check);
  const [sign, bound] = parts;
  if (!sign || !bound)
    throw new Refusal({ zh: '比较缺少一个值：请补上。', en: 'a comparison needs a value' }, test.from, test.to);
  return compare(words(sign), value, check(bound), test);
}

function intervalNode(value: Node, interval: SyntaxNode, check: Check): Node {
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
