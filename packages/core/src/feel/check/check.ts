import { builtIn, functions, infix } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import type { Node } from '../tree.ts';
import type { Type } from '../types.ts';
import { callNode } from './build.ts';
import { arithmeticCall, callFunction, compare } from './calls.ts';
import { condition, itemScope, list, listOf } from './lists.ts';
import { literalNode, numberLiteral, stringText, temporalLiteral } from './literals.ts';
import { nameNode, slotNode, stepNode } from './names.ts';
import { refuseForm } from './outside.ts';
import { noFunction, noWord, outsideSubset, said } from './said.ts';
import type { Scope } from './scope.ts';
import { argumentsOf, children, find, type SyntaxNode } from './syntax.ts';
import { inNode } from './tests.ts';
import { isFamily, unknownName } from './unknown-name.ts';

const deepest = 100;

export type Checker = (node: SyntaxNode, scope: Scope, depth: number) => Node;

/** Turns the syntax of one expression into a typed tree, or refuses it. `source` is the whole text. */
export function checkSyntax(source: string): Checker {
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const words = (node: SyntaxNode): string => text(node).trim().replaceAll(/\s+/g, ' ');

  const check: Checker = (syntax, scope, depth) => {
    if (depth > deepest)
      throw new Refusal(
        { zh: `嵌套超过${deepest}层：请拆成几条规则。`, en: `nested more than ${deepest} levels deep; split the rule` },
        syntax.from,
        syntax.to,
      );
    const one = (child: SyntaxNode | undefined): Node => {
      if (!child) throw new Refusal(said.missing, syntax.from, syntax.to);
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
      throw new Refusal(noWord(value.slice(0, 40)), syntax.from, syntax.to);
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
    const date = name === 'date';
    throw new Refusal(
      {
        zh: `${name}(…)的参数应为直接写出的文本${date ? '，或者年、月、日三个数' : ''}：钟点和类型转换不在规则可用的FEEL范围内。`,
        en: `${name}(…) takes a written text here${date ? ', or year, month and day' : ''}; times of day and conversions are outside the subset`,
      },
      syntax.from,
      syntax.to,
    );
  };

  const path = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const dotted = words(syntax).replaceAll(/\s*\.\s*/g, '.');
    const slot = slotNode(dotted, syntax, scope);
    if (slot) return slot;
    const [of, , name] = children(syntax);
    if (!of || !name || name.type.isError) throw new Refusal(said.noName, syntax.from, syntax.to);
    // Settings, figures and milestones have dotted names of their own: `setting` alone is none.
    if (isFamily(words(of), scope)) unknownName(dotted, syntax, scope);
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
    if (values.length === 1 && sign === '-') return callNode([builtIn.negate], values, syntax);
    if (values.length === 1) throw new Refusal(said.plus, syntax.from, syntax.to);
    const candidates = infix.get(sign);
    if (!candidates) throw new Refusal(outsideSubset(sign), syntax.from, syntax.to);
    return arithmeticCall(candidates, sign, values, syntax);
  };

  const comparison = (syntax: SyntaxNode, scope: Scope, depth: number): Node => {
    const parts = children(syntax);
    const [left, sign, right] = parts;
    if (!left || !sign || !right) throw new Refusal(said.oneSided, syntax.from, syntax.to);
    const value = check(left, scope, depth + 1);
    if (sign.name === 'in')
      return inNode(value, parts.slice(2), syntax, (node) => check(node, scope, depth + 1), words);
    if (sign.name === 'between') {
      const bounds = parts
        .slice(2)
        .filter((part) => part.name !== 'and')
        .map((part) => check(part, scope, depth + 1));
      const [low, high] = bounds;
      if (!low || !high) throw new Refusal(said.between, syntax.from, syntax.to);
      return callNode(
        [builtIn.and],
        [callNode([builtIn.atLeast], [value, low], syntax), callNode([builtIn.atMost], [value, high], syntax)],
        syntax,
      );
    }
    if (right.name === 'SimplePositiveUnaryTest' && text(right).startsWith('='))
      throw new Refusal(said.twice, sign.from, right.from + 1);
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
    if (!body || iterators.length === 0) throw new Refusal(said.quantifier, syntax.from, syntax.to);
    const nest = (index: number, inner: Scope): Node => {
      const iterator = iterators[index];
      if (!iterator) return condition(check(body, inner, depth + iterators.length + 1));
      const [name, , context] = children(iterator);
      const source = context && children(context);
      if (!name || source?.length !== 1 || !source[0]) throw new Refusal(said.range, iterator.from, iterator.to);
      const over = listOf(check(source[0], inner, depth + 1 + index));
      const variable = words(name);
      const satisfies = nest(index + 1, itemScope(inner, variable, over, iterator));
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
    if (!source || !test) throw new Refusal(said.filter, syntax.from, syntax.to);
    const over = listOf(check(source, scope, depth + 1));
    const where = check(test, itemScope(scope, 'item', over, syntax), depth + 1);
    if (where.type === 'integer') throw new Refusal(said.position, test.from, test.to);
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
      throw new Refusal(said.named, syntax.from, syntax.to);
    const candidates = functions.get(name);
    if (name === 'today' || name === 'now') throw new Refusal(said.noClock, syntax.from, syntax.to);
    if (!candidates) throw new Refusal(noFunction(name.slice(0, 40)), syntax.from, syntax.to);
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
