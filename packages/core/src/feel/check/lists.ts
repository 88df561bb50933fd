import { Refusal } from '../refusal.ts';
import { isListNode, type ListNode, type Node } from '../tree.ts';
import { isList, isRef, meet, type Type, typeName } from '../types.ts';
import type { Words } from '../words.ts';
import { elementType, itemsNullable, refuseWalled, retype } from './build.ts';
import type { Span } from './literals.ts';
import { type Scope, withVariable } from './scope.ts';

function wanted(what: Words, node: Node): Refusal {
  const given = typeName(node.type);
  return new Refusal(
    { zh: `此处应为${what.zh}，写的却是${given.zh}：请改写。`, en: `${what.en} is wanted here; this is ${given.en}` },
    node.from,
    node.to,
  );
}

export function condition(node: Node): Node {
  refuseWalled(node);
  if (node.type !== 'boolean' && node.type !== 'null') throw wanted({ zh: '条件', en: 'a condition' }, node);
  return retype(node, 'boolean');
}

export function listOf(node: Node): ListNode {
  if (!isListNode(node)) {
    throw wanted({ zh: '列表', en: 'a list' }, node);
  }
  if (isRef(elementType(node)) && sourceOf(node).form === 'list') {
    throw new Refusal(
      {
        zh: '不能逐项查看手写的登记信息列表：请沿关联关系查看登记信息。',
        en: 'go over facts along a relation, not over a written list of them',
      },
      node.from,
      node.to,
    );
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
      throw new Refusal(
        {
          zh: '列表各项应为同一类的值，且不能再是列表：请统一各项。',
          en: 'all items of a list must be of one kind, and no lists',
        },
        item.from,
        item.to,
      );
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
    throw new Refusal(
      {
        zh: `筛选、some和every的嵌套超过${deepest}层：每多一层，计算量成倍增加，请拆成几条规则。`,
        en: `filters, some and every nested more than ${deepest} deep; split the rule`,
      },
      from,
      to,
    );
  }
  return withVariable(scope, name, elementType(over), itemsNullable(over));
}
