import { noRow, type Register, tableOf } from '../facts/index.ts';
import { isListNode, isRef, type ListNode, type Node } from '../feel/index.ts';
import { type Met, metExpressions, type Rule } from '../law/index.ts';
import { readingsOf } from './readings.ts';
import type { Relations } from './relations.ts';

/** A step from a fact towards a subject: along one of its references, or to the facts of a kind that refer to it. */
export type Step =
  | { readonly to: 'referred'; readonly kind: string; readonly field: string }
  | { readonly to: 'referring'; readonly kind: string; readonly field: string };

/** A way from a fact to subjects. */
export type ReversePath = readonly Step[];

/** For each kind of fact a rule reads, the ways from such a fact back to the subjects whose duty it can change (DECISIONS 1). */
export type ReversePaths = ReadonlyMap<string, readonly ReversePath[]>;

/** A duty that another goes before changes with that one: `rules` has the readings of the rule that this one follows. */
export function reversePathsOf(rule: Rule, rules: readonly Rule[]): ReversePaths {
  const found = new Map<string, Map<string, ReversePath>>();
  const record = (kind: string, path: ReversePath): ReversePath => {
    const paths = found.get(kind) ?? new Map<string, ReversePath>();
    found.set(kind, paths.set(JSON.stringify(path), path));
    return path;
  };
  const visitWithEarlier = (one: Rule): void => {
    visitRule(one, record);
    for (const earlier of readingsOf(rules, one.after)) visitWithEarlier(earlier);
  };
  visitWithEarlier(rule);
  return new Map([...found].map(([kind, paths]) => [kind, [...paths.values()]]));
}

function visitRule(rule: Rule, record: Recorder): void {
  record(rule.subject, []);
  const visit = visitor(record);
  const env: Env = new Map([[rule.subject, []]]);
  for (const node of [rule.seat?.speaks, rule.territory?.within, rule.applies, ...rule.ends, rule.every])
    if (node) visit(node, env);
  for (const node of [rule.assignee, rule.forbids]) if (node) visit(node, env);
  for (const variant of rule.variants) {
    for (const node of [variant.when, variant.on, variant.bearer, variant.due, variant.closes])
      if (node) visit(node, env);
    if (variant.met) visitMet(variant.met, env, visit, record);
  }
}

type Recorder = (kind: string, path: ReversePath) => ReversePath;
type Env = ReadonlyMap<string, ReversePath>;
type Visit = (node: Node, env: Env) => ReversePath | null;

/** Visits a node; gives the way back from the fact it stands for, or from each item of the list it is. */
function visitor(record: Recorder): Visit {
  const visit: Visit = (node, env) => {
    switch (node.form) {
      case 'variable':
        return env.get(node.name) ?? null;
      case 'field': {
        const of = visit(node.of, env);
        if (of) record(node.kind, of);
        if (!of || !isRef(node.stored)) return null;
        // The fact pointed at counts when a field of it is read; to name it as the bearer reads none.
        return [{ to: 'referring', kind: node.kind, field: node.field }, ...of];
      }
      case 'relation': {
        const of = visit(node.of, env);
        return of && record(node.kind, [{ to: 'referred', kind: node.kind, field: node.field }, ...of]);
      }
      case 'filter':
        return within(node.list, node.variable, node.where, env, visit);
      case 'map':
        within(node.list, node.variable, node.each, env, visit);
        return null;
      case 'quantified':
        within(node.list, node.variable, node.satisfies, env, visit);
        return null;
      case 'aggregate':
        for (const part of [node.list, ...node.rest]) visit(part, env);
        return null;
      case 'call':
      case 'list': {
        for (const part of node.form === 'call' ? node.args : node.items) visit(part, env);
        return null;
      }
      default:
        return null;
    }
  };
  return visit;
}

function within(list: ListNode, variable: string, body: Node, env: Env, visit: Visit): ReversePath | null {
  const items = isListNode(list) ? visit(list, env) : null;
  visit(body, items ? new Map([...env, [variable, items]]) : env);
  return items;
}

function visitMet(met: Met, env: Env, visit: Visit, record: Recorder): void {
  if (met.form === 'milestone') {
    visit(met.path, env);
    return;
  }
  const owner = visit(met.key.of, env);
  const item = owner && record(met.kind, [{ to: 'referred', kind: met.kind, field: met.key.field }, ...owner]);
  const inside = item ? new Map([...env, ['item', item]]) : env;
  for (const node of metExpressions(met)) visit(node, inside);
}

/** The subjects of a rule whose duty a fact can change. */
export function touchedSubjects(
  paths: ReversePaths,
  kind: string,
  row: number,
  register: Register,
  relations: Relations,
): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const path of paths.get(kind) ?? []) {
    let rows: readonly number[] = [row];
    for (const step of path) rows = rows.flatMap((at) => follow(step, at, register, relations));
    for (const subject of rows) touched.add(subject);
  }
  return touched;
}

function follow(step: Step, row: number, register: Register, relations: Relations): readonly number[] {
  if (step.to === 'referred') {
    const column = tableOf(register, step.kind).columns[step.field];
    const target = column?.type === 'ref' ? (column.values[row] ?? noRow) : noRow;
    return target === noRow ? [] : [target];
  }
  const { offsets, members } = relations.of(step.kind, step.field);
  return [...members.subarray(offsets[row], offsets[row + 1])];
}
