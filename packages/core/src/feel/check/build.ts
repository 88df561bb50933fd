import type { Operator, Result, ScalarOperator } from '../operator.ts';
import { builtIn } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type ListNode, type Node } from '../tree.ts';
import { isList, type Type, typeName } from '../types.ts';
import type { Words } from '../words.ts';
import { literalNode, type Span } from './literals.ts';

/** Gives a node the wanted type where that loses nothing: a bare null takes any type, a whole number becomes a decimal. */
export function retype(node: Node, want: Type): Node {
  if (node.type === 'null' && want !== 'null') return literalNode(want, null, node);
  if (node.type === 'integer' && want === 'decimal')
    return plainCall(builtIn.widen, [node], { type: 'decimal', nullable: 'args' }, node);
  return isListNode(node) && isList(want) ? retypeList(node, want.list) : node;
}

function plainCall(operator: ScalarOperator, args: readonly Node[], result: Result, { from, to }: Span): Node {
  const nullable = result.nullable === 'always' || (result.nullable === 'args' && args.some((arg) => arg.nullable));
  return { form: 'call', operator, args, type: result.type, nullable, from, to };
}

/** A call of the first operator whose types fit; otherwise a refusal with the most telling reason. */
export function callNode(candidates: readonly ScalarOperator[], args: readonly Node[], span: Span): Node {
  for (const arg of args) refuseWalled(arg);
  const types = args.map((arg) => arg.type);
  const reasons: Words[] = [];
  for (const operator of candidates) {
    const result = operator.typeOf(types);
    if ('zh' in result) {
      reasons.push(result);
      continue;
    }
    const fitted = result.want ? args.map((arg, index) => retype(arg, result.want?.[index] ?? arg.type)) : args;
    return plainCall(operator, fitted, result, span);
  }
  const telling = reasons.find((reason) => reason.en.includes(';')) ?? reasons[0];
  throw new Refusal(
    telling ?? {
      zh: '没有这种运算：请改用docs/feel.md所列的运算。',
      en: 'no such operator; docs/feel.md lists what there is',
    },
    span.from,
    span.to,
  );
}

/** Names, texts, contacts and what may only be found present or absent are accepted by no operator but `= null`. */
export function refuseWalled(node: Node): void {
  if (node.type === 'opaque' || node.type === 'presence') {
    const name = typeName(node.type);
    const instead =
      node.type === 'presence'
        ? { zh: '只能写 = null 或者 != null', en: 'ask only = null or != null' }
        : { zh: '请改用其他登记信息', en: 'use another fact' };
    throw new Refusal(
      { zh: `这是${name.zh}：${instead.zh}。`, en: `this is ${name.en}; ${instead.en}` },
      node.from,
      node.to,
    );
  }
}

export function isNullNode(node: Node, span: Span): Node {
  const asked = node.form === 'field' && node.type === 'presence' ? { ...node, type: node.stored } : node;
  const result = builtIn.isNull.typeOf([asked.type]);
  if ('zh' in result) throw new Refusal(result, span.from, span.to);
  return plainCall(builtIn.isNull, [asked], result, span);
}

export function aggregateNode(operator: Operator, list: ListNode, rest: readonly Node[], span: Span): Node {
  if (operator.arity !== 'list')
    throw new Refusal(
      { zh: `${operator.name}不接受列表：请写单个的值。`, en: `${operator.name} takes no list` },
      span.from,
      span.to,
    );
  for (const arg of rest) refuseWalled(arg);
  const element = elementType(list);
  const result = operator.typeOf(
    element,
    rest.map((arg) => arg.type),
  );
  if ('zh' in result) throw new Refusal(result, span.from, span.to);
  const [wantElement = element, ...wantRest] = result.want ?? [];
  return {
    form: 'aggregate',
    operator,
    list: retypeList(list, wantElement),
    rest: rest.map((arg, index) => retype(arg, wantRest[index] ?? arg.type)),
    type: result.type,
    nullable: result.nullable !== 'never',
    from: span.from,
    to: span.to,
  };
}

export const elementType = (list: ListNode): Type => (isList(list.type) ? list.type.list : 'null');

/** Whether an item of the list may be null: facts along a relation never are. */
export function itemsNullable(list: ListNode): boolean {
  if (list.form === 'filter') return itemsNullable(list.list);
  if (list.form === 'map') return list.each.nullable;
  return list.form !== 'relation';
}

/** A list whose items have the wanted type. */
function retypeList(list: ListNode, want: Type): ListNode {
  const have = elementType(list);
  if (have === want || typeof have === 'object') return list;
  if (list.form === 'list')
    return { ...list, items: list.items.map((item) => retype(item, want)), type: { list: want } };
  const variable: Node = { form: 'variable', name: '#item', type: have, nullable: true, from: list.from, to: list.to };
  return {
    form: 'map',
    list,
    variable: '#item',
    each: retype(variable, want),
    type: { list: want },
    nullable: false,
    from: list.from,
    to: list.to,
  };
}
