import type { Vocabulary } from '../../facts/index.ts';
import { builtIn, isRef, type Node, walk } from '../../feel/index.ts';
import { expressionsOf, type Met, type Rule, type Variant } from '../../law/index.ts';

/** A rule with one thing changed. `shift` changes a setting by one unit instead. */
export type Mutant = {
  readonly name: string;
  readonly kind: 'comparison' | 'boundary' | 'duration' | 'field' | 'word' | 'condition' | 'evidence' | 'exception';
  readonly rule: Rule;
  readonly shift: string | null;
};

type Change = Omit<Mutant, 'shift'> & { readonly shift?: string };

/** Every single change that the rule's own examples should notice. */
export function mutantsOf(rule: Rule, vocabulary: Vocabulary): Mutant[] {
  const changes: Change[] = [
    ...rule.settings.map((name): Change => ({ name: `setting.${name} one more`, kind: 'duration', rule, shift: name })),
    ...figureChanges(rule),
    ...expressionsOf(rule).flatMap(({ name, node }) => nodeChanges(rule, name, node, vocabulary)),
    ...rule.ends.map(
      (end): Change => ({
        name: `${end.kind}.${end.field} no longer ends it`,
        kind: 'field',
        rule: { ...rule, ends: rule.ends.filter((other) => other !== end) },
      }),
    ),
    ...rule.variants.flatMap((variant, index) => variantChanges(rule, variant, index, vocabulary)),
    ...forceChanges(rule),
  ];
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    if (seen.has(change.name)) return [];
    seen.add(change.name);
    return [{ shift: null, ...change }];
  });
}

function figureChanges(rule: Rule): Change[] {
  const used = new Set<string>();
  for (const { node } of expressionsOf(rule))
    walk(node, (part) => {
      if (part.form === 'slot') used.add(part.name);
    });
  return rule.constants.flatMap((constant): Change[] => {
    if (!used.has(constant.name) || typeof constant.value !== 'number') return [];
    const value = constant.value + unitOf(constant.type === 'duration', constant.value);
    return [
      {
        name: `${constant.name} one more`,
        kind: 'duration',
        rule: {
          ...rule,
          constants: rule.constants.map((other) => (other === constant ? { ...constant, value } : other)),
        },
      },
    ];
  });
}

/** One more of what a value is counted in: a day where it is whole days, else an hour; a month, a number, a day. */
export const unitOf = (duration: boolean, value: number): number =>
  duration ? (value % 86_400_000_000 === 0 ? 86_400_000_000 : 3_600_000_000) : 1;

const neighbours: Readonly<
  Record<string, { readonly boundary: keyof typeof byName; readonly reversed: keyof typeof byName }>
> = {
  '<': { boundary: '<=', reversed: '>' },
  '<=': { boundary: '<', reversed: '>=' },
  '>': { boundary: '>=', reversed: '<' },
  '>=': { boundary: '>', reversed: '<=' },
};
const byName = { '<': builtIn.lessThan, '<=': builtIn.atMost, '>': builtIn.greaterThan, '>=': builtIn.atLeast };

function nodeChanges(rule: Rule, where: string, root: Node, vocabulary: Vocabulary): Change[] {
  const changes: Change[] = [];
  const change = (kind: Change['kind'], name: string, from: Node, to: Node): void => {
    changes.push({ kind, name: `${where} ${from.from}-${from.to}: ${name}`, rule: replaced(rule, from, to) });
  };
  walk(root, (node) => {
    if (node.form === 'call') callChanges(node, change, vocabulary);
    if (node.form === 'quantified')
      change('condition', node.some ? 'some becomes every' : 'every becomes some', node, { ...node, some: !node.some });
    if (node.form === 'literal' && node.type === 'boolean')
      change('condition', 'turned round', node, { ...node, value: !node.value });
    if (node.form === 'literal' && node.type === 'integer')
      change('boundary', 'one more', node, { ...node, value: Number(node.value) + 1 });
    if (node.form === 'field') fieldChange(node, change, vocabulary);
  });
  return changes;
}

type AddChange = (kind: Change['kind'], name: string, from: Node, to: Node) => void;

function callChanges(node: Extract<Node, { form: 'call' }>, change: AddChange, vocabulary: Vocabulary): void {
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

const wordOf = (node: Extract<Node, { form: 'literal' }>): string => (typeof node.value === 'string' ? node.value : '');

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

/** The next field of the same kind that holds the same sort of thing. */
function fieldChange(node: Extract<Node, { form: 'field' }>, change: AddChange, vocabulary: Vocabulary): void {
  if (isRef(node.stored)) return;
  const kind = vocabulary.kinds.get(node.kind);
  const own = kind?.fields[node.field];
  const names = Object.entries(kind?.fields ?? {}).flatMap(([name, field]) =>
    field.type === own?.type && field.type !== 'word' && field.readable === 'value' ? [name] : [],
  );
  const other = names[(names.indexOf(node.field) + 1) % names.length];
  if (other !== undefined && other !== node.field)
    change('field', `${node.kind}.${node.field} becomes ${other}`, node, { ...node, field: other });
}

function variantChanges(rule: Rule, variant: Variant, index: number, vocabulary: Vocabulary): Change[] {
  const name = variant.id === null ? '' : `exception ${variant.id}: `;
  const swap = (changed: Variant): Rule => ({
    ...rule,
    variants: rule.variants.map((other) => (other === variant ? changed : other)) as unknown as Rule['variants'],
  });
  const changes: Change[] = [];
  if (index > 0) {
    changes.push({
      name: `${name}dropped`,
      kind: 'exception',
      rule: { ...rule, variants: rule.variants.filter((other) => other !== variant) as unknown as Rule['variants'] },
    });
    if (variant.ends)
      changes.push({
        name: `${name}no longer ends the duty`,
        kind: 'exception',
        rule: swap({ ...variant, ends: false }),
      });
  }
  const base = rule.variants[0];
  if (variant.closes && (index === 0 || variant.closes !== base.closes))
    changes.push({ name: `${name}never closes`, kind: 'boundary', rule: swap({ ...variant, closes: null }) });
  if (variant.met && (index === 0 || variant.met !== base.met)) {
    for (const [what, met] of metChanges(variant.met, vocabulary))
      changes.push({ name: `${name}met: ${what}`, kind: 'evidence', rule: swap({ ...variant, met }) });
  }
  return changes;
}

function metChanges(met: Met, vocabulary: Vocabulary): [string, Met][] {
  if (met.form === 'milestone') return [];
  const changes: [string, Met][] = met.match.flatMap((part): [string, Met][] => {
    const without: [string, Met] = [
      `${part.field} not matched`,
      { ...met, match: met.match.filter((other) => other !== part) },
    ];
    const words = Object.keys(vocabulary.kinds.get(met.kind)?.fields[part.field]?.words ?? {});
    if (part.to.form !== 'literal' || words.length < 2) return [without];
    const own = wordOf(part.to);
    const other = words[(words.indexOf(own) + 1) % words.length] ?? '';
    return [
      without,
      [
        `${part.field} “${own}” becomes “${other}”`,
        {
          ...met,
          match: met.match.map((one) => (one === part ? { ...part, to: { ...part.to, value: other } as Node } : one)),
        },
      ],
    ];
  });
  if (met.where) changes.push(['condition dropped', { ...met, where: null }]);
  if (met.from) changes.push(['from dropped', { ...met, from: null }]);
  if (met.until) changes.push(['until dropped', { ...met, until: null }]);
  if ((met.form === 'covers' || met.form === 'coversPeriod') && met.lasts)
    changes.push(['lasts dropped', { ...met, lasts: null }]);
  if (met.form === 'latest') changes.push(['any instead of the latest', { ...met, form: 'exists' }]);
  if (met.form === 'needs' && met.roles.length > 1) {
    changes.push([
      met.number === 'all' ? 'one instead of all' : 'all instead of some',
      { ...met, number: met.number === 'all' ? 'one' : 'all' },
    ]);
    for (const role of met.roles)
      changes.push([`without the role ${role}`, { ...met, roles: met.roles.filter((other) => other !== role) }]);
  }
  return changes;
}

function forceChanges(rule: Rule): Change[] {
  const changes: Change[] = [
    { name: 'in force a day later', kind: 'boundary', rule: { ...rule, from: rule.from + 1 } },
  ];
  if (rule.to !== null)
    changes.push({ name: 'in force a day longer', kind: 'boundary', rule: { ...rule, to: rule.to + 1 } });
  return changes.filter(() => rule.because !== null);
}

/** A copy of a rule in which one node, wherever it stands, is another. */
function replaced(rule: Rule, from: Node, to: Node): Rule {
  const copy = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) {
      const list = value.map(copy);
      return list.some((item, index) => item !== value[index]) ? list : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    let changed: Record<string, unknown> | null = null;
    for (const key of [
      'applies',
      'ends',
      'every',
      'assignee',
      'forbids',
      'variants',
      'when',
      'on',
      'bearer',
      'due',
      'closes',
      'met',
      'path',
      'key',
      'match',
      'to',
      'where',
      'from',
      'until',
      'day',
      'lasts',
      'start',
      'end',
      'number',
      'holds',
      'of',
      'args',
      'items',
      'list',
      'rest',
      'each',
      'satisfies',
    ]) {
      const part = (value as Record<string, unknown>)[key];
      if (typeof part !== 'object' || part === null) continue;
      const next = copy(part);
      if (next !== part) changed = { ...(changed ?? (value as Record<string, unknown>)), [key]: next };
    }
    return changed ?? value;
  };
  return copy(rule) as Rule;
}
