import { builtIn, type Node } from '../feel/index.ts';
import type { Vocabulary } from './walls.ts';

/** Takes conjuncts `<ending milestone> = null` out of `applies`: they make the duty void instead of hiding it. */
export function splitEnds(
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
