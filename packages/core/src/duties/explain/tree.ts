import { childrenOf, formatValue, isRef, type Node, type Value } from '../../feel/index.ts';
import { type Bilingual, metExpressions } from '../../law/index.ts';
import type { Traced } from '../traced.ts';
import { settingOf } from './amounts.ts';
import { Teller, type Telling } from './teller.ts';

/** One expression of a rule with what it came to; `value` is JSON text as FEEL prints it, absent where it was not looked at. */
export type TreeNode = {
  readonly form: Node['form'];
  readonly label: Bilingual;
  readonly value?: unknown;
  readonly record?: { readonly kind: Bilingual; readonly id: string };
  readonly parts?: readonly TreeNode[];
};

export type TreeRoot = TreeNode & { readonly part: string };

/** The whole trace: every expression of the rule and of the variant that was taken, down to the leaves. */
export function traceTree(duty: Traced, telling: Telling): TreeRoot[] {
  const teller = new Teller(telling, duty, 'zh');
  const { rule, variant } = duty;
  const roots: (readonly [string, Node | null])[] = [
    ['on', variant.on],
    ['applies', rule.applies],
    ['territory', rule.territory?.within ?? null],
    ...rule.ends.map((end) => ['ends', end] as const),
    ...rule.variants.map((other) => ['exception', other.when] as const),
    ['bearer', variant.bearer],
    ['assignee', rule.assignee],
    ['every', rule.every],
    ['due', variant.due],
    ['closes', variant.closes],
    ['forbids', rule.forbids],
    ...metExpressions(variant.met).map((node) => ['met', node] as const),
  ];
  return roots.flatMap(([part, node]) => (node ? [{ part, ...branch(teller, node) }] : []));
}

function branch(teller: Teller, node: Node): TreeNode {
  const parts = childrenOf(node).map((child) => branch(teller, child));
  const record = recordOf(teller, node);
  return {
    form: node.form,
    label: labelOf(teller, node),
    ...(teller.trace.has(node) ? { value: valueOf(teller, node, teller.valueOf(node)) } : {}),
    ...(record ? { record } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
}

/** Of a field that a rule may only find present or absent, no more than that is shown. */
const valueOf = (teller: Teller, node: Node, value: Value): unknown =>
  node.type === 'presence'
    ? value !== null
    : JSON.parse(formatValue(node.type, value, (kind, row) => teller.idOf(kind, row)));

function recordOf(teller: Teller, node: Node): TreeNode['record'] {
  const owner = node.form === 'field' || node.form === 'relation' ? node.of : isRef(node.type) ? node : null;
  if (!owner || !isRef(owner.type)) return undefined;
  const row = teller.valueOf(owner);
  return row === null
    ? undefined
    : { kind: kindLabel(teller, owner.type.ref), id: teller.idOf(owner.type.ref, row as number) };
}

const kindLabel = (teller: Teller, kind: string): Bilingual =>
  teller.vocabulary.kinds.get(kind)?.label ?? { zh: '记录', en: 'record' };

function labelOf(teller: Teller, node: Node): Bilingual {
  switch (node.form) {
    case 'field':
      return teller.field(node.kind, node.field)?.label ?? { zh: '字段', en: 'field' };
    case 'relation':
      return kindLabel(teller, node.kind);
    case 'variable':
      return isRef(node.type) ? kindLabel(teller, node.type.ref) : { zh: '该项', en: 'the item' };
    case 'slot':
      return slotLabel(teller, node.name);
    case 'call':
      return node.operator.words(node.args.map((arg) => arg.type));
    case 'aggregate':
      return node.operator.words([
        typeof node.list.type === 'object' && 'list' in node.list.type ? node.list.type.list : 'null',
        ...node.rest.map((arg) => arg.type),
      ]);
    case 'quantified':
      return node.some ? { zh: '其中有', en: 'there is one' } : { zh: '全部', en: 'every one' };
    case 'literal':
      return { zh: '规则中写明', en: 'written in the rule' };
    case 'list':
      return { zh: '列表', en: 'list' };
    case 'filter':
      return { zh: '筛选', en: 'filtered' };
    case 'map':
      return { zh: '逐条取值', en: 'one value of each' };
  }
}

function slotLabel(teller: Teller, name: string): Bilingual {
  return (
    settingOf(teller, name)?.title ??
    teller.rule.constants.find((constant) => constant.name === name)?.label ??
    slots[name] ?? { zh: '给定值', en: 'a given value' }
  );
}

const slots: Readonly<Record<string, Bilingual>> = {
  'period.start': { zh: '本周期首日', en: 'the first day of this period' },
  'period.end': { zh: '本周期末日', en: 'the last day of this period' },
  'after.metOn': { zh: '前一事项的完成日期', en: 'the day the duty before was met' },
};
