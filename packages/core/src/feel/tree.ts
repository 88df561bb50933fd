import type { Operator } from './operator.ts';
import type { Type } from './types.ts';
import type { Value } from './values.ts';

type Base = {
  readonly type: Type;
  /** False only where null is impossible; back ends may then use plain comparison. */
  readonly nullable: boolean;
  readonly from: number;
  readonly to: number;
};

/** A list that the kernel loops over and SQL selects from: facts along a relation, literal items, or a list from outside. */
export type ListNode =
  | (Base & {
      readonly form: 'relation';
      readonly of: Node;
      readonly kind: string;
      readonly field: string;
      readonly name: string;
    })
  | (Base & { readonly form: 'list'; readonly items: readonly Node[] })
  | (Base & { readonly form: 'slot'; readonly name: string })
  | (Base & { readonly form: 'filter'; readonly list: ListNode; readonly variable: string; readonly where: Node })
  | (Base & { readonly form: 'map'; readonly list: ListNode; readonly variable: string; readonly each: Node });

export type Node =
  | (Base & { readonly form: 'literal'; readonly value: Value })
  /** A value from outside: a context entry, a setting, a clause's figure, `period.start`. */
  | (Base & { readonly form: 'slot'; readonly name: string })
  /** A fact: the subject, `item`, or the variable of a filter or quantifier. A scalar variable has its own type. */
  | (Base & { readonly form: 'variable'; readonly name: string })
  /** `stored`: what the column holds, also where a rule may only ask whether it is there. */
  | (Base & {
      readonly form: 'field';
      readonly of: Node;
      readonly kind: string;
      readonly field: string;
      readonly stored: Type;
    })
  | (Base & {
      readonly form: 'quantified';
      readonly some: boolean;
      readonly variable: string;
      readonly list: ListNode;
      readonly satisfies: Node;
    })
  | (Base & {
      readonly form: 'aggregate';
      readonly operator: Operator;
      readonly list: ListNode;
      readonly rest: readonly Node[];
    })
  | (Base & { readonly form: 'call'; readonly operator: Operator; readonly args: readonly Node[] })
  | ListNode;

export const isListNode = (node: Node): node is ListNode => typeof node.type === 'object' && 'list' in node.type;

/** Calls `visit` for a node and everything below it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

export function childrenOf(node: Node): readonly Node[] {
  switch (node.form) {
    case 'field':
    case 'relation':
      return [node.of];
    case 'quantified':
      return [node.list, node.satisfies];
    case 'aggregate':
      return [node.list, ...node.rest];
    case 'call':
      return node.args;
    case 'list':
      return node.items;
    case 'filter':
      return [node.list, node.where];
    case 'map':
      return [node.list, node.each];
    default:
      return [];
  }
}
