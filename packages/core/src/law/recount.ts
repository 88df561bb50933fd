import { allOperators, type Node, type Operator, walk } from '../feel/index.ts';
import { figuresOf, readFigure } from './figures.ts';
import type { Law } from './law.ts';
import { type Constant, expressionsOf, type Rule } from './rule.ts';
import type { Clause } from './schema.ts';

/** How the days of a clause are counted: working days, or days of the calendar. */
export type Counting = 'working' | 'calendar';

export const isCounting = (text: unknown): text is Counting => text === 'working' || text === 'calendar';

type Figures = NonNullable<Clause['figures']>;

/** A term by its name: what must happen within so many days. A fine or a number of people is a whole number as well. */
const isTerm = (name: string): boolean => /within$/i.test(name);

/**
 * A clause's figures once its days are counted the other way: `10` working days and `P10D`. Null where it says nothing of how days are counted,
 * counts so already, or has no term in days.
 */
export function recountedFigures(figures: Figures, to: Counting): Figures | null {
  if (!isCounting(figures['counts']) || figures['counts'] === to) return null;
  const terms = Object.entries(figures).flatMap(([name, value]): [string, string | number][] => {
    if (!isTerm(name)) return [];
    if (to === 'calendar') return typeof value === 'number' ? [[name, `P${value}D`]] : [];
    const [, days] = /^P(\d+)D$/.exec(String(value)) ?? [];
    return days === undefined ? [] : [[name, Number(days)]];
  });
  return terms.length === 0 ? null : { ...figures, ...Object.fromEntries(terms), counts: to };
}

/** The names under which rules read the terms that change their kind. */
const termsOf = (before: Figures, after: Figures): ReadonlySet<string> =>
  new Set(
    Object.keys(before).flatMap((name) =>
      before[name] === after[name] || name === 'counts' ? [] : [`clause.${name}`],
    ),
  );

const operators: Readonly<Record<Counting, readonly [name: string, type: 'integer' | 'duration']>> = {
  working: ['add working days', 'integer'],
  calendar: ['add to day', 'duration'],
};

const operatorNamed = (name: string): Operator => {
  const found = allOperators.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no operator ${name}`);
  return found;
};

/**
 * A rule that adds a term to a day, with the term counted the other way; nothing else of it changes. Null where it reads the term in some
 * other way, which no correction can know how to count: the rule is written anew then, as a revision of its pack.
 */
export function recountedRule(rule: Rule, before: Figures, after: Figures, to: Counting): Rule | null {
  const names = termsOf(before, after);
  if (!rule.constants.some(({ name }) => names.has(name))) return rule;
  const [old] = operators[to === 'working' ? 'calendar' : 'working'];
  const [name, type] = operators[to];
  const operator = operatorNamed(name);
  const isTermSlot = (node: Node | undefined): boolean => node?.form === 'slot' && names.has(node.name);
  const again = (node: Node): Node => {
    if (node.form !== 'call') return node;
    const [day, term] = node.args;
    if (node.operator.name === old && day !== undefined && term?.form === 'slot' && isTermSlot(term))
      return { ...node, operator, args: [again(day), { ...term, type }] };
    return { ...node, args: node.args.map(again) };
  };
  const own = (node: Node | null): Node | null => (node === null ? null : again(node));
  const [first, ...rest] = rule.variants;
  // An ending that came in time is asked of the same term as the duty (docs/decisions/0095).
  const variant = (one: Rule['variants'][number]) => ({
    ...one,
    when: own(one.when),
    due: own(one.due),
    closes: own(one.closes),
  });
  const recounted: Rule = {
    ...rule,
    applies: own(rule.applies),
    variants: [variant(first), ...rest.map(variant)],
  };
  return left(recounted, names, type) > 0 ? null : recounted;
}

/** Places where a term is still read as it was. */
function left(rule: Rule, names: ReadonlySet<string>, type: Constant['type']): number {
  let found = 0;
  for (const { node } of expressionsOf(rule))
    walk(node, (one) => {
      if (one.form === 'slot' && names.has(one.name) && one.type !== type) found += 1;
    });
  return found;
}

/** Whether all that reads the clause can be counted the other way: every rule in force, and every setting that it bounds. */
export function canRecount(law: Law, id: string, rules: readonly Rule[], to: Counting): boolean {
  const figures = law.clauses.get(id)?.clause.figures ?? {};
  const after = recountedFigures(figures, to);
  if (after === null) return false;
  const names = termsOf(figures, after);
  const bounds = [...law.settings.values()].some(({ notLooserThan = '' }) => {
    const [clause, figure = ''] = notLooserThan.split('.');
    return clause === id && names.has(`clause.${figure}`);
  });
  return !bounds && rules.every((rule) => recountedRule(rule, figures, after, to) !== null);
}

/** A figure in the type that it has now, as a rule holds it. */
export function constantOf(constant: Constant, clause: Clause): Constant | null {
  const figure = figuresOf(clause).find(({ name }) => `clause.${name}` === constant.name);
  return figure === undefined ? null : { ...constant, type: figure.type, value: figure.value, label: clause.heading };
}

/** Whether a value is one of the kind that the clause's figure is. */
export function isOfKind(clause: Clause, name: string, value: string | number): boolean {
  const [known, read] = [figuresOf(clause).find((figure) => figure.name === name), readFigure(value)];
  return known !== undefined && read !== null && known.type === read.type;
}
