import { builtIn, isRef, type Node, walk } from '../feel/index.ts';
import { checkSatisfiable, shape } from './check-satisfiable.ts';
import { checkTerritory } from './check-territory.ts';
import type { Fault, Surroundings } from './compiling.ts';
import { noClause, twice } from './complaints.ts';
import { readFigure } from './figures.ts';
import { dayOrNull } from './law.ts';
import { isNeverPutOff } from './never-put-off.ts';
import type { PackProblem } from './problem.ts';
import type { PackText } from './read-pack.ts';
import { type Bilingual, expressionsOf, gateActs, type Rule } from './rule.ts';
import { boundOf, within } from './setting-bound.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** Checks between rules, clauses and packs that no single expression shows. Problems go to the files; warnings are given back. */
export function checkMeaning(
  packs: readonly PackText[],
  rules: ReadonlyMap<PackText, readonly Rule[]>,
  surroundings: (pack: PackText) => Surroundings,
): PackProblem[] {
  const all = new Map<string, Rule[]>();
  for (const rule of [...rules.values()].flat()) all.set(rule.id, [...(all.get(rule.id) ?? []), rule]);
  const warnings: PackProblem[] = [];
  for (const pack of packs) {
    const around = surroundings(pack);
    const compiled = new Map((rules.get(pack) ?? []).map((rule) => [rule.id, rule]));
    checkPack(pack, packs, around);
    const seen = new Set<string>();
    for (const { rule: text, file } of pack.rules) {
      if (seen.has(text.id)) file.fault(['id'], twice({ zh: '规则', en: 'rule' }, text.id));
      seen.add(text.id);
      const rule = compiled.get(`${pack.id}/${text.id}`);
      if (!rule) continue;
      const fault = (path: YamlPath, message: Bilingual): void => file.fault(path, message);
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
      if (seen.has(duty.id)) file.fault([index, 'id'], twice({ zh: '规则', en: 'rule' }, duty.id));
      seen.add(duty.id);
    }
  }
  return warnings;
}

function checkPack(pack: PackText, packs: readonly PackText[], around: Surroundings): void {
  checkTerritory(pack);
  const ids = new Set(packs.map((other) => other.id));
  for (const key of ['basedOn', 'amends', 'repeals'] as const) {
    pack.instrument[key]?.forEach((id, index) => {
      if (!ids.has(id))
        pack.instrumentFile.fault([key, index], { zh: `没有规则包${id}：请核对编号。`, en: `there is no pack ${id}` });
    });
  }
  const known = (id: string, file: YamlFile, path: YamlPath): void => {
    if (!around.clauses.has(id)) file.fault(path, noClause(id));
  };
  for (const { clause, file, index } of pack.clauses)
    clause.beside?.forEach((id, at) => known(id, file, [index, 'beside', at]));
  for (const { parallel, file, index } of pack.parallels) {
    known(parallel.from, file, [index, 'from']);
    if ('to' in parallel) known(parallel.to, file, [index, 'to']);
    else if (!ids.has(parallel.none))
      file.fault([index, 'none'], {
        zh: `没有规则包${parallel.none}：请核对编号。`,
        en: `there is no pack ${parallel.none}`,
      });
  }
  for (const { conflict, file, index } of pack.conflicts) {
    conflict.demanded.forEach((id, at) => known(id, file, [index, 'demanded', at]));
    conflict.restrained.forEach((id, at) => known(id, file, [index, 'restrained', at]));
  }
  for (const { setting, file, index } of pack.settings) {
    if (setting.notLooserThan === undefined) continue;
    const { clause: id, figure } = boundOf(setting.notLooserThan);
    const clause = around.clauses.get(id)?.clause;
    if (!clause || readFigure(clause.figures?.[figure] ?? '') === null)
      file.fault([index, 'notLooserThan'], {
        zh: '应写成<pack>/<clause>.<figure>，且该条款要有这个数值：请核对。',
        en: 'must be <pack>/<clause>.<figure> of a clause that is there',
      });
    else if (within(setting.type, setting.default, clause, figure) !== true)
      file.fault([index, 'default'], {
        zh: '默认值比法律规定的期限宽，或者单位不同：请改为不超过该数值。',
        en: 'the default is looser than the law’s figure, or of another unit; make it no more than that',
      });
  }
}

function checkReferences(rule: Rule, pack: PackText, around: Surroundings, fault: Fault): void {
  rule.consequence.forEach((id, index) => {
    if (!around.clauses.has(id)) fault(['consequence', index], noClause(id));
  });
  if (rule.waiver === 'never') return;
  if (isNeverPutOff(rule))
    fault(['waiver'], {
      zh: '保护举报人、报告泄密和单位对人员的义务不能暂缓：请写never。',
      en: 'protecting reporters, reporting leaks and what the employer owes its staff are never waived; say never',
    });
  if (rule.waiver === 'policy') {
    if (pack.instrument.kind !== 'policy' && rule.sureness === 'text')
      fault(['waiver'], {
        zh: '条款规定必须办理的事项，不能由本单位规定暂缓：请写never，或者写明允许暂缓的条款。',
        en: 'what a clause of law demands is not waived by policy; say never, or name the clause that allows it',
      });
  } else if (!around.clauses.has(rule.waiver))
    fault(['waiver'], {
      zh: '应为never、policy，或者允许暂缓的条款：请改成其中一种。',
      en: 'must be never, policy, or the clause that allows a waiver',
    });
}

function checkForce(rule: Rule, pack: PackText, own: boolean, fault: Fault): void {
  const from = dayOrNull(pack.instrument.inForce.from) ?? 0;
  const to = dayOrNull(pack.instrument.inForce.to);
  const outside = rule.from < from || (to !== null && (rule.to === null || rule.to > to || rule.from >= to));
  if (outside)
    fault(own ? ['inForce'] : [], {
      zh: '规则的施行期间超出了所在版本：只有版本有效时规则才能有效，请调整起止日期。',
      en: 'the rule lies outside its edition: it can only be in force while the edition is',
    });
  if (rule.to !== null && rule.to <= rule.from)
    fault(['inForce', 'to'], { zh: '规则的失效日期应晚于施行日期：请调整。', en: 'a rule ends after it begins' });
}

/** Of a rule that several revisions read, every reading counts: the one before may be met under any of them. */
function checkAfter(rule: Rule, all: ReadonlyMap<string, readonly Rule[]>, fault: Fault): void {
  if (rule.after === null) return;
  const readings = all.get(rule.after) ?? [];
  const [first] = readings;
  if (!first) fault(['after'], { zh: `没有规则${rule.after}：请核对编号。`, en: `there is no rule ${rule.after}` });
  else if (first.subject !== rule.subject)
    fault(['after'], {
      zh: `规则${rule.after}的适用对象是${first.subject}：前后相接的两条规则应为同一适用对象，请改正。`,
      en: `${rule.after} is about a ${first.subject}; a rule follows one about the same subject`,
    });
  else if (readings.some((one) => one.every || one.forbids || one.clock !== 'day'))
    fault(['after'], {
      zh: 'after所写的规则应当只办一次并按日期完成：请改接这样的规则。',
      en: 'a rule follows one that is met once, on a day',
    });
  if (comesBack(rule, all))
    fault(['after'], {
      zh: '几条规则首尾相接成了循环：请断开其中一处after。',
      en: 'the rules follow each other in a circle',
    });
}

function comesBack(rule: Rule, all: ReadonlyMap<string, readonly Rule[]>): boolean {
  const seen = new Set<string>();
  const waiting = rule.after === null ? [] : [rule.after];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === rule.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { after } of all.get(id) ?? []) if (after !== null) waiting.push(after);
  }
  return false;
}

/** A prohibition may be about a record or the unit, never about a person (PEOPLE.md, no verdict by machine). */
function checkForbids(rule: Rule, around: Surroundings, fault: Fault): void {
  if (!rule.forbids) return;
  const kind = around.vocabulary.kinds.get(rule.subject);
  const people = Object.values(kind?.fields ?? {}).some((field) => field.to === 'person' && !field.nullable);
  if (rule.subject === 'person' || people)
    fault(['subject'], {
      zh: `forbids只针对记录或者部门，而${rule.subject}涉及个人：是否违反由人认定，请改换适用对象。`,
      en: `forbids is about a record or the unit; a ${rule.subject} is about a person`,
    });
  walk(rule.forbids, (node) => {
    if (node.form !== 'field') return;
    const field = around.vocabulary.kinds.get(node.kind)?.fields[node.field];
    if (field && field.personal !== 'no')
      fault(['forbids'], {
        zh: `${node.kind}.${node.field}涉及个人，而forbids只针对记录或者部门：是否违反由人认定，请改用其他登记信息。`,
        en: `${node.kind}.${node.field} is about a person; forbids is about a record or the unit`,
      });
  });
}

/** A gate on a private journey needs a clause whose text was read. */
function checkGates(rule: Rule, fault: Fault): void {
  if (rule.override === 'never' && gateActs(rule).length === 0)
    fault(['override'], {
      zh: '没有前置条件（gates），就谈不上例外放行：请补写gates，或者删去override。',
      en: 'without gates there is nothing to override; add them or drop override',
    });
  if (
    rule.sureness === 'text' ||
    !rule.variants.some((variant) => variant.gates.some((gate) => gate.startsWith('trip.')))
  )
    return;
  if (!excludesPrivate(rule.applies))
    fault(['gates'], {
      zh: '转引的条款只能作为因公出国（境）的前置条件：请在applies中排除因私出行，或者删去前置条件。',
      en: 'a clause of sureness secondary gates official trips only; let applies leave private trips out, or drop the gate',
    });
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

/**
 * Warns where a field that may be unknown decides whether a rule applies and nobody asked whether it is known. An exception whose condition
 * is not known is just not taken.
 */
function nullWarnings(rule: Rule, file: YamlFile, happened: string | undefined): PackProblem[] {
  // A subject that has not come to be has no duty, so the day it did is known wherever the rule is asked.
  const known = (arg: Extract<Node, { form: 'field' }>): boolean =>
    arg.of.form === 'variable' && arg.of.name === rule.subject && arg.field === happened;
  const guarded = new Set<string>();
  const asked = new Map<string, Extract<Node, { form: 'field' }>>();
  for (const { name, node } of expressionsOf(rule)) {
    if (name !== 'applies') continue;
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
            message: {
              zh: `${node.kind}.${node.field}可能未知，却直接用来比较，应办事项会成为待补信息：请先判断是否为null。`,
              en: `${node.kind}.${node.field} may be unknown and is compared without asking; the duty is then unclear`,
            },
          },
        ],
  );
}
