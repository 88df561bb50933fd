import type { Day } from '../calendar/index.ts';
import type { Region } from '../facts/index.ts';
import type { Node, Type, Value } from '../feel/index.ts';
import type { Answerable, ExampleText, Sureness } from './schema.ts';

export type Bilingual = { readonly zh: string; readonly en: string };

/** A number of the law (a clause's figure) or of the edition, fixed for the rule. */
export type Constant = { readonly name: string; readonly type: Type; readonly value: Value; readonly label: Bilingual };

export type Evidence = {
  readonly kind: string;
  /** The reference through which facts are found: `match` with the smallest reach. */
  readonly key: { readonly field: string; readonly of: Node };
  readonly match: readonly { readonly field: string; readonly type: Type; readonly to: Node }[];
  readonly where: Node | null;
  /** The field that says when the evidence counts: a day, or an instant where limits are in hours. */
  readonly at: string;
  /** Days between which evidence counts; `until` is exclusive. */
  readonly from: Node | null;
  readonly until: Node | null;
};

/** How a duty is met. Each form has one SQL and one kernel of its own. */
export type Met =
  | { readonly form: 'milestone'; readonly path: Extract<Node, { form: 'field' }> }
  | ({ readonly form: 'exists' } & Evidence)
  | ({ readonly form: 'covers'; readonly day: Node | 'current'; readonly lasts: Node | null } & Evidence)
  | ({
      readonly form: 'coversPeriod';
      readonly start: Node;
      readonly end: Node;
      readonly union: boolean;
      readonly lasts: Node | null;
    } & Evidence)
  | ({ readonly form: 'count'; readonly number: Node } & Evidence)
  | ({ readonly form: 'latest'; readonly holds: Node } & Evidence)
  | ({
      readonly form: 'needs';
      readonly number: Node | 'one' | 'all';
      readonly role: string;
      readonly roles: readonly string[];
      /** What the latest fact of each role must satisfy to count for it; null: any of its facts counts. */
      readonly holds: Node | null;
    } & Evidence);

/** What holds for a duty: the rule itself, or an exception that replaces parts of it. */
export type Variant = {
  readonly id: string | null;
  readonly when: Node | null;
  readonly because: Bilingual | null;
  readonly clauses: readonly string[];
  readonly ends: boolean;
  readonly on: Node;
  readonly bearer: Node;
  readonly due: Node | null;
  readonly closes: Node | null;
  readonly met: Met | null;
  readonly gates: readonly string[];
};

/** Whose law a rule is, and whether it speaks to the organisation of a subject: false only where that is known. */
export type Seat = { readonly country: 'cn' | 'us'; readonly speaks: Node };

/** Where the instrument of a rule has effect, and whether the place of a subject lies there: null where that is not known. */
export type Territory = { readonly region: Region; readonly within: Node };

export type Rule = {
  /** `<pack>/<rule>`, without revision: it is part of a duty's identity (DECISIONS 6). */
  readonly id: string;
  readonly pack: string;
  readonly title: Bilingual;
  readonly about: Bilingual | null;
  readonly concerns: string;
  readonly clauses: readonly string[];
  readonly sureness: Sureness;
  readonly purpose: string;
  readonly subject: string;
  /** The revision of the pack whose reading this is. */
  readonly revision: number;
  /** Trigger days for which the rule is in force: from inclusive, to exclusive. */
  readonly from: Day;
  readonly to: Day | null;
  /** The days this revision reads, within those: from inclusive, superseded exclusive. `triggerDays` and `periodDays` put both together. */
  readonly appliesFrom: Day;
  readonly supersededFrom: Day | null;
  /** Reads whatever the trigger day, since it was found otherwise that it reads a stored duty (`revisionReading`). */
  readonly chosen?: true;
  /** Whether this revision reads duties again that an earlier one had settled. */
  readonly reassesses: boolean;
  readonly because: Bilingual | null;
  readonly calendar: string;
  /** Whether due, closes and metOn are civil days or instants. */
  readonly clock: 'day' | 'instant';
  /** Null for policy, which speaks to everybody who has it. */
  readonly seat: Seat | null;
  /** Null for what has effect in the whole country. */
  readonly territory: Territory | null;
  readonly applies: Node | null;
  /** Milestones that end the record; once one has happened the duty is void. */
  readonly ends: readonly Extract<Node, { form: 'field' }>[];
  readonly every: Node | null;
  readonly after: string | null;
  readonly assignee: Node | null;
  readonly answerable: Answerable;
  readonly forbids: Node | null;
  /** The rule itself first, then its exceptions in order. */
  readonly variants: readonly [Variant, ...Variant[]];
  readonly waiver: string;
  /** Whether its gate may be opened without it being met; two gates take no override (PEOPLE.md). */
  readonly override: 'allowed' | 'never';
  readonly consequence: readonly string[];
  readonly demands: readonly string[];
  readonly restrains: readonly string[];
  readonly constants: readonly Constant[];
  readonly settings: readonly string[];
  /** Put into the pack as a standing duty with a review period, not computed from a register. */
  readonly standing: { readonly asks: Bilingual; readonly why: Bilingual } | null;
  readonly examples: readonly ExampleText[];
};

/** The acts that wait for a duty of the rule, under itself or an exception. */
export const gateActs = (rule: Rule): string[] => [...new Set(rule.variants.flatMap(({ gates }) => gates))];

/** Every expression of a rule, with a name for messages. */
export function expressionsOf(rule: Rule): { readonly name: string; readonly node: Node }[] {
  const list: { name: string; node: Node }[] = [];
  const add = (name: string, node: Node | null | undefined): void => {
    if (node) list.push({ name, node });
  };
  add('applies', rule.applies);
  for (const node of rule.ends) add('applies', node);
  add('every', rule.every);
  add('assignee', rule.assignee);
  add('forbids', rule.forbids);
  for (const variant of rule.variants) {
    add('when', variant.when);
    add('on', variant.on);
    add('bearer', variant.bearer);
    add('due', variant.due);
    add('closes', variant.closes);
    for (const node of metExpressions(variant.met)) add('met', node);
  }
  return list;
}

export function metExpressions(met: Met | null): Node[] {
  if (!met) return [];
  if (met.form === 'milestone') return [met.path];
  const nodes: (Node | null)[] = [met.key.of, ...met.match.map((part) => part.to), met.where, met.from, met.until];
  if (met.form === 'covers' && met.day !== 'current') nodes.push(met.day);
  if (met.form === 'coversPeriod') nodes.push(met.start, met.end);
  if (met.form === 'covers' || met.form === 'coversPeriod') nodes.push(met.lasts);
  if (met.form === 'count') nodes.push(met.number);
  if (met.form === 'latest' || met.form === 'needs') nodes.push(met.holds);
  if (met.form === 'needs' && typeof met.number === 'object') nodes.push(met.number);
  return nodes.filter((node) => node !== null);
}
