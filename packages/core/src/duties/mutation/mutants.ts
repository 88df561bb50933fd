import type { Vocabulary } from '../../facts/index.ts';
import { type Node, walk } from '../../feel/index.ts';
import { expressionsOf, type Met, type Rule, type Variant } from '../../law/index.ts';
import { type AddChange, aggregateChange, callChanges, fieldChange, wordOf } from './node-changes.ts';

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

function nodeChanges(rule: Rule, where: string, root: Node, vocabulary: Vocabulary): Change[] {
  const changes: Change[] = [];
  const change: AddChange = (kind, name, from, to) => {
    changes.push({ kind, name: `${where} ${from.from}-${from.to}: ${name}`, rule: replaced(rule, from, to) });
  };
  walk(root, (node) => {
    if (node.form === 'call') callChanges(node, change, vocabulary);
    if (node.form === 'aggregate') aggregateChange(node, change);
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
  if (met.form === 'needs' && met.holds)
    changes.push(['any of a role instead of its latest', { ...met, holds: null, where: met.holds }]);
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
