import type { ListNode, Node, Type } from '../../feel/index.ts';
import { amountText } from './amounts.ts';
import type { Teller } from './teller.ts';

type FieldNode = Extract<Node, { form: 'field' }>;

/** The variable an expression starts from: the subject, or `item` and the like, which stand for no one record. */
export function rootOf(node: Node): string | null {
  if (node.form === 'variable') return node.name;
  return node.form === 'field' ? rootOf(node.of) : null;
}

/** Whether this is said of any record at all, as in what would meet a duty. */
export const isOpen = (teller: Teller, node: Node): boolean => {
  const root = rootOf(node);
  return root !== null && root !== teller.rule.subject;
};

/** A field as it is named: of which record, or only by its label where any record is meant. */
export function fieldName(teller: Teller, node: FieldNode): string {
  const label = teller.fieldLabel(node.kind, node.field);
  if (isOpen(teller, node))
    return node.of.form === 'field'
      ? teller.pick(`${fieldName(teller, node.of)}的${label}`, `${label} of the ${fieldName(teller, node.of)}`)
      : label;
  const row = teller.valueOf(node.of);
  if (row !== null)
    return teller.pick(
      `${teller.record(node.kind, row as number)} 的${label}`,
      `${label} of ${teller.record(node.kind, row as number)}`,
    );
  return node.of.form === 'field' ? fieldName(teller, node.of) : label;
}

/** Where a day comes from, when the day itself has just been named. */
export function origin(teller: Teller, node: Node): string {
  if (node.form === 'field') return fieldName(teller, node);
  if (node.form !== 'slot') return phrase(teller, node);
  const [zh, en] = slotNames[node.name] ?? ['该值', 'that value'];
  return teller.pick(zh, en);
}

/** An expression as a noun phrase, each leaf with its value. */
export function phrase(teller: Teller, node: Node): string {
  switch (node.form) {
    case 'literal':
      return teller.value(node.type, node.value);
    case 'slot':
      return slotPhrase(teller, node);
    case 'variable':
      return typeof node.type === 'object' && 'ref' in node.type
        ? recordPhrase(teller, node, node.type.ref)
        : teller.pick('该项', 'the item');
    case 'field':
      return fieldPhrase(teller, node);
    case 'call':
      return callPhrase(teller, node);
    case 'aggregate': {
      const words = node.operator.words([itemType(node.list), ...node.rest.map((arg) => arg.type)]);
      const said = filled(teller, words, [
        listPhrase(teller, node.list),
        ...node.rest.map((arg) => phrase(teller, arg)),
      ]);
      return node.type === 'day' ? teller.pick(`${said}一天`, said) : said;
    }
    case 'quantified':
      return teller.pick('该条件', 'that condition');
    default:
      return listPhrase(teller, node);
  }
}

function recordPhrase(teller: Teller, node: Node, kind: string): string {
  const row = teller.valueOf(node);
  return row === null ? teller.kindLabel(kind) : teller.record(kind, row as number);
}

function fieldPhrase(teller: Teller, node: FieldNode): string {
  const name = fieldName(teller, node);
  if (isOpen(teller, node)) return name;
  const value = teller.value(node.stored, teller.valueOf(node), teller.field(node.kind, node.field));
  return teller.pick(`${name}（${value}）`, `${name} (${value})`);
}

const slotNames: Readonly<Record<string, readonly [string, string]>> = {
  'edition.from': ['该版本施行日期', 'the day this edition came into force'],
  'edition.to': ['该版本失效日期', 'the day this edition ended'],
  'period.start': ['本周期首日', 'the first day of this period'],
  'period.end': ['本周期末日', 'the last day of this period'],
  'after.metOn': ['前一事项的完成日期', 'the day the duty before was met'],
};

function slotPhrase(teller: Teller, node: Extract<Node, { form: 'slot' }>): string {
  if (/^(setting|clause)\./.test(node.name)) return amountText(teller, node);
  const value = teller.value(node.type, teller.valueOf(node));
  const [zh, en] = slotNames[node.name] ?? ['该值', 'that value'];
  return teller.pick(`${zh}（${value}）`, `${en} (${value})`);
}

function callPhrase(teller: Teller, node: Extract<Node, { form: 'call' }>): string {
  const { operator, args } = node;
  if (operator.name === 'if') {
    const [condition, then, otherwise] = args;
    const chosen = condition && teller.valueOf(condition) === true ? then : otherwise;
    if (chosen) return phrase(teller, chosen);
  }
  return filled(
    teller,
    operator.words(args.map((arg) => arg.type)),
    args.map((arg) => phrase(teller, arg)),
  );
}

const itemType = (list: ListNode): Type =>
  typeof list.type === 'object' && 'list' in list.type ? list.type.list : 'null';

export function listPhrase(teller: Teller, list: ListNode): string {
  switch (list.form) {
    case 'list':
      return teller.list(
        list.items.map((item) => phrase(teller, item)),
        'and',
      );
    case 'relation': {
      const owner = phrase(teller, list.of);
      const rows = teller.valueOf(list) as readonly unknown[] | null;
      const many = rows?.length ?? 0;
      return teller.pick(
        `${owner} 的${teller.recordLabel(list.kind)}（共${many}条）`,
        `the ${teller.recordLabel(list.kind)}s of ${owner} (${many} in all)`,
      );
    }
    case 'filter':
    case 'map':
      return listPhrase(teller, list.list);
    case 'slot':
      return teller.pick('该列表', 'the list');
  }
}

/** Puts arguments into an operator's words. */
export function filled(
  teller: Teller,
  words: { readonly zh: string; readonly en: string },
  args: readonly string[],
): string {
  return words[teller.language]
    .replace(/\{…[；;]\s*([^}]*)\}/, (_, word: string) => args.join(teller.pick(word, ` ${word} `)))
    .replace(/\{(\d)…\}/, (_, from: string) => teller.list(args.slice(Number(from)), 'or'))
    .replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)] ?? '');
}
