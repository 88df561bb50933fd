import type { Vocabulary } from '../../facts/index.ts';
import { allOperators, builtIn, isRef, type Node, type Operator } from '../../feel/index.ts';

/** Changes of one expression: of a call, of a field, of the least or greatest of a list. */
export type AddChange = (
  kind: 'comparison' | 'boundary' | 'duration' | 'field' | 'word' | 'condition',
  name: string,
  from: Node,
  to: Node,
) => void;

const neighbours: Readonly<
  Record<string, { readonly boundary: keyof typeof byName; readonly reversed: keyof typeof byName }>
> = {
  '<': { boundary: '<=', reversed: '>' },
  '<=': { boundary: '<', reversed: '>=' },
  '>': { boundary: '>=', reversed: '<' },
  '>=': { boundary: '>', reversed: '<=' },
};
const byName = { '<': builtIn.lessThan, '<=': builtIn.atMost, '>': builtIn.greaterThan, '>=': builtIn.atLeast };

export function callChanges(node: Extract<Node, { form: 'call' }>, change: AddChange, vocabulary: Vocabulary): void {
  const { operator, args } = node;
  const neighbour = neighbours[operator.name];
  if (neighbour) {
    change('boundary', `${operator.name} becomes ${neighbour.boundary}`, node, {
      ...node,
      operator: byName[neighbour.boundary],
    });
    change('comparison', `${operator.name} becomes ${neighbour.reversed}`, node, {
      ...node,
      operator: byName[neighbour.reversed],
    });
  }
  const opposite = opposites.get(operator.name);
  if (opposite) change('duration', `${operator.name} becomes ${opposite.name}`, node, { ...node, operator: opposite });
  if (operator === builtIn.equal || operator === builtIn.isNull || operator === builtIn.oneOf) {
    change('comparison', `${operator.name} turned round`, node, { ...node, operator: builtIn.not, args: [node] });
  }
  if (operator === builtIn.equal) wordChange(node, args[0], args[1], change, vocabulary);
  if (operator === builtIn.oneOf && args.length > 2) {
    args.slice(1).forEach((item, index) =>
      change('word', `without ${item.form === 'literal' ? wordOf(item) : `value ${index}`}`, node, {
        ...node,
        args: args.filter((other) => other !== item),
      }),
    );
  }
  if ((operator === builtIn.and || operator === builtIn.or) && args.length > 1) {
    args.forEach((part, index) =>
      change('condition', `${operator.name} without part ${index + 1}`, node, {
        ...node,
        args: args.filter((other) => other !== part),
      }),
    );
    change('condition', `${operator.name} turned into the other`, node, {
      ...node,
      operator: operator === builtIn.and ? builtIn.or : builtIn.and,
    });
  }
}

export const wordOf = (node: Extract<Node, { form: 'literal' }>): string =>
  typeof node.value === 'string' ? node.value : '';

function wordChange(
  node: Node,
  left: Node | undefined,
  right: Node | undefined,
  change: AddChange,
  vocabulary: Vocabulary,
): void {
  if (left?.form !== 'field' || right?.form !== 'literal' || right.type !== 'word') return;
  const words = Object.keys(vocabulary.kinds.get(left.kind)?.fields[left.field]?.words ?? {});
  const own = wordOf(right);
  const other = words[(words.indexOf(own) + 1) % words.length];
  if (other !== undefined && other !== own)
    change('word', `“${own}” becomes “${other}”`, right, { ...right, value: other });
}

/** The next field of the same kind that holds the same sort of thing; of a reference, the next to the same kind. */
export function fieldChange(node: Extract<Node, { form: 'field' }>, change: AddChange, vocabulary: Vocabulary): void {
  const kind = vocabulary.kinds.get(node.kind);
  const own = kind?.fields[node.field];
  const names = Object.entries(kind?.fields ?? {}).flatMap(([name, field]) =>
    field.type === own?.type && field.to === own?.to && (isRef(node.stored) || field.readable === 'value')
      ? [name]
      : [],
  );
  const other = names[(names.indexOf(node.field) + 1) % names.length];
  if (other !== undefined && other !== node.field)
    change('field', `${node.kind}.${node.field} becomes ${other}`, node, { ...node, field: other });
}

const named = (name: string): Operator | undefined => allOperators.find((operator) => operator.name === name);

const pairs: readonly (readonly [string, string])[] = [
  ['add to day', 'subtract from day'],
  ['months after day', 'months before day'],
  ['add to instant', 'subtract from instant'],
  ['add numbers', 'subtract numbers'],
  ['add durations', 'subtract durations'],
  ['min', 'max'],
];

/** Forwards and back, least and greatest. */
const opposites: ReadonlyMap<string, Operator> = new Map(
  pairs.flatMap(([one, other]): [string, Operator][] => {
    const [there, back] = [named(one), named(other)];
    if (!there || !back) throw new Error(`there is no operator ${there ? other : one}`);
    return [
      [one, back],
      [other, there],
    ];
  }),
);

/** The least becomes the greatest, of days and of numbers. */
export function aggregateChange(node: Extract<Node, { form: 'aggregate' }>, change: AddChange): void {
  const operator = opposites.get(node.operator.name);
  if (operator) change('boundary', `${node.operator.name} becomes ${operator.name}`, node, { ...node, operator });
}
