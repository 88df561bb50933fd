import { builtIn, childrenOf, type Node, type Value } from '../../feel/index.ts';
import { decidingParts } from '../traced.ts';
import { switchText } from './amounts.ts';
import { demand } from './demands.ts';
import { fieldName, filled, listPhrase, phrase, rootOf } from './phrases.ts';
import type { Teller } from './teller.ts';

type Call = Extract<Node, { form: 'call' }>;

/**
 * Why a condition came out as it did: of an `and` that is false only the parts that are false, and so on, each with the value that
 * was found and its record.
 */
export function reasons(teller: Teller, node: Node): string[] {
  const value = teller.valueOf(node);
  if (node.form === 'call') {
    const { operator, args } = node;
    if (operator === builtIn.not && args[0]) return reasons(teller, args[0]);
    if (operator === builtIn.and || operator === builtIn.or) {
      const all = (operator === builtIn.and) === value;
      const telling =
        value === null
          ? args.filter((arg) => teller.valueOf(arg) === null)
          : all
            ? args
            : args.filter((arg) => teller.valueOf(arg) === value);
      return [...new Set(telling.flatMap((arg) => reasons(teller, arg)))];
    }
    if (operator === builtIn.conditional) return conditional(teller, node);
    return [comparison(teller, node)];
  }
  if (node.form === 'field') return [isValue(teller, node)];
  if (node.form === 'quantified') return [quantified(teller, node)];
  return [];
}

/** One field and what it holds. */
export function isValue(teller: Teller, node: Extract<Node, { form: 'field' }>): string {
  const value = teller.valueOf(node);
  const name = fieldName(teller, node);
  if (value === null) return absent(teller, node);
  const said = teller.value(node.stored, value, teller.field(node.kind, node.field));
  return teller.pick(`${name}为${said}`, `${name} is ${said}`);
}

function absent(teller: Teller, node: Node): string {
  const name = node.form === 'field' ? fieldName(teller, node) : phrase(teller, node);
  if (node.type === 'boolean' || node.type === 'word') return teller.pick(`${name}未登记`, `${name} is not recorded`);
  return teller.pick(`没有登记${name}`, `${name} is not recorded`);
}

function conditional(teller: Teller, node: Call): string[] {
  const [condition, then, otherwise] = node.args;
  if (!condition || !then || !otherwise) return [];
  return [...reasons(teller, condition), ...reasons(teller, teller.valueOf(condition) === true ? then : otherwise)];
}

function comparison(teller: Teller, node: Call): string {
  const { operator, args } = node;
  const [left, right] = args;
  const value = teller.valueOf(node);
  if (operator === builtIn.isNull && left)
    return left.form === 'field' && teller.valueOf(left) !== null ? present(teller, left) : absent(teller, left);
  if (
    (operator === builtIn.equal || operator === builtIn.oneOf) &&
    left?.form === 'field' &&
    args.slice(1).every((arg) => arg.form === 'literal')
  ) {
    const said = isValue(teller, left);
    if (value === true || left.type === 'boolean' || teller.valueOf(left) === null) return said;
    const field = teller.field(left.kind, left.field);
    const wanted = teller.list(
      args.slice(1).map((arg) => teller.value(arg.type, arg.form === 'literal' ? arg.value : null, field)),
      'or',
    );
    return teller.pick(`${said}，不是${wanted}`, `${said}, not ${wanted}`);
  }
  const asked = operator === builtIn.equal ? switchText(teller, left) : null;
  if (asked !== null) return asked;
  if (operator === builtIn.equal && left && right && value !== null) {
    const both = teller.list(
      [left, right].map((arg) => phrase(teller, arg)),
      'and',
    );
    return value ? teller.pick(`${both}相同`, `${both} are the same`) : teller.pick(`${both}不同`, `${both} differ`);
  }
  const unknown = args.filter((arg) => teller.valueOf(arg) === null);
  if (value === null && unknown.length > 0)
    return unknown.map((arg) => absent(teller, arg)).join(teller.pick('，', ' and '));
  const said = (used: Call['operator']): string =>
    filled(
      teller,
      used.words([left, right].map((arg) => arg?.type ?? 'null')),
      args.map((arg) => phrase(teller, arg)),
    );
  const opposite = value === false ? opposites.get(operator) : operator;
  return opposite
    ? said(opposite)
    : teller.pick(`以下不成立：${said(operator)}`, `it is not so that ${said(operator)}`);
}

function present(teller: Teller, node: Extract<Node, { form: 'field' }>): string {
  if (node.type !== 'presence') return isValue(teller, node);
  const name = fieldName(teller, node);
  return teller.pick(`${name}已登记`, `${name} is recorded`);
}

const opposites: ReadonlyMap<Call['operator'], Call['operator']> = new Map([
  [builtIn.lessThan, builtIn.atLeast],
  [builtIn.atLeast, builtIn.lessThan],
  [builtIn.greaterThan, builtIn.atMost],
  [builtIn.atMost, builtIn.greaterThan],
]);

/** Whether some or all of a list meet a condition: as it came out, or as it would be if it came out as asked. */
export function quantified(
  teller: Teller,
  node: Extract<Node, { form: 'quantified' }>,
  value: Value = teller.valueOf(node),
): string {
  const list = listPhrase(teller, node.list);
  const wanted = demand(teller, node.satisfies, true);
  if (value === null)
    return teller.pick(
      `尚不能判断${list}是否符合以下条件：${wanted}`,
      `it cannot be told whether ${list} meet this: ${wanted}`,
    );
  if (node.some) {
    return value === true
      ? teller.pick(`${list}中有符合以下条件的：${wanted}`, `among ${list} there is one of which ${wanted}`)
      : teller.pick(`${list}中没有符合以下条件的：${wanted}`, `among ${list} there is none of which ${wanted}`);
  }
  return value === true
    ? teller.pick(`${list}全部符合以下条件：${wanted}`, `of all ${list} it holds that ${wanted}`)
    : teller.pick(`${list}并非全部符合以下条件：${wanted}`, `not of all ${list} does it hold that ${wanted}`);
}

/** The fields below a condition or moment whose value is missing; a reference that is missing stands for what lies behind it. */
export function missingIn(teller: Teller, node: Node): string[] {
  const found = new Set<string>();
  const visit = (at: Node): void => {
    if (at.form === 'field') {
      if (teller.valueOf(at) !== null) return;
      const inner = at.of.form === 'field' ? missingIn(teller, at.of) : [];
      if (inner.length > 0) for (const name of inner) found.add(name);
      else if (rootOf(at) === teller.rule.subject) found.add(fieldName(teller, at));
      else
        found.add(
          teller.pick(
            `${teller.kindLabel(at.kind)}的${teller.fieldLabel(at.kind, at.field)}`,
            `${teller.fieldLabel(at.kind, at.field)} of a ${teller.kindLabel(at.kind)}`,
          ),
        );
    } else if (at.form === 'call' && at.operator === builtIn.isNull) return;
    else if (at.form === 'call' && at.operator === builtIn.conditional)
      for (const part of decidingParts(at, (part) => teller.valueOf(part))) visit(part);
    else for (const child of childrenOf(at)) visit(child);
  };
  visit(node);
  return [...found];
}
