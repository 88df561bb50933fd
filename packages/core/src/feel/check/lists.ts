import { Refusal } from '../refusal.ts';
import { isListNode, type ListNode, type Node } from '../tree.ts';
import { isList, isRef, meet, type Type, typeName } from '../types.ts';
import { elementType, itemsNullable, refuseWalled, retype } from './build.ts';
import type { Span } from './literals.ts';
import { type Scope, withVariable } from './scope.ts';

export function condition(node: Node): Node {
  refuseWalled(node);
  if (node.type !== 'boolean' && node.type !== 'null')
    throw new Refusal(`a condition is wanted here; this is ${typeName(node.type)}`, node.from, node.to);
  return retype(node, 'boolean');
}

export function listOf(node: Node): ListNode {
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

/** Each level multiplies the work by the length of its list. */
const deepest = 5;

/** The scope inside a filter or quantifier over a list. */
export function itemScope(scope: Scope, name: string, over: ListNode, { from, to }: Span): Scope {
  if ((scope.loops ?? 0) >= deepest) {
    throw new Refusal(`filters, some and every nested more than ${deepest} deep; split the rule`, from, to);
  }
  return withVariable(scope, name, elementType(over), itemsNullable(over));
}
