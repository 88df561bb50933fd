import { type Node, parseExpression, Refusal, typeName, walk } from '../feel/index.ts';
import type { Complain, Parse } from './compiling.ts';

/** Reads the expressions of a rule: what FEEL refuses, what a rule may not write, and a wrong type are complained of with their place. */
export function parser(complain: Complain): Parse {
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
