import { builtIn, isRef, type Node, walk } from '../feel/index.ts';
import type { Surroundings } from './compiling.ts';
import { dayOrNull } from './law.ts';
import type { PackProblem } from './problem.ts';
import type { PackText } from './read-pack.ts';
import { expressionsOf, type Rule, type Variant } from './rule.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** Checks between rules, clauses and packs that no single expression shows. Problems go to the files; warnings are given back. */
export function checkMeaning(
  packs: readonly PackText[],
  rules: ReadonlyMap<PackText, readonly Rule[]>,
  around: Surroundings,
): PackProblem[] {
  const all = new Map([...rules.values()].flat().map((rule) => [rule.id, rule]));
  const warnings: PackProblem[] = [];
  for (const pack of packs) {
    const compiled = new Map((rules.get(pack) ?? []).map((rule) => [rule.id, rule]));
    checkPack(pack, packs, around);
    const seen = new Set<string>();
    for (const { rule: text, file } of pack.rules) {
      if (seen.has(text.id)) file.fault(['id'], `the rule ${text.id} is there twice`);
      seen.add(text.id);
      const rule = compiled.get(`${pack.id}/${text.id}`);
      if (!rule) continue;
      const fault = (path: YamlPath, message: string): void => file.fault(path, message);
      checkReferences(rule, pack, around, fault);
      checkForce(rule, pack, text.inForce !== undefined, fault);
      checkAfter(rule, all, fault);
      checkForbids(rule, around, fault);
      checkGates(rule, fault);
      rule.variants.forEach((variant, index) =>
        checkSatisfiable(rule, variant, index === 0 ? [] : ['except', index - 1], fault),
      );
      warnings.push(...nullWarnings(rule, file, around.vocabulary.kinds.get(rule.subject)?.happened));
    }
    for (const { duty, file, index } of pack.standing) {
      if (seen.has(duty.id)) file.fault([index, 'id'], `the rule ${duty.id} is there twice`);
      seen.add(duty.id);
    }
  }
  return warnings;
}

function checkPack(pack: PackText, packs: readonly PackText[], around: Surroundings): void {
  const ids = new Set(packs.map((other) => other.id));
  for (const key of ['basedOn', 'amends', 'repeals'] as const) {
    pack.instrument[key]?.forEach((id, index) => {
      if (!ids.has(id)) pack.instrumentFile.fault([key, index], `there is no pack ${id}`);
    });
  }
  const known = (id: string, file: YamlFile, path: YamlPath): void => {
    if (!around.clauses.has(id)) file.fault(path, `there is no clause ${id}; sallyport law list names them`);
  };
  for (const { parallel, file, index } of pack.parallels) {
    known(parallel.from, file, [index, 'from']);
    known(parallel.to, file, [index, 'to']);
  }
  for (const { conflict, file, index } of pack.conflicts) {
    conflict.demanded.forEach((id, at) => known(id, file, [index, 'demanded', at]));
    conflict.restrained.forEach((id, at) => known(id, file, [index, 'restrained', at]));
  }
  for (const { setting, file, index } of pack.settings) {
    if (setting.notLooserThan === undefined) continue;
    const [clause, figure] = setting.notLooserThan.split('.');
    const found = around.clauses.get(clause ?? '');
    if (!found || figure === undefined || !Object.hasOwn(found.clause.figures ?? {}, figure))
      file.fault([index, 'notLooserThan'], 'must be <pack>/<clause>.<figure> of a clause that is there');
  }
}

type Fault = (path: YamlPath, message: string) => void;

function checkReferences(rule: Rule, pack: PackText, around: Surroundings, fault: Fault): void {
  rule.consequence.forEach((id, index) => {
    if (!around.clauses.has(id))
      fault(['consequence', index], `there is no clause ${id}; sallyport law list names them`);
  });
  if (rule.waiver === 'never') return;
  if (rule.waiver === 'policy') {
    if (pack.instrument.kind !== 'policy' && rule.sureness === 'text')
      fault(
        ['waiver'],
        'what a clause of law demands is not waived by policy; say never, or name the clause that allows it',
      );
  } else if (!around.clauses.has(rule.waiver))
    fault(['waiver'], 'must be never, policy, or the clause that allows a waiver');
}

function checkForce(rule: Rule, pack: PackText, own: boolean, fault: Fault): void {
  const from = dayOrNull(pack.instrument.inForce.from) ?? 0;
  const to = dayOrNull(pack.instrument.inForce.to);
  const outside = rule.from < from || (to !== null && (rule.to === null || rule.to > to || rule.from >= to));
  if (outside)
    fault(own ? ['inForce'] : [], 'the rule lies outside its edition: it can only be in force while the edition is');
  if (rule.to !== null && rule.to <= rule.from) fault(['inForce', 'to'], 'a rule ends after it begins');
}

function checkAfter(rule: Rule, all: ReadonlyMap<string, Rule>, fault: Fault): void {
  if (rule.after === null) return;
  const first = all.get(rule.after);
  if (!first) fault(['after'], `there is no rule ${rule.after}`);
  else if (first.subject !== rule.subject)
    fault(['after'], `${rule.after} is about a ${first.subject}; a rule follows one about the same subject`);
  else if (first.every || first.forbids || first.clock !== 'day')
    fault(['after'], 'a rule follows one that is met once, on a day');
  for (let at: Rule | undefined = first, steps = 0; at; at = at.after ? all.get(at.after) : undefined) {
    if (at.id === rule.id || ++steps > 20) {
      fault(['after'], 'the rules follow each other in a circle');
      return;
    }
  }
}

/** A prohibition may be about a record or the unit, never about a person (PEOPLE.md, no verdict by machine). */
function checkForbids(rule: Rule, around: Surroundings, fault: Fault): void {
  if (!rule.forbids) return;
  const kind = around.vocabulary.kinds.get(rule.subject);
  const people = Object.values(kind?.fields ?? {}).some((field) => field.to === 'person' && !field.nullable);
  if (rule.subject === 'person' || people)
    fault(['subject'], `forbids is about a record or the unit; a ${rule.subject} is about a person`);
  walk(rule.forbids, (node) => {
    if (node.form !== 'field') return;
    const field = around.vocabulary.kinds.get(node.kind)?.fields[node.field];
    if (field && field.personal !== 'no')
      fault(['forbids'], `${node.kind}.${node.field} is about a person; forbids is about a record or the unit`);
  });
}

/** A gate on a private journey needs a clause whose text was read. */
function checkGates(rule: Rule, fault: Fault): void {
  if (
    rule.sureness === 'text' ||
    !rule.variants.some((variant) => variant.gates.some((gate) => gate.startsWith('trip.')))
  )
    return;
  if (!excludesPrivate(rule.applies))
    fault(
      ['gates'],
      'a clause of sureness secondary gates official trips only; let applies leave private trips out, or drop the gate',
    );
}

function excludesPrivate(applies: Node | null): boolean {
  if (applies?.form !== 'call') return false;
  const { operator, args } = applies;
  if (operator === builtIn.and) return args.some(excludesPrivate);
  const isKind = (node: Node | undefined): boolean =>
    node?.form === 'field' && node.kind === 'trip' && node.field === 'kind';
  const isPrivate = (node: Node): boolean => node.form === 'literal' && node.value === 'private';
  if (operator === builtIn.oneOf || operator === builtIn.equal)
    return isKind(args[0]) && !args.slice(1).some(isPrivate);
  const [inner] = args;
  return (
    operator === builtIn.not &&
    inner?.form === 'call' &&
    inner.operator === builtIn.equal &&
    isKind(inner.args[0]) &&
    inner.args.slice(1).some(isPrivate)
  );
}

/** Refuses an exception that no evidence could meet: a condition that is never true, or a window that closes before it opens. */
function checkSatisfiable(rule: Rule, variant: Variant, path: YamlPath, fault: Fault): void {
  const never = (node: Node | null): boolean => node?.form === 'literal' && node.value !== true;
  if (never(variant.when)) fault([...path, 'when'], 'this exception is never taken');
  const { met } = variant;
  if (variant.ends || !met) return;
  const what = path.length === 0 ? 'this rule' : 'what this exception leaves';
  if (met.form !== 'milestone' && never(met.where))
    fault([...path, 'met', 'where'], `no evidence could ever meet ${what}: the condition is never true`);
  if (met.form === 'latest' && never(met.holds))
    fault([...path, 'met', 'latest'], `no evidence could ever meet ${what}: the condition is never true`);
  if (variant.closes && before(variant.closes, variant.on))
    fault([...path, 'closes'], `no evidence could meet ${what}: it closes before its trigger day`);
  if (met.form !== 'milestone' && variant.closes && met.from && before(variant.closes, met.from))
    fault([...path, 'closes'], `no evidence could meet ${what}: it closes before evidence counts`);
  if (met.form !== 'milestone' && met.from && met.until && (same(met.from, met.until) || before(met.until, met.from)))
    fault([...path, 'met', 'until'], `no evidence could meet ${what}: the window is empty`);
  if (variant.when && requiresNull(variant.when, variant.on))
    fault([...path, 'when'], 'this exception asks that its own trigger day be unknown, so it never gives a duty');
  void rule;
}

/** Whether a is `b - duration`, by its form: durations of settings and figures are never below zero, and mostly above. */
function before(a: Node, b: Node): boolean {
  return (
    a.form === 'call' &&
    /^(subtract from day|months before day|subtract from instant)$/.test(a.operator.name) &&
    same(a.args[0], b)
  );
}

/** Same expression, wherever it stands. */
function same(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && shape(a) === shape(b);
}

function shape(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'from' || key === 'to'
      ? undefined
      : key === 'operator'
        ? (value as { name: string }).name
        : typeof value === 'bigint'
          ? String(value)
          : value,
  );
}

function requiresNull(when: Node, on: Node): boolean {
  if (when.form !== 'call') return false;
  if (when.operator === builtIn.and) return when.args.some((part) => requiresNull(part, on));
  return when.operator === builtIn.isNull && same(when.args[0], on);
}

/** Warns where a field that may be unknown decides whether a rule applies and nobody asked whether it is known. */
function nullWarnings(rule: Rule, file: YamlFile, happened: string | undefined): PackProblem[] {
  // A subject that has not come to be has no duty, so the day it did is known wherever the rule is asked.
  const known = (arg: Extract<Node, { form: 'field' }>): boolean =>
    arg.of.form === 'variable' && arg.of.name === rule.subject && arg.field === happened;
  const guarded = new Set<string>();
  const asked = new Map<string, Extract<Node, { form: 'field' }>>();
  for (const { name, node } of expressionsOf(rule)) {
    if (name !== 'applies' && name !== 'when') continue;
    walk(node, (part) => {
      if (part.form === 'call' && part.operator === builtIn.isNull && part.args[0]?.form === 'field')
        guarded.add(shape(part.args[0]));
      if (part.form === 'call' && ['<', '<=', '>', '>='].includes(part.operator.name)) {
        for (const arg of part.args)
          if (arg.form === 'field' && arg.nullable && !isRef(arg.type) && !known(arg)) asked.set(shape(arg), arg);
      }
    });
  }
  return [...asked].flatMap(([key, node]) =>
    guarded.has(key)
      ? []
      : [
          {
            file: file.name,
            line: 1,
            column: 1,
            message: `${node.kind}.${node.field} may be unknown and is compared without asking; the duty is then unclear`,
          },
        ],
  );
}
