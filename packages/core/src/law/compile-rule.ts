import {
  builtIn,
  isRef,
  type Node,
  parseExpression,
  Refusal,
  type Scope,
  type Slot,
  type Type,
  typeName,
  walk,
} from '../feel/index.ts';
import { compileMet } from './compile-met.ts';
import { figuresOf, settingType } from './figures.ts';
import { dayOrNull } from './law.ts';
import type { PackText } from './read-pack.ts';
import { type Constant, type Met, metExpressions, type Rule, type Variant } from './rule.ts';
import type { Clause, MetText, RuleText, SettingText, StandingText } from './schema.ts';
import { declaredWords, type Kind, mayReadTable, type Vocabulary } from './walls.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** What a rule is compiled against. */
export type Surroundings = {
  readonly vocabulary: Vocabulary;
  readonly clauses: ReadonlyMap<string, { readonly clause: Clause; readonly pack: PackText }>;
  readonly settings: ReadonlyMap<string, SettingText>;
};

/** Says where something is wrong: a path in the file and a sentence. */
export type Complain = (path: YamlPath, message: string, offset?: number) => void;

/** Parses one expression of a rule; complains and gives null when it is refused or of the wrong type. */
export type Parse = (
  text: string | undefined,
  path: YamlPath,
  scope: Scope,
  accept: (type: Type) => boolean,
  wanted: string,
) => Node | null;

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
    complain(['subject'], `“${text.subject}” is no fact kind; sallyport facts lists them`);
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
  const whole = parse(text.applies, ['applies'], scope, (type) => type === 'boolean', 'a condition');
  const { applies, ends } = splitEnds(whole, around.vocabulary);
  const every = parse(
    text.every,
    ['every'],
    scopeWithoutPeriod(scope),
    (type) => type === 'months' || type === 'duration',
    'a duration',
  );
  const assignee = parse(text.assignee, ['assignee'], scope, isRef, 'a reference');
  const forbids = parse(text.forbids, ['forbids'], scope, (type) => type === 'boolean', 'a condition');
  if (failed) return null;
  const used = [
    ...new Set(
      everyNode([whole, every, assignee, forbids, ...variants.flatMap(nodesOf)]).flatMap((node) =>
        node.form === 'slot' && node.name.startsWith('setting.') ? [node.name.slice(8)] : [],
      ),
    ),
  ];
  const own = dayOrNull(text.inForce?.from);
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
    from: own ?? dayOrNull(pack.instrument.inForce.from) ?? 0,
    to: dayOrNull(text.inForce?.to) ?? dayOrNull(pack.instrument.inForce.to),
    because: text.inForce?.because ?? null,
    calendar: pack.instrument.calendar,
    clock,
    applies,
    ends,
    every,
    after: text.after ? (text.after.includes('/') ? text.after : `${pack.id}/${text.after}`) : null,
    assignee,
    answerable: text.answerable,
    forbids,
    variants: [first, ...variants.slice(1)],
    waiver: text.waiver,
    consequence: text.consequence ?? [],
    demands: text.demands ?? [],
    restrains: text.restrains ?? [],
    constants,
    settings: used,
    standing: standing ? { asks: standing.asks, why: standing.why } : null,
    examples: text.examples,
  };
}

function citedClauses(text: RuleText, around: Surroundings, complain: Complain): Clause[] {
  return text.clauses.flatMap((id, index) => {
    const found = around.clauses.get(id);
    if (!found) complain(['clauses', index], `there is no clause ${id}; sallyport law list names them`);
    else if (found.clause.sureness === 'unconfirmed')
      complain(['clauses', index], `${id} is unconfirmed: it is shown, and drives no rule`);
    return found ? [found.clause] : [];
  });
}

const order = { text: 0, secondary: 1, unconfirmed: 2 };
const leastSure = (clauses: readonly Clause[]): Clause['sureness'] =>
  clauses.reduce<Clause['sureness']>(
    (least, { sureness }) => (order[sureness] > order[least] ? sureness : least),
    'text',
  );

/** Figures of the clauses cited, and the days of the edition. A name that two clauses use must not be read: which one is meant? */
function constantsOf(
  text: RuleText,
  cited: readonly Clause[],
  pack: PackText,
  around: Surroundings,
  complain: Complain,
): Constant[] {
  const constants: Constant[] = [];
  const extra = (text.except ?? []).flatMap((exception, index) =>
    (exception.clauses ?? []).flatMap((id, at) => {
      const found = around.clauses.get(id);
      if (!found) complain(['except', index, 'clauses', at], `there is no clause ${id}; sallyport law list names them`);
      return found ? [found.clause] : [];
    }),
  );
  for (const clause of new Set([...cited, ...extra])) {
    for (const { name, type, value } of figuresOf(clause)) {
      const known = constants.find((constant) => constant.name === `clause.${name}`);
      if (known && known.value !== value)
        complain(
          ['clauses'],
          `two of these clauses have a figure “${name}” and differ; give the figures different names`,
        );
      if (!known) constants.push({ name: `clause.${name}`, type, value, label: clause.heading });
    }
  }
  constants.push(
    {
      name: 'edition.from',
      type: 'day',
      value: dayOrNull(pack.instrument.inForce.from),
      label: { zh: '施行日期', en: 'the day it came into force' },
    },
    {
      name: 'edition.to',
      type: 'day',
      value: dayOrNull(pack.instrument.inForce.to),
      label: { zh: '失效日期', en: 'the day it ended' },
    },
  );
  return constants;
}

function scopeOf(text: RuleText, kind: Kind, constants: readonly Constant[], around: Surroundings): Scope {
  const slots = new Map<string, Slot>();
  for (const { name, type, value } of constants)
    slots.set(name, { type: value === null ? 'null' : type, nullable: value === null });
  for (const [name, setting] of around.settings)
    slots.set(`setting.${name}`, { type: settingType(setting.type), nullable: false });
  if (text.every !== undefined)
    for (const name of ['period.start', 'period.end']) slots.set(name, { type: 'day', nullable: false });
  if (text.after !== undefined) slots.set('after.metOn', { type: 'day', nullable: false });
  return {
    vocabulary: around.vocabulary,
    variables: new Map([[kind.name, { ref: kind.name }]]),
    slots,
    literals: 'rule',
    declaredWords: declaredWords(around.vocabulary),
    wall: mayReadTable(text.purpose),
  };
}

const without = (scope: Scope, unwanted: (name: string) => boolean): Scope => ({
  ...scope,
  slots: new Map([...scope.slots].filter(([name]) => !unwanted(name))),
});
const scopeWithoutPeriod = (scope: Scope): Scope =>
  without(scope, (name) => name.startsWith('period.') || name.startsWith('after.'));
/** What picks the period cannot hang on it. A setting read here is the one of the day the subject came to be. */
const triggerScope = scopeWithoutPeriod;

function parser(complain: Complain): Parse {
  return (text, path, scope, accept, wanted) => {
    if (text === undefined) return null;
    try {
      const node = parseExpression(text, scope);
      checkNumbers(node);
      if (accept(node.type)) return node;
      if (node.type === 'null') complain(path, `null is of no use here; ${wanted} is wanted`);
      else complain(path, `${wanted} is wanted here; this is ${typeName(node.type)}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      complain(path, error.message, error.from);
    }
    return null;
  };
}

/** Numbers come from a clause or a setting; a rule writes only 0 and 1. Days, durations and other numbers are refused. */
function checkNumbers(root: Node): void {
  walk(root, (node) => {
    if (node.form !== 'literal' || node.value === null) return;
    const fine =
      node.type === 'boolean' ||
      node.type === 'word' ||
      (node.type === 'integer' && (node.value === 0 || node.value === 1));
    if (!fine)
      throw new Refusal(
        'a rule writes only 0, 1, true, false, null and declared words; take this value from a clause’s figure or a setting',
        node.from,
        node.to,
      );
  });
  refuseCounts(root);
}

const uncounted = new Set(['report', 'incident', 'foreignContact', 'referral']);

/** Counting reports or contacts is the beginning of a quota, or of a score (PEOPLE.md 4 and 6). */
function refuseCounts(root: Node): void {
  walk(root, (node) => {
    if (node.form !== 'aggregate') return;
    walk(node.list, (part) => {
      if (part.form === 'relation' && uncounted.has(part.kind))
        throw new Refusal(
          `no rule counts ${part.kind} facts: a count of reports or contacts becomes a quota or a score`,
          node.from,
          node.to,
        );
    });
  });
}

function variantsOf(
  text: RuleText,
  scope: Scope,
  constants: readonly Constant[],
  parse: Parse,
  complain: Complain,
  around: Surroundings,
): Variant[] {
  const moment = (type: Type): boolean => type === 'day' || type === 'instant';
  const rolling = new Set(
    [...text.clauses, ...(text.except ?? []).flatMap((exception) => exception.clauses ?? [])].flatMap((id) => {
      const found = around.clauses.get(id);
      return found
        ? figuresOf(found.clause)
            .filter((figure) => figure.rolls)
            .map((figure) => `clause.${figure.name}`)
        : [];
    }),
  );
  const on = parse(text.on, ['on'], triggerScope(scope), (type) => type === 'day', 'a day');
  const bearer = parse(text.bearer, ['bearer'], scope, isRef, 'a reference');
  const due = roll(parse(text.due, ['due'], scope, moment, 'a day or point in time'), rolling);
  const closes = parse(text.closes, ['closes'], scope, moment, 'a day or point in time');
  if (due && closes && due.type !== closes.type)
    complain(['closes'], 'due and closes must both be days or both points in time');
  const clock = due?.type === 'instant' ? 'instant' : 'day';
  const met = metOf(text.met, ['met'], scope, clock, parse, complain, around);
  if (!text.forbids && (!text.due || !text.met)) complain([], 'a rule needs due and met, or forbids');
  if (text.forbids && (text.due || text.met || text.every || text.after))
    complain(['forbids'], 'a rule that forbids has no due, met, every or after');
  if (!on || !bearer) return [];
  const first: Variant = {
    id: null,
    when: null,
    because: null,
    clauses: [],
    ends: false,
    on,
    bearer,
    due,
    closes,
    met,
    gates: text.gates ?? [],
  };
  const others = (text.except ?? []).flatMap((exception, index): Variant[] => {
    const path: YamlPath = ['except', index];
    const when = parse(
      exception.when,
      [...path, 'when'],
      triggerScope(scope),
      (type) => type === 'boolean',
      'a condition',
    );
    const replaced = {
      on: parse(exception.on, [...path, 'on'], triggerScope(scope), (type) => type === 'day', 'a day'),
      bearer: parse(exception.bearer, [...path, 'bearer'], scope, (type) => isRef(type) && isRef(bearer.type) && type.ref === bearer.type.ref, 'a reference to a fact of the same kind as the rule’s bearer'),
      due: roll(
        parse(
          exception.due,
          [...path, 'due'],
          scope,
          (type) => type === (due?.type ?? 'day'),
          'a moment like the rule’s due',
        ),
        rolling,
      ),
      closes: parse(
        exception.closes,
        [...path, 'closes'],
        scope,
        (type) => type === (due?.type ?? 'day'),
        'a moment like the rule’s due',
      ),
      met: metOf(exception.met, [...path, 'met'], scope, clock, parse, complain, around),
    };
    if (exception.ends && (exception.on || exception.due || exception.closes || exception.met || exception.bearer))
      complain(path, 'an exception that ends the duty replaces nothing');
    if (
      !exception.ends &&
      !exception.on &&
      !exception.due &&
      !exception.closes &&
      !exception.met &&
      !exception.bearer &&
      !exception.gates
    )
      complain(path, 'an exception must replace something, or say ends: true');
    if (!when) return [];
    return [
      {
        id: exception.id,
        when,
        because: exception.because,
        clauses: exception.clauses ?? [],
        ends: exception.ends ?? false,
        on: replaced.on ?? on,
        bearer: replaced.bearer ?? bearer,
        due: replaced.due ?? due,
        closes: replaced.closes ?? closes,
        met: replaced.met ?? met,
        gates: exception.gates ?? first.gates,
      },
    ];
  });
  return [first, ...others];
}

const metOf = (
  text: MetText | undefined,
  path: YamlPath,
  scope: Scope,
  clock: 'day' | 'instant',
  parse: Parse,
  complain: Complain,
  around: Surroundings,
): Met | null => (text ? compileMet(text, path, scope, clock, parse, complain, around.vocabulary) : null);

/** A forward limit whose clause says `rolls: yes` runs to the next working day (DECISIONS 3). */
function roll(due: Node | null, rolling: ReadonlySet<string>): Node | null {
  if (!due || due.type !== 'day' || due.form !== 'call' || !/^(add to day|months after day)$/.test(due.operator.name))
    return due;
  let rolls = false;
  walk(due, (node) => {
    rolls ||= node.form === 'slot' && rolling.has(node.name);
  });
  return rolls
    ? {
        form: 'call',
        operator: builtIn.rollForward,
        args: [due],
        type: 'day',
        nullable: true,
        from: due.from,
        to: due.to,
      }
    : due;
}

/** Takes conjuncts `<ending milestone> = null` out of `applies`: they make the duty void instead of hiding it. */
function splitEnds(
  node: Node | null,
  vocabulary: Vocabulary,
): { applies: Node | null; ends: Extract<Node, { form: 'field' }>[] } {
  if (!node) return { applies: null, ends: [] };
  const parts = node.form === 'call' && node.operator === builtIn.and ? node.args : [node];
  const ends: Extract<Node, { form: 'field' }>[] = [];
  const rest: Node[] = [];
  for (const part of parts) {
    const [asked] = part.form === 'call' && part.operator === builtIn.isNull ? part.args : [];
    if (asked?.form === 'field' && vocabulary.kinds.get(asked.kind)?.fields[asked.field]?.ends) ends.push(asked);
    else rest.push(part);
  }
  const [only] = rest;
  if (rest.length === 0) return { applies: null, ends };
  if (rest.length === 1 && only) return { applies: only, ends };
  return {
    applies: {
      ...node,
      form: 'call',
      operator: builtIn.and,
      args: rest,
      type: 'boolean',
      nullable: rest.some((part) => part.nullable),
    },
    ends,
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
