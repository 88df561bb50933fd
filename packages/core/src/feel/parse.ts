import { parser, trackVariables } from 'lezer-feel';
import { checkSyntax } from './check/check.ts';
import type { Scope } from './check/scope.ts';
import { children } from './check/syntax.ts';
import { functions } from './operators/index.ts';
import { Refusal } from './refusal.ts';
import { childrenOf, type Node } from './tree.ts';

const nothing = { zh: '缺少表达式：请在此处写一个表达式。', en: 'an expression is missing' };

/** Characters that the three engines would keep as three different things. */
const unkeepable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const longest = 10_000;
/** More than any text of that length has without repeating its parts. */
const largest = 20_000;

/** Reads an expression into a typed tree. Throws a `Refusal` for everything outside the subset. */
export function parseExpression(text: string, scope: Scope): Node {
  if (text.length > longest)
    throw new Refusal(
      {
        zh: `表达式超过${longest}个字符：太长的规则无法核对，请拆成几条规则。`,
        en: `longer than ${longest} characters; split the rule`,
      },
      longest,
      text.length,
    );
  const broken = unkeepable.exec(text);
  if (broken)
    throw new Refusal(
      {
        zh: '含有U+0000或者半个代理对，各计算引擎的读法不一致：请删去这个字符。',
        en: 'holds U+0000 or half of a surrogate pair',
      },
      broken.index,
      broken.index + 1,
    );
  if (text.trim() === '') throw new Refusal(nothing, 0, text.length);
  const root = parserFor(scope).parse(text).topNode;
  const cursor = root.cursor();
  let depth = 0;
  // Walked without recursion, so that a thousand nested brackets cannot overflow the stack before they are refused.
  for (;;) {
    if (cursor.type.isError) throw unreadable(text, cursor.from, cursor.to);
    if (cursor.firstChild()) {
      depth++;
      if (depth > 1000)
        throw new Refusal(
          { zh: '嵌套层数过多：请拆成几条规则。', en: 'nested too deep; split the rule' },
          cursor.from,
          cursor.to,
        );
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return treeOf(root, text, scope);
      depth--;
    }
  }
}

/** The parser gives up a chain of some hundred terms, as it does an error; a text that short holds none. */
const chained = 1500;

function unreadable(text: string, from: number, to: number): Refusal {
  const long = text.length > chained;
  return new Refusal(
    {
      zh: `此处不成表达式：请检查是否缺少括号、运算符或者引号${long ? '，或者把超过200项的连写拆开' : ''}。`,
      en: `this cannot be read as an expression; look for a missing bracket, operator or quote${long ? ', or split a chain of more than 200 terms' : ''}`,
    },
    Math.min(from, text.length),
    Math.min(text.length, Math.max(to, from + 1)),
  );
}

function treeOf(root: Parameters<typeof children>[0], text: string, scope: Scope): Node {
  const [first, second] = children(root);
  if (!first) throw new Refusal(nothing, 0, text.length);
  if (second)
    throw new Refusal(
      { zh: '此处多出内容：一处只能写一个表达式，请删去多余部分，或者用and、or连接。', en: 'one expression is wanted' },
      second.from,
      second.to,
    );
  const node = checkSyntax(text)(first, scope, 1);
  if (sizeOf(node, new Map()) > largest) {
    throw new Refusal(
      {
        zh: 'between和in嵌套后重复的部分过多：请拆成几条规则。',
        en: 'nested between and in repeat too much; split the rule',
      },
      first.from,
      first.to,
    );
  }
  return node;
}

/** Parts of a tree, where `between` and `in` let one part stand in two places: each place counts, because each is written out. */
function sizeOf(node: Node, known: Map<Node, number>): number {
  let size = known.get(node);
  if (size === undefined) {
    size = childrenOf(node).reduce((total, child) => total + sizeOf(child, known), 1);
    known.set(node, size);
  }
  return size;
}

/** Functions of several words: the parser reads such a name as one only when told of it. */
const spacedFunctions = [...functions.keys()].filter((name) => name.includes(' '));

/** Parsers told of the names of a scope; making one costs as much as reading an expression with it. */
const parsers = new Map<string, typeof parser>();
const kept = 100;

function parserFor(scope: Scope): typeof parser {
  const own = [...scope.variables.keys(), ...scope.slots.keys()].filter((name) => !name.includes('.'));
  const key = own.join('\n');
  let known = parsers.get(key);
  if (!known) {
    const names = Object.fromEntries([...spacedFunctions, ...own].map((name) => [name, 1]));
    known = parser.configure({ top: 'Expression', contextTracker: trackVariables(names) });
    if (parsers.size >= kept) parsers.clear();
    parsers.set(key, known);
  }
  return known;
}
