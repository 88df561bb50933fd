import { type Node, parseExpression, Refusal, type Type, typeName, walk } from '../feel/index.ts';
import type { Complain, Parse } from './compiling.ts';
import { noCounting } from './complaints.ts';
import type { Bilingual } from './rule.ts';

/** Reads the expressions of a rule: what FEEL refuses, what a rule may not write, and a wrong type are complained of with their place. */
export function parser(complain: Complain): Parse {
  return (text, path, scope, accept, wanted) => {
    if (text === undefined) return null;
    try {
      const node = parseExpression(text, scope);
      checkNumbers(node, text);
      if (accept(node.type)) return node;
      complain(path, wrongType(node.type, wanted));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      complain(path, error.text, error.from);
    }
    return null;
  };
}

function wrongType(type: Type, wanted: Bilingual): Bilingual {
  if (type === 'null')
    return {
      zh: `此处写null没有意义：应为${wanted.zh}，请改写。`,
      en: `null is of no use here; ${wanted.en} is wanted`,
    };
  const given = typeName(type);
  return {
    zh: `此处应为${wanted.zh}，写的却是${given.zh}：请改写。`,
    en: `${wanted.en} is wanted here; this is ${given.en}`,
  };
}

/** Numbers come from a clause or a setting; a rule writes only 0 and 1. Days, durations and other numbers are refused. */
function checkNumbers(root: Node, text: string): void {
  walk(root, (node) => {
    if (node.form !== 'literal' || node.value === null) return;
    const fine =
      node.type === 'boolean' ||
      node.type === 'word' ||
      (node.type === 'integer' && (node.value === 0 || node.value === 1));
    if (!fine)
      throw new Refusal(
        {
          zh: `不能写“${text.slice(node.from, node.to).slice(0, 40)}”：规则中只写0、1、true、false、null和已声明的词，其余的值取自条款的数值或者参数。`,
          en: `“${text.slice(node.from, node.to).slice(0, 40)}” cannot be written: a rule writes only 0, 1, true, false, null and declared words; take this value from a clause’s figure or a setting`,
        },
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
        throw new Refusal(noCounting(part.kind), node.from, node.to);
    });
  });
}
