import { type NumberFault, numberFault } from './article-number.ts';
import { figuresOf } from './figures.ts';
import type { Edition, Law } from './law.ts';
import { leastSure } from './least-sure.ts';
import type { Confirmation } from './overlay.ts';
import {
  type Counting,
  canRecount,
  constantOf,
  isCounting,
  isOfKind,
  recountedFigures,
  recountedRule,
} from './recount.ts';
import type { Bilingual, Constant, Rule } from './rule.ts';
import type { Clause } from './schema.ts';

/** What two people of an organisation put down about one clause after reading the official text. */
export type Correction = {
  /** `<pack>/<clause>`. */
  readonly clause: string;
  readonly number: string | null;
  readonly heading: Bilingual | null;
  readonly gist: Bilingual | null;
  /**
   * Figures that the text states otherwise; each has a name and a type that the clause has already. `counts` says that the days of its terms are
   * counted the other way; the terms beside it are numbers of the kind they were.
   */
  readonly figures: Readonly<Record<string, string | number>>;
  readonly confirmed: Confirmation;
};

/**
 * The law as one organisation reads it, made from the compiled law in no time: nothing is parsed again, since a correction changes no
 * expression but how a term is counted (recount.ts). It is the law that the same overlay in a folder gives (`applyOverlay`); a test holds the two together. What the packs no longer
 * know, a clause or a figure of that type, is passed over: the confirmation was of another reading.
 */
export function correctLaw(law: Law, corrections: readonly Correction[]): Law {
  const clauses = new Map(law.clauses);
  const corrected = new Set<string>();
  const recounted: Recounted[] = [];
  for (const correction of corrections) {
    const found = clauses.get(correction.clause);
    if (found === undefined) continue;
    corrected.add(correction.clause);
    const counting = countingOf(law, correction);
    if (counting !== null) recounted.push({ id: correction.clause, to: counting });
    clauses.set(correction.clause, { ...found, clause: correctedClause(found.clause, correction, counting) });
  }
  if (corrected.size === 0) return law;
  const reread = new Map(law.rules.map((rule) => [rule, correctedRule(law, clauses, corrected, recounted, rule)]));
  const ruleNow = (rule: Rule): Rule => reread.get(rule) ?? rule;
  const editions = new Map(law.editions.map((edition) => [edition.id, editionNow(edition, clauses, ruleNow)]));
  return {
    ...law,
    editions: [...editions.values()],
    rules: law.rules.map(ruleNow),
    clauses: new Map(
      [...clauses].map(([id, { clause, edition }]) => [id, { clause, edition: editions.get(edition.id) ?? edition }]),
    ),
  };
}

/** A clause whose days are counted the other way. */
type Recounted = { readonly id: string; readonly to: Counting };

/** How a correction says that days are counted, where that is another way than the clause's and all that reads it can follow. */
function countingOf(law: Law, { clause, figures }: Correction): Counting | null {
  const to = figures['counts'];
  if (!isCounting(to)) return null;
  const rules = law.rules.filter((rule) => citedBy(rule).includes(clause) && !readsOwn(rule, clause));
  return canRecount(law, clause, rules, to) ? to : null;
}

/** An earlier revision reads its own clauses, which nobody confirms any more. */
const readsOwn = (rule: Rule, clause: string): boolean =>
  rule.supersededFrom !== null && clause.startsWith(`${rule.pack}/`);

export type CorrectionRefusal =
  | 'no-such-clause'
  | NumberFault
  | 'no-such-figure'
  | 'figures-differ'
  | 'counting-in-rule';

/** Why a correction cannot be laid over the law; null where it can. */
export function correctionRefusal(law: Law, correction: Correction): CorrectionRefusal | null {
  const found = law.clauses.get(correction.clause);
  if (found === undefined) return 'no-such-clause';
  const { number, figures } = correction;
  const others = [...found.edition.clauses.values()].filter(({ id }) => id !== found.clause.id);
  const wrong =
    number === null
      ? null
      : numberFault(
          number,
          found.edition.instrument.articles,
          others.flatMap((other) => other.number ?? []),
        );
  if (wrong !== null) return wrong;
  const { counts, ...values } = figures;
  if (Object.entries(values).some(([name, value]) => !isOfKind(found.clause, name, value))) return 'no-such-figure';
  if (counts !== undefined) {
    if (!isCounting(counts) || recountedFigures(found.clause.figures ?? {}, counts) === null) return 'no-such-figure';
    if (countingOf(law, correction) === null) return 'counting-in-rule';
  }
  const { clauses, rules } = correctLaw(law, [correction]);
  return rules.some((rule) => citedBy(rule).includes(correction.clause) && readsTwice(clauses, rule))
    ? 'figures-differ'
    : null;
}

/** A figure is corrected, never brought in: the rules that read it were checked with its name and its type. */
function correctedClause(
  clause: Clause,
  { number, heading, gist, figures, confirmed }: Correction,
  counting: Counting | null,
): Clause {
  const own = Object.entries(figures).filter(([name, value]) => isOfKind(clause, name, value));
  const values = { ...clause.figures, ...Object.fromEntries(own) };
  return {
    ...clause,
    ...(number === null ? {} : { number }),
    ...(heading === null ? {} : { heading }),
    ...(gist === null ? {} : { gist }),
    ...(own.length === 0 && counting === null
      ? {}
      : { figures: (counting === null ? null : recountedFigures(values, counting)) ?? values }),
    sureness: 'text',
    confirmed,
  };
}

function editionNow(edition: Edition, clauses: Law['clauses'], ruleNow: (rule: Rule) => Rule): Edition {
  return {
    ...edition,
    clauses: new Map(
      [...edition.clauses].map(([id, clause]) => [id, clauses.get(`${edition.id}/${id}`)?.clause ?? clause]),
    ),
    rules: edition.rules.map(ruleNow),
  };
}

function correctedRule(
  law: Law,
  clauses: Law['clauses'],
  corrected: ReadonlySet<string>,
  recounted: readonly Recounted[],
  compiled: Rule,
): Rule {
  const own = (id: string): boolean => readsOwn(compiled, id);
  const rule = recounted.reduce((before, { id, to }): Rule => {
    const figures = law.clauses.get(id)?.clause.figures ?? {};
    const after = recountedFigures(figures, to);
    if (after === null || own(id) || !citedBy(before).includes(id)) return before;
    return recountedRule(before, figures, after, to) ?? before;
  }, compiled);
  if (!citedBy(rule).some((id) => corrected.has(id) && !own(id))) return rule;
  const clauseOf = (id: string): Clause[] => {
    const found = (own(id) ? law : { clauses }).clauses.get(id);
    return found === undefined ? [] : [found.clause];
  };
  const sureness = leastSure(rule.clauses.flatMap(clauseOf));
  const isPolicy = law.editions.find(({ id }) => id === rule.pack)?.instrument.kind === 'policy';
  const cited = citedBy(rule).flatMap(clauseOf);
  return {
    ...rule,
    sureness,
    // What a clause of law was read to demand is not waived by policy (PEOPLE.md, "Waivers and overrides").
    waiver: rule.waiver === 'policy' && sureness === 'text' && !isPolicy ? 'never' : rule.waiver,
    constants: rule.constants.map((constant) => constantNow(constant, cited)),
  };
}

function constantNow(constant: Constant, cited: readonly Clause[]): Constant {
  for (const clause of cited) {
    const found = constantOf(constant, clause);
    if (found !== null) return found;
  }
  return constant;
}

/** The rule's own clauses, then those of its exceptions: the order in which their figures were found. */
const citedBy = (rule: Rule): string[] => [
  ...new Set([...rule.clauses, ...rule.variants.flatMap(({ clauses }) => clauses)]),
];

/** Whether two clauses that a rule reads have a figure of one name and differ in it. */
function readsTwice(clauses: Law['clauses'], rule: Rule): boolean {
  const values = new Map<string, unknown>();
  for (const id of citedBy(rule))
    for (const { name, value } of figuresOf(clauses.get(id)?.clause ?? noFigures)) {
      if (values.has(name) && values.get(name) !== value) return true;
      values.set(name, value);
    }
  return false;
}

const noFigures: Pick<Clause, 'figures'> = {};
