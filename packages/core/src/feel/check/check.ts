import type { SyntaxNode } from '@lezer/common';
import { builtIn, functions, infix } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type ListNode, type Node } from '../tree.ts';
import { isList, isRef, meet, type Type, typeName } from '../types.ts';
import { aggregateNode, callNode, elementType, isNullNode, itemsNullable, refuseWalled, retype } from './build.ts';
import { literalNode, numberLiteral, type Span, stringText, temporalLiteral } from './literals.ts';
import { nameNode, slotNode, stepNode } from './names.ts';
import { type Scope, withVariable } from './scope.ts';
import { inNode } from './tests.ts';

const deepest = 100;

export type Checker = (node: SyntaxNode, scope: Scope, depth: number) => Node;

/** Turns the syntax of one expression into a typed tree, or refuses it. `source` is the whole text. */
export function checkSyntax(source: string): Checker {
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const words = (node: SyntaxNode): string => text(node).trim().replaceAll(/\s+/g, ' ');

  const check: Checker = (syntax, scope, depth) => {
    if (depth > deepest)
      throw new Refusal(`nested more than ${deepest} levels deep; split the rule`, syntax.from, syntax.to);
    const one = (child: SyntaxNode | undefined): Node => {
      if (!child) throw new Refusal('something is missing here', syntax.from, syntax.to);
      return check(child, scope, depth + 1);
    };
    const parts = children(syntax);
    switch (syntax.name) {
      case 'ParenthesizedExpression':
        return one(parts.find((part) => part.name !== '(' && part.name !== ')'));
      case 'NumericLiteral':
        return number(syntax);
      case 'StringLiteral':
        return string(syntax, scope);
      case 'BooleanLiteral':
        return literalNode('boolean', words(syntax) === 'true', syntax);
      case 'null':
        return literalNode('null', null, syntax);
      case 'DateTimeLiteral':
        return dateTime(syntax, scope, depth);
      case 'VariableName':
        return nameNode(words(syntax), syntax, scope);
      case 'PathExpression':
        return path(syntax, scope, depth);
      case 'Conjunction':
      case 'Disjunction':
        return callNode(
          [syntax.name === 'Conjunction' ? builtIn.and : builtIn.or],
          flatten(syntax, syntax.name, scope, depth),
          syntax,
        );
      case 'ArithmeticExpression':
        return arithmetic(syntax, scope, depth);
      case 'Comparison':
        return comparison(syntax, scope, depth);
      case 'IfExpression': {
        const values = parts.filter((part) => !['if', 'then', 'else'].includes(part.name));
        return callNode([builtIn.conditional], values.map(one), syntax);
      }
      case 'QuantifiedExpression':
        return quantified(syntax, scope, depth);
      case 'FilterExpression':
        return filter(syntax, scope, depth);
      case 'List':
        return list(
          parts.filter((part) => part.name !== '[' && part.name !== ']' && part.name !== ',').map(one),
          syntax,
        );
      case 'FunctionInvocation':
        return invocation(syntax, scope, depth);
      default:
        return refuseForm(syntax);
    }
  };

  const number = (syntax: SyntaxNode): Node => {
    const written = words(syntax);
    return written.startsWith('-')
      ? callNode([builtIn.negate], [numberLiteral(written.slice(1).trim(), syntax)], syntax)
      : numberLiteral(written, syntax);
  };

  const string = (syntax: SyntaxNode, scope: Scope): Node => {
    const value = stringText(text(syntax), syntax);
    if (scope.literals === 'all') return literalNode('string', value, syntax);
    if (!scope.declaredWords.has(value)) {
      throw new Refusal(
        `“${value.slice(0, 40)}” is no declared word; a rule compares only with words the vocabulary declares`,
        syntax.from,
        syntax.to,
      );
    }
    return literalNode('word', value, syntax);
  };

  const dateTime = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const [inner] = children(syntax);
    const quoted = inner && find(inner, 'StringLiteral');
    if (inner?.name === 'AtLiteral' && quoted) return temporalLiteral(stringText(text(quoted), quoted), syntax);
    const name = inner ? words(inner) : '';
    const args = argumentsOf(syntax);
    const only = written.get(name);
    if (args.length === 1 && args[0]?.name === 'StringLiteral' && only) {
      return temporalLiteral(stringText(text(args[0]), args[0]), syntax, only);
    }
    if (name === 'date' && args.length === 3) {
      return callFunction(
        name,
        args.map((arg) => check(arg, scope, depth + 1)),
        syntax,
      );
    }
    const parts = name === 'date' ? ', or year, month and day' : '';
    throw new Refusal(
      `${name}(…) takes a written text here${parts}; times of day and conversions are outside the subset`,
      syntax.from,
      syntax.to,
    );
  };

  const path = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const dotted = words(syntax).replaceAll(/\s*\.\s*/g, '.');
    const slot = slotNode(dotted, syntax, scope);
    if (slot) return slot;
    const [of, , name] = children(syntax);
    if (!of || !name || name.type.isError) throw new Refusal('a name must follow the point', syntax.from, syntax.to);
    return stepNode(check(of, scope, depth + 1), words(name), { from: name.from, to: name.to }, scope);
  };

  const flatten = (syntax: SyntaxNode, name: string, scope: Scope, depth: number): Node[] =>
    children(syntax)
      .filter((part) => part.name !== 'and' && part.name !== 'or')
      .flatMap((part) => (part.name === name ? flatten(part, name, scope, depth) : [check(part, scope, depth + 1)]));

  const arithmetic = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const parts = children(syntax);
    const values = parts.filter((part) => part.name !== 'ArithOp').map((part) => check(part, scope, depth + 1));
    const sign = words(parts.find((part) => part.name === 'ArithOp') ?? syntax);
    if (values.length === 1) return callNode([builtIn.negate], values, syntax);
    const candidates = infix.get(sign);
    if (!candidates) throw new Refusal(`“${sign}” is outside the subset`, syntax.from, syntax.to);
    return arithmeticCall(candidates, sign, values, syntax);
  };

  const comparison = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const parts = children(syntax);
    const [left, sign, right] = parts;
    if (!left || !sign || !right) throw new Refusal('a comparison has two sides', syntax.from, syntax.to);
    const value = check(left, scope, depth + 1);
    if (sign.name === 'in')
      return inNode(value, parts.slice(2), syntax, (node) => check(node, scope, depth + 1), words);
    if (sign.name === 'between') {
      const bounds = parts
        .slice(2)
        .filter((part) => part.name !== 'and')
        .map((part) => check(part, scope, depth + 1));
      const [low, high] = bounds;
      if (!low || !high) throw new Refusal('between needs two bounds', syntax.from, syntax.to);
      return callNode(
        [builtIn.and],
        [callNode([builtIn.atLeast], [value, low], syntax), callNode([builtIn.atMost], [value, high], syntax)],
        syntax,
      );
    }
    return compare(words(sign), value, check(right, scope, depth + 1), syntax);
  };

  const quantified = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const parts = children(syntax);
    const some = parts[0]?.name === 'some';
    const iterators = parts
      .filter((part) => part.name === 'InExpressions')
      .flatMap(children)
      .filter((part) => part.name === 'InExpression');
    const body = parts.at(-1);
    if (!body || iterators.length === 0)
      throw new Refusal('some and every need a list and a condition', syntax.from, syntax.to);
    const nest = (index: number, inner: Scope): Node => {
      const iterator = iterators[index];
      if (!iterator) return condition(check(body, inner, depth + iterators.length + 1));
      const [name, , context] = children(iterator);
      const source = context && children(context);
      if (!name || source?.length !== 1 || !source[0])
        throw new Refusal('ranges of numbers are outside the subset; go over a list', iterator.from, iterator.to);
      const over = listOf(check(source[0], inner, depth + 1 + index));
      const variable = words(name);
      const satisfies = nest(index + 1, withVariable(inner, variable, elementType(over), itemsNullable(over)));
      return {
        form: 'quantified',
        some,
        variable,
        list: over,
        satisfies,
        type: 'boolean',
        nullable: satisfies.nullable,
        from: syntax.from,
        to: syntax.to,
      };
    };
    return nest(0, scope);
  };

  const filter = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const [source, , test] = children(syntax);
    if (!source || !test) throw new Refusal('a filter needs a condition', syntax.from, syntax.to);
    const over = listOf(check(source, scope, depth + 1));
    const where = check(test, withVariable(scope, 'item', elementType(over), itemsNullable(over)), depth + 1);
    if (where.type === 'integer')
      throw new Refusal(
        'taking an item by its position is outside the subset; filter by a condition',
        test.from,
        test.to,
      );
    return {
      form: 'filter',
      list: over,
      variable: 'item',
      where: condition(where),
      type: over.type,
      nullable: false,
      from: syntax.from,
      to: syntax.to,
    };
  };

  const invocation = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const [head] = children(syntax);
    const name = head ? words(head) : '';
    if (children(syntax).some((part) => part.name === 'NamedParameters'))
      throw new Refusal('give arguments by position', syntax.from, syntax.to);
    const candidates = functions.get(name);
    if (name === 'today' || name === 'now')
      throw new Refusal(
        'rules have no clock: write the day as a fact, or compare with a milestone',
        syntax.from,
        syntax.to,
      );
    if (!candidates)
      throw new Refusal(
        `the function “${name.slice(0, 40)}” is outside the subset; docs/feel.md lists what there is`,
        syntax.from,
        syntax.to,
      );
    const args = argumentsOf(syntax).map((arg) => check(arg, scope, depth + 1));
    return callFunction(name, args, syntax);
  };

  return check;
}

/** What the functions that take a written text may give. */
const written: ReadonlyMap<string, readonly Type[]> = new Map([
  ['date', ['day']],
  ['date and time', ['instant']],
  ['duration', ['months', 'duration']],
]);

export function children(node: SyntaxNode): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') result.push(child);
  }
  return result;
}

const find = (node: SyntaxNode, name: string): SyntaxNode | undefined =>
  children(node).find((child) => child.name === name);

const argumentsOf = (node: SyntaxNode): SyntaxNode[] => {
  const parameters = find(node, 'PositionalParameters');
  return parameters ? children(parameters).filter((part) => part.name !== ',') : [];
};

/** `=` against a written null asks whether something is known; otherwise FEEL's equality or an ordered comparison. */
export function compare(sign: string, left: Node, right: Node, span: Span): Node {
  if (sign === '=' || sign === '!=') {
    const same =
      right.type === 'null'
        ? isNullNode(left, span)
        : left.type === 'null'
          ? isNullNode(right, span)
          : wordEquality(left, right, span);
    return sign === '=' ? same : callNode([builtIn.not], [same], span);
  }
  const candidates = infix.get(sign);
  if (!candidates) throw new Refusal(`“${sign}” is outside the subset`, span.from, span.to);
  return callNode(candidates, [left, right], span);
}

function wordEquality(left: Node, right: Node, span: Span): Node {
  return callNode([builtIn.equal], [left, right], span);
}

/** Addition of a day and a duration may be written either way round; a bare null takes the other side's type. */
function arithmeticCall(
  candidates: Parameters<typeof callNode>[0],
  sign: string,
  values: readonly Node[],
  span: Span,
): Node {
  const [left, right] = values;
  if (!left || !right) throw new Refusal(`“${sign}” needs two sides`, span.from, span.to);
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

function condition(node: Node): Node {
  refuseWalled(node);
  if (node.type !== 'boolean' && node.type !== 'null')
    throw new Refusal(`a condition is wanted here; this is ${typeName(node.type)}`, node.from, node.to);
  return retype(node, 'boolean');
}

function listOf(node: Node): ListNode {
  if (!isListNode(node)) {
    throw new Refusal(`a list is wanted here; this is ${typeName(node.type)}`, node.from, node.to);
  }
  if (isRef(elementType(node)) && sourceOf(node).form === 'list') {
    throw new Refusal('go over facts along a relation, not over a written list of them', node.from, node.to);
  }
  return node;
}

const sourceOf = (list: ListNode): ListNode =>
  list.form === 'filter' || list.form === 'map' ? sourceOf(list.list) : list;

export function list(items: readonly Node[], { from, to }: Span): ListNode {
  let type: Type = 'null';
  for (const item of items) {
    refuseWalled(item);
    const common = meet(type, item.type);
    if (common === undefined || isList(common))
      throw new Refusal('all items of a list must be of one kind, and no lists', item.from, item.to);
    type = common;
  }
  return {
    form: 'list',
    items: items.map((item) => retype(item, type)),
    type: { list: type },
    nullable: false,
    from,
    to,
  };
}

/** Types a bare null may take as an argument of a function. */
const guesses: readonly Type[] = ['day', 'string', 'integer', 'duration', 'months', 'decimal', 'instant'];

function callFunction(name: string, args: readonly Node[], span: Span): Node {
  const [operator] = functions.get(name) ?? [];
  if (!operator) throw new Refusal(`no function ${name}`, span.from, span.to);
  if (operator.arity === 'list') {
    const [first, ...rest] = args;
    if (first && isListNode(first) && (name === 'list contains' ? rest.length === 1 : rest.length === 0))
      return aggregateNode(operator, first, rest, span);
    if (!first || name === 'list contains' || name === 'count' || isRef(first.type))
      throw new Refusal(`${name} takes a list`, span.from, span.to);
    return aggregateNode(operator, list(args, span), [], span);
  }
  const completed =
    name === 'substring' && args.length === 2 ? [...args, literalNode('integer', Number.MAX_SAFE_INTEGER, span)] : args;
  return callNode([operator], fitNulls(operator, completed), span);
}

/** Gives bare nulls the types under which the operator can be called. */
function fitNulls(operator: Parameters<typeof callNode>[0][number], args: readonly Node[]): readonly Node[] {
  const at = args.findIndex((arg) => arg.type === 'null');
  if (at < 0 || typeof operator.typeOf(args.map((arg) => arg.type)) !== 'string') return args;
  for (const guess of guesses) {
    const fitted = fitNulls(
      operator,
      args.map((arg, index) => (index === at ? retype(arg, guess) : arg)),
    );
    if (typeof operator.typeOf(fitted.map((arg) => arg.type)) !== 'string') return fitted;
  }
  return args;
}

const outside: Record<string, string> = {
  ForExpression: '“for … return” is outside the subset; use a filter, some, every, count, min, max or sum',
  Context: 'contexts are outside the subset; name a fact or a value',
  FunctionDefinition: 'functions cannot be defined here',
  InstanceOfExpression: '“instance of” is outside the subset; types are known before a rule runs',
  SimplePositiveUnaryTest: 'an interval or a lone comparison belongs after “in”',
  Interval: 'an interval belongs after “in”',
};

function refuseForm(syntax: SyntaxNode): never {
  if (syntax.type.isError) throw new Refusal('this cannot be read as an expression', syntax.from, syntax.to);
  throw new Refusal(
    outside[syntax.name] ?? `“${syntax.name}” is outside the subset; docs/feel.md lists what there is`,
    syntax.from,
    syntax.to,
  );
}
