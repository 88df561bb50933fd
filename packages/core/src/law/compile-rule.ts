import { isRef, type Node, walk } from '../feel/index.ts';
import { bearerChosen, isPath, seatOf } from './compile-seat.ts';
import { examplesWithin, territoryOf } from './compile-territory.ts';
import { variantsOf } from './compile-variants.ts';
import type { Complain, Surroundings } from './compiling.ts';
import { noKind } from './complaints.ts';
import { dayOrNull } from './law.ts';
import { leastSure } from './least-sure.ts';
import { isNeverPutOff } from './never-put-off.ts';
import { parser } from './parse-rule-expression.ts';
import type { PackText } from './read-pack.ts';
import { metExpressions, type Rule, type Variant } from './rule.ts';
import { citedClauses, constantsOf, scopeOf, scopeWithoutPeriod } from './rule-scope.ts';
import type { RuleText, StandingText } from './schema.ts';
import { splitEnds } from './split-ends.ts';
import { wanted } from './wanted.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** Turns the text of a rule into typed trees. Null when anything in it is refused; every complaint has been made by then. */
export function compileRule(
  text: RuleText,
  file: YamlFile,
  pack: PackText,
  around: Surroundings,
  standing: StandingText | null = null,
  base: YamlPath = [],
): Rule | null {
  let failed = false;
  const complain: Complain = (path, message, offset) => {
    failed = true;
    file.fault([...base, ...path], message, offset);
  };
  const kind = around.vocabulary.kinds.get(text.subject);
  if (!kind) {
    complain(['subject'], noKind(text.subject));
    return null;
  }
  const cited = citedClauses(text, around, complain);
  const constants = constantsOf(text, cited, pack, around, complain);
  const scope = scopeOf(text, kind, constants, around);
  const parse = parser(complain);
  const variants = variantsOf(text, scope, constants, parse, complain, around);
  const [first] = variants;
  if (!first) return null;
  const clock = first.due?.type === 'instant' ? 'instant' : 'day';
  const whole = parse(text.applies, ['applies'], scope, (type) => type === 'boolean', wanted.condition);
  const { applies, ends } = splitEnds(whole, around.vocabulary);
  const every = parse(
    text.every,
    ['every'],
    scopeWithoutPeriod(scope),
    (type) => type === 'months' || type === 'duration',
    wanted.duration,
  );
  const assignee = parse(text.assignee, ['assignee'], scope, isRef, wanted.reference);
  const forbids = parse(text.forbids, ['forbids'], scope, (type) => type === 'boolean', wanted.condition);
  if (pack.instrument.jurisdiction !== 'any' && !isPath(first.bearer)) complain(['bearer'], bearerChosen);
  if (failed) return null;
  const { jurisdiction, territory } = pack.instrument;
  const bearer = { text: text.bearer, node: first.bearer };
  const used = [
    ...new Set(
      everyNode([whole, every, assignee, forbids, ...variants.flatMap(nodesOf)]).flatMap((node) =>
        node.form === 'slot' && node.name.startsWith('setting.') ? [node.name.slice(8)] : [],
      ),
    ),
  ];
  return {
    id: `${pack.id}/${text.id}`,
    pack: pack.id,
    title: text.title,
    about: text.about ?? null,
    concerns: text.concerns,
    clauses: text.clauses,
    sureness: leastSure(cited),
    purpose: text.purpose,
    subject: text.subject,
    revision: pack.instrument.revision,
    from: dayOrNull(text.inForce?.from) ?? dayOrNull(pack.instrument.inForce.from) ?? 0,
    to: dayOrNull(text.inForce?.to) ?? dayOrNull(pack.instrument.inForce.to),
    appliesFrom: dayOrNull(pack.instrument.appliesFrom) ?? 0,
    supersededFrom: pack.supersededFrom,
    reassesses: pack.instrument.reassessClosed !== undefined,
    because: text.inForce?.because ?? null,
    calendar: pack.instrument.calendar,
    clock,
    seat: seatOf(jurisdiction, bearer, scope, around.vocabulary),
    territory: territoryOf(territory, bearer, every !== null, scope, around.vocabulary),
    applies,
    ends,
    every,
    after: text.after ? (text.after.includes('/') ? text.after : `${pack.id}/${text.after}`) : null,
    assignee,
    answerable: text.answerable,
    forbids,
    variants: [first, ...variants.slice(1)],
    waiver: text.waiver,
    override:
      isNeverPutOff(text) && variants.some(({ gates }) => gates.length > 0) ? 'never' : (text.override ?? 'allowed'),
    consequence: text.consequence ?? [],
    demands: text.demands ?? [],
    restrains: text.restrains ?? [],
    constants,
    settings: used,
    standing: standing ? { asks: standing.asks, why: standing.why } : null,
    examples: examplesWithin(territory, text.examples),
  };
}

const nodesOf = (variant: Variant): (Node | null)[] => [
  variant.when,
  variant.on,
  variant.bearer,
  variant.due,
  variant.closes,
  ...metExpressions(variant.met),
];

function everyNode(roots: readonly (Node | null)[]): Node[] {
  const nodes: Node[] = [];
  for (const root of roots) if (root) walk(root, (node) => nodes.push(node));
  return nodes;
}
