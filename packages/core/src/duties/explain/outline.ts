import { builtIn, isRef, type ListNode, type Node, type Value } from '../../feel/index.ts';
import { metExpressions } from '../../law/index.ts';
import type { Traced } from '../traced.ts';
import { amountAlone, figureClause, settingOf } from './amounts.ts';
import { demand } from './demands.ts';
import type { Language } from './language.ts';
import { fieldName, isOpen, listPhrase, origin, phrase } from './phrases.ts';
import { placesAsked, territoryName } from './place.ts';
import { quantified } from './reasons.ts';
import { type NamedFact, Teller, type Telling } from './teller.ts';
import type { Topic } from './words.ts';

/** One expression in words and what it came to; below it, one level deeper, what it was made of. */
export type OutlineLine = { readonly level: number; readonly text: string; readonly value: string | null };
export type Outline = {
  readonly topics: readonly { readonly topic: Topic; readonly lines: readonly OutlineLine[] }[];
  readonly facts: readonly NamedFact[];
};

/** Of a list no more records are written out; how many there are is always said. */
const mostRecords = 10;

/** What each part of an explanation rests on, down to the fields that were read: the trace of the decision in the reader's language. */
export function outline(duty: Traced, telling: Telling, language: Language): Outline {
  const teller = new Teller(telling, duty, language);
  const { rule, variant } = duty;
  const values = (...nodes: readonly (Node | null)[]) =>
    eachOnce(nodes.map((node) => (node ? worth(teller, node, 1) : [])));
  const conditions = (...nodes: readonly (Node | null)[]) =>
    nodes.flatMap((node) => (node ? condition(teller, node, true, 1) : []));
  const topics: readonly (readonly [Topic, readonly OutlineLine[]])[] = [
    ['who', values(variant.bearer, rule.assignee)],
    ['trigger', values(variant.on)],
    ['applies', [...conditions(rule.applies), ...place(teller, duty), ...ending(teller, duty)]],
    ['exceptions', exceptionLines(teller, duty)],
    ['deadline', values(rule.every, variant.due, variant.closes)],
    ['evidence', [...conditions(rule.forbids), ...values(...metExpressions(variant.met).filter(ofSubject(teller)))]],
  ];
  return {
    topics: topics.flatMap(([topic, lines]) => (lines.length === 0 ? [] : [{ topic, lines }])),
    facts: teller.named,
  };
}

/** Two parts of a rule may be one and the same: who owes a thing and who acts, the limit and the end of making up for it. */
const eachOnce = (parts: readonly OutlineLine[][]): OutlineLine[] =>
  parts.filter((part, at) => parts.findIndex((other) => isSame(other[0], part[0])) === at).flat();

const isSame = (one: OutlineLine | undefined, other: OutlineLine | undefined): boolean =>
  one?.text === other?.text && one?.value === other?.value;

/** What is asked of evidence is said without values (`demands.ts`); what it is compared with has been read from the subject. */
const ofSubject = (teller: Teller) => (node: Node) => node.form === 'field' && !isOpen(teller, node);

/** Where a local regulation has effect, and where the subject is as the records say. */
const place = (teller: Teller, { rule: { territory } }: Traced): OutlineLine[] =>
  territory === null
    ? []
    : [
        line(
          1,
          teller.pick(`在${territoryName(teller, territory)}`, `it is in ${territoryName(teller, territory)}`),
          // Where all of a register lies in one region, nobody was asked.
          verdict(teller, territory.within, true) ?? teller.pick('符合', 'holds'),
        ),
        ...placesAsked(teller, territory).flatMap((node) => worth(teller, node, 2)),
      ];

/** A field whose being there ends the duty. */
const ending = (teller: Teller, { rule }: Traced): OutlineLine[] =>
  rule.ends.length === 0
    ? []
    : [
        line(1, teller.pick('以下登记后，本事项终止', 'Once recorded, these end the duty')),
        ...rule.ends.flatMap((end) => worth(teller, end, 2)),
      ];

const exceptionLines = (teller: Teller, { rule, variant: taken }: Traced): OutlineLine[] =>
  rule.variants.flatMap((variant) =>
    variant.when && variant.because
      ? [
          line(
            1,
            teller.quote(variant.because),
            variant === taken ? teller.pick('采用', 'taken') : teller.pick('没有采用', 'not taken'),
          ),
          ...condition(teller, variant.when, true, 2),
        ]
      : [],
  );

const line = (level: number, text: string, value: string | null = null): OutlineLine => ({ level, text, value });

/** A condition and whether it holds; `holds` is no below a “not”, so that each line says what is asked and not its opposite. */
function condition(teller: Teller, node: Node, holds: boolean, level: number): OutlineLine[] {
  const said = verdict(teller, node, holds);
  if (node.form === 'quantified')
    return [line(level, quantified(teller, node, holds), said), ...worth(teller, node.list, level + 1)];
  if (node.form !== 'call') return [line(level, demand(teller, node, holds), said), ...path(teller, node, level + 1)];
  const { operator, args } = node;
  const [first] = args;
  if (operator === builtIn.not && first) return condition(teller, first, !holds, level);
  if (operator === builtIn.and || operator === builtIn.or) {
    const all = (operator === builtIn.and) === holds;
    const head = all
      ? teller.pick('以下各项都符合', 'all of these hold')
      : teller.pick('以下至少一项符合', 'at least one of these holds');
    return [line(level, head, said), ...args.flatMap((arg) => condition(teller, arg, holds, level + 1))];
  }
  return [
    line(level, demand(teller, node, holds), said),
    // Of what is only asked whether it is there, the line itself has said so.
    ...args.flatMap((arg) => (operator === builtIn.isNull ? path : worth)(teller, arg, level + 1)),
  ];
}

function verdict(teller: Teller, node: Node, holds: boolean): string | null {
  if (!teller.trace.has(node)) return null;
  const value = teller.valueOf(node);
  if (value === null) return teller.pick('还不能判断', 'cannot be told');
  return value === holds ? teller.pick('符合', 'holds') : teller.pick('不符合', 'does not hold');
}

/** A value and what it was made of. Of a field that a rule may only find present or absent no more than that is said. */
function worth(teller: Teller, node: Node, level: number): OutlineLine[] {
  if (node.type === 'boolean' && node.form === 'call') return condition(teller, node, true, level);
  switch (node.form) {
    case 'list':
      return node.items.flatMap((item) => worth(teller, item, level));
    case 'relation':
    case 'filter':
    case 'map':
      return listed(teller, node, level);
    case 'field': {
      if (isOpen(teller, node)) return [];
      const value = teller.valueOf(node);
      const said =
        node.type === 'presence' || value === null
          ? recorded(teller, value)
          : isRef(node.stored)
            ? teller.body(node.stored.ref, value as number)
            : teller.value(node.stored, value, teller.field(node.kind, node.field));
      return [line(level, fieldName(teller, node), said), ...path(teller, node, level + 1)];
    }
    case 'slot':
      return [line(level, slotName(teller, node), slotValue(teller, node))];
    case 'call':
    case 'aggregate': {
      const made = node.form === 'call' ? node.args : [node.list, ...node.rest];
      const value = teller.trace.has(node) ? teller.value(node.type, teller.valueOf(node)) : null;
      return [line(level, phrase(teller, node), value), ...made.flatMap((part) => worth(teller, part, level + 1))];
    }
    default:
      return [];
  }
}

const recorded = (teller: Teller, value: Value): string =>
  value === null ? teller.pick('未登记', 'not recorded') : teller.pick('已登记', 'recorded');

/** How the record was come to, where it is not the one the duty hangs on. */
const path = (teller: Teller, node: Node, level: number): OutlineLine[] =>
  node.form === 'field' && node.of.form === 'field' ? worth(teller, node.of, level) : [];

function slotName(teller: Teller, node: Extract<Node, { form: 'slot' }>): string {
  const setting = settingOf(teller, node.name);
  if (setting)
    return teller.pick(
      `参数${teller.quote(setting.title)}，为本单位规定`,
      `the setting ${teller.quote(setting.title)}, the organisation’s own policy`,
    );
  const clause = figureClause(teller, node.name);
  return clause === undefined
    ? origin(teller, node)
    : teller.pick(`${teller.clause(clause)}的规定`, `the figure of ${teller.clause(clause)}`);
}

const slotValue = (teller: Teller, node: Extract<Node, { form: 'slot' }>): string =>
  /^(setting|clause)\./.test(node.name) ? amountAlone(teller, node) : teller.value(node.type, teller.valueOf(node));

function listed(teller: Teller, list: ListNode, level: number): OutlineLine[] {
  if (list.form === 'filter' || list.form === 'map') return listed(teller, list.list, level);
  if (list.form !== 'relation') return [];
  const rows = (teller.valueOf(list) as readonly number[] | null) ?? [];
  const shown = rows.slice(0, mostRecords).map((row) => line(level + 1, teller.record(list.kind, row)));
  return [line(level, listPhrase(teller, list)), ...shown];
}
